//! What became of an account: who did what, and when.

use domain::{
    language::say_with,
    staff::{AccountEvent, AccountEventKind, Role},
};
use leptos::prelude::*;

use super::{colleague::Shown, parts::when};
use crate::flows::Desk;

/// The history; nothing where there is none.
pub(super) fn history(desk: &Desk, shown: &Shown) -> Option<AnyView> {
    if shown.history.is_empty() {
        return None;
    }
    let lines = shown.history.iter().map(|event| {
        view! {
            <li>
                {when(desk, event.happened_at)}
                <span>{what(desk, event)}</span>
                <bdi class="quiet-text">{by(desk, event, &shown.colleague.name)}</bdi>
            </li>
        }
    });
    let history = view! {
        <section class="panel" aria-labelledby="history">
            <h2 id="history">{desk.t("team-history")}</h2>
            <ol role="list" class="team-history">{lines.collect_view()}</ol>
        </section>
    };
    Some(history.into_any())
}

fn what(desk: &Desk, event: &AccountEvent) -> String {
    let language = desk.person.language;
    let role = |role: Option<Role>| role.map(|role| role.say(language)).unwrap_or_default();
    let words = vec![("from", role(event.from).into()), ("to", role(event.to).into())];
    say_with(language, &format!("team-event-{}", event.kind.as_str().replace('_', "-")), words)
}

/// Whoever has no name here did it by a link of theirs, or from the command line.
fn by(desk: &Desk, event: &AccountEvent, owner: &str) -> String {
    let own = matches!(
        event.kind,
        AccountEventKind::Joined
            | AccountEventKind::PasswordChanged
            | AccountEventKind::FactorOn
            | AccountEventKind::FactorOff
    );
    match &event.actor {
        Some(actor) => actor.clone(),
        None if own => owner.to_owned(),
        None => desk.t("team-by-command"),
    }
}
