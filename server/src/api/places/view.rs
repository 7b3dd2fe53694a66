//! A place as programs read it.

use domain::{
    clock::{At, Day},
    place::{Place, Way},
};
use jiff::civil::Weekday;
use serde::Serialize;

use domain::order::Address;

/// A location.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Place)]
pub struct PlaceView {
    /// What an order's `location` says.
    key: String,
    /// For people.
    name: String,
    address: Address,
    /// Where its customers ask.
    contact: String,
    opening: OpeningView,
    /// Whether it is open now.
    open: bool,
    /// When it opens next, where it is closed and will open.
    opens_at: Option<At>,
    /// How its orders come to their customers: what its own order form offers.
    ways: Vec<Way>,
    /// How far it delivers, in metres as the crow flies; anywhere where nothing is said.
    delivery_radius: Option<i32>,
    /// How long a slot is; `null` where it works without slots.
    slot_minutes: Option<i32>,
    /// Orders per slot.
    slot_capacity: i32,
    /// Minutes from now to the first slot that can be had.
    lead_minutes: i32,
    /// How many days ahead slots can be had.
    days_ahead: i32,
    /// Key of the workflow in which its own form's orders go.
    workflow: String,
    /// Whether its own order form is open to the public.
    orders_open: bool,
    /// What `PUT` sends back, so that nobody's words are overwritten unseen.
    version: i64,
}

/// When a location is open.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = OpeningHours)]
struct OpeningView {
    /// IANA time zone in which the hours are read.
    zone: String,
    /// Hours of each weekday, Monday first: `09:00-14:00`; past midnight where the end is not after the beginning.
    #[schema(min_items = 7, max_items = 7)]
    week: Vec<Vec<String>>,
    /// Days on which nothing opens.
    closed: Vec<Day>,
}

impl PlaceView {
    /// The place as it is at a moment.
    pub fn of(place: Place, now: At) -> Self {
        let next = place.opening.next_open(now);
        let week = (0..7).filter_map(|day| Weekday::from_monday_zero_offset(day).ok());
        let hours = |day| place.opening.on(day).iter().map(ToString::to_string).collect();
        let opening = OpeningView {
            zone: place.opening.zone().iana_name().unwrap_or("UTC").to_owned(),
            week: week.map(hours).collect(),
            closed: place.opening.closed().iter().map(|day| Day(*day)).collect(),
        };
        Self {
            ways: place.ways(),
            open: next == Some(now),
            opens_at: next.filter(|next| *next != now),
            opening,
            key: place.key,
            name: place.name,
            address: place.address,
            contact: place.contact,
            delivery_radius: place.delivery_radius,
            slot_minutes: place.slot_minutes,
            slot_capacity: place.slot_capacity,
            lead_minutes: place.lead_minutes,
            days_ahead: place.days_ahead,
            workflow: place.workflow,
            orders_open: place.orders_open,
            version: place.version,
        }
    }

    /// Its key, which is also where a page of places ends.
    pub fn key(&self) -> String {
        self.key.clone()
    }
}
