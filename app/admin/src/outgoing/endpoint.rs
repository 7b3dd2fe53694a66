//! `/admin/webhooks/{id}`: one endpoint, how it is, what can be done about it, and its log.

use domain::{
    event::Kind,
    outbox::{Endpoint, LogFilter, LogPage},
};
use leptos::prelude::*;
use ui::When;

use super::{HERE, actions::actions, at, back, document, fact, log::log, mark::how, untaken, when};
use crate::{doors::drawn, flows::Desk, notices::Said};

/// What the page shows.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The endpoint.
    pub endpoint: Endpoint,
    /// What narrows its log.
    pub filter: LogFilter,
    /// A page of it.
    pub page: LogPage,
    /// A new secret: shown now and never again.
    pub secret: Option<String>,
    /// For the next secret: asking twice makes one.
    pub key: String,
}

/// The page.
pub fn endpoint_page(desk: &Desk, shown: &Shown, said: &Said) -> String {
    drawn(|| {
        let endpoint = &shown.endpoint;
        let title = Some(endpoint.draft.description.clone())
            .filter(|words| !words.is_empty())
            .unwrap_or(endpoint.host());
        let inside = view! {
            {back(HERE.to_owned(), desk.t("hooks-title"))}
            <h1><bdi>{title.clone()}</bdi></h1>
            {said.lines()}
            {shown.secret.clone().map(|secret| new_secret(desk, secret))}
            <div class="log-message">
                {facts(desk, endpoint)}
                {actions(desk, shown)}
            </div>
            {log(desk, shown)}
        };
        document(desk, &title, inside.into_any())
    })
}

fn new_secret(desk: &Desk, secret: String) -> AnyView {
    view! {
        <section class="panel hook-secret" aria-labelledby="secret-title">
            <h2 id="secret-title">{desk.t("hooks-secret-new")}</h2>
            <p><code class="raw" id="secret">{secret}</code></p>
            <p class="hint">{desk.t("hooks-secret-once")}</p>
        </section>
    }
    .into_any()
}

fn facts(desk: &Desk, endpoint: &Endpoint) -> AnyView {
    let moment = |moment| view! { <When moment=when(desk, moment)/> }.into_any();
    let language = desk.person.language;
    let types = if endpoint.draft.event_types.is_empty() {
        desk.t("hooks-types-all")
    } else {
        let words: Vec<_> = endpoint.draft.event_types.iter().map(|kind: &Kind| kind.say(language)).collect();
        words.join(", ")
    };
    let state = view! {
        {how(desk, endpoint)} " "
        {endpoint.disabled.map(|disabled| moment(disabled.at))}
        {endpoint.failing_since.filter(|_| endpoint.disabled.is_none()).map(|since| view! { {desk.t("hooks-since")} " " {moment(since)} })}
    };
    let paused = endpoint.paused_until.map(|until| fact(desk, "hooks-paused", moment(until)));
    let succeeded = endpoint.succeeded_at.map_or_else(|| desk.t("hooks-never").into_any(), moment);
    let secrets = endpoint.secrets.iter().map(|secret| {
        let ends =
            secret.ends_at.map(|ends| view! { " · " {desk.t("hooks-secret-ends")} " " {moment(ends)} });
        view! { <li>{desk.t("hooks-secret-since")} " " {moment(secret.created_at)} {ends}</li> }
    });
    let secrets = view! { <ul role="list">{secrets.collect_view()}</ul> };
    view! {
        <section class="panel" aria-labelledby="facts">
            <h2 id="facts" class="vh">{desk.t("hooks-endpoint")}</h2>
            <dl class="log-facts">
                {fact(desk, "hooks-standing", state.into_any())}
                {paused}
                {fact(desk, "hooks-url", view! { <code class="raw">{endpoint.draft.url.clone()}</code> }.into_any())}
                {fact(desk, "hooks-payload", desk.t(&format!("hooks-payload-{}", endpoint.draft.payload.as_str())).into_any())}
                {fact(desk, "hooks-types", types.into_any())}
                {fact(desk, "hooks-waiting", untaken(desk, endpoint).into_any())}
                {fact(desk, "hooks-succeeded", succeeded)}
                {fact(desk, "hooks-secrets", secrets.into_any())}
            </dl>
            <p class="buttons"><a class="button" href=format!("{}/edit", at(endpoint.id))>{desk.t("hooks-edit")}</a></p>
        </section>
    }
    .into_any()
}
