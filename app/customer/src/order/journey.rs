//! What may be said of an order that is with its carrier: where its boxes are, when they are expected, and who has to act.

use domain::{
    clock::At,
    order::{Hold, Status, TrackedOrder, TrackedParcel},
    parcel::TrackingStatus,
    tracking::ScanPlace,
};

use super::promise::Promise;
use crate::words::Words;

/// After so many days without a word from its carrier a box is quiet for too long.
const QUIET_DAYS: i64 = 5;

/// The promise of an order that has left.
pub fn promise(words: Words<'_>, order: &TrackedOrder, now: At) -> Promise {
    if order.status == Status::Exception {
        return held_up(words, order);
    }
    if let Some(heard) = quiet_since(order, now) {
        return Promise {
            headline: words.say_at("customer-promise-quiet", heard),
            next: words.say("customer-next-quiet"),
        };
    }
    let (arrived, all) = (order.arrived(), order.parcels.len());
    if (1..all).contains(&arrived) {
        return Promise {
            headline: words.say_all(
                "customer-promise-partly",
                vec![("arrived", arrived.to_string().into()), ("all", all.to_string().into())],
            ),
            next: order.expected_on().filter(|day| *day >= words.day(now)).map_or_else(
                || words.say("customer-next-partly"),
                |day| words.say_on("customer-next-partly-by", day),
            ),
        };
    }
    match order.status {
        Status::Delayed => Promise {
            headline: words.say("customer-promise-delayed"),
            next: order.expected_on().filter(|day| *day >= words.day(now)).map_or_else(
                || words.say("customer-next-delayed"),
                |day| words.say_on("customer-next-delayed-by", day),
            ),
        },
        Status::OutForDelivery => last_mile(words, order),
        _ => under_way(words, order, now),
    }
}

fn under_way(words: Words<'_>, order: &TrackedOrder, now: At) -> Promise {
    let next = order.shipped_at.map_or_else(
        || words.say("customer-next-shipped-undated"),
        |at| words.say_at("customer-next-shipped", at),
    );
    match order.expected_on() {
        Some(day) if day < words.day(now) => Promise {
            headline: words.say("customer-promise-delayed"),
            next: words.say_on("customer-next-overdue", day),
        },
        Some(day) => Promise { headline: words.say_on("customer-promise-expected", day), next },
        None => Promise { headline: words.say("customer-promise-shipped"), next },
    }
}

/// On the last vehicle, at a place to be collected from, or, where no carrier is involved, whatever the shop calls it.
fn last_mile(words: Words<'_>, order: &TrackedOrder) -> Promise {
    if let Some(parcel) = waiting(order) {
        let next = parcel.attempts.until.map_or_else(
            || words.say("customer-next-pickup"),
            |until| words.say_on("customer-next-pickup-by", until.0),
        );
        return Promise { headline: words.say("customer-promise-pickup"), next };
    }
    let stage = order.stage.as_deref().and_then(|key| order.workflow.stage(key));
    match stage.filter(|stage| stage.status == Status::OutForDelivery && !has_moved(order)) {
        Some(stage) => Promise {
            headline: stage.wording.get(words.language).to_owned(),
            next: words.say("customer-next-ready"),
        },
        None => Promise::new(words, "customer-promise-out-for-delivery", "customer-next-out-for-delivery"),
    }
}

/// Whether a box waits to be collected.
pub fn waits_for_customer(order: &TrackedOrder) -> bool {
    waiting(order).is_some()
}

fn waiting(order: &TrackedOrder) -> Option<&TrackedParcel> {
    order.parcels.iter().find(|parcel| parcel.hold() == Some(Hold::Pickup))
}

