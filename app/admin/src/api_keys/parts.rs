//! What the pages of keys share: what was said about the last press, whether a key opens something, and the secret, once.

use domain::{api_key::KeyState, order::Status};
use leptos::prelude::*;
use ui::Mark;

use crate::flows::Desk;

/// What a page says about the last press.
#[derive(Debug, Clone, Default)]
pub struct Said {
    /// A sentence when it went well.
    pub good: Option<String>,
    /// A sentence when it did not.
    pub bad: Option<String>,
}

impl Said {
    pub(super) fn lines(&self) -> AnyView {
        view! {
            <div class="outcome">
                <div class="outcome-bad" role="alert">{self.bad.clone().map(|words| view! { <p>{words}</p> })}</div>
                <div class="outcome-good" role="status">{self.good.clone().map(|words| view! { <p>{words}</p> })}</div>
            </div>
        }
        .into_any()
    }
}

/// Whether a key opens something, by shape and word.
pub(super) fn mark(desk: &Desk, state: KeyState) -> AnyView {
    let (status, key) = match state {
        KeyState::Active => (Status::Delivered, "keys-state-active"),
        KeyState::Expired => (Status::Delayed, "keys-state-expired"),
        KeyState::Revoked => (Status::Cancelled, "keys-state-revoked"),
    };
    view! { <Mark status=status word=desk.t(key)/> }.into_any()
}

/// The secret, on the one page that has it.
pub(super) fn secret(desk: &Desk, secret: &str) -> AnyView {
    view! {
        <section class="panel key-secret" aria-labelledby="secret-title">
            <h2 id="secret-title">{desk.t("keys-secret")}</h2>
            <p id="secret-once">{desk.t("keys-secret-once")}</p>
            <input id="secret" class="raw" readonly value=secret.to_owned() spellcheck="false" autocomplete="off"
                aria-labelledby="secret-title" aria-describedby="secret-once"/>
        </section>
    }
    .into_any()
}
