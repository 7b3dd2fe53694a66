//! What the pages of accounts share: whether an account opens, moments, and the invitation's link, once.

use domain::{
    clock::At,
    dates::{day_and_time, moment},
    language::say_with,
    order::Status,
    staff::{AccountState, Colleague},
};
use leptos::prelude::*;
use ui::{Mark, When};

use crate::flows::Desk;

/// Whether an account opens, by shape and word.
pub(super) fn mark(desk: &Desk, state: AccountState) -> AnyView {
    let status = match state {
        AccountState::Invited => Status::Delayed,
        AccountState::Active => Status::Delivered,
        AccountState::Closed => Status::Cancelled,
    };
    view! { <Mark status=status word=desk.t(&format!("team-state-{}", state.as_str()))/> }.into_any()
}

/// A moment in the reader's language and the shop's zone.
pub(super) fn when(desk: &Desk, at: At) -> AnyView {
    let moment = moment(at, desk.person.language, &desk.about.zone);
    view! { <When moment=moment/> }.into_any()
}

/// A moment that may not have come yet.
pub(super) fn when_ever(desk: &Desk, at: Option<At>) -> AnyView {
    match at {
        Some(at) => when(desk, at),
        None => view! { {desk.t("team-never")} }.into_any(),
    }
}

/// The invitation's link, on the one page that has it.
pub(super) fn link(desk: &Desk, who: &Colleague, address: &str) -> AnyView {
    let language = desk.person.language;
    let until = who.invited_until.map(|at| day_and_time(at, language, &desk.about.zone)).unwrap_or_default();
    let words = vec![("email", who.email.clone().into()), ("until", until.into())];
    view! {
        <section class="panel key-secret" aria-labelledby="link-title">
            <h2 id="link-title">{desk.t("team-link")}</h2>
            <p id="link-once">{say_with(language, "team-link-once", words)}</p>
            <input id="link" class="raw" readonly value=address.to_owned() spellcheck="false" autocomplete="off"
                aria-labelledby="link-title" aria-describedby="link-once"/>
        </section>
    }
    .into_any()
}
