//! One message: as it is sent, and each time it was, with what was answered.

use domain::outbox::{Attempt, Endpoint, Message};
use leptos::prelude::*;
use ui::When;

use super::{
    at, back, document, fact,
    log::waits,
    mark::{kind, mark},
    when,
};
use crate::{doors::drawn, flows::Desk, notices::Said};

/// The page.
pub fn message_page(
    desk: &Desk,
    endpoint: &Endpoint,
    message: &Message,
    attempts: &[Attempt],
    said: &Said,
) -> String {
    drawn(|| {
        let title = kind(desk, &message.kind);
        let up = Some(endpoint.draft.description.clone())
            .filter(|words| !words.is_empty())
            .unwrap_or_else(|| endpoint.host());
        let inside = view! {
            {back(at(endpoint.id), up)}
            <h1>{title.clone()}</h1>
            {said.lines()}
            <div class="log-message">
                {facts(desk, message)}
                {actions(desk, message)}
                <section class="panel" aria-labelledby="attempts">
                    <h2 id="attempts">{desk.t("hooks-attempts")}</h2>
                    {log(desk, attempts)}
                </section>
                <section class="panel" aria-labelledby="body">
                    <h2 id="body">{desk.t("hooks-body")}</h2>
                    <pre class="body" role="group" tabindex="0" aria-labelledby="body">{pretty(&message.body)}</pre>
                </section>
            </div>
        };
        document(desk, &title, inside.into_any())
    })
}

/// For people: it is sent without the line breaks.
fn pretty(body: &str) -> String {
    let read = serde_json::from_str::<serde_json::Value>(body);
    read.and_then(|value| serde_json::to_string_pretty(&value)).unwrap_or_else(|_| body.to_owned())
}

fn facts(desk: &Desk, message: &Message) -> AnyView {
    let order = message.order.clone().map(|number| {
        let href = format!("/admin/orders/{number}");
        fact(desk, "log-column-order", view! { <a href=href class="num">{number}</a> }.into_any())
    });
    let sequence =
        message.sequence.map(|sequence| fact(desk, "hooks-sequence", sequence.to_string().into_any()));
    let state = view! { {mark(desk, message.state)} " " {waits(desk, message)} };
    view! {
        <section class="panel" aria-labelledby="facts">
            <h2 id="facts" class="vh">{desk.t("log-facts")}</h2>
            <dl class="log-facts">
                {fact(desk, "hooks-standing", state.into_any())}
                {fact(desk, "hooks-id", view! { <code class="raw">{message.name()}</code> }.into_any())}
                {fact(desk, "hooks-type", view! { <code class="raw">{message.kind.clone()}</code> }.into_any())}
                {order}{sequence}
                {fact(desk, "hooks-occurred", view! { <When moment=when(desk, message.occurred_at)/> }.into_any())}
            </dl>
        </section>
    }
    .into_any()
}

fn actions(desk: &Desk, message: &Message) -> AnyView {
    let here = format!("{}/messages/{}", at(message.endpoint), message.id);
    let skip = message.may_skip().then(|| {
        view! {
            <form method="post" action=here.clone()>
                <button type="submit" class="button" name="do" value="skip">{desk.t("hooks-skip")}</button>
                <span class="hint">{desk.t("hooks-skip-what")}</span>
            </form>
        }
    });
    view! {
        <section class="panel log-actions" aria-labelledby="do">
            <h2 id="do">{desk.t("log-do")}</h2>
            <form method="post" action=here.clone()>
                <button type="submit" class="button primary" name="do" value="resend">{desk.t("hooks-resend")}</button>
                <span class="hint">{desk.t("hooks-resend-what")}</span>
            </form>
            {skip}
        </section>
    }
    .into_any()
}

fn log(desk: &Desk, attempts: &[Attempt]) -> AnyView {
    if attempts.is_empty() {
        return view! { <p>{desk.t("hooks-attempts-none")}</p> }.into_any();
    }
    let attempts = attempts.iter().map(|attempt| one(desk, attempt));
    view! { <ol role="list" class="hook-attempts">{attempts.collect_view()}</ol> }.into_any()
}

fn one(desk: &Desk, attempt: &Attempt) -> AnyView {
    let said = attempt.status.map_or_else(
        || attempt.reason.as_deref().map(|reason| why(desk, reason)).unwrap_or_default(),
        |status| format!("HTTP {status}"),
    );
    let took = desk.name("hooks-took", attempt.took.to_string());
    let more = attempt.status.and(attempt.reason.as_deref()).filter(|reason| *reason != "status");
    let more = more.map(|reason| view! { " · " {why(desk, reason)} });
    let detail = attempt.detail.clone().map(|detail| view! { <p class="raw" lang="en">{detail}</p> });
    let headers = attempt.headers.as_object().into_iter().flatten().map(|(name, value)| {
        let value = value.as_str().unwrap_or_default().to_owned();
        format!("{name}: {value}")
    });
    let sent = std::iter::once(format!("POST {}", attempt.url)).chain(headers).collect::<Vec<_>>().join("\n");
    let answer = (!attempt.answer.is_empty()).then(|| {
        view! {
            <p class="hint">{desk.t("hooks-answer")}</p>
            <pre class="body" role="group" tabindex="0" aria-label=desk.t("hooks-answer")>{attempt.answer.clone()}</pre>
        }
    });
    view! {
        <li>
            <details class="fold">
                <summary><When moment=when(desk, attempt.at)/> " · " {said} {more} " · " {took}</summary>
                {detail}
                <p class="hint">{desk.t("hooks-request")}</p>
                <pre class="body" role="group" tabindex="0" aria-label=desk.t("hooks-request")>{sent}</pre>
                {answer}
            </details>
        </li>
    }
    .into_any()
}

/// Why an attempt counts as failed; a word that nobody has a sentence for stands as it is.
fn why(desk: &Desk, reason: &str) -> String {
    const REASONS: [&str; 7] = ["address", "name", "timeout", "connection", "cut", "redirect", "secret"];
    if REASONS.contains(&reason) { desk.t(&format!("hooks-why-{reason}")) } else { reason.replace('_', " ") }
}
