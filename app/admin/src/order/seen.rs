//! What every form about the order says first.

use leptos::prelude::*;

use super::sheet::Sheet;

/// Which order, and at which version it was seen.
#[component]
pub fn Seen() -> impl IntoView {
    let sheet = expect_context::<Sheet>();
    view! {
        <input type="hidden" name="id" value=sheet.page.with_untracked(|page| page.id.to_string())/>
        <input type="hidden" name="version" value=sheet.part(|page| page.version)/>
    }
}
