//! Webhooks: what came, what became of it, what was turned away.

mod body;
mod filter;
#[cfg(feature = "ssr")]
mod pretty;
mod replay;
mod tables;

pub use body::BodyPage;
use domain::inbox::{InboxFilter, InboxView};
use filter::{FilterForm, address, asking};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{components::A, hooks::use_query_map};
use replay::ReplayForm;
use server_fn::ServerFn;
use tables::{Received, Refused};

use crate::{
    Problem,
    live::Live,
    me::may_pay,
    outcome::ProblemPanel,
    wire::{self, Answer, Answers},
    words::{t, t_count},
};

/// A page of webhooks, in the reader's language.
#[server(prefix = "/admin/fn", endpoint = "inbox", input = server_fn::codec::GetUrl)]
pub async fn inbox(#[server(default)] filter: InboxFilter) -> Result<InboxView, Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Operator).await?;
    domain::inbox::list(&shop, person.language, &filter)
        .await
        .map_err(|fault| context::problem(fault, person.language))
}

async fn load(filter: InboxFilter) -> Result<Answer, Problem> {
    wire::ask(asking(Inbox::PATH, &filter), || inbox(filter)).await.map(Answer::Inbox)
}

/// `/admin/inbox`
#[component]
pub fn InboxPage() -> impl IntoView {
    let live = expect_context::<Live>();
    let query = use_query_map();
    let filter = Memo::new(move |_| query.with(filter::read));
    let view = Answers::new(move || (filter.get(), live.anything.get()), |(filter, _)| load(filter));
    view! {
        <Title text=t("admin-nav-inbox")/>
        <h1>{t("admin-nav-inbox")}</h1>
        <FilterForm filter/>
        {may_pay().then(|| view! { <ReplayForm filter/> })}
        <Transition fallback=|| view! { <div class="skeleton tall" aria-hidden="true"></div> }>
            {move || Suspend::new(async move {
                match view.await {
                    Ok(Answer::Inbox(inbox)) => view! { <Webhooks inbox filter=filter.get_untracked()/> }.into_any(),
                    Ok(_) => ().into_any(),
                    Err(problem) => view! { <ProblemPanel problem retry=move |()| view.refetch()/> }.into_any(),
                }
            })}
        </Transition>
    }
    .into_any()
}

#[component]
fn Webhooks(inbox: InboxView, filter: InboxFilter) -> impl IntoView {
    let dead = (inbox.jobs_dead > 0).then(
        || view! { <p class="panel problem" role="alert">{t_count("admin-jobs-dead", inbox.jobs_dead)}</p> },
    );
    let next = inbox.next.map(|cursor| {
        let href = address(&InboxFilter { after: Some(cursor), ..filter });
        view! { <nav class="pager" aria-label=t("admin-pages")><A href attr:rel="next">{t("admin-page-next")}</A></nav> }
    });
    view! {
        {dead}
        <p class="quiet-text">{t_count("admin-jobs-waiting", inbox.jobs_waiting)}</p>
        <section aria-labelledby="received">
            <h2 id="received">{t("admin-inbox-received")}</h2>
            <Received rows=inbox.received/>
            {next}
        </section>
        <section aria-labelledby="refused">
            <h2 id="refused">{t("admin-inbox-refused")}</h2>
            <p class="quiet-text">{t("admin-inbox-refused-what")}</p>
            <Refused rows=inbox.refused/>
        </section>
    }
    .into_any()
}
