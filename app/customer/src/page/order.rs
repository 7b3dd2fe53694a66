//! An order's page: the document, and the live part alone.

use domain::{clock::At, order::TrackedOrder};
use leptos::prelude::*;

use super::{
    Rendered, Visit,
    document::{Kind, document},
};
use crate::order;

/// `/o/{number}`. With `push`, the shop's public key, browsers that can are offered to be told.
pub fn order_page(visit: &Visit, order: &TrackedOrder, now: At, push: Option<&str>) -> Rendered {
    let words = visit.words();
    let title = words.say_of("customer-order-title", "number", order.number.to_string());
    document(
        visit,
        Kind::Live,
        title,
        view! {
            <main class="order" aria-labelledby="h">
                {order::whole(words, order, now)}
                {order::tell(words, order, push)}
            </main>
        },
    )
}

/// `/o/{number}/fragment`: what the island puts in place of the old.
pub fn order_fragment(visit: &Visit, order: &TrackedOrder, now: At) -> String {
    order::whole(visit.words(), order, now).to_html()
}
