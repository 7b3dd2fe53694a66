//! The page around the viewer of the API's document, for whoever writes a program that calls it. What it needs of scripts is in files
//! (`server/src/api_docs/mod.rs`); without them it says where the document is.

use leptos::prelude::*;

use super::{
    Rendered, Visit,
    document::{Kind, document},
};

/// The page. `viewer` says whether the viewer's files are there.
pub fn api_docs_page(visit: &Visit, viewer: bool) -> Rendered {
    let words = visit.words();
    let title = words.say("customer-api-title");
    let shown = match viewer {
        true => view! {
            <noscript>
                <p class="next">{words.say("customer-api-no-script")}</p>
            </noscript>
            <link rel="stylesheet" href="/api/docs/viewer/swagger-ui.css"/>
            <link rel="stylesheet" href="/api/docs/page.css"/>
            <div id="viewer"></div>
            <script src="/api/docs/viewer/swagger-ui-bundle.js" defer></script>
            <script src="/api/docs/start.js" defer></script>
        }
        .into_any(),
        false => view! { <p class="panel problem" role="alert">{words.say("customer-api-no-viewer")}</p> }.into_any(),
    };
    document(
        visit,
        Kind::Still,
        title.clone(),
        view! {
            <main class="api-docs" aria-labelledby="h">
                <h1 id="h">{title}</h1>
                <p class="next">{words.say("customer-api-lead")}</p>
                <p><a href="/api/openapi.json">{words.say("customer-api-document")}</a></p>
                {shown}
            </main>
        },
    )
}
