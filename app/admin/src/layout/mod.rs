//! What stands around every page: skip link, header, the page itself.

mod header;

use header::Header;
use leptos::prelude::*;
use leptos_meta::{Html, Title};

use crate::{
    language::LanguageForm,
    live::Live,
    me::Me,
    words::{language, t},
};

/// Frame of the admin. Without a person there is no header, and the page itself says how to sign in.
#[component]
pub fn Layout(children: Children) -> impl IntoView {
    let top = use_context::<Me>().map(|me| {
        expect_context::<Live>().open();
        let shop = me.shop.clone();
        view! {
            // Without `external` the router takes the address for a page of its own.
            <a class="skip" href="#content" rel="external">{t("admin-skip")}</a>
            <Title formatter=move |title: String| format!("{title} · {shop}")/>
            <Header me/>
        }
        .into_any()
    });
    let bottom =
        use_context::<Me>().map(|_| view! { <footer class="bottom"><LanguageForm/></footer> }.into_any());
    view! {
        <Html attr:lang=language().tag()/>
        {top}
        <main id="content" tabindex="-1">{children()}</main>
        {bottom}
    }
    .into_any()
}
