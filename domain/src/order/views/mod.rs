//! What the admin is shown of orders: plain data, ready to be read, the same on server and browser.
//!
//! Amounts and dates arrive as words, because formatting them needs tables that do not belong in a browser's download.

mod allowed;
mod money;
mod parcels;

pub use allowed::{Allowed, IfCancelled, ReturnLine, ReturnView};
pub use money::{DisputeView, LedgerLine, MoneyView, RefundPlan, RefundView};
pub use parcels::{Batch, BatchRow, LabelPlan, LabelView, ParcelView, RateView, ScanView};

use serde::{Deserialize, Serialize};

use super::{Hands, Priority, Status, Timing};
use crate::{
    alert::AlertView,
    event::{Kind, Source},
    handover::DeliveryWish,
    ids::{NoticeId, OrderId, StaffId},
    moment::Moment,
    notice::Channel,
    parcel::Elsewhere,
    payment::PaymentStatus,
    place::BookingView,
    product::Technique,
};

/// What a list of orders is asked for. Absent fields do not filter.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Filter {
    /// Free text: order number, email, tracking number, reference, or part of a name.
    pub q: Option<String>,
    /// Headline.
    pub status: Option<Status>,
    /// Payment axis.
    pub payment: Option<PaymentStatus>,
    /// Location.
    pub location: Option<String>,
    /// Placed on or after this day (`YYYY-MM-DD`, the shop's zone).
    pub from: Option<String>,
    /// Placed on or before this day.
    pub until: Option<String>,
    /// Only what is past its due date.
    pub overdue: bool,
    /// Only what is not, but will be.
    pub late: bool,
    /// How urgent; only with `hold` does a list show what is on hold, or when somebody searches.
    pub priority: Option<Priority>,
    /// In whose hands.
    pub assignee: Option<Hands>,
    /// Only what needs a person.
    pub attention: bool,
    /// Oldest first instead of newest first.
    pub oldest: bool,
    /// Where the page before ended, as [`Page::next`] gave it.
    pub after: Option<String>,
}

impl Filter {
    /// The same, as this person reads it: what is "mine" is theirs.
    #[must_use]
    pub fn read_by(mut self, reader: StaffId) -> Self {
        if self.assignee == Some(Hands::Mine) {
            self.assignee = Some(Hands::Of(reader));
        }
        self
    }
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// As people read it.
    pub number: String,
    /// Who bought it.
    pub customer: String,
    /// Headline.
    pub status: Status,
    /// Label of its stage, when it has one.
    pub stage: Option<String>,
    /// Payment axis.
    pub payment: PaymentStatus,
    /// How many pieces.
    pub pieces: i64,
    /// Formatted.
    pub total: String,
    /// Where it is made.
    pub location: Option<String>,
    /// In whose hands it is.
    pub assignee: Option<String>,
    /// The slot it is for, in its place's zone.
    pub slot: Option<Moment>,
    /// When it was placed.
    pub placed: Moment,
    /// Whether it will be done in time.
    pub timing: Timing,
    /// How urgent it is.
    pub priority: Priority,
    /// When it has to be done.
    pub due: Option<Moment>,
    /// Minutes until then, as of this answer; below zero once it has passed.
    pub due_in: Option<i64>,
    /// Whether a person has to look at it.
    pub attention: bool,
    /// For compare-and-set and for "is this newer".
    pub version: i64,
    /// Whether its label can be bought together with others': paid, not begun, and the customer chose how to send it.
    pub pickable: bool,
}

/// One page of the list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// At most 50 lines.
    pub rows: Vec<Row>,
    /// Cursor of the next page; `None` at the end.
    pub next: Option<String>,
    /// The locations there are, for the filter.
    pub locations: Vec<String>,
    /// Who works here, for the filter: id and name.
    pub staff: Vec<(String, String)>,
}

/// The shop at a glance.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overview {
    /// How many orders stand in each status, in [`Status::ALL`]'s order.
    pub by_status: Vec<(Status, i64)>,
    /// How many open orders each location has; the empty name stands for none.
    pub by_location: Vec<(String, i64)>,
    /// Orders past their due date.
    pub overdue: i64,
    /// Orders that are not, but will be.
    pub late: i64,
    /// Orders on hold.
    pub held: i64,
    /// Orders that need a person.
    pub attention: i64,
    /// Paid since midnight in the shop's zone, one formatted sum per currency.
    pub money_today: Vec<String>,
    /// Orders paid since midnight.
    pub paid_today: i64,
}

/// A button on the order page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Button {
    /// Key of the stage it leads to.
    pub stage: String,
    /// The verb on it.
    pub verb: String,
    /// Whether it asks for carrier and number.
    pub ships: bool,
}

