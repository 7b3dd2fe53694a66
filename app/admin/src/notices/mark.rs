//! How far a message got, by shape and word.

use domain::{Language, language::say, notice::NoticeState, order::Status};
use leptos::prelude::*;
use ui::Mark;

/// The look a state shares with one of the ten: nothing is told by colour alone.
pub const fn look(state: NoticeState) -> Status {
    match state {
        NoticeState::Pending => Status::Pending,
        NoticeState::Deferred => Status::Confirmed,
        NoticeState::Sending => Status::Processing,
        NoticeState::Sent => Status::Shipped,
        NoticeState::Delivered | NoticeState::Opened | NoticeState::Clicked => Status::Delivered,
        NoticeState::Failed => Status::Delayed,
        NoticeState::Dead => Status::Exception,
        NoticeState::Suppressed | NoticeState::Withdrawn => Status::Cancelled,
    }
}

/// The state's word.
pub fn word(state: NoticeState, language: Language) -> String {
    say(language, &format!("notice-state-{}", state.as_str()))
}

/// The state as a badge.
pub fn mark(state: NoticeState, language: Language) -> AnyView {
    view! { <Mark status=look(state) word=word(state, language)/> }.into_any()
}
