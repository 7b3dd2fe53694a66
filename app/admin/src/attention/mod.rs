//! What needs a person, how the providers are, and what was mended.

mod clear;
mod health;

pub use clear::{ClearAlert, ClearButton};
use domain::{
    alert::{AlertKind, AlertView, NeedsAttention, RepairView, UnmappedView},
    event::Kind,
    order::Status,
};
use health::{Health, ResumeProvider};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::components::A;
use server_fn::ServerFn;
use ui::{Shape, When, status_shape};

use crate::{
    Problem,
    live::Live,
    outcome::{Outcome, ProblemPanel},
    wire::{self, Answer, Answers, Post},
    words::{language, t, t_count},
};

/// Everything on the page, in the reader's language.
#[server(prefix = "/admin/fn", endpoint = "attention", input = server_fn::codec::GetUrl)]
pub async fn attention() -> Result<NeedsAttention, Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Operator).await?;
    let list = domain::alert::list(&shop, person.language).await;
    list.map_err(|fault| context::problem(fault, person.language))
}

/// How many alarms are open, for the navigation.
#[server(prefix = "/admin/fn", endpoint = "attention_count", input = server_fn::codec::GetUrl)]
pub async fn attention_count() -> Result<i64, Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Operator).await?;
    domain::alert::count(&shop).await.map_err(|fault| context::problem(fault, person.language))
}

async fn load() -> Result<Answer, Problem> {
    wire::ask(Attention::PATH.to_owned(), attention).await.map(Answer::Attention)
}

async fn count() -> Result<Answer, Problem> {
    wire::ask(AttentionCount::PATH.to_owned(), attention_count).await.map(Answer::Count)
}

/// The number beside the link to the page; nothing while nothing waits.
#[component]
pub fn Waiting() -> impl IntoView {
    let live = expect_context::<Live>();
    let open = Answers::new(move || live.anything.get(), |_| count());
    view! {
        <Transition>
            {move || Suspend::new(async move {
                match open.await {
                    Ok(Answer::Count(count)) if count > 0 => {
                        view! {
                            <span class="bubble num" aria-hidden="true">{count}</span>
                            <span class="vh">{t_count("admin-attention-open", count)}</span>
                        }
                        .into_any()
                    }
                    _ => ().into_any(),
                }
            })}
        </Transition>
    }
    .into_any()
}

/// `/admin/attention`
#[component]
pub fn AttentionPage() -> impl IntoView {
    let live = expect_context::<Live>();
    let clear = Post::to(ClearAlert::PATH);
    let resume = Post::to(ResumeProvider::PATH);
    // Busy begins and ends: read anew after each.
    let list = Answers::new(move || (live.anything.get(), clear.busy.get(), resume.busy.get()), |_| load());
    view! {
        <Title text=t("admin-attention")/>
        <h1>{t("admin-attention")}</h1>
        <Outcome result=clear.result done=t("admin-alert-cleared")/>
        <Outcome result=resume.result done=t("admin-provider-resumed")/>
        <Transition fallback=|| view! { <div class="skeleton tall" aria-hidden="true"></div> }>
            {move || Suspend::new(async move {
                match list.await {
                    Ok(Answer::Attention(list)) => view! { <Lists list clear resume/> }.into_any(),
                    Ok(_) => ().into_any(),
                    Err(problem) => view! { <ProblemPanel problem retry=move |()| list.refetch()/> }.into_any(),
                }
            })}
        </Transition>
    }
    .into_any()
}

