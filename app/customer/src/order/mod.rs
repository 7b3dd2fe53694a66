//! The live part of an order's page, from its parts: the promise first, then how far, what happened, what, where.

mod actions;
mod booking;
mod elsewhere;
mod goods;
mod handover;
mod journey;
mod money;
mod parcels;
mod promise;
mod rail;
mod receipt;
mod route;
mod tell;
mod timeline;

pub use booking::when;
use domain::{
    clock::At,
    order::{Status, TrackedOrder},
};
pub use elsewhere::OrderView;
use leptos::prelude::*;
use promise::Promise;
pub use receipt::{heading, receipt};
pub use tell::tell;
use ui::{Mark, PaymentBadge, StatusBadge, When};

use crate::words::Words;

/// Everything about one order. The island replaces this element by a newer one of itself: what it compares and says
/// aloud is in the data attributes, and what may hold the focus has an `id`.
pub fn whole<'a>(words: Words<'a>, order: &'a TrackedOrder, now: At) -> impl IntoView + use<'a> {
    let number = order.number.to_string();
    let promise = Promise::of(words, order, now);
    let entries = timeline::entries(words, order);
    let (count, announcement) = (entries.len().to_string(), timeline::announcement(words, &entries));
    let notes: Vec<_> =
        money::notes(words, order).into_iter().map(|note| view! { <p class="note">{note}</p> }).collect();
    view! {
        <article
            id=format!("order-{number}")
            data-live=format!("/o/{number}/live")
            data-fragment=format!("/o/{number}/fragment")
            data-version=order.version.to_string()
            data-count=count
            data-announce=announcement
        >
            <div class="promise">
                <p class="eyebrow">
                    {words.say("customer-order-number")} " " <strong class="num" dir="ltr">{number.clone()}</strong> " "
                    {badge(words, order)}
                </p>
                <h1 id="h">{promise.headline}</h1>
                <p class="next" id="next">{promise.next}</p>
                {notes}
                {actions::pay(words, order)}
            </div>
            {rail::rail(words, order)}
            <div class="columns">
                <div>
                    {timeline::timeline(words, entries)}
                    <p class="asof">
                        {words.say("customer-updated")} " " <When moment=words.moment(order.updated_at)/>
                    </p>
                </div>
                <div class="aside">
                    {booking::booking(words, order)}
                    {parcels::parcels(words, order, now)}
                    {handover::missing(words, order, now)}
                    {goods::goods(words, order)}
                    {(!booking::is_fetched(order)).then(|| goods::destination(words, order))}
                    {handover::wish(words, order)}
                    {actions::change(words, order, now)}
                </div>
            </div>
        </article>
    }
}

/// Says the same as the promise beside it, in the look of the status the order stands in.
fn badge(words: Words<'_>, order: &TrackedOrder) -> impl IntoView {
    let (language, status) = (words.language, order.status);
    match own_word(words, order) {
        _ if promise::was_not_paid(order) => {
            view! { <PaymentBadge status=order.payment language/> }.into_any()
        }
        Some(word) => view! { <Mark status word/> }.into_any(),
        None => view! { <StatusBadge status language/> }.into_any(),
    }
}

/// What the badge says, without its look.
fn badge_word(words: Words<'_>, order: &TrackedOrder) -> String {
    if promise::was_not_paid(order) {
        return order.payment.say(words.language);
    }
    own_word(words, order).unwrap_or_else(|| words.status(order.status))
}

/// Where the status alone would say too little: of packed boxes and of those that wait to be collected just that, and while nothing was
/// paid, or it is looked at first, the stage.
fn own_word(words: Words<'_>, order: &TrackedOrder) -> Option<String> {
    let (language, status) = (words.language, order.status);
    let stage = order.stage.as_deref().and_then(|key| order.workflow.stage(key));
    if journey::is_packed(order) {
        Some(words.say("customer-badge-packed"))
    } else if status == Status::OutForDelivery && journey::waits_for_customer(order) {
        Some(words.say("tracking-pickup"))
    } else {
        // Paid, and looked at first: nobody waits for a payment.
        stage.filter(|_| status == Status::Pending).map(|stage| stage.wording.get(language).to_owned())
    }
}
