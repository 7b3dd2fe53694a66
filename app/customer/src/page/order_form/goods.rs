//! What can be ordered: one line per product, variants under their common name, sold out where it is.

use domain::{
    money::Money,
    order::form::{FormFlaw, OrderForm, QUANTITY, Storefront},
    product::Product,
};
use leptos::prelude::*;

use super::fields::{flaw_of, id_of, refusal};
use crate::words::Words;

/// The choice.
pub fn goods(
    words: Words<'_>,
    at: &Storefront,
    form: &OrderForm,
    flaws: &[FormFlaw],
) -> impl IntoView + use<> {
    let mut shown: Option<&str> = None;
    let mut lines = Vec::new();
    // Variants stand together, whatever their keys.
    let mut sorted: Vec<&Product> = at.goods.iter().collect();
    sorted.sort_by_key(|product| (title(product).to_lowercase(), product.sku.clone()));
    for product in sorted {
        let group = product.group.as_ref().map(|group| group.name.as_str());
        if group != shown {
            lines.extend(group.map(|name| view! { <h3><bdi>{name.to_owned()}</bdi></h3> }.into_any()));
            shown = group;
        }
        lines.push(line(words, at, product, form, flaws).into_any());
    }
    let flaw = flaw_of(flaws, "goods");
    view! {
        <fieldset class="card" id="goods" tabindex="-1">
            <legend>{words.say("order-form-goods")}</legend>
            {refusal("goods", flaw)}
            {lines}
        </fieldset>
    }
}

fn title(product: &Product) -> &str {
    product.group.as_ref().map_or(&product.name, |group| &group.name)
}

fn line(
    words: Words<'_>,
    at: &Storefront,
    product: &Product,
    form: &OrderForm,
    flaws: &[FormFlaw],
) -> impl IntoView + use<> {
    let name = format!("{QUANTITY}{}", product.sku);
    let id = id_of(at, &name);
    let flaw = flaw_of(flaws, &name);
    let price = product
        .price
        .zip(product.currency.as_deref())
        .and_then(|(price, currency)| Money::parse(price, currency))
        .map(|money| words.money(money));
    let options: Vec<_> = product.options.values().cloned().collect();
    let sold_out = product.on_hand <= 0;
    let typed = form.quantities.get(&product.sku).cloned().unwrap_or_default();
    let invalid = flaw.is_some().then_some("true");
    let described = flaw.is_some().then(|| format!("{id}-flaw"));
    let count = if sold_out {
        view! { <span class="hint">{words.say("order-form-gone")}</span> }.into_any()
    } else {
        view! {
            <input id=id.clone() name=name type="number" min="0" max="999" step="1" inputmode="numeric" placeholder="0" value=typed
                autocomplete="off" aria-invalid=invalid aria-describedby=described/>
        }
        .into_any()
    };
    view! {
        <div class="choice" class:gone=sold_out>
            <label for=(!sold_out).then(|| id.clone())>
                <bdi class="name">{product.name.clone()}</bdi>
                {(!options.is_empty()).then(|| view! { " " <bdi class="hint">{options.join(", ")}</bdi> })}
            </label>
            <span class="num amount">{price}</span>
            {count}
            {refusal(&id, flaw)}
        </div>
    }
}
