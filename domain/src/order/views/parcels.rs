//! What staff see of an order's boxes and labels.

use serde::{Deserialize, Serialize};

use crate::{
    ids::{LabelId, ParcelId},
    moment::Moment,
    parcel::{Direction, LabelStatus, TrackingStatus},
    tracking::{Meaning, TrackSource},
};

/// One box.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParcelView {
    /// For asking its carrier anew.
    pub id: ParcelId,
    /// As people write it.
    pub carrier: Option<String>,
    /// The carrier's number.
    pub tracking_number: Option<String>,
    /// The carrier's page.
    pub tracking_url: Option<String>,
    /// To the customer, or back.
    pub direction: Direction,
    /// Where it is, as the order's headline sees it.
    pub tracking: TrackingStatus,
    /// The same more closely: why, and what has to be done.
    pub meaning: Meaning,
    /// When it was last seen, by the carrier's clock.
    pub seen: Option<Moment>,
    /// When the carrier means to deliver it: a date in words.
    pub eta: Option<String>,
    /// The days it named before, first to last.
    pub was: Vec<String>,
    /// How often delivery was tried.
    pub tries: Option<u16>,
    /// When it comes again: a date in words.
    pub again: Option<String>,
    /// Until when it waits: a date in words.
    pub until: Option<String>,
    /// Who took it, as the carrier wrote it.
    pub received_by: Option<String>,
    /// Its label was given back: nothing travels under this number.
    pub voided: bool,
    /// Whether its carrier can be asked.
    pub trackable: bool,
    /// The label we bought for it.
    pub label: Option<LabelView>,
    /// What the carrier said, newest first.
    pub scans: Vec<ScanView>,
}

/// One label, or the wish for one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LabelView {
    /// Its id.
    pub id: LabelId,
    /// Which box, from 1.
    pub box_number: i16,
    /// To the customer, or back.
    pub direction: Direction,
    /// Where it stands.
    pub status: LabelStatus,
    /// As people write it.
    pub carrier: String,
    /// The carrier's product.
    pub service: String,
    /// What it cost, or is expected to cost; formatted.
    pub cost: Option<String>,
    /// Whether that is the price paid.
    pub paid: bool,
    /// The paper.
    pub file: Option<String>,
    /// `RATE_EXPIRED`, …
    pub error_code: Option<String>,
    /// The provider's own words; not translated.
    pub error: Option<String>,
    /// Who wanted it.
    pub who: Option<String>,
    /// When.
    pub at: Moment,
    /// Whether it may be given back now.
    pub voidable: bool,
}

/// One scan, whoever told of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScanView {
    /// Where it is, why, and what has to be done.
    pub meaning: Meaning,
    /// The nearest source's code.
    pub code: Option<String>,
    /// The carrier's own words; not translated.
    pub detail: Option<String>,
    /// Their language, where it is known.
    pub language: Option<String>,
    /// Who told of it, the nearest first.
    pub sources: Vec<TrackSource>,
    /// Where.
    pub place: Option<String>,
    /// When, where the carrier said so.
    pub at: Option<Moment>,
}

/// The ways to send a box, looked at before one is bought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LabelPlan {
    /// Which box, from 1.
    pub box_number: i16,
    /// To the customer, or back.
    pub direction: Direction,
    /// The customer's choice first, then the cheapest first.
    pub rates: Vec<RateView>,
    /// What the customer chose, by name, when no rate is it any more.
    pub gone: Option<String>,
    /// What Shippo and carriers say; not translated.
    pub messages: Vec<String>,
    /// The boxes that were reckoned with, in words.
    pub boxes: Vec<String>,
    /// How many boxes the price the customer chose was for; each gets a label of its own.
    pub together: i64,
}

/// One way to send a box.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RateView {
    /// Shipment, service and carrier, as the form sends them back.
    pub value: String,
    /// As people write it.
    pub carrier: String,
    /// The carrier's product.
    pub service: String,
    /// Formatted.
    pub price: String,
    /// Days on the way, about.
    pub days: Option<i32>,
    /// Whether the customer chose it.
    pub chosen: bool,
    /// How much more or less than what the customer saw, formatted with its sign; only where it differs.
    pub difference: Option<String>,
}

/// Orders whose labels are to be bought together, and how far each is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Batch {
    /// Trouble first, then what cannot be bought, what can, what is under way, what is done.
    pub rows: Vec<BatchRow>,
    /// How many can be bought now.
    pub ready: i64,
    /// How many went wrong.
    pub failed: i64,
}

/// One order of a batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BatchRow {
    /// As people read it.
    pub number: String,
    /// Who bought it.
    pub customer: String,
    /// Carrier and service the customer chose.
    pub choice: Option<String>,
    /// What the customer saw as its price, formatted.
    pub price: Option<String>,
    /// The newest label to the customer.
    pub label: Option<LabelView>,
    /// Why none can be bought, as a sentence.
    pub blocked: Option<String>,
}
