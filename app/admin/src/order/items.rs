//! What was bought, with print specs and print files, and what it comes to.

use domain::{language::say, order::ItemView, product::Technique};
use leptos::prelude::*;
use leptos_router::components::A;

use super::{safe_link::safe_link, sheet::Sheet};
use crate::{
    orders::escape,
    words::{language, t, t_name},
};

/// Items and totals.
#[component]
pub fn ItemsPanel() -> impl IntoView {
    let sheet = expect_context::<Sheet>();
    let items = sheet.part(|page| page.items.clone());
    let sums = sheet.part(|page| (page.subtotal.clone(), page.shipping.clone(), page.total.clone()));
    let notes = sheet.part(|page| page.notes.clone());
    let asked = move || {
        notes().map(|notes| view! { <p class="quiet-text">{t("admin-order-notes")}</p> <p class="said" dir="auto">{notes}</p> })
    };
    let gift = sheet.memo(|page| page.gift);
    let gift = move || gift.get().then(|| view! { <p class="quiet-text">{t("admin-gift")}</p> });
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
            {asked}
            {gift}
            <ul role="list" class="items">{rows}</ul>
            <dl class="totals">{totals}</dl>
        </section>
    }
    .into_any()
}

#[component]
fn Item(item: ItemView) -> impl IntoView {
    let made = [
        ("admin-product-size", item.size),
        ("admin-item-technique", item.technique.map(|how: Technique| how.say(language()))),
    ];
    let made = made.into_iter().filter_map(|(key, value)| {
        let word = say(language(), key);
        value.map(|value| view! { <div><dt>{word}</dt><dd><bdi>{value}</bdi></dd></div> })
    });
    // A picture only of a host the shop trusts (ADR 0022); the link stands beside it, whatever becomes of the picture.
    let shown = item.design_shown;
    let alt = t_name("admin-design-of", &item.name);
    let design = safe_link(item.design_url).map(|url| {
        let picture = shown.then(|| {
            view! {
                <img src=url.clone() alt=alt.clone() width="96" height="96" loading="lazy" decoding="async" referrerpolicy="no-referrer"/>
            }
        });
        view! {
            <a class="file" class:design=shown href=url rel="external noopener noreferrer" referrerpolicy="no-referrer" target="_blank"
                aria-label=alt.clone()>
                {picture} <span>{t("admin-design")}</span>
            </a>
        }
    });
    let product = item.sku.map(|sku| {
        view! { <A href=format!("/admin/products/{}", escape(&sku)) attr:class="quiet-text"><bdi>{sku.clone()}</bdi></A> }
    });
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
            <dl class="specs">{made.collect_view()}{specs.collect_view()}</dl>
            {product} {design} {file}
        </li>
    }
    .into_any()
}
