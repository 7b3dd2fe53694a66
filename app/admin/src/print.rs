//! The way to the papers of orders: documents outside of this app, so that its download holds nothing of them.

use leptos::prelude::*;

use crate::words::t;

/// A link to the papers of these orders.
pub fn print_link<'a>(numbers: impl Iterator<Item = &'a str>, papers: &str) -> AnyView {
    let orders: String = numbers.map(|number| format!("order={number}&")).collect();
    let href = format!("/admin/print?{orders}what={papers}");
    view! { <a class="button" href=href rel="external">{t("paper-link")}</a> }.into_any()
}
