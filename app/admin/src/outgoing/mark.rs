//! How a message or an endpoint stands, by shape and word.

use domain::{
    order::Status,
    outbox::{Disabled, DisabledBecause, Endpoint, MessageState, TEST},
};
use leptos::prelude::*;
use ui::Mark;

use crate::flows::Desk;

/// The look a state shares with one of the ten: nothing is told by colour alone.
const fn look(state: MessageState) -> Status {
    match state {
        MessageState::Pending => Status::Pending,
        MessageState::Delivered => Status::Delivered,
        MessageState::Failed => Status::Exception,
        MessageState::Skipped => Status::Cancelled,
    }
}

/// A state's word.
pub(super) fn word(desk: &Desk, state: MessageState) -> String {
    desk.t(&format!("hooks-state-{}", state.as_str()))
}

/// A message's state as a badge.
pub(super) fn mark(desk: &Desk, state: MessageState) -> AnyView {
    view! { <Mark status=look(state) word=word(desk, state)/> }.into_any()
}

/// An endpoint's state as a badge.
pub(super) fn how(desk: &Desk, endpoint: &Endpoint) -> AnyView {
    let (status, key) = match endpoint.disabled {
        Some(Disabled { because: DisabledBecause::Person, .. }) => (Status::Cancelled, "hooks-disabled"),
        Some(Disabled { because: DisabledBecause::Failing, .. }) => {
            (Status::Exception, "hooks-disabled-failing")
        }
        Some(Disabled { because: DisabledBecause::Gone, .. }) => (Status::Exception, "hooks-disabled-gone"),
        None if endpoint.failing_since.is_some() => (Status::Delayed, "hooks-failing"),
        None => (Status::Confirmed, "hooks-enabled"),
    };
    view! { <Mark status=status word=desk.t(key)/> }.into_any()
}

/// What a type of message is called.
pub(super) fn kind(desk: &Desk, kind: &str) -> String {
    match domain::event::Kind::parse(kind) {
        Some(kind) => kind.say(desk.person.language),
        None if kind == TEST => desk.t("hooks-test-message"),
        None => kind.to_owned(),
    }
}
