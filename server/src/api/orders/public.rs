//! An order as its customer's program may read it. Made of the type their page is made of, which has no field for what is internal.

use std::collections::BTreeMap;

use domain::{
    Language,
    clock::{At, Day},
    event::Kind,
    order::{Status, TrackedOrder, TrackedParcel},
    parcel::TrackingStatus,
    payment::PaymentStatus,
    place::Method,
    returns::ReturnStatus,
    tracking::{Action, Cause, TrackingState},
    workflow::Definition,
};
use serde::Serialize;
use utoipa::ToSchema;

/// An order as its customer may see it.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct PublicOrder {
    /// As people read it.
    number: String,
    /// Grows with every change; the answer's `ETag`.
    version: i64,
    /// The language chosen at checkout, in which the shop's words are here.
    language: Language,
    /// Headline.
    status: Status,
    /// Payment axis.
    payment: PaymentStatus,
    /// What the shop says of the step it is in.
    stage: Option<String>,
    /// Enough of the address for its owner to know it.
    masked_address: String,
    /// Where and when a place of the shop hands it over.
    booking: Option<PublicBooking>,
    /// What was bought.
    items: Vec<PublicItem>,
    /// ISO 4217, of every amount here.
    currency: String,
    /// Of all items, in minor units.
    subtotal: i64,
    /// Of sending them, in minor units.
    shipping: i64,
    /// Of everything, in minor units.
    total: i64,
    /// What goes or went back, oldest first.
    refunds: Vec<PublicRefund>,
    /// The newest wish to send it back.
    returning: Option<PublicReturn>,
    /// The boxes on their way to the customer.
    parcels: Vec<PublicParcel>,
    /// What happened, newest first.
    events: Vec<PublicEvent>,
    /// Whether its customer may still call it off.
    may_cancel: bool,
    /// Whether its customer may ask to send it back now.
    may_return: bool,
    /// The day by which all that is under way should be there.
    expected_on: Option<Day>,
    /// When it was placed.
    placed_at: At,
    /// When anything about it last changed.
    updated_at: At,
    /// Until when the shop said it would leave.
    promised_at: Option<At>,
    /// When it left.
    shipped_at: Option<At>,
    /// When it arrived.
    delivered_at: Option<At>,
    /// When it was called off.
    cancelled_at: Option<At>,
    /// When it was back.
    returned_at: Option<At>,
}

/// How a place of the shop hands it over.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct PublicBooking {
    /// Who goes to whom.
    method: Method,
    /// The place's name.
    place: String,
    /// Where its customers ask.
    contact: String,
    /// When the slot begins.
    starts_at: Option<At>,
    /// When it ends.
    ends_at: Option<At>,
}

/// One thing that was bought.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct PublicItem {
    /// Its name.
    name: String,
    /// How many.
    quantity: i64,
    /// Of one, in minor units.
    unit_amount: i64,
    /// Its choices.
    options: BTreeMap<String, String>,
}

/// Money on its way back, or back.
#[derive(Debug, Serialize, ToSchema)]
struct PublicRefund {
    /// Minor units.
    amount: i64,
    /// Whether it has left us.
    sent: bool,
    /// When it left us, or was decided.
    at: At,
}

/// A wish to send it back.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct PublicReturn {
    /// Where it stands.
    status: ReturnStatus,
    /// When it was uttered.
    requested_at: At,
}

/// One box on its way.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct PublicParcel {
    /// As people write it.
    carrier: Option<String>,
    /// The carrier's number.
    tracking_number: Option<String>,
    /// The carrier's page.
    tracking_url: Option<String>,
    /// Where it is, as the headline sees it.
    tracking: TrackingStatus,
    /// Where it is, more closely.
    state: TrackingState,
    /// Why, when the carrier says so.
    cause: Option<Cause>,
    /// What has to be done, when the carrier says so.
    action: Option<Action>,
    /// When that was so, by the carrier's clock.
    seen_at: Option<At>,
    /// The day on which the carrier expects to hand it over.
    eta: Option<Day>,
}

/// One fact its customer may know.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct PublicEvent {
    /// What happened.
    kind: Kind,
    /// What the shop says of the step it entered.
    stage: Option<String>,
    /// What somebody of the shop wrote to the customer.
    message: Option<String>,
    /// Minor units, of money that went back.
    amount: Option<i64>,
    /// Whether it was the customer's doing.
    by_customer: bool,
    /// When it happened.
    at: At,
}

/// What the shop says of a stage.
pub(super) fn wording(workflow: &Definition, stage: Option<&str>, language: Language) -> Option<String> {
    Some(workflow.stage(stage?)?.wording.get(language).to_owned())
}

impl PublicOrder {
    /// As it stands now.
    pub(super) fn of(order: TrackedOrder, now: At) -> Self {
        let say = |stage: Option<&str>| wording(&order.workflow, stage, order.language);
        Self {
            may_cancel: order.may_cancel(),
            may_return: order.may_return(now),
            expected_on: order.expected_on().map(Day),
            stage: say(order.stage.as_deref()),
            events: order
                .events
                .iter()
                .map(|event| PublicEvent {
                    kind: event.kind,
                    stage: say(event.stage.as_deref()),
                    message: event.message.clone(),
                    amount: event.amount,
                    by_customer: event.by_customer,
                    at: event.at,
                })
                .collect(),
            number: order.number.to_string(),
            version: order.version,
            language: order.language,
            status: order.status,
            payment: order.payment,
            masked_address: order.masked_address,
            booking: order.booking.map(|booking| PublicBooking {
                method: booking.method,
                place: booking.place,
                contact: booking.contact,
                starts_at: booking.starts_at,
                ends_at: booking.ends_at,
            }),
            items: order
                .items
                .into_iter()
                .map(|item| PublicItem {
                    name: item.name,
                    quantity: item.quantity,
                    unit_amount: item.unit_amount,
                    options: item.options,
                })
                .collect(),
            currency: order.total.currency.code().to_owned(),
            subtotal: order.subtotal.minor,
            shipping: order.shipping.minor,
            total: order.total.minor,
            refunds: order
                .refunds
                .iter()
                .map(|refund| PublicRefund { amount: refund.amount, sent: refund.sent, at: refund.at })
                .collect(),
            returning: order
                .returning
                .map(|back| PublicReturn { status: back.status, requested_at: back.asked_at }),
            parcels: order.parcels.into_iter().map(PublicParcel::from).collect(),
            placed_at: order.placed_at,
            updated_at: order.updated_at,
            promised_at: order.promised_at,
            shipped_at: order.shipped_at,
            delivered_at: order.delivered_at,
            cancelled_at: order.cancelled_at,
            returned_at: order.returned_at,
        }
    }
}

impl From<TrackedParcel> for PublicParcel {
    fn from(parcel: TrackedParcel) -> Self {
        Self {
            carrier: parcel.carrier,
            tracking_number: parcel.tracking_number,
            tracking_url: parcel.tracking_url,
            tracking: parcel.status,
            state: parcel.meaning.state,
            cause: parcel.meaning.cause,
            action: parcel.meaning.action,
            seen_at: parcel.at,
            eta: parcel.eta.map(Day),
        }
    }
}
