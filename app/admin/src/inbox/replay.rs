//! Hearing webhooks again: one, or everything a search finds. Hearing twice is harmless.

use domain::{ids::InboxId, inbox::InboxFilter};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::filter::pairs;
use crate::{
    Problem,
    outcome::Outcome,
    wire::{Post, PostForm},
    words::t,
};

/// Hears one again.
#[server(prefix = "/admin/fn", endpoint = "replay_one")]
pub async fn replay_one(id: InboxId) -> Result<(), Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Admin).await?;
    let heard = domain::inbox::replay_one(&shop, &person, id).await;
    heard.map_err(|fault| context::problem(fault, person.language))
}

/// Hears everything again that matches.
#[server(prefix = "/admin/fn", endpoint = "replay_all")]
pub async fn replay_all(#[server(default)] filter: InboxFilter) -> Result<(), Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Admin).await?;
    match domain::inbox::replay(&shop, &person, &filter).await {
        Ok(_) => Ok(()),
        Err(fault) => Err(context::problem(fault, person.language)),
    }
}

/// Folded away: it is for what was not understood, after it can be.
#[component]
pub fn ReplayForm(filter: Memo<InboxFilter>) -> impl IntoView {
    let post = Post::to(ReplayAll::PATH);
    let busy = post.busy;
    let fields = move || {
        let filter = InboxFilter { after: None, ..filter.get() };
        let filled = pairs(&filter).into_iter().filter(|(_, value)| !value.is_empty());
        filled
            .map(|(name, value)| view! { <input type="hidden" name=format!("filter[{name}]") value=value/> })
            .collect_view()
    };
    view! {
        <details class="fold">
            <summary>{t("admin-replay-all")}</summary>
            <PostForm post class="step">
                {fields}
                <p>{t("admin-replay-all-what")}</p>
                <button type="submit" class="button" aria-disabled=move || busy.get().then_some("true")>{t("admin-replay-all-go")}</button>
            </PostForm>
        </details>
        <Outcome result=post.result done=t("admin-replayed")/>
    }
    .into_any()
}

/// The button of one.
#[component]
pub fn ReplayButton(id: String) -> impl IntoView {
    let post = Post::to(ReplayOne::PATH);
    let busy = post.busy;
    view! {
        <PostForm post>
            <input type="hidden" name="id" value=id/>
            <button type="submit" class="button" aria-disabled=move || busy.get().then_some("true")>{t("admin-replay-one")}</button>
        </PostForm>
        <Outcome result=post.result done=t("admin-replayed")/>
    }
    .into_any()
}
