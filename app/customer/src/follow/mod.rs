//! Keeping an order's page up to date: the only code a customer's browser downloads.
//!
//! The server's HTML is the truth and this is an enhancement: an event says a version, and if it is newer than the one
//! shown, the server's new HTML takes the place of the old. Written against the browser's own interfaces, without
//! serde, formatting or panics with words, because every page of the shop's customers pays for it.

mod fetch;
mod follower;
mod pulse;
mod swap;

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Window};

/// Follows every `[data-live]` region of the page.
pub fn start() {
    let Some(found) = document().and_then(|document| document.query_selector_all("[data-live]").ok()) else {
        return;
    };
    for position in 0..found.length() {
        if let Some(region) = found.item(position).and_then(|node| node.dyn_into::<Element>().ok()) {
            follower::follow(&region);
        }
    }
}

fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}

/// Whether nobody is looking.
fn is_hidden() -> bool {
    document().is_some_and(|document| document.hidden())
}
