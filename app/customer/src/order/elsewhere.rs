//! An order as a page of another site shows it: finished words, made of what the order's own page is made of.
//!
//! The other site's script decides nothing and formats nothing; these types have no field for what is internal.

use domain::{
    clock::At,
    moment::Moment,
    money::Money,
    order::{Status, TrackedItem, TrackedOrder},
};
use serde::Serialize;

use super::{
    badge_word, money, parcels,
    promise::Promise,
    rail::{self, Knot},
    timeline::{self, Entry},
};
use crate::words::Words;

/// All that another site may show of an order.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OrderView {
    number: String,
    /// For "is this newer".
    version: i64,
    /// Of all words in it.
    language: &'static str,
    status: Status,
    /// What stands on the badge; more telling than the status where there is more to tell.
    badge: String,
    /// The sentence the customer came for.
    headline: String,
    /// The line after it.
    next: String,
    /// What is to be said besides: money on its way back, a return.
    notes: Vec<String>,
    steps: Vec<StepView>,
    /// Newest first.
    timeline: Vec<EntryView>,
    /// How many lines of it are worth showing at once.
    in_sight: usize,
    /// What the rest is folded under, where there is a rest.
    #[serde(skip_serializing_if = "Option::is_none")]
    earlier: Option<String>,
    items: Vec<ItemView>,
    total: String,
    parcels: Vec<ParcelView>,
    updated: Moment,
    /// What is said aloud when the newest line is new.
    #[serde(skip_serializing_if = "Option::is_none")]
    announcement: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
struct StepView {
    label: String,
    /// `done`, `now` or `next`.
    state: &'static str,
}

#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
struct EntryView {
    what: String,
    when: Moment,
    #[serde(skip_serializing_if = "Option::is_none")]
    parcel: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<String>,
    /// The carrier's own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<String>,
    /// Their language, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    detail_language: Option<String>,
    /// What a person of the shop wrote to the customer.
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
struct ItemView {
    name: String,
    quantity: i64,
    options: Vec<String>,
    amount: String,
}

#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
struct ParcelView {
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tracking_number: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tracking_url: Option<String>,
    /// What the link to it says.
    #[serde(skip_serializing_if = "Option::is_none")]
    follow: Option<String>,
}

impl OrderView {
    /// An order in its reader's words, at a moment.
    pub(crate) fn of(words: Words<'_>, order: &TrackedOrder, now: At) -> Self {
        let promise = Promise::of(words, order, now);
        let entries = timeline::entries(words, order);
        let in_sight = timeline::in_sight(entries.len());
        let folded = entries.len() - in_sight;
        let count = parcels::shown(order).count();
        Self {
            number: order.number.to_string(),
            version: order.version,
            language: words.language.tag(),
            status: order.status,
            badge: badge_word(words, order),
            headline: promise.headline,
            next: promise.next,
            notes: money::notes(words, order),
            steps: rail::steps(words, order).into_iter().map(Into::into).collect(),
            in_sight,
            earlier: (folded > 0).then(|| words.count("customer-earlier", folded)),
            announcement: timeline::announcement(words, &entries),
            timeline: entries.into_iter().map(Into::into).collect(),
            items: order.items.iter().map(|item| ItemView::of(words, order.total, item)).collect(),
            total: words.money(order.total),
            parcels: parcels::shown(order)
                .enumerate()
                .map(|(at, parcel)| {
                    let way = parcels::way(words, parcel);
                    ParcelView {
                        title: parcels::title(words, parcel, (at + 1, count)),
                        tracking_number: parcel.tracking_number.clone(),
                        tracking_url: way.as_ref().map(|(address, _)| (*address).to_owned()),
                        follow: way.map(|(_, label)| label),
                    }
                })
                .collect(),
            updated: words.moment(order.updated_at),
        }
    }
}

impl From<rail::Step> for StepView {
    fn from(step: rail::Step) -> Self {
        let state = match step.knot {
            Knot::Done => "done",
            Knot::Now => "now",
            Knot::ToCome => "next",
        };
        Self { label: step.label, state }
    }
}

impl From<Entry> for EntryView {
    fn from(entry: Entry) -> Self {
        Self {
            what: entry.what,
            when: entry.when,
            parcel: entry.which,
            place: entry.place,
            detail: entry.raw,
            detail_language: entry.language,
            message: entry.message,
        }
    }
}

impl ItemView {
    fn of(words: Words<'_>, like: Money, item: &TrackedItem) -> Self {
        let amount = Money { minor: item.unit_amount.saturating_mul(item.quantity), ..like };
        Self {
            name: item.name.clone(),
            quantity: item.quantity,
            options: item.options.iter().map(|(name, value)| format!("{name}: {value}")).collect(),
            amount: words.money(amount),
        }
    }
}
