//! Where Stripe sends a customer back to.
//!
//! The money may arrive later than the customer does, or not at all: until the webhook came, the page says so, and the island
//! makes it right without a reload.

use domain::order::TrackedOrder;
use leptos::prelude::*;

use super::{
    Rendered, Visit,
    document::{Kind, document},
};
use crate::order;

/// After paying, or trying to.
pub fn checkout_success_page(visit: &Visit, order: &TrackedOrder) -> Rendered {
    let words = visit.words();
    document(
        visit,
        Kind::Live,
        order::heading(words, order),
        view! { <main class="narrow" aria-labelledby="h">{order::receipt(words, order)}</main> },
    )
}

/// `/o/{number}/fragment?view=receipt`: the live part of the page above.
pub fn receipt_fragment(visit: &Visit, order: &TrackedOrder) -> String {
    order::receipt(visit.words(), order).to_html()
}

/// After turning back at the till. Whoever knows a number may stand here: the page says nothing of the order, and the way onward
/// asks for its cookie.
pub fn checkout_cancel_page(visit: &Visit, number: Option<&str>) -> Rendered {
    let words = visit.words();
    let heading = words.say("customer-cancel-title");
    let onward = number.map_or_else(
        || view! { <p><a class="button" href="/track">{words.say("customer-to-track")}</a></p> }.into_any(),
        |number| {
            view! {
                <p class="hint">{words.say_of("customer-cancel-order", "number", number.to_owned())}</p>
                <p class="act"><a class="button" href=format!("/o/{number}/pay")>{words.say("customer-cancel-pay")}</a></p>
                <p><a class="follow" href=format!("/o/{number}")>{words.say("customer-cancel-see")}</a></p>
            }
            .into_any()
        },
    );
    document(
        visit,
        Kind::Still,
        heading.clone(),
        view! {
            <main class="narrow" aria-labelledby="h">
                <h1 id="h">{heading}</h1>
                <p class="next">{words.say("customer-cancel-lead")}</p>
                {onward}
            </main>
        },
    )
}
