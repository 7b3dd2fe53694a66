//! Tells the open page that something changed, so that it can ask anew.
//!
//! The server's stream says only *that* an order changed and to which version; what it is now comes through the page's own
//! server function, with its checks. Without the stream the page is as right as when it was loaded, and says so.

#[cfg(feature = "hydrate")]
mod pace;
#[cfg(feature = "hydrate")]
mod stream;

use leptos::prelude::*;

use crate::words::t;

/// How the line to the server stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(
    not(feature = "hydrate"),
    expect(dead_code, reason = "only a browser has a line that stands or falls")
)]
pub enum Line {
    /// Not opened yet: the page has just come.
    Opening,
    /// Changes arrive.
    Live,
    /// Lost; trying again.
    Reconnecting,
}

/// What arrives over the line.
#[derive(Debug, Clone, Copy)]
pub struct Live {
    /// How it stands.
    pub line: RwSignal<Line>,
    /// Counts up when the line begins to stand: what happened before was not heard.
    pub opened: RwSignal<u32>,
    /// Counts up when anything changed, at most once a second.
    pub anything: RwSignal<u32>,
    /// The order that changed last, and its version.
    pub order: RwSignal<Option<(String, i64)>>,
}

impl Live {
    /// A line that nobody has opened.
    pub fn new() -> Self {
        Self {
            line: RwSignal::new(Line::Opening),
            opened: RwSignal::new(0),
            anything: RwSignal::new(0),
            order: RwSignal::new(None),
        }
    }

    /// Opens it, in the browser.
    pub fn open(self) {
        #[cfg(feature = "hydrate")]
        Effect::new(move |_| stream::open(self));
    }
}

/// "Live" or "reconnecting", for everybody.
#[component]
pub fn LiveMark() -> impl IntoView {
    let live = expect_context::<Live>();
    let words = [t("admin-live-opening"), t("admin-live"), t("admin-live-lost")];
    let class = move || match live.line.get() {
        Line::Opening => "live live-opening",
        Line::Live => "live live-on",
        Line::Reconnecting => "live live-lost",
    };
    let say = move || words[live.line.get() as usize].clone();
    view! { <p class=class role="status"><span class="dot" aria-hidden="true"></span>{say}</p> }.into_any()
}
