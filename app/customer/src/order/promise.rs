//! The one sentence the customer came for, and the line after it: never a status code.

use domain::{
    clock::At,
    order::{Status, TrackedOrder},
    payment::PaymentStatus,
};

use super::{journey, money};
use crate::words::Words;

/// A sentence and what comes next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    /// The sentence.
    pub headline: String,
    /// The line after it.
    pub next: String,
}

impl Promise {
    /// What may be promised of an order at a moment.
    pub fn of(words: Words<'_>, order: &TrackedOrder, now: At) -> Self {
        match order.status {
            Status::Pending if was_not_paid(order) => {
                Self::new(words, "customer-promise-not-paid", "customer-next-not-paid")
            }
            // Paid, and looked at before it is confirmed.
            Status::Pending if order.stage.is_some() => inside(words, order, now),
            Status::Pending => Self::new(words, "customer-promise-waiting", "customer-next-waiting"),
            Status::Confirmed | Status::Processing => inside(words, order, now),
            Status::Shipped | Status::OutForDelivery | Status::Delayed | Status::Exception => {
                journey::promise(words, order, now)
            }
            Status::Delivered => Self {
                headline: order.delivered_at.map_or_else(
                    || words.say("customer-promise-delivered-undated"),
                    |at| words.say_at("customer-promise-delivered", at),
                ),
                next: words.say("customer-next-delivered"),
            },
            Status::Cancelled => Self {
                headline: words.say("customer-promise-cancelled"),
                next: both(money::who_cancelled(words, order), money::of_ended(words, order)),
            },
            Status::Returned => Self {
                headline: words.say("customer-promise-returned"),
                next: both(
                    order.returned_at.map(|at| words.say_at("customer-back-since", at)),
                    money::of_ended(words, order),
                ),
            },
        }
    }

    /// Two sentences that say the same of every order.
    pub fn new(words: Words<'_>, headline: &str, next: &str) -> Self {
        Self { headline: words.say(headline), next: words.say(next) }
    }
}

/// Nothing has left yet: held money, packed boxes, and until when we said it would leave.
fn inside(words: Words<'_>, order: &TrackedOrder, now: At) -> Promise {
    if let Some(promised) = order.promised_at.filter(|promised| *promised < now) {
        return Promise {
            headline: words.say("customer-promise-late"),
            next: words.say_at("customer-next-late", promised),
        };
    }
    if journey::is_packed(order) {
        return Promise::new(words, "customer-promise-packed", "customer-next-packed");
    }
    let (headline, next) = if matches!(order.status, Status::Confirmed | Status::Pending) {
        ("customer-promise-confirmed", "customer-next-confirmed")
    } else {
        ("customer-promise-processing", "customer-next-processing")
    };
    let headline = order
        .promised_at
        .map_or_else(|| words.say(headline), |promised| words.say_at("customer-promise-by", promised));
    let held = order.held.filter(|_| order.status != Status::Processing);
    let next = held.map_or_else(
        || words.say(next),
        |held| words.say_of("customer-next-held", "amount", words.money(held)),
    );
    Promise { headline, next }
}

fn both(first: Option<String>, second: String) -> String {
    first.map_or_else(|| second.clone(), |first| format!("{first} {second}"))
}

/// Whether the payment came to nothing, so that nobody waits for it any more.
pub fn was_not_paid(order: &TrackedOrder) -> bool {
    order.status == Status::Pending && order.payment == PaymentStatus::Failed
}
