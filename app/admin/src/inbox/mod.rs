//! Webhooks: what came, what became of it, what was turned away.

mod tables;

use domain::inbox::InboxView;
use leptos::prelude::*;
use leptos_meta::Title;
use server_fn::ServerFn;
use tables::{Received, Refused};

use crate::{
    Problem,
    live::Live,
    outcome::ProblemPanel,
    wire::{self, Answer, Answers},
    words::{t, t_count},
};

/// The newest webhooks, in the reader's language.
#[server(prefix = "/admin/fn", endpoint = "inbox", input = server_fn::codec::GetUrl)]
pub async fn inbox() -> Result<InboxView, Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Operator).await?;
    domain::inbox::list(&shop, person.language, &domain::inbox::InboxFilter::default())
        .await
        .map_err(|fault| context::problem(fault, person.language))
}

async fn load() -> Result<Answer, Problem> {
    wire::ask(Inbox::PATH.to_owned(), inbox).await.map(Answer::Inbox)
}

/// `/admin/inbox`
#[component]
pub fn InboxPage() -> impl IntoView {
    let live = expect_context::<Live>();
    let view = Answers::new(move || live.anything.get(), |_| load());
    view! {
        <Title text=t("admin-nav-inbox")/>
        <h1>{t("admin-nav-inbox")}</h1>
        <Transition fallback=|| view! { <div class="skeleton tall" aria-hidden="true"></div> }>
            {move || Suspend::new(async move {
                match view.await {
                    Ok(Answer::Inbox(inbox)) => view! { <Webhooks inbox/> }.into_any(),
                    Ok(_) => ().into_any(),
                    Err(problem) => view! { <ProblemPanel problem retry=move |()| view.refetch()/> }.into_any(),
                }
            })}
        </Transition>
    }
    .into_any()
}

#[component]
fn Webhooks(inbox: InboxView) -> impl IntoView {
    let dead = (inbox.jobs_dead > 0).then(
        || view! { <p class="panel problem" role="alert">{t_count("admin-jobs-dead", inbox.jobs_dead)}</p> },
    );
    view! {
        {dead}
        <p class="quiet-text">{t_count("admin-jobs-waiting", inbox.jobs_waiting)}</p>
        <section aria-labelledby="received">
            <h2 id="received">{t("admin-inbox-received")}</h2>
            <Received rows=inbox.received/>
        </section>
        <section aria-labelledby="refused">
            <h2 id="refused">{t("admin-inbox-refused")}</h2>
            <p class="quiet-text">{t("admin-inbox-refused-what")}</p>
            <Refused rows=inbox.refused/>
        </section>
    }
    .into_any()
}
