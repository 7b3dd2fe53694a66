//! What stands around every page: skip link, header, the page itself.

mod header;

use header::Header;
use leptos::prelude::*;
use leptos_meta::{Html, Title};
use leptos_router::components::Outlet;

use crate::{
    live::Live,
    me::Me,
    words::{language, t},
};

/// Frame of the admin; without a person, only the way to sign in.
#[component]
pub fn Layout() -> impl IntoView {
    let me = use_context::<Me>();
    if me.is_some() {
        expect_context::<Live>().open();
    }
    let inside = match me {
        None => view! { <SignedOut/> }.into_any(),
        Some(me) => {
            let shop = me.shop.clone();
            view! {
                <a class="skip" href="#content" rel="external">{t("admin-skip")}</a>
                <Title formatter=move |title: String| format!("{title} · {shop}")/>
                <Header me/>
                <main id="content" tabindex="-1"><Outlet/></main>
            }
            .into_any()
        }
    };
    view! { <Html attr:lang=language().tag()/> {inside} }
}

#[component]
fn SignedOut() -> impl IntoView {
    view! {
        <Title text=t("admin-sign-in")/>
        <main id="content" class="door">
            <h1>{t("admin-signed-out")}</h1>
            <p><a class="button primary" href="/admin/sign-in" rel="external">{t("admin-sign-in")}</a></p>
        </main>
    }
}
