//! A page that only says something: a link that is spent, a door that stays shut.

use domain::{Language, language::say, shop::About};
use leptos::prelude::*;

use super::frame::{document, drawn};

/// Heading and sentence, each by its key in the translation files.
pub fn plain_page(
    about: &About,
    language: Language,
    options: &LeptosOptions,
    title_key: &str,
    body_key: &str,
) -> String {
    drawn(|| {
        let inside = view! {
            <p>{say(language, body_key)}</p>
            <p><a class="button" href="/admin">{say(language, "admin-to-start")}</a></p>
        };
        document(about, language, options, &say(language, title_key), inside.into_any())
    })
}
