//! An order as a program of the shop reads it: everything, in minor units and RFC 3339. Its customer sees a [`super::TrackedOrder`] instead.

mod list;
mod notes;
mod read;
mod steps;

pub use list::{OrderSummaries, OrderSummary, summaries};
pub use notes::{Note, notes};
pub use read::full;
pub use steps::{StatusStep, status_steps};

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;

use super::{Address, Priority, Status};
use crate::{
    Language,
    clock::{At, Day},
    ids::{LabelId, OrderId, ParcelId, StaffId},
    parcel::{Direction, TrackingStatus},
    payment::PaymentStatus,
    product::Technique,
    tracking::{Action, Cause, TrackingState},
};

/// An order with everything the shop knows of it.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Order)]
pub struct FullOrder {
    /// Its id.
    pub id: OrderId,
    /// As people read it; stands for the order in every path, as its id does.
    pub number: String,
    /// Grows with every change; the answer's `ETag`.
    pub version: i64,
    /// The storefront's own name for it.
    pub reference: Option<String>,
    /// Headline.
    pub status: Status,
    /// Payment axis.
    pub payment: PaymentStatus,
    /// Key of the workflow it moves in.
    pub workflow: String,
    /// Key of its stage there; `null` before it is paid.
    pub stage: Option<String>,
    /// Keys of the stages that follow.
    pub next_stages: Vec<String>,
    /// Keys of the stages it may step back to, the nearest first.
    pub previous_stages: Vec<String>,
    /// How urgent it is.
    pub priority: Priority,
    /// In whose hands it is.
    pub assignee: Option<InHands>,
    /// Whether a person has to look at it.
    pub needs_attention: bool,
    /// Who bought it.
    pub customer: Buyer,
    /// Where it goes.
    pub address: Address,
    /// What the customer chose at checkout, by name.
    pub shipping_choice: Option<String>,
    /// Where it is made.
    pub location: Option<String>,
    /// What the buyer asked for, in the buyer's words.
    pub notes: Option<String>,
    /// Whether its packing slip names no price.
    pub gift: bool,
    /// What was bought.
    pub items: Vec<FullItem>,
    /// The boxes, those on their way back included.
    pub parcels: Vec<FullParcel>,
    /// ISO 4217, of every amount here.
    pub currency: String,
    /// Of all items, in minor units.
    pub subtotal: i64,
    /// Of sending them, in minor units.
    pub shipping: i64,
    /// Of everything, in minor units.
    pub total: i64,
    /// Taken, in minor units.
    pub captured: i64,
    /// Gone back for good, in minor units.
    pub refunded: i64,
    /// What can still go back, in minor units.
    pub refundable: i64,
    /// When it was placed.
    pub placed_at: At,
    /// When anything about it last changed.
    pub updated_at: At,
    /// When it has to be done.
    pub due_at: Option<At>,
    /// Until when the customer was told it would leave.
    pub promised_at: Option<At>,
    /// Since when it is on hold.
    pub held_at: Option<At>,
    /// When it left.
    pub shipped_at: Option<At>,
    /// When it arrived.
    pub delivered_at: Option<At>,
    /// When it was called off.
    pub cancelled_at: Option<At>,
    /// When it was back.
    pub returned_at: Option<At>,
}

/// Who works on an order.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct InHands {
    /// Their id.
    pub id: StaffId,
    /// Their name.
    pub name: String,
}

/// Who bought an order.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Buyer {
    /// Their name.
    pub name: String,
    /// Where messages go.
    pub email: String,
    /// Their phone.
    pub phone: Option<String>,
    /// The language they are written to in.
    pub language: Language,
}

/// One thing that was bought.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = OrderItem)]
pub struct FullItem {
    /// The line, from 1.
    pub position: i16,
    /// Its name.
    pub name: String,
    /// How many.
    pub quantity: i32,
    /// Of one, in minor units.
    pub unit_amount: i64,
    /// Print specs and other choices.
    pub options: BTreeMap<String, String>,
    /// The product, where it is one.
    pub sku: Option<String>,
    /// Its size, where it comes in sizes.
    pub size: Option<String>,
    /// How the design gets onto it.
    pub technique: Option<Technique>,
    /// The design, to be looked at.
    pub design_url: Option<String>,
    /// Where its print file is.
    pub print_file_url: Option<String>,
}

/// One box.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Parcel)]
pub struct FullParcel {
    /// Its id.
    pub id: ParcelId,
    /// Which of the order's boxes, from 1.
    pub position: i16,
    /// To the customer, or back.
    pub direction: Direction,
    /// As people write it.
    pub carrier: Option<String>,
    /// The carrier's number.
    pub tracking_number: Option<String>,
    /// The carrier's page.
    pub tracking_url: Option<String>,
    /// Where it is, as the order's headline sees it.
    pub tracking: TrackingStatus,
    /// Where it is, more closely.
    pub state: TrackingState,
    /// Why, when the carrier says so.
    pub cause: Option<Cause>,
    /// What has to be done, when the carrier says so.
    pub action: Option<Action>,
    /// When that was so, by the carrier's clock.
    pub seen_at: Option<At>,
    /// The day on which the carrier expects to hand it over.
    pub eta: Option<Day>,
    /// The label that was bought for it.
    pub label: Option<LabelId>,
    /// When its label was given back: nothing travels under this number.
    pub voided_at: Option<At>,
    /// When it was made ready.
    pub created_at: At,
}
