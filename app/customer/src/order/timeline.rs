//! What happened, newest first by when it happened: three in sight, the rest one tap away, also without JavaScript.
//!
//! What the shop did are events, what carriers did are scans, and a box is there from when it was made ready: so a label that was given
//! back leaves no trace here. Our words come first, the carrier's own stand below them.

use domain::{
    clock::At,
    event::Kind,
    moment::Moment,
    money::Money,
    order::{PublicEvent, TrackedOrder, TrackedScan},
    parcel::TrackingStatus,
    tracking::ScanPlace,
};
use leptos::prelude::*;
use ui::When;

use super::{journey, parcels};
use crate::words::Words;

const IN_SIGHT: usize = 3;

/// One line of the history.
pub struct Entry {
    at: At,
    pub(super) what: String,
    pub(super) when: Moment,
    class: Option<&'static str>,
    /// Which box, when there are several.
    pub(super) which: Option<String>,
    pub(super) place: Option<String>,
    /// The carrier's words.
    pub(super) raw: Option<String>,
    /// Their language, where it is known.
    pub(super) language: Option<String>,
    /// What a person of the shop wrote.
    pub(super) message: Option<String>,
}

/// The history a customer reads. Kinds that say nothing to them are left out.
pub fn entries(words: Words<'_>, order: &TrackedOrder) -> Vec<Entry> {
    let mut entries = Vec::new();
    let several = parcels::shown(order).count() > 1;
    for (position, parcel) in parcels::shown(order).enumerate() {
        let which = several.then(|| words.say_of("customer-parcel", "position", (position + 1).to_string()));
        // A box that was made ready in the moment it left says nothing that "on its way" does not.
        let ready = (order.shipped_at != Some(parcel.packed_at))
            .then(|| Entry::new(words, words.say("customer-event-parcel"), parcel.packed_at));
        entries.extend(
            parcel
                .scans
                .iter()
                .filter_map(|scan| told(words, scan))
                .chain(ready)
                .map(|entry| Entry { which: which.clone(), ..entry }),
        );
    }
    // After the boxes: what a carrier says follows what the shop did, where both happened in one minute.
    entries.extend(order.events.iter().filter_map(|event| {
        let class = matches!(event.kind, Kind::PaymentFailed | Kind::SpecsReturned).then_some("diamond");
        let message = event.message.clone();
        Some(Entry { class, message, ..Entry::new(words, heading(words, order, event)?, event.at) })
    }));
    // Stripe tells whole seconds and carriers minutes; within a minute the order of writing is the better one.
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.at.0.as_second().div_euclid(60)));
    entries
}

impl Entry {
    fn new(words: Words<'_>, what: String, at: At) -> Self {
        Self {
            at,
            what,
            when: words.moment(at),
            class: None,
            which: None,
            place: None,
            raw: None,
            language: None,
            message: None,
        }
    }
}

fn heading(words: Words<'_>, order: &TrackedOrder, event: &PublicEvent) -> Option<String> {
    let mine = |yes, no| words.say(if event.by_customer { yes } else { no });
    Some(match event.kind {
        Kind::OrderPlaced => words.say("customer-event-placed"),
        Kind::PaymentSucceeded => words.say("customer-event-paid"),
        Kind::PaymentFailed => words.say("customer-event-not-paid"),
        Kind::PaymentAuthorized => words.say("customer-event-held"),
        Kind::PaymentCaptured => words.say("customer-event-taken"),
        Kind::AuthorizationReleased => words.say("customer-event-released"),
        Kind::RefundSucceeded => {
            let amount = Money { minor: event.amount?, ..order.total };
            words.say_of("customer-event-refunded", "amount", words.money(amount))
        }
        Kind::OrderCancelled => mine("customer-event-cancelled-by-you", "customer-event-cancelled-by-us"),
        Kind::ReturnRequested => mine("customer-event-return-by-you", "customer-event-return"),
        Kind::ReturnDeclined => words.say("customer-event-return-declined"),
        Kind::ReturnReceived => words.say("customer-event-return-received"),
        Kind::NotReceived => words.say("missing-event"),
        Kind::SpecsReturned => words.say("customer-event-specs-returned"),
        Kind::StageEntered => {
            let stage = order.workflow.stage(event.stage.as_deref()?)?;
            stage.visible.then(|| stage.wording.get(words.language).to_owned())?
        }
        _ => return None,
    })
}

fn told(words: Words<'_>, scan: &TrackedScan) -> Option<Entry> {
    let key = journey::word(scan.status(), scan.hold())?;
    let wrong = matches!(scan.status(), TrackingStatus::Exception | TrackingStatus::Returned);
    Some(Entry {
        class: wrong.then_some("diamond"),
        place: scan.place.as_ref().and_then(ScanPlace::spell),
        raw: scan.detail.clone(),
        language: scan.language.clone(),
        ..Entry::new(words, words.say(key), scan.at)
    })
}

/// What is said aloud when the newest entry is new.
pub fn announcement(words: Words<'_>, entries: &[Entry]) -> Option<String> {
    let newest = entries.first()?;
    let args = vec![("what", newest.what.clone().into()), ("when", newest.when.label.clone().into())];
    Some(words.say_all("customer-announce", args))
}

/// How many of so many lines are in sight. A fold that hides a single line costs more than the line.
pub const fn in_sight(lines: usize) -> usize {
    if lines > IN_SIGHT + 1 { IN_SIGHT } else { lines }
}

/// The history as a list.
pub fn timeline(words: Words<'_>, mut entries: Vec<Entry>) -> Option<impl IntoView + use<>> {
    if entries.is_empty() {
        return None;
    }
    let earlier = entries.split_off(in_sight(entries.len()));
    let fold = (!earlier.is_empty()).then(|| {
        view! {
            <details id="earlier">
                <summary id="earlier-sum">{words.count("customer-earlier", earlier.len())}</summary>
                {list(earlier)}
            </details>
        }
    });
    Some(view! {
        <section class="history" aria-labelledby="t-h">
            <h2 id="t-h">{words.say("customer-history")}</h2>
            {list(entries)}
            {fold}
        </section>
    })
}

fn list(entries: Vec<Entry>) -> impl IntoView {
    let items: Vec<_> = entries
        .into_iter()
        .map(|entry| {
            // An empty `lang` says that nobody knows the language (HTML §3.2.6.2): no voice reads it as ours.
            let lang = entry.language.unwrap_or_default();
            let raw = entry.raw.map(|raw| view! { <p class="raw" lang=lang dir="auto">{raw}</p> });
            let message = entry.message.map(|text| view! { <p class="letter" dir="auto">{text}</p> });
            view! {
                <li class=entry.class>
                    <h3>{entry.what}</h3>
                    <p class="meta">
                        <When moment=entry.when/>
                        {entry.which.map(|which| view! { " · " {which} })}
                        {entry.place.map(|place| view! { " · " <bdi>{place}</bdi> })}
                    </p>
                    {raw}
                    {message}
                </li>
            }
        })
        .collect();
    view! { <ol role="list" reversed class="timeline">{items}</ol> }
}
