//! Where the browser enters the admin.

use wasm_bindgen::prelude::wasm_bindgen;

/// Brings the page that the server drew to life.
#[wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_body(admin::AdminApp);
}
