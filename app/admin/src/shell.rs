//! The HTML document around the admin.

use domain::language::say;
use http::{HeaderValue, header::REFERRER_POLICY};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use leptos_meta::{HashedStylesheet, MetaTags};

use crate::{AdminApp, context};

/// The document, ready for the router's `leptos_routes_with_context`. `scanner` is the address of the script that hears scanners.
pub fn shell(options: LeptosOptions, scanner: &str) -> impl IntoView + use<> {
    let lang = context::language().tag();
    let (scanner, unknown) = (scanner.to_owned(), say(context::language(), "scan-unknown-code"));
    // A form posted without JavaScript comes back to the page it was on, which only the referrer tells.
    if let Some(response) = use_context::<ResponseOptions>() {
        response.insert_header(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    }
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
                <script src=scanner defer data-unknown=unknown></script>
            </head>
            <body>
                <AdminApp/>
            </body>
        </html>
    }
}