/// One thing that was bought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemView {
    /// Its name.
    pub name: String,
    /// How many.
    pub quantity: i32,
    /// Price of one, formatted.
    pub unit: String,
    /// Price of all, formatted.
    pub total: String,
    /// Print specs and other choices.
    pub options: Vec<(String, String)>,
    /// Where its print file is.
    pub print_file_url: Option<String>,
    /// Its size, where it comes in sizes.
    pub size: Option<String>,
    /// How the design gets onto it.
    pub technique: Option<Technique>,
    /// The design, to be looked at.
    pub design_url: Option<String>,
    /// Whether it is a picture of a host the shop trusts: shown at once.
    pub design_shown: bool,
    /// The product, where it is one.
    pub sku: Option<String>,
}

/// One entry of the staff's timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventView {
    /// The order's version after it.
    pub version: i64,
    /// What happened.
    pub kind: Kind,
    /// Whose doing.
    pub source: Source,
    /// Who, when a person.
    pub actor: Option<String>,
    /// Label of the stage entered, or the note's text, or what was paid.
    pub detail: Option<String>,
    /// Whether the customer sees it.
    pub public: bool,
    /// When it happened.
    pub at: Moment,
    /// Messages it caused.
    pub notices: Vec<NoticeView>,
}

/// One message, as staff see it under the event that caused it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticeView {
    /// For the message as it was sent.
    pub id: NoticeId,
    /// Over which channel.
    pub channel: Channel,
    /// Its kind, as in `locales/*/notices.ftl`.
    pub kind: String,
    /// Where it went.
    pub recipient: String,
    /// A word of [`crate::notice::NoticeState`].
    pub state: String,
    /// What the mail server said, when it failed.
    pub error: Option<String>,
    /// Until when it waits, while it does.
    pub waits: Option<Moment>,
    /// Whether it waits for the hour somebody chose, and can be taken back until then.
    pub scheduled: bool,
}

/// Everything on the order page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderPage {
    /// Internal id, for the server functions.
    pub id: OrderId,
    /// As people read it.
    pub number: String,
    /// The storefront's own name for it.
    pub reference: Option<String>,
    /// For compare-and-set.
    pub version: i64,
    /// Headline.
    pub status: Status,
    /// Label of its stage.
    pub stage: Option<String>,
    /// Payment axis.
    pub payment: PaymentStatus,
    /// Stripe's PaymentIntent.
    pub payment_intent: Option<String>,
    /// Who bought it.
    pub customer: String,
    /// Their address for mail.
    pub email: String,
    /// Why nobody writes to that address any more: a word of the list of those.
    pub silenced: Option<String>,
    /// Their phone.
    pub phone: Option<String>,
    /// The language they are written to in, as its own name.
    pub language: String,
    /// Where it goes, line by line.
    pub address: Vec<String>,
    /// What the customer asks of whoever brings it.
    pub wish: DeliveryWish,
    /// What the customer chose at checkout.
    pub shipping_choice: Option<String>,
    /// Where it is made.
    pub location: Option<String>,
    /// How that place hands it over, when it does.
    pub booking: Option<BookingView>,
    /// What was bought.
    pub items: Vec<ItemView>,
    /// Formatted.
    pub subtotal: String,
    /// Formatted.
    pub shipping: String,
    /// Formatted.
    pub total: String,
    /// Everything about its money.
    pub money: MoneyView,
    /// The boxes.
    pub parcels: Vec<ParcelView>,
    /// Labels that are no box (yet): wanted, asked for, lost or refused; the newest first.
    pub labels: Vec<LabelView>,
    /// Numbers that parcels of other orders have, too.
    pub shared: Vec<Elsewhere>,
    /// The newest request to send it back.
    pub back: Option<ReturnView>,
    /// What the rules allow now.
    pub allowed: Allowed,
    /// What needs a person, the oldest first.
    pub alerts: Vec<AlertView>,
    /// What the buyer asked for, in the buyer's words.
    pub notes: Option<String>,
    /// Whether it is a gift: its packing slip names no price.
    pub gift: bool,
    /// Whether it waits for its specs to be reviewed, or can still go back to that.
    pub reviewable: bool,
    /// What may be done next.
    pub buttons: Vec<Button>,
    /// Stages one may step back to: key and label.
    pub recalls: Vec<(String, String)>,
    /// What happened, newest first.
    pub events: Vec<EventView>,
    /// When it was placed.
    pub placed: Moment,
    /// When it has to be done.
    pub due: Option<Moment>,
    /// Minutes until then, as of this answer; below zero once it has passed.
    pub due_in: Option<i64>,
    /// Whether it will be.
    pub timing: Timing,
    /// How urgent it is.
    pub priority: Priority,
    /// Since when it is on hold.
    pub held: Option<Moment>,
    /// Whether its priority can still be changed.
    pub prioritisable: bool,
    /// In whose hands it is: id and name.
    pub assignee: Option<(String, String)>,
    /// Who works here: id and name.
    pub staff: Vec<(String, String)>,
    /// Whether it can be put into other hands.
    pub assignable: bool,
}
