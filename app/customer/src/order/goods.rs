//! What was bought, what it cost, and where it goes.

use domain::{
    money::Money,
    order::{TrackedItem, TrackedOrder, TrackedRefund},
    payment::PaymentStatus,
};
use leptos::prelude::*;
use ui::{PaymentBadge, When};

use super::promise::was_not_paid;
use crate::words::Words;

const IN_SIGHT: usize = 5;

/// Items and totals.
pub fn goods(words: Words<'_>, order: &TrackedOrder) -> impl IntoView {
    let split = if order.items.len() > IN_SIGHT + 1 { IN_SIGHT } else { order.items.len() };
    let (first, more) = order.items.split_at(split);
    let list = |items: &[TrackedItem]| {
        let items: Vec<_> = items.iter().map(|item| line(words, order.total, item)).collect();
        view! { <ul role="list" class="items">{items}</ul> }
    };
    let fold = (!more.is_empty()).then(|| {
        view! {
            <details id="items">
                <summary id="items-sum">{words.count("customer-more-items", more.len())}</summary>
                {list(more)}
            </details>
        }
    });
    view! {
        <section class="card" aria-labelledby="i-h">
            <h2 id="i-h">{words.say("customer-items")}</h2>
            {list(first)}
            {fold}
            {totals(words, order)}
        </section>
    }
}

fn line(words: Words<'_>, like: Money, item: &TrackedItem) -> impl IntoView + use<> {
    let amount = Money { minor: item.unit_amount.saturating_mul(item.quantity), ..like };
    let options: Vec<_> = item
        .options
        .iter()
        .map(|(name, value)| view! { <li><bdi>{name.clone()} ": " {value.clone()}</bdi></li> })
        .collect();
    view! {
        <li>
            <span class="num times">{item.quantity.to_string()} " ×"</span>
            <div>
                <bdi class="name">{item.name.clone()}</bdi>
                {(!options.is_empty()).then(|| view! { <ul role="list" class="options hint">{options}</ul> })}
            </div>
            <span class="num amount">{words.money(amount)}</span>
        </li>
    }
}

fn totals(words: Words<'_>, order: &TrackedOrder) -> impl IntoView + use<> {
    // An unpaid order's headline already says so, and what a bank asks back is between shop and bank.
    let badge = (!was_not_paid(order) && order.payment != PaymentStatus::Disputed)
        .then(|| view! { <PaymentBadge status=order.payment language=words.language/> });
    let back: Vec<_> = order.refunds.iter().map(|refund| back(words, order.total, refund)).collect();
    view! {
        <dl class="totals">
            <div><dt>{words.say("customer-subtotal")}</dt><dd class="num">{words.money(order.subtotal)}</dd></div>
            <div><dt>{words.say("customer-shipping")}</dt><dd class="num">{words.money(order.shipping)}</dd></div>
            <div class="total">
                <dt>{words.say("customer-total")} " " {badge}</dt>
                <dd class="num">{words.money(order.total)}</dd>
            </div>
            {back}
        </dl>
    }
}

fn back(words: Words<'_>, like: Money, refund: &TrackedRefund) -> impl IntoView + use<> {
    let amount = Money { minor: -refund.amount, ..like };
    let what = if refund.sent { "customer-back-sent" } else { "customer-back-on-its-way" };
    view! {
        <div>
            <dt>{words.say(what)} " · " <When moment=words.moment(refund.at)/></dt>
            <dd class="num">{words.money(amount)}</dd>
        </div>
    }
}

/// The address, as far as only its owner recognises it.
pub fn destination(words: Words<'_>, order: &TrackedOrder) -> impl IntoView + use<> {
    view! {
        <section class="card" aria-labelledby="a-h">
            <h2 id="a-h">{words.say("customer-address")}</h2>
            <p><bdi>{order.masked_address.clone()}</bdi></p>
        </section>
    }
}
