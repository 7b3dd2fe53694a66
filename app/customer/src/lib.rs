//! The customer's pages: plain HTML from the server, right without JavaScript, and one small island that keeps an
//! order's page up to date.
//!
//! Behind `ssr` stand pure functions from data to a whole document: no router, no query, nothing async. Behind
//! `hydrate` stands the only code a customer's browser downloads.

mod live;

#[cfg(feature = "hydrate")]
mod follow;
#[cfg(feature = "ssr")]
mod order;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
mod words;

pub use live::Live;
#[cfg(feature = "ssr")]
pub use order::OrderView;
#[cfg(feature = "ssr")]
pub use page::{
    Done, FormProblem, Leave, MessageKind, MyView, PhonePart, PreferencesView, Rendered, SignInDoor,
    TrackProblem, Visit, Wish, api_docs_page, cancel_page, checkout_cancel_page, checkout_success_page,
    elsewhere_words, home_page, message_page, missing_page, my_page, order_form_page, order_fragment,
    order_page, order_placed_page, order_rates_page, order_view, preferences_page, receipt_fragment,
    refused_page, return_page, sign_in_page, track_page, track_refusal, unsubscribe_page, wish_page,
};
