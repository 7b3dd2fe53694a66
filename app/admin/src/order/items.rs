//! What was bought, with print specs and print files, and what it comes to.

use domain::order::ItemView;
use leptos::prelude::*;

use super::{safe_link::safe_link, sheet::Sheet};
use crate::words::{t, t_name};

/// Items and totals.
#[component]
pub fn ItemsPanel() -> impl IntoView {
    let sheet = expect_context::<Sheet>();
    let items = sheet.part(|page| page.items.clone());
    let sums = sheet.part(|page| (page.subtotal.clone(), page.shipping.clone(), page.total.clone()));
    let rows = move || items().into_iter().map(|item| view! { <Item item/> }).collect_view();
    let totals = move || {
        let (subtotal, shipping, total) = sums();
        view! {
            <div><dt>{t("admin-subtotal")}</dt><dd class="num">{subtotal}</dd></div>
            <div><dt>{t("admin-shipping")}</dt><dd class="num">{shipping}</dd></div>
            <div class="sum"><dt>{t("admin-total")}</dt><dd class="num">{total}</dd></div>
        }
    };
    view! {
        <section class="panel" aria-labelledby="items">
            <h2 id="items">{t("admin-items")}</h2>
            <ul role="list" class="items">{rows}</ul>
            <dl class="totals">{totals}</dl>
        </section>
    }
    .into_any()
}

#[component]
fn Item(item: ItemView) -> impl IntoView {
    let specs = item.options.into_iter().map(|(name, value)| {
        view! { <div><dt><bdi>{name}</bdi></dt><dd><bdi>{value}</bdi></dd></div> }
    });
    let file = safe_link(item.print_file_url).map(|url| {
        view! {
            <a class="file" href=url download="" rel="external noopener noreferrer" target="_blank"
                aria-label=t_name("admin-print-file-of", &item.name)>
                {t("admin-print-file")}
            </a>
        }
    });
    view! {
        <li>
            <p class="what"><span class="num times">{format!("{}\u{a0}×", item.quantity)}</span> <bdi>{item.name.clone()}</bdi></p>
            <p class="price num"><span class="quiet-text">{format!("{} × {}", item.quantity, item.unit)}</span> " " <span>{item.total}</span></p>
            <dl class="specs">{specs.collect_view()}</dl>
            {file}
        </li>
    }
    .into_any()
}
