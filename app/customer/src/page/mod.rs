//! Whole documents, each a pure function of what the server knows.

mod api_docs;
mod assets;
mod change;
mod checkout;
mod document;
mod elsewhere;
mod frame;
mod handover;
mod message;
mod my;
mod order;
mod order_form;
mod preferences;
mod track;
mod unsubscribe;

pub use api_docs::api_docs_page;
pub use change::{Wish, cancel_page, refused_page, return_page};
pub use checkout::{checkout_cancel_page, checkout_success_page, receipt_fragment};
use domain::{Language, shop::About};
pub use elsewhere::{elsewhere_words, order_view, track_refusal};
pub use handover::{missing_page, wish_page};
use leptos::config::LeptosOptions;
pub use message::{MessageKind, message_page};
pub use my::{MyView, SignInDoor, my_page, sign_in_page};
pub use order::{order_fragment, order_page};
pub use order_form::{FormProblem, order_form_page, order_placed_page, order_rates_page};
pub use preferences::{Done, PhonePart, PreferencesView, preferences_page};
pub use track::{TrackProblem, home_page, track_page};
pub use unsubscribe::{Leave, unsubscribe_page};

use crate::words::Words;

/// One request for a page: who asks, where, in which language.
#[derive(Debug, Clone)]
pub struct Visit {
    /// What the shop says about itself.
    pub about: About,
    /// The reader's language.
    pub language: Language,
    /// Where the stylesheet and the WASM are.
    pub options: LeptosOptions,
    /// The page's path without query, for the language switch.
    pub path: String,
}

impl Visit {
    pub(crate) const fn words(&self) -> Words<'_> {
        Words::new(&self.about, self.language)
    }
}

/// A finished document.
#[derive(Debug, Clone)]
pub struct Rendered {
    /// The whole of it.
    pub html: String,
    /// What its scripts carry for the Content-Security-Policy; `None` when it has no script.
    pub nonce: Option<String>,
}
