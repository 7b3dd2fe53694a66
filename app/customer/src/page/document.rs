//! The document around every page.
//!
//! Put together from strings where Leptos has nothing to decide: the parts that vary are views, which escape.

use leptos::{nonce::Nonce, prelude::*};

use super::{Rendered, Visit, assets::Assets, frame};
use crate::words::Words;

/// Whether a page follows something.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Without a byte of script.
    Still,
    /// With the island.
    Live,
}

/// A whole document around the content of `main`.
pub fn document(visit: &Visit, kind: Kind, title: String, main: impl IntoView) -> Rendered {
    let assets = Assets::of(&visit.options);
    let nonce = (kind == Kind::Live).then(|| Nonce::new().to_string());
    let mut html = String::with_capacity(16 * 1024);
    html.push_str("<!DOCTYPE html><html lang=\"");
    html.push_str(visit.language.tag());
    html.push_str("\"><head>");
    html.push_str(&head(visit, title, &assets.stylesheet).to_html());
    if let Some(nonce) = &nonce {
        html.push_str(&assets.scripts(nonce));
    }
    html.push_str("</head>");
    html.push_str(
        &view! {
            <body>
                {frame::header(visit, kind)}
                {main}
                {frame::footer(visit)}
            </body>
        }
        .to_html(),
    );
    html.push_str("</html>");
    Rendered { html, nonce }
}

/// The tab's words: who listens to the page hears first that something went wrong.
pub fn title_of(words: Words<'_>, heading: &str, problem: bool) -> String {
    match problem {
        true => words.say_of("customer-title-problem", "title", heading.to_owned()),
        false => heading.to_owned(),
    }
}

/// What every page says of itself.
pub(super) fn head(visit: &Visit, title: String, stylesheet: &'static str) -> impl IntoView {
    // `same-origin`, not `no-referrer`: with the latter browsers send `Origin: null` with our own form.
    view! {
        <meta charset="utf-8"/>
        <title inner_html=ui::raw_text(&format!("{title} · {}", visit.about.name))></title>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <meta name="robots" content="noindex"/>
        <meta name="referrer" content="same-origin"/>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml"/>
        <link rel="manifest" href="/manifest.webmanifest"/>
        <link rel="stylesheet" href=stylesheet/>
    }
}
