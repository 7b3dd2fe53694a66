//! Kept lists as tabs above the list. The first is always "All"; the address a tab leads to is the whole of what it shows.

mod ask;
mod manage;

use domain::{order::Filter, views::ViewTab};
use leptos::prelude::*;
use leptos_router::components::A;
use manage::Manage;
use server_fn::ServerFn;

use self::ask::{ListViews, list_views};
use crate::{
    Problem,
    orders::{address, escape},
    wire::{self, Answer, Answers},
    words::{t, t_count},
};

/// Tabs that stand side by side; the others are folded away.
const SIDE_BY_SIDE: usize = 8;

/// The address of a kept list: its filter, and which it is.
pub fn view_address(view: &ViewTab) -> String {
    let filter = address(&view.filter);
    let join = if filter.contains('?') { '&' } else { '?' };
    format!("{filter}{join}view={}", escape(&view.slug))
}

async fn load() -> Result<Answer, Problem> {
    wire::ask(ListViews::PATH.to_owned(), list_views).await.map(Answer::Views)
}

/// The tabs, and what can be done with the one that is open.
#[component]
pub fn Views(
    /// What the list shows now.
    filter: Memo<Filter>,
    /// Which kept list the address names.
    view: Memo<Option<String>>,
) -> impl IntoView {
    let views = Answers::new(|| (), |()| load());
    view! {
        <Transition>
            {move || Suspend::new(async move {
                match views.await {
                    Ok(Answer::Views(views)) => {
                        let open = move || view! { <Tabs views=views.clone() open=view.get() filter=filter.get()/> };
                        view! { {open} }.into_any()
                    }
                    // The list itself says what is wrong.
                    _ => ().into_any(),
                }
            })}
        </Transition>
    }
    .into_any()
}

#[component]
fn Tabs(views: Vec<ViewTab>, open: Option<String>, filter: Filter) -> impl IntoView {
    let now = views.iter().find(|view| Some(&view.slug) == open.as_ref()).cloned();
    let tab = |view: ViewTab| {
        let here = (Some(&view.slug) == open.as_ref()).then_some("page");
        let shared = view.shared.then(|| view! { <span class="tag">{t("admin-view-team")}</span> });
        view! { <li><A href=view_address(&view) attr:aria-current=here><bdi>{view.name}</bdi></A> {shared}</li> }
    };
    let mut first = views;
    let folded = first.split_off(first.len().min(SIDE_BY_SIDE));
    let more = (!folded.is_empty()).then(|| {
        let count = i64::try_from(folded.len()).unwrap_or_default();
        let folded = folded.into_iter().map(tab).collect_view();
        view! { <li><details class="fold"><summary>{t_count("admin-view-more", count)}</summary><ul role="list">{folded}</ul></details></li> }
    });
    let all = now.is_none().then_some("page");
    let first = first.into_iter().map(tab).collect_view();
    view! {
        <nav class="views" aria-label=t("admin-views")>
            <ul role="list">
                <li><A href="/admin/orders" attr:aria-current=all>{t("admin-view-all")}</A></li>
                {first}
                {more}
            </ul>
        </nav>
        <Manage filter now/>
    }
    .into_any()
}
