//! One webhook as it came. Personal data stands in it: administrators only.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{components::A, hooks::use_params_map};
use server_fn::ServerFn;

use super::replay::ReplayButton;
use crate::{
    Kind, Problem,
    missing::Missing,
    orders::escape,
    outcome::ProblemPanel,
    wire::{self, Answer, Answers},
    words::t,
};

/// A webhook's body, laid out to be read.
#[server(prefix = "/admin/fn", endpoint = "inbox_body", input = server_fn::codec::GetUrl)]
pub async fn inbox_body(id: String) -> Result<String, Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Admin).await?;
    let body = match id.parse::<domain::ids::InboxId>() {
        Ok(id) => domain::inbox::body(&shop, id).await,
        Err(_) => Err(domain::Fault::NotFound),
    };
    match body {
        Ok(body) => Ok(super::pretty::pretty(&body)),
        Err(fault) => Err(context::problem(fault, person.language)),
    }
}

async fn load(id: String) -> Result<Answer, Problem> {
    wire::ask(format!("{}?id={}", InboxBody::PATH, escape(&id)), || inbox_body(id)).await.map(Answer::Body)
}

/// `/admin/inbox/:id`
#[component]
pub fn BodyPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id").unwrap_or_default()));
    let body = Answers::new(move || id.get(), load);
    view! {
        <Title text=t("admin-body")/>
        <p class="back"><A href="/admin/inbox">{t("admin-nav-inbox")}</A></p>
        <h1>{t("admin-body")}</h1>
        <Transition fallback=|| view! { <div class="skeleton tall" aria-hidden="true"></div> }>
            {move || Suspend::new(async move {
                match body.await {
                    Ok(Answer::Body(text)) => view! {
                        <ReplayButton id=id.get_untracked()/>
                        // Scrolls: so it can be reached by keyboard.
                        <pre class="raw body" tabindex="0" lang="en" dir="ltr">{text}</pre>
                    }
                    .into_any(),
                    Ok(_) => ().into_any(),
                    Err(problem) if problem.kind == Kind::NotFound => view! { <Missing/> }.into_any(),
                    Err(problem) => view! { <ProblemPanel problem retry=move |()| body.refetch()/> }.into_any(),
                }
            })}
        </Transition>
    }
    .into_any()
}
