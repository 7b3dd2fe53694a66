//! The document around what is printed or scanned.

use domain::{Language, language::say, shop::About};
use leptos::prelude::*;
use leptos_meta::HashedStylesheet;

use crate::assets::{Asset, SCAN, STYLE};

/// A whole document. `script` is loaded besides the one that hears scanners.
pub fn document(
    about: &About,
    language: Language,
    options: &LeptosOptions,
    title: &str,
    script: Option<&'static Asset>,
    inside: impl FnOnce() -> AnyView,
) -> String {
    let owner = Owner::new_root(None);
    let html = owner.with(|| {
        let ribbon = about.sandbox.then(|| view! { <header class="screen-only"><p class="ribbon">{say(language, "admin-sandbox")}</p></header> });
        let title = format!("{title} · {}", about.name);
        let script = script.map(|script| view! { <script src=script.path.clone() defer></script> });
        view! {
            <html lang=language.tag()>
                <head>
                    <meta charset="utf-8"/>
                    <meta name="viewport" content="width=device-width, initial-scale=1"/>
                    <meta name="robots" content="noindex"/>
                    <meta name="color-scheme" content="light dark"/>
                    <link rel="icon" href="/favicon.svg" type="image/svg+xml"/>
                    <title inner_html=ui::raw_text(&title)></title>
                    <HashedStylesheet options=options.clone()/>
                    <link rel="stylesheet" href=STYLE.path.clone()/>
                    {scanner(language)}
                    {script}
                </head>
                <body>{ribbon} {inside()}</body>
            </html>
        }
        .to_html()
    });
    owner.cleanup();
    // Leptos marks where text ends for a browser that hydrates. Nobody hydrates this, and in a `<title>` the marks would be read.
    format!("<!DOCTYPE html>{}", html.replace("<!>", ""))
}

/// The script that hears scanners, with what it says of a code nobody knows.
fn scanner(language: Language) -> impl IntoView {
    view! { <script src=SCAN.path.clone() defer data-unknown=say(language, "scan-unknown-code")></script> }
}