/// What holds it up, and who acts: the first box that says so speaks for the order.
fn held_up(words: Words<'_>, order: &TrackedOrder) -> Promise {
    let stuck = |parcel: &&TrackedParcel| {
        matches!(parcel.status, TrackingStatus::Exception | TrackingStatus::Returned)
    };
    let parcel = order.parcels.iter().filter(stuck).find(|parcel| parcel.hold().is_some());
    let again = parcel.and_then(|parcel| parcel.attempts.next);
    let (headline, next) = match parcel.and_then(TrackedParcel::hold) {
        Some(Hold::Address) => ("customer-promise-address", "customer-next-address"),
        Some(Hold::Missed) if again.is_some() => ("customer-promise-missed", "customer-next-missed-on"),
        Some(Hold::Missed) => ("customer-promise-missed", "customer-next-missed"),
        Some(Hold::Customs) => ("customer-promise-customs", "customer-next-customs"),
        Some(Hold::Pickup) => ("customer-promise-pickup", "customer-next-pickup"),
        Some(Hold::Kept) => ("customer-promise-kept", "customer-next-kept"),
        Some(Hold::Harmed) => ("customer-promise-harmed", "customer-next-harmed"),
        Some(Hold::ComesBack) => ("customer-promise-comes-back", "customer-next-comes-back"),
        None => ("customer-promise-exception", "customer-next-exception"),
    };
    let next = again.map_or_else(|| words.say(next), |day| words.say_on(next, day.0));
    Promise { headline: words.say(headline), next }
}

fn has_moved(order: &TrackedOrder) -> bool {
    order.parcels.iter().any(|parcel| parcel.status.has_moved())
}

/// Whether it is in its boxes, and the carrier has none of them yet.
pub fn is_packed(order: &TrackedOrder) -> bool {
    order.status.is_inside() && !order.parcels.is_empty() && !has_moved(order)
}

/// The day of the last word about the box that has been quiet for longest, when that is too long.
fn quiet_since(order: &TrackedOrder, now: At) -> Option<At> {
    // What waits for the customer or for customs says so; its silence is no news.
    let is_under_way = |parcel: &&TrackedParcel| {
        parcel.status.has_moved() && !parcel.has_arrived() && parcel.hold().is_none()
    };
    let under_way = order.parcels.iter().filter(is_under_way);
    let heard = under_way.filter_map(|parcel| last_scan(parcel).map(|(at, _)| at)).min()?;
    (heard.seconds_until(now) > QUIET_DAYS * 24 * 3600).then_some(heard)
}

/// The newest of what its carrier saw of a box. That its label was made is no scan.
pub fn last_scan(parcel: &TrackedParcel) -> Option<(At, Option<String>)> {
    let seen = parcel.scans.iter().filter(|scan| scan.meaning.state.has_moved());
    let newest =
        seen.max_by_key(|scan| scan.at).map(|scan| (scan.at, scan.place.as_ref().and_then(ScanPlace::spell)));
    let believed = parcel.at.filter(|_| parcel.status.has_moved()).map(|at| (at, None));
    match (newest, believed) {
        (Some(scan), Some(later)) if later.0 > scan.0 => Some(later),
        (Some(scan), _) => Some(scan),
        (None, believed) => believed,
    }
}

/// What a carrier's word means, in ours; `None` for one that says nothing.
pub const fn word(status: TrackingStatus, hold: Option<Hold>) -> Option<&'static str> {
    Some(match (status, hold) {
        (TrackingStatus::Unknown, _) => return None,
        (TrackingStatus::PreTransit, _) => "customer-scan-announced",
        (_, Some(Hold::Address)) => "customer-promise-address",
        (_, Some(Hold::Missed)) => "customer-promise-missed",
        (_, Some(Hold::Pickup)) => "customer-promise-pickup",
        (_, Some(Hold::Customs)) => "customer-promise-customs",
        (_, Some(Hold::Kept)) => "customer-promise-kept",
        (_, Some(Hold::Harmed)) => "customer-promise-harmed",
        (_, Some(Hold::ComesBack)) | (TrackingStatus::Returned, None) => "customer-promise-comes-back",
        (TrackingStatus::Transit, None) => "customer-scan-under-way",
        (TrackingStatus::OutForDelivery, None) => "customer-scan-out-for-delivery",
        (TrackingStatus::Delayed, None) => "customer-scan-delayed",
        (TrackingStatus::Exception, None) => "customer-promise-exception",
        (TrackingStatus::Delivered, None) => "customer-scan-delivered",
    })
}
