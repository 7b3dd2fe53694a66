//! What the customer may still do about an order: pay, call it off, send it back. Plain links; each leads to a page that says what
//! will happen before it does.

use domain::{clock::At, order::TrackedOrder};
use leptos::prelude::*;

use crate::words::Words;

/// The way to Stripe's page, while it is open. A link and no button: money may be on its way already.
pub fn pay(words: Words<'_>, order: &TrackedOrder) -> Option<impl IntoView + use<>> {
    order.payable.then(|| {
        view! {
            <p class="act">
                <a class="follow" id="pay" href=format!("/o/{}/pay", order.number)>
                    {words.say_of("customer-pay", "amount", words.money(order.total))}
                </a>
            </p>
        }
    })
}

/// Calling it off, or sending it back: one of them at most is the thing to do.
pub fn change(words: Words<'_>, order: &TrackedOrder, now: At) -> Option<impl IntoView + use<>> {
    let (path, label) = if order.may_cancel() {
        ("cancel", "customer-to-cancel")
    } else if order.may_return(now) {
        ("return", "customer-to-return")
    } else {
        return None;
    };
    Some(view! {
        <section class="card" aria-labelledby="c-h">
            <h2 id="c-h">{words.say("customer-change")}</h2>
            <p><a class="follow" id="change" href=format!("/o/{}/{path}", order.number)>{words.say(label)}</a></p>
        </section>
    })
}
