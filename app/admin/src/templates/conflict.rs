//! What somebody else saved while one was writing, beside one's own words.

use domain::notice::template::TemplateVersion;
use leptos::prelude::*;

use super::{past::words, sheet::Sheet};

/// Theirs, and the way to take it. Ours stays in the fields; saving once more makes it the newest.
pub fn conflict(sheet: &Sheet<'_>, theirs: &TemplateVersion) -> AnyView {
    let desk = sheet.desk;
    let draft = theirs.draft.as_ref().unwrap_or(&sheet.page.builtin);
    view! {
        <section class="panel theirs" aria-labelledby="theirs">
            <h2 id="theirs">{desk.name("editor-theirs", theirs.made_by.clone())}</h2>
            {words(sheet, draft)}
            <p class="buttons"><a class="button" href=sheet.address()>{desk.t("editor-take-theirs")}</a></p>
        </section>
    }
    .into_any()
}
