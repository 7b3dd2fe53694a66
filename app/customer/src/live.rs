//! The island: says whether the page is live, and makes it so.
//!
//! It has neither props nor children, which would bring a deserializer of 12 KB. What to follow stands in data
//! attributes on the page (`order::region`), and what it shows is HTML the server made.

use leptos::prelude::*;

/// Follows every `[data-live]` region of the page.
#[island]
pub fn Live() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    crate::follow::start();
    view! { <span id="pulse-word"></span> }
}
