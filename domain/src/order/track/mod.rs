//! What a customer may see of their order, and nothing internal: no email, note, location, error or id of ours is in these types, so no
//! page can show one.

mod parcel;
mod read;

use std::collections::BTreeMap;

use jiff::civil::Date;
pub use parcel::{Hold, TrackedParcel, TrackedScan};
pub use read::track;
use serde::Deserialize;

use super::{Address, Change, OrderNumber, Priority, State, Status, Step, apply};
use crate::{
    Language, clock::At, event::Kind, handover::TrackedHandover, money::Money, payment::PaymentStatus,
    place::Method, returns, returns::ReturnStatus, workflow::Definition,
};

/// An order as its customer may see it.
#[derive(Debug, Clone)]
pub struct TrackedOrder {
    /// As people read it.
    pub number: OrderNumber,
    /// For "is this newer".
    pub version: i64,
    /// The language chosen at checkout.
    pub language: Language,
    /// Headline.
    pub status: Status,
    /// Payment axis.
    pub payment: PaymentStatus,
    /// Key of its stage.
    pub stage: Option<String>,
    /// The graph it moves in, for the progress rail.
    pub workflow: Definition,
    /// When it was placed.
    pub placed_at: At,
    /// When it left.
    pub shipped_at: Option<At>,
    /// When it arrived.
    pub delivered_at: Option<At>,
    /// When it was called off.
    pub cancelled_at: Option<At>,
    /// When it was back.
    pub returned_at: Option<At>,
    /// Until when we said it would leave.
    pub promised_at: Option<At>,
    /// When anything about it last changed.
    pub updated_at: At,
    /// Recognisable for its owner only.
    pub masked_address: String,
    /// How a place of ours hands it over, when one does.
    pub booking: Option<TrackedBooking>,
    /// What they asked of whoever brings it, and whether they said that it did not come.
    pub handover: TrackedHandover,
    /// What was bought.
    pub items: Vec<TrackedItem>,
    /// Of all items.
    pub subtotal: Money,
    /// Of sending them.
    pub shipping: Money,
    /// Of everything.
    pub total: Money,
    /// Held on the card now, neither taken nor given free.
    pub held: Option<Money>,
    /// Taken, and neither gone back nor about to.
    pub kept: Money,
    /// Whether it waits for its payment on a page that is still open.
    pub payable: bool,
    /// What goes or went back, oldest first.
    pub refunds: Vec<TrackedRefund>,
    /// The newest wish to send it back.
    pub returning: Option<TrackedReturn>,
    /// The boxes on their way to the customer.
    pub parcels: Vec<TrackedParcel>,
    /// What happened, newest first. What carriers did is in the parcels.
    pub events: Vec<PublicEvent>,
}

/// A place of ours hands it over: where and when. The place's own address is no secret: customers go there.
#[derive(Debug, Clone, Deserialize)]
pub struct TrackedBooking {
    /// Who goes to whom.
    pub method: Method,
    /// The place's name.
    pub place: String,
    /// Where it is.
    pub address: Address,
    /// Where its customers ask.
    pub contact: String,
    /// Its IANA time zone.
    pub zone: String,
    /// When the slot begins.
    pub starts_at: Option<At>,
    /// When it ends.
    pub ends_at: Option<At>,
}

/// One thing that was bought.
#[derive(Debug, Clone, Deserialize)]
pub struct TrackedItem {
    /// Its name.
    pub name: String,
    /// How many.
    pub quantity: i64,
    /// Minor units for one.
    pub unit_amount: i64,
    /// Print specs and other choices.
    pub options: BTreeMap<String, String>,
}

/// Money on its way back, or back. One that came to nothing is not here: what it would have been is kept again.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct TrackedRefund {
    /// Minor units.
    pub amount: i64,
    /// Whether it has left us.
    pub sent: bool,
    /// When it left us, or was decided.
    pub at: At,
}

/// A wish to send it back.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct TrackedReturn {
    /// Where it stands.
    pub status: ReturnStatus,
    /// When it was uttered.
    pub asked_at: At,
}

/// One fact the customer may know.
#[derive(Debug, Clone, Deserialize)]
pub struct PublicEvent {
    /// What happened.
    pub kind: Kind,
    /// Key of the stage entered.
    pub stage: Option<String>,
    /// When it happened.
    pub at: At,
    /// Whether it was the customer's doing.
    pub by_customer: bool,
    /// Minor units, of money that went back.
    pub amount: Option<i64>,
    /// What a person of the shop wrote to the customer.
    #[serde(default)]
    pub message: Option<String>,
}

impl TrackedOrder {
    /// Whether its customer may still call it off: the arrows decide.
    pub fn may_cancel(&self) -> bool {
        let state = State {
            stage: self.stage.clone(),
            payment: self.payment,
            roll: None,
            status: self.status,
            priority: Priority::Standard,
        };
        matches!(apply(&state, &Change::CancelByCustomer, &self.workflow, self.language), Step::Moved(..))
    }

    /// Whether its customer may ask to send it back now, and has not yet.
    pub fn may_return(&self, now: At) -> bool {
        self.returning.is_none() && returns::in_time(self.status, &self.workflow, self.delivered_at, now)
    }

    /// The sum of what goes back: on its way, and sent.
    pub fn going_back(&self) -> (Money, Money) {
        let sum = |sent: bool| {
            let minor =
                self.refunds.iter().filter(|refund| refund.sent == sent).map(|refund| refund.amount).sum();
            Money { minor, ..self.total }
        };
        (sum(false), sum(true))
    }

    /// How many of its boxes have arrived.
    pub fn arrived(&self) -> usize {
        self.parcels.iter().filter(|parcel| parcel.has_arrived()).count()
    }

    /// The day by which all that is still under way should be there; `None` when that is not known of every box.
    pub fn expected_on(&self) -> Option<Date> {
        let comes = self.parcels.iter().filter(|parcel| parcel.is_to_come());
        let days: Option<Vec<_>> = comes.map(|parcel| parcel.eta).collect();
        days?.into_iter().max()
    }
}
