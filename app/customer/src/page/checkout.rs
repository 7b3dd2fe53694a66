//! Where Stripe sends a customer back to.
//!
//! The money may arrive later than the customer does: until the webhook came, the page says so, and the island makes
//! it right without a reload.

use domain::{
    clock::At,
    order::{OrderNumber, TrackedOrder},
};
use leptos::prelude::*;

use super::{
    Rendered, Visit,
    document::{Kind, document},
};
use crate::order;

/// After paying. One card for each order that was paid together.
pub fn checkout_success_page(visit: &Visit, orders: &[TrackedOrder], _now: At) -> Rendered {
    let words = visit.words();
    let heading = words.say("customer-checkout-title");
    let cards: Vec<_> = orders.iter().map(|order| order::receipt(words, order)).collect();
    document(
        visit,
        Kind::Live,
        heading.clone(),
        view! {
            <main class="narrow" aria-labelledby="h">
                <h1 id="h">{heading}</h1>
                <p class="next">{words.say("customer-checkout-lead")}</p>
                {cards}
            </main>
        },
    )
}

/// `/o/{number}/fragment?view=receipt`: one card of the page above.
pub fn receipt_fragment(visit: &Visit, order: &TrackedOrder) -> String {
    order::receipt(visit.words(), order).to_html()
}

/// After turning back at the till.
pub fn checkout_cancel_page(visit: &Visit, number: Option<String>) -> Rendered {
    let words = visit.words();
    let heading = words.say("customer-cancel-title");
    let number = number.and_then(|number| OrderNumber::parse(&number)).map(|number| {
        view! { <p class="hint">{words.say_of("customer-cancel-order", "number", number.to_string())}</p> }
    });
    document(
        visit,
        Kind::Still,
        heading.clone(),
        view! {
            <main class="narrow" aria-labelledby="h">
                <h1 id="h">{heading}</h1>
                <p class="next">{words.say("customer-cancel-lead")}</p>
                {number}
            </main>
        },
    )
}
