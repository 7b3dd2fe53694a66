//! Where the money of an order is that goes back, and what became of a wish to send the order back.

use domain::{
    clock::At,
    event::Kind,
    money::Money,
    order::{Status, TrackedOrder},
    payment::PaymentStatus,
    returns::ReturnStatus,
};

use crate::words::Words;

/// Who called it off, and when.
pub fn who_cancelled(words: Words<'_>, order: &TrackedOrder) -> Option<String> {
    let event = order.events.iter().find(|event| event.kind == Kind::OrderCancelled);
    let at = order.cancelled_at.or(event.map(|event| event.at))?;
    let key = if event.is_some_and(|event| event.by_customer) {
        "customer-cancelled-by-you"
    } else {
        "customer-cancelled-by-us"
    };
    Some(words.say_at(key, at))
}

/// Where the money of an order is that will not be delivered, or has come back.
pub fn of_ended(words: Words<'_>, order: &TrackedOrder) -> String {
    let sentences = going_back(words, order);
    if !sentences.is_empty() {
        return sentences.join(" ");
    }
    match order.payment {
        PaymentStatus::Disputed => words.say("customer-next-ask"),
        _ if order.kept.minor > 0 && order.status == Status::Returned => words.say("customer-money-soon"),
        // Called off, and the money is still with us: giving it back did not work, and staff know.
        _ if order.kept.minor > 0 => words.say("customer-money-late"),
        _ => match order.held {
            Some(held) => words.say_of("customer-money-held", "amount", words.money(held)),
            None => words.say("customer-next-nothing-charged"),
        },
    }
}

/// What is on its way back, and what was sent: with amount, day, way, and how long banks take.
fn going_back(words: Words<'_>, order: &TrackedOrder) -> Vec<String> {
    let (on_its_way, sent) = order.going_back();
    let last_sent = order.refunds.iter().filter(|refund| refund.sent).map(|refund| refund.at).max();
    let mut sentences = Vec::new();
    if let Some(at) = last_sent {
        sentences.push(returned(words, sent, at));
    }
    if on_its_way.minor > 0 {
        sentences.push(words.say_of("customer-money-on-its-way", "amount", words.money(on_its_way)));
    }
    sentences
}

fn returned(words: Words<'_>, amount: Money, at: At) -> String {
    let day = words.long_day(words.day(at));
    words
        .say_all("customer-money-returned", vec![("amount", words.money(amount).into()), ("day", day.into())])
}

/// What is to be said besides the promise of an order that goes on: money that goes back, and a wish to send it back.
pub fn notes(words: Words<'_>, order: &TrackedOrder) -> Vec<String> {
    if matches!(order.status, Status::Cancelled | Status::Returned) {
        return Vec::new();
    }
    let mut notes = going_back(words, order);
    if let Some(wish) = order.returning {
        match wish.status {
            ReturnStatus::Requested => notes.push(words.say_at("customer-return-asked", wish.asked_at)),
            ReturnStatus::Declined => notes.push(words.say("customer-return-declined")),
            ReturnStatus::Received | ReturnStatus::Refunded => {}
        }
    }
    notes
}
