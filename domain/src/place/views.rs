//! What the admin is shown of places, and what its form sends back.

use serde::{Deserialize, Serialize};

use super::{Method, Way};
use crate::moment::Moment;

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceRow {
    /// What orders carry in `location`.
    pub key: String,
    /// For people.
    pub name: String,
    /// On one line.
    pub address: String,
    /// Whether it is open now.
    pub open: bool,
    /// When it opens next, when it is closed.
    pub opens: Option<Moment>,
    /// How orders come to their customers.
    pub ways: Vec<Way>,
    /// Its orders that are not at their end.
    pub open_orders: i64,
    /// "24 min": from confirmed to ready, over its last orders; absent while nobody knows.
    pub time_to_ready: Option<String>,
}

/// The list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlacesView {
    /// Places with a row.
    pub rows: Vec<PlaceRow>,
    /// Locations that orders name and that have no row yet.
    pub unknown: Vec<String>,
}

/// One slot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlotView {
    /// When it begins, in the place's zone.
    pub starts: Moment,
    /// Seats there are.
    pub capacity: i32,
    /// Seats taken.
    pub taken: i32,
}

/// One place to look at and edit.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceView {
    /// As the form shows it.
    pub form: PlaceForm,
    /// "24 min", and over how many orders.
    pub time_to_ready: Option<(String, i64)>,
    /// The next slots with something in them, and the first free ones.
    pub slots: Vec<SlotView>,
    /// Keys of the workflows there are.
    pub workflows: Vec<String>,
}

/// The form, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PlaceForm {
    /// What orders carry in `location`.
    pub key: String,
    /// For people.
    pub name: String,
    /// Street and number.
    pub line1: String,
    /// Flat, floor, company.
    pub line2: String,
    /// Town.
    pub city: String,
    /// Province or state.
    pub state: String,
    /// Postcode.
    pub postal_code: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// Where customers ask.
    pub contact: String,
    /// IANA time zone.
    pub zone: String,
    /// Each weekday's hours, Monday first: `09:00-14:00, 17:00-20:00`.
    pub monday: String,
    /// Tuesday.
    pub tuesday: String,
    /// Wednesday.
    pub wednesday: String,
    /// Thursday.
    pub thursday: String,
    /// Friday.
    pub friday: String,
    /// Saturday.
    pub saturday: String,
    /// Sunday.
    pub sunday: String,
    /// Closed days: `2026-12-25, 2026-12-26`.
    pub closed: String,
    /// `on` when orders can be fetched.
    pub pickup: String,
    /// `on` when the place brings them.
    pub delivery: String,
    /// `on` when carriers bring them.
    pub shipping: String,
    /// Kilometres; empty: anywhere.
    pub radius: String,
    /// Empty: without slots.
    pub slot_minutes: String,
    /// Orders per slot.
    pub slot_capacity: String,
    /// Minutes from now to the first slot.
    pub lead_minutes: String,
    /// Days ahead.
    pub days_ahead: String,
    /// Key of a workflow.
    pub workflow: String,
    /// `on` when the public form is open.
    pub orders_open: String,
    /// As the person saw it; zero for a new one.
    pub version: i64,
}

/// How an order comes to its customer, for staff.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BookingView {
    /// Who goes to whom.
    pub method: Method,
    /// The place's name.
    pub place: String,
    /// When, in the place's zone.
    pub slot: Option<Moment>,
    /// "2.4 km".
    pub distance: Option<String>,
}
