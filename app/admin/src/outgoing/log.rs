//! An endpoint's log: every message, the newest first.

use domain::outbox::{LogFilter, Message};
use leptos::prelude::*;
use ui::When;

use super::{
    at,
    endpoint::Shown,
    filter::{address, filter_form},
    mark::{kind, mark},
    when,
};
use crate::flows::Desk;

/// The section.
pub(super) fn log(desk: &Desk, shown: &Shown) -> AnyView {
    view! {
        <section id="log" aria-labelledby="log-title">
            <h2 id="log-title">{desk.t("hooks-log")}</h2>
            {filter_form(desk, shown.endpoint.id, &shown.filter)}
            {table(desk, shown)}
        </section>
    }
    .into_any()
}

fn table(desk: &Desk, shown: &Shown) -> AnyView {
    if shown.page.messages.is_empty() {
        return view! { <p class="panel empty">{desk.t("hooks-log-none")}</p> }.into_any();
    }
    let heads = [
        "log-column-when",
        "log-column-order",
        "hooks-sequence",
        "hooks-type",
        "hooks-standing",
        "hooks-attempts",
    ]
    .map(|key| view! { <th scope="col" role="columnheader">{desk.t(key)}</th> });
    let rows = shown.page.messages.iter().map(|message| row(desk, message)).collect_view();
    let next = shown.page.next.map(|after| {
        let href = address(shown.endpoint.id, &LogFilter { after: Some(after), ..shown.filter.clone() });
        view! { <nav class="pager" aria-label=desk.t("admin-pages")><a href=format!("{href}#log") rel="next">{desk.t("admin-page-next")}</a></nav> }
    });
    view! {
        <div class="table-frame">
            <table class="hooks" role="table">
                <caption class="vh">{desk.t("hooks-log")}</caption>
                <thead role="rowgroup"><tr role="row">{heads.into_iter().collect_view()}</tr></thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </div>
        {next}
    }
    .into_any()
}

fn row(desk: &Desk, message: &Message) -> AnyView {
    let order = message.order.clone().map(|number| {
        let href = format!("/admin/orders/{number}");
        view! { <a href=href>{number}</a> }
    });
    let href = format!("{}/messages/{}", at(message.endpoint), message.id);
    let sequence = message.sequence.map(|sequence| desk.name("hooks-sequence-of", sequence.to_string()));
    view! {
        <tr role="row">
            <td role="cell"><When moment=when(desk, message.created_at)/></td>
            <td role="cell" class="number">{order}</td>
            <td role="cell">{sequence}</td>
            <td role="cell"><a href=href>{kind(desk, &message.kind)}</a></td>
            <td role="cell">{mark(desk, message.state)} " " {waits(desk, message)}</td>
            <td role="cell">{desk.count("hooks-attempts-count", i64::from(message.attempts), "")}</td>
        </tr>
    }
    .into_any()
}

/// What it waits for.
pub(super) fn waits(desk: &Desk, message: &Message) -> AnyView {
    if message.behind {
        return view! { <span class="quiet-text">{desk.t("hooks-behind")}</span> }.into_any();
    }
    let next = message.next_attempt_at.filter(|_| message.attempts > 0).map(|next| {
        view! { <span class="quiet-text">{desk.t("hooks-next")} " " <When moment=when(desk, next)/></span> }
    });
    view! { {next} }.into_any()
}
