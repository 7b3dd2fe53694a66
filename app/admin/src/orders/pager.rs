//! From page to page: by cursor, so that the next page stays the next page while orders come in.

use domain::order::Filter;
use leptos::prelude::*;
use leptos_router::components::A;

use super::address;
use crate::words::t;

/// Links to the first and the next page, where there is one.
#[component]
pub fn Pager(filter: Filter, next: Option<String>) -> impl IntoView {
    let first = filter.after.is_some().then(|| {
        let href = address(&Filter { after: None, ..filter.clone() });
        view! { <A href>{t("admin-page-first")}</A> }
    });
    let next = next.map(|cursor| {
        let href = address(&Filter { after: Some(cursor), ..filter.clone() });
        view! { <A href attr:rel="next">{t("admin-page-next")}</A> }
    });
    view! { <nav class="pager" aria-label=t("admin-pages")>{first} {next}</nav> }.into_any()
}
