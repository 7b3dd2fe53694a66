//! The document around a door.

use domain::{Language, language::say, shop::About};
use leptos::prelude::*;
use leptos_meta::HashedStylesheet;

/// A whole document with this heading and content.
pub fn document(
    about: &About,
    language: Language,
    options: &LeptosOptions,
    title: &str,
    inside: AnyView,
) -> String {
    let ribbon = about
        .sandbox
        .then(|| view! { <header><p class="ribbon">{say(language, "admin-sandbox")}</p></header> });
    let (title, shop, options) = (title.to_owned(), about.name.clone(), options.clone());
    let html = view! {
        <html lang=language.tag()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="robots" content="noindex"/>
                <meta name="color-scheme" content="light dark"/>
                <link rel="icon" href="/favicon.svg" type="image/svg+xml"/>
                <title inner_html=ui::raw_text(&format!("{title} · {shop}"))></title>
                <HashedStylesheet options/>
            </head>
            <body class="doorway">
                {ribbon}
                <main class="door">
                    <p class="shop"><bdi>{shop.clone()}</bdi></p>
                    <h1>{title.clone()}</h1>
                    {inside}
                </main>
            </body>
        </html>
    };
    // Leptos marks where text ends for a browser that hydrates. Nobody hydrates this, and in a `<title>` the marks would be read.
    format!("<!DOCTYPE html>{}", html.to_html().replace("<!>", ""))
}

/// Runs what makes a page where components can be made, outside of any request of Leptos.
pub fn drawn(page: impl FnOnce() -> String) -> String {
    let owner = Owner::new_root(None);
    let html = owner.with(page);
    owner.cleanup();
    html
}

/// What was wrong with the last try.
pub fn problem_line(problem: Option<String>) -> impl IntoView {
    problem.map(|problem| view! { <p class="panel problem" role="alert">{problem}</p> })
}

/// Links to the same page in the other languages. `page` ends where the language's tag belongs.
pub fn languages(now: Language, page: &str) -> impl IntoView {
    let links = Language::ALL.map(|language| {
        let here = (language == now).then_some("true");
        let href = format!("{page}{}", language.tag());
        view! { <li><a href=href lang=language.tag() hreflang=language.tag() aria-current=here>{language.endonym()}</a></li> }
    });
    view! { <nav class="languages" aria-label=say(now, "admin-language")><ul role="list">{links.into_iter().collect_view()}</ul></nav> }
}

/// The field for a password that is chosen here.
pub fn new_password(language: Language) -> impl IntoView {
    view! {
        <p>
            <label for="password">{say(language, "admin-password")}</label>
            <input id="password" name="password" type="password" autocomplete="new-password" required minlength="12"
                maxlength="200" aria-describedby="rules"/>
            <span id="rules" class="hint">{say(language, "admin-password-rules")}</span>
        </p>
    }
}
