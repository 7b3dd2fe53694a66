//! The one sentence the customer came for, and the line after it: never a status code.

use domain::{
    clock::At,
    order::{Status, TrackedOrder},
    payment::PaymentStatus,
};

use crate::words::Words;

/// A sentence and what comes next, as keys, each with the moment it speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Promise {
    headline: (&'static str, Option<At>),
    next: (&'static str, Option<At>),
}

impl Promise {
    /// What may be promised of an order at a moment.
    pub fn of(order: &TrackedOrder, now: At) -> Self {
        let Some(promised) = order.promised_at.filter(|_| order.status.is_inside()) else {
            return Self::undated(order);
        };
        if promised < now {
            return Self {
                headline: ("customer-promise-late", None),
                next: ("customer-next-late", Some(promised)),
            };
        }
        Self { headline: ("customer-promise-by", Some(promised)), ..Self::undated(order) }
    }

    fn undated(order: &TrackedOrder) -> Self {
        let (headline, next) = match order.status {
            Status::Pending if was_not_paid(order) => ("customer-promise-not-paid", "customer-next-not-paid"),
            Status::Pending => ("customer-promise-waiting", "customer-next-waiting"),
            Status::Confirmed => ("customer-promise-confirmed", "customer-next-confirmed"),
            Status::Processing => ("customer-promise-processing", "customer-next-processing"),
            Status::Shipped => return Self::shipped(order.shipped_at),
            Status::OutForDelivery => ("customer-promise-out-for-delivery", "customer-next-out-for-delivery"),
            Status::Delivered => return Self::delivered(order.delivered_at),
            Status::Delayed => ("customer-promise-delayed", "customer-next-delayed"),
            Status::Exception => ("customer-promise-exception", "customer-next-exception"),
            Status::Cancelled => ("customer-promise-cancelled", money(order.payment)),
            Status::Returned => ("customer-promise-returned", money(order.payment)),
        };
        Self { headline: (headline, None), next: (next, None) }
    }

    const fn shipped(at: Option<At>) -> Self {
        let next = if at.is_some() { "customer-next-shipped" } else { "customer-next-shipped-undated" };
        Self { headline: ("customer-promise-shipped", None), next: (next, at) }
    }

    const fn delivered(at: Option<At>) -> Self {
        let headline =
            if at.is_some() { "customer-promise-delivered" } else { "customer-promise-delivered-undated" };
        Self { headline: (headline, at), next: ("customer-next-delivered", None) }
    }

    /// The sentence.
    pub fn headline(self, words: Words<'_>) -> String {
        say(words, self.headline)
    }

    /// The line after it.
    pub fn next(self, words: Words<'_>) -> String {
        say(words, self.next)
    }
}

fn say(words: Words<'_>, (key, at): (&str, Option<At>)) -> String {
    at.map_or_else(|| words.say(key), |at| words.say_at(key, at))
}

/// Whether the payment came to nothing, so that nobody waits for it any more.
pub fn was_not_paid(order: &TrackedOrder) -> bool {
    order.status == Status::Pending && order.payment == PaymentStatus::Failed
}

/// Where the money of an order is that will not be delivered.
const fn money(payment: PaymentStatus) -> &'static str {
    match payment {
        PaymentStatus::Unpaid | PaymentStatus::Failed => "customer-next-nothing-charged",
        PaymentStatus::Refunded => "customer-next-refunded",
        PaymentStatus::PartiallyRefunded => "customer-next-partly-refunded",
        PaymentStatus::Authorized | PaymentStatus::Paid | PaymentStatus::Disputed => "customer-next-ask",
    }
}
