//! What a customer's browser runs: wakes the island, nothing else.

// Linked for its island, which the page calls by name.
use customer as _;
use wasm_bindgen::prelude::wasm_bindgen;

/// Called by the page's script once the WASM is there.
#[wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
