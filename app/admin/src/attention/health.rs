//! How the providers are, and the way to say that a paused one may be asked again.

use domain::{
    alert::{HealthView, WaitingView},
    order::Status,
};
use leptos::prelude::*;
use leptos_router::components::A;
use ui::{Mark, When};

use crate::{
    Problem,
    me::may_pay,
    wire::{Post, PostForm},
    words::{language, t, t_count},
};

/// Says that a paused provider may be asked again: its key was mended.
#[server(prefix = "/admin/fn", endpoint = "resume_provider")]
pub async fn resume_provider(provider: String) -> Result<(), Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Admin).await?;
    let resumed = domain::provider::health::resume(&shop, &provider, &person.name).await;
    resumed.map_err(|fault| context::problem(fault, person.language))
}

/// One line for each provider that was ever asked.
#[component]
pub fn Health(rows: Vec<HealthView>, resume: Post) -> impl IntoView {
    if rows.is_empty() {
        return view! { <p class="quiet-text">{t("admin-providers-none")}</p> }.into_any();
    }
    let rows = rows.into_iter().map(|row| view! { <Provider row post=resume/> }).collect_view();
    view! { <ul role="list" class="entries">{rows}</ul> }.into_any()
}

#[component]
fn Provider(row: HealthView, post: Post) -> impl IntoView {
    let (look, key) = match (row.paused, row.down, row.failures > 0) {
        (true, ..) => (Status::Exception, "admin-provider-paused"),
        (_, true, _) => (Status::Delayed, "admin-provider-down"),
        (_, _, true) => (Status::Delayed, "admin-provider-unanswered"),
        _ => (Status::Delivered, "admin-provider-well"),
    };
    let tries =
        (row.failures > 0).then(|| view! { {t_count("admin-provider-tries", row.failures.into())} " · " });
    let name = row.provider.clone();
    let again = (row.paused && may_pay()).then(|| {
        view! {
            <PostForm post>
                <input type="hidden" name="provider" value=name/>
                <button type="submit" class="button">{t("admin-provider-resume")}</button>
            </PostForm>
        }
    });
    view! {
        <li>
            <span class="flow"><strong class="provider">{row.provider.clone()}</strong> " " <Mark status=look word=t(key)/></span>
            {again}
            <span class="meta">
                {row.failed.map(|moment| view! { {t("admin-provider-since")} " " <When moment/> " · " })}
                {tries}
                {row.next.map(|moment| view! { {t("admin-provider-next")} " " <When moment/> " · " })}
                {t_count("admin-provider-waiting", row.waiting)}
            </span>
            <Waiting rows=row.waits/>
            {row.last_error.map(|words| view! { <p class="raw" lang="en">{words}</p> })}
        </li>
    }
    .into_any()
}

/// What waits, with the orders it belongs to.
#[component]
fn Waiting(rows: Vec<WaitingView>) -> impl IntoView {
    if rows.is_empty() {
        return ().into_any();
    }
    let rows = rows.into_iter().map(|row| {
        let orders = row.orders.into_iter().map(|number| {
            view! { " " <A href=format!("/admin/orders/{number}")><bdi class="num" dir="ltr">{number.clone()}</bdi></A> }
        });
        view! { <li>{row.what.say(row.count, language())} {orders.collect_view()}</li> }
    });
    view! { <ul class="waits">{rows.collect_view()}</ul> }.into_any()
}
