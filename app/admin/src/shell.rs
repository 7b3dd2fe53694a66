//! The HTML document around the admin.

use leptos::prelude::*;
use leptos_meta::{HashedStylesheet, MetaTags};

use crate::{AdminApp, context};

/// The document, ready for the router's `leptos_routes_with_context`.
pub fn shell(options: LeptosOptions) -> impl IntoView {
    let lang = context::language().tag();
    view! {
        <!DOCTYPE html>
        <html lang=lang>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="robots" content="noindex"/>
                <meta name="color-scheme" content="light dark"/>
                <link rel="icon" href="/favicon.svg" type="image/svg+xml"/>
                <HashedStylesheet options=options.clone() id="style"/>
                <AutoReload options=options.clone()/>
                <HydrationScripts options/>
                <MetaTags/>
            </head>
            <body>
                <AdminApp/>
            </body>
        </html>
    }
}
