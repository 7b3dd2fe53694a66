//! What the page after paying says of its order: whether the money has come, and where to follow it.

use domain::{
    order::{Status, TrackedOrder},
    payment::PaymentStatus,
};
use leptos::prelude::*;

use crate::words::Words;

/// Headline and next line: thanks only where there is something to thank for.
const fn state(order: &TrackedOrder) -> (&'static str, &'static str) {
    match (order.status, order.payment) {
        (Status::Cancelled, _) => ("customer-promise-cancelled", "customer-checkout-see-there"),
        (Status::Pending, PaymentStatus::Failed) => {
            ("customer-checkout-not-paid", "customer-checkout-not-paid-next")
        }
        (Status::Pending, PaymentStatus::Unpaid) => {
            ("customer-checkout-waiting", "customer-checkout-waiting-next")
        }
        (_, PaymentStatus::Authorized) => ("customer-checkout-held", "customer-checkout-held-next"),
        _ => ("customer-checkout-confirmed", "customer-checkout-confirmed-next"),
    }
}

/// What the page is about, for its title.
pub fn heading(words: Words<'_>, order: &TrackedOrder) -> String {
    words.say(state(order).0)
}

/// The page's content, which follows its order: its heading changes when the money comes.
pub fn receipt(words: Words<'_>, order: &TrackedOrder) -> impl IntoView + use<> {
    let number = order.number.to_string();
    let (headline, next) = state(order);
    let headline = words.say(headline);
    let thanks = (order.payment.is_covered() && order.status != Status::Cancelled).then(|| {
        view! {
            <p>{words.say("customer-checkout-title")} ". " {words.say("customer-checkout-lead")}</p>
        }
    });
    view! {
        <article
            class="receipt"
            id=format!("order-{number}")
            data-live=format!("/o/{number}/live")
            data-fragment=format!("/o/{number}/fragment?view=receipt")
            data-version=order.version.to_string()
            data-announce=headline.clone()
        >
            <h1 id="h">{headline.clone()}</h1>
            <p class="next">{words.say_of(next, "amount", words.money(order.total))}</p>
            {thanks}
            <dl class="totals card">
                <div>
                    <dt>{words.say("customer-order-number")}</dt>
                    <dd class="num" dir="ltr">{number.clone()}</dd>
                </div>
                <div class="total">
                    <dt>{words.say("customer-total")}</dt>
                    <dd class="num">{words.money(order.total)}</dd>
                </div>
            </dl>
            <p><a class="button" id=format!("see-{number}") href=format!("/o/{number}")>{words.say("customer-checkout-see")}</a></p>
        </article>
    }
}
