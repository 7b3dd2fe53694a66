//! The pages about single messages, as documents of the server's own: the log, a message as it was sent, writing one by hand, how well it
//! goes, and each person's own news. Plain links and forms; nothing of the app is downloaded for them.

mod by_hand;
mod feed;
mod figures;
mod filter;
mod live;
mod log;
mod mark;
mod message;

pub use by_hand::{Draft, Hour, by_hand_page};
pub use feed::feed_page;
pub use figures::{SPANS, figures_page};
pub use filter::{address, read_filter};
pub use log::log_page;
pub(crate) use mark::mark as state_mark;
pub use message::message_page;

use leptos::prelude::*;

use crate::{
    flows::Desk,
    messages::{MessagesNav, MessagesPage},
};

/// What a page says about the last press.
#[derive(Debug, Clone, Default)]
pub struct Said {
    /// A sentence when it went well.
    pub good: Option<String>,
    /// A sentence when it did not.
    pub bad: Option<String>,
}

impl Said {
    pub(crate) fn lines(&self) -> AnyView {
        view! {
            <div class="outcome">
                <div class="outcome-bad" role="alert">{self.bad.clone().map(|words| view! { <p>{words}</p> })}</div>
                <div class="outcome-good" role="status">{self.good.clone().map(|words| view! { <p>{words}</p> })}</div>
            </div>
        }
        .into_any()
    }
}

/// A whole document of these pages.
fn document(desk: &Desk, here: MessagesPage, title: &str, inside: AnyView) -> String {
    let language = desk.person.language;
    let inside = view! { <MessagesNav here role=desk.person.role language/> {inside} };
    desk.document_at(MessagesPage::Log.path(), title, live::SCRIPT, inside.into_any())
}