#[component]
fn Lists(list: NeedsAttention, clear: Post, resume: Post) -> impl IntoView {
    let alerts = if list.alerts.is_empty() {
        view! { <p class="panel empty">{t("admin-attention-none")}</p> }.into_any()
    } else {
        let rows = list.alerts.into_iter().map(|alert| view! { <Alert alert clear/> }).collect_view();
        view! { <ul role="list" class="alerts">{rows}</ul> }.into_any()
    };
    let repairs = if list.repairs.is_empty() {
        view! { <p class="quiet-text">{t("admin-repairs-none")}</p> }.into_any()
    } else {
        let rows = list.repairs.into_iter().map(|repair| view! { <Repair repair/> }).collect_view();
        view! { <ul role="list" class="entries">{rows}</ul> }.into_any()
    };
    let unmapped = if list.unmapped.is_empty() {
        view! { <p class="quiet-text">{t("admin-unmapped-none")}</p> }.into_any()
    } else {
        let rows = list.unmapped.into_iter().map(|code| view! { <Unmapped code/> }).collect_view();
        view! { <ul role="list" class="entries">{rows}</ul> }.into_any()
    };
    view! {
        <section aria-labelledby="alerts"><h2 id="alerts" class="vh">{t("admin-attention-alerts")}</h2>{alerts}</section>
        <section class="panel" aria-labelledby="providers">
            <h2 id="providers">{t("admin-providers")}</h2>
            <Health rows=list.providers resume/>
        </section>
        <section class="panel" aria-labelledby="repairs">
            <h2 id="repairs">{t("admin-repairs")}</h2>
            <p class="quiet-text">{t("admin-repairs-what")}</p>
            {repairs}
        </section>
        <section class="panel" aria-labelledby="unmapped">
            <h2 id="unmapped">{t("admin-unmapped")}</h2>
            <p class="quiet-text">{t("admin-unmapped-what")}</p>
            {unmapped}
        </section>
    }
    .into_any()
}

#[component]
fn Alert(alert: AlertView, clear: Post) -> impl IntoView {
    let about = match (alert.order, alert.provider) {
        (Some(number), _) => {
            view! { <A href=format!("/admin/orders/{number}")><span class="num">{number.clone()}</span></A> }
                .into_any()
        }
        (None, provider) => provider.map(|name| view! { <strong>{name}</strong> }).into_any(),
    };
    view! {
        <li class="panel">
            <Shape drawing=status_shape(Status::Exception)/>
            <div class="grow">
                <p class="about">{about} " " <span class="meta"><When moment=alert.raised/></span></p>
                <p>{alert.sentence}</p>
                <AlertDetail kind=alert.kind words=alert.detail/>
            </div>
            <ClearButton id=alert.id post=clear/>
        </li>
    }
    .into_any()
}

/// What else there is to say: the customer's own words, or what a provider said.
#[component]
pub fn AlertDetail(kind: AlertKind, words: Option<String>) -> impl IntoView {
    let words = words.filter(|words| !words.is_empty());
    words
        .map(|words| match kind {
            // An empty `lang`: nobody knows the language a customer writes in.
            AlertKind::ReturnRequested | AlertKind::NotReceived => {
                view! { <p class="said" lang="" dir="auto">{words}</p> }.into_any()
            }
            _ => view! { <p class="raw" lang="en">{words}</p> }.into_any(),
        })
        .into_any()
}

#[component]
fn Unmapped(code: UnmappedView) -> impl IntoView {
    // An empty `lang`: carriers speak many languages, and do not say which.
    let words = code.words.map(|words| view! { <span class="raw" lang="" dir="auto">{words}</span> });
    view! {
        <li>
            <span>{code.source} " " <bdi class="num" dir="ltr">{code.code}</bdi></span>
            <span class="meta">{t_count("admin-unmapped-times", code.times)} " · " <When moment=code.last/></span>
            {words}
        </li>
    }
    .into_any()
}

#[component]
fn Repair(repair: RepairView) -> impl IntoView {
    // A word of ours where it is one; else as it was written.
    let what = Kind::parse(&repair.what).map_or(repair.what, |kind| kind.say(language()));
    let order = repair
        .order
        .map(|number| view! { <A href=format!("/admin/orders/{number}")>{number.clone()}</A> " · " });
    view! { <li><span>{what}</span> <span class="meta">{order} {repair.provider} " · " <When moment=repair.at/></span></li> }
        .into_any()
}
