//! The discreet indicator, and the one place that speaks to screen readers.

use super::document;

/// How the page is doing, by the name of the data attribute that holds its words.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// The stream is open.
    Live,
    /// It broke; we try again.
    Reconnecting,
    /// Nobody was looking.
    Paused,
    /// The browser says there is no network.
    Offline,
    /// The server does not know us any more: only a reload helps.
    Gone,
}

impl State {
    const fn attribute(self) -> &'static str {
        match self {
            Self::Live => "data-live-word",
            Self::Reconnecting => "data-reconnecting",
            Self::Paused => "data-paused",
            Self::Offline => "data-offline",
            Self::Gone => "data-gone",
        }
    }
}

/// Shows a state.
pub fn show(state: State) {
    let Some(document) = document() else { return };
    let Some(pulse) = document.get_element_by_id("pulse") else { return };
    let attribute = state.attribute();
    let words = pulse.get_attribute(attribute);
    let _ = pulse.set_attribute("data-state", attribute);
    if let Some(word) = document.get_element_by_id("pulse-word") {
        word.set_text_content(words.as_deref());
    }
    if state == State::Gone {
        if let Some(reload) = document.get_element_by_id("reload") {
            let _ = reload.remove_attribute("hidden");
        }
        say(words.as_deref());
    }
}

/// Says something aloud, once.
pub fn say(words: Option<&str>) {
    if let Some(said) = document().and_then(|document| document.get_element_by_id("said")) {
        said.set_text_content(words);
    }
}
