//! What stands at an address where nothing is.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::components::A;

use crate::words::t;

/// The admin's own "not found".
#[component]
pub fn Missing() -> impl IntoView {
    #[cfg(feature = "ssr")]
    crate::context::answer_with(crate::Kind::NotFound);
    view! {
        <Title text=t("admin-missing")/>
        <h1>{t("admin-missing")}</h1>
        <p>{t("admin-missing-what")}</p>
        <p><A href="/admin/orders">{t("admin-to-orders")}</A></p>
    }
    .into_any()
}
