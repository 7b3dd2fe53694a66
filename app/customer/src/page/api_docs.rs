//! The page around the viewer of the API's document, for whoever writes a program that calls it.
//!
//! It has a stylesheet of its own: what ours says of every button and line, the viewer's does not expect. What it needs of scripts is in files
//! (`server/src/api_docs/mod.rs`); without them it says where the document is.

use leptos::prelude::*;

use super::{
    Rendered, Visit,
    document::{Kind, head},
    frame,
};
use crate::words::Words;

/// The page. `viewer` says whether the viewer's files are there.
pub fn api_docs_page(visit: &Visit, viewer: bool) -> Rendered {
    let words = visit.words();
    let title = words.say("customer-api-title");
    let mut html = format!("<!DOCTYPE html><html lang=\"{}\"><head>", visit.language.tag());
    html.push_str(&head(visit, title.clone(), "/api/docs/page.css").to_html());
    html.push_str("</head>");
    html.push_str(
        &view! {
            <body>
                {frame::header(visit, Kind::Still)}
                {match viewer {
                    true => drawn(words, title).into_any(),
                    false => view! {
                        <main class="about" aria-labelledby="h">
                            {lead(words, title)}
                            <p class="problem" role="alert">{words.say("customer-api-no-viewer")}</p>
                        </main>
                    }
                    .into_any(),
                }}
                {frame::footer(visit)}
            </body>
        }
        .to_html(),
    );
    html.push_str("</html>");
    Rendered { html, nonce: None }
}

fn lead(words: Words<'_>, title: String) -> impl IntoView + use<> {
    view! {
        <h1 id="h">{title}</h1>
        <p>{words.say("customer-api-lead")}</p>
        <p><a href="/api/openapi.json">{words.say("customer-api-document")}</a></p>
    }
}

/// Where the viewer draws, with its files. The page's main part is the viewer's own; what stands there without scripts, the first script hides.
fn drawn(words: Words<'_>, title: String) -> impl IntoView + use<> {
    view! {
        <section class="about" aria-labelledby="h">{lead(words, title)}</section>
        <script src="/api/docs/start.js"></script>
        <main class="about unscripted"><p class="problem">{words.say("customer-api-no-script")}</p></main>
        <link rel="stylesheet" href="/api/docs/viewer/swagger-ui.css"/>
        <div id="viewer"></div>
        <script src="/api/docs/viewer/swagger-ui-bundle.js" defer></script>
    }
}
