//! What the page after paying says of one order: whether the money has come, and where to follow it.

use domain::{
    order::{Status, TrackedOrder},
    payment::PaymentStatus,
};
use leptos::prelude::*;
use ui::PaymentBadge;

use crate::words::Words;

/// One card, which follows its order.
pub fn receipt(words: Words<'_>, order: &TrackedOrder) -> impl IntoView + use<> {
    let number = order.number.to_string();
    let (state, next) = if order.payment.is_covered() || order.status != Status::Pending {
        ("customer-checkout-confirmed", "customer-checkout-confirmed-next")
    } else if order.payment == PaymentStatus::Failed {
        ("customer-checkout-not-paid", "customer-checkout-not-paid-next")
    } else {
        ("customer-checkout-waiting", "customer-checkout-waiting-next")
    };
    let state = words.say(state);
    view! {
        <article
            class="card receipt"
            id=format!("order-{number}")
            data-live=format!("/o/{number}/live")
            data-fragment=format!("/o/{number}/fragment?view=receipt")
            data-version=order.version.to_string()
            data-announce=state.clone()
        >
            <p class="eyebrow">
                {words.say("customer-order-number")} " " <strong class="num" dir="ltr">{number.clone()}</strong> " "
                <PaymentBadge status=order.payment language=words.language/>
            </p>
            <h2>{state.clone()}</h2>
            <p>{words.say(next)}</p>
            <dl class="totals">
                <div class="total">
                    <dt>{words.say("customer-total")}</dt>
                    <dd class="num">{words.money(order.total)}</dd>
                </div>
            </dl>
            <p><a class="button" id=format!("see-{number}") href=format!("/o/{number}")>{words.say("customer-checkout-see")}</a></p>
        </article>
    }
}
