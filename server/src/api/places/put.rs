//! `PUT /api/places/{key}`: a location is written down whole, new or known, by the verb behind the administrators' form.

use axum::{Json, extract::State};
use domain::{
    Fault, Language, Reason, Shop,
    clock::Day,
    order::Address,
    place::{self, Hours, LONGEST_LEAD, PlaceFlaw, PlaceForm, Way, store},
};
use serde::Deserialize;

use super::{
    super::{
        caller::Clerk,
        problem::Problem,
        read::{Body, Path},
    },
    view::PlaceView,
};

/// A location, whole.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewPlace {
    /// For people.
    #[schema(min_length = 1, max_length = 200)]
    name: String,
    address: Address,
    /// Where its customers ask.
    #[schema(min_length = 1, max_length = 200)]
    contact: String,
    opening: NewOpeningHours,
    /// How its orders come to their customers.
    #[schema(min_items = 1)]
    ways: Vec<Way>,
    /// How far it delivers, in metres as the crow flies, which can be measured in the United Kingdom only; anywhere where nothing is said.
    #[schema(minimum = 1, maximum = 500_000)]
    delivery_radius: Option<i32>,
    /// How long a slot is; it works without slots where nothing is said.
    #[schema(minimum = 5, maximum = 1440)]
    slot_minutes: Option<i32>,
    /// Orders per slot.
    #[schema(minimum = 1, maximum = 10_000)]
    slot_capacity: i32,
    /// Minutes from now to the first slot that can be had.
    #[schema(minimum = 0, maximum = 20_160)]
    lead_minutes: i32,
    /// How many days ahead slots can be had.
    #[schema(minimum = 0, maximum = 60)]
    days_ahead: i32,
    /// Key of the workflow in which its own form's orders go.
    workflow: String,
    /// Whether its own order form is open to the public.
    orders_open: bool,
    /// The `version` that was seen; 0 for a location that is new.
    #[serde(default)]
    version: i64,
}

/// When a location is open.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct NewOpeningHours {
    /// IANA time zone in which the hours are read.
    zone: String,
    /// Hours of each weekday, Monday first: `09:00-14:00`; past midnight where the end is not after the beginning.
    #[schema(value_type = Vec<Vec<String>>, min_items = 7, max_items = 7)]
    week: [Vec<Hours>; 7],
    /// Days on which nothing opens.
    #[serde(default)]
    #[schema(max_items = 1000)]
    closed: Vec<Day>,
}

impl NewPlace {
    /// What an administrator would have typed.
    fn form(self, key: &str) -> PlaceForm {
        let on = |yes: bool| if yes { "on".to_owned() } else { String::new() };
        let offers = |way: Way| on(self.ways.contains(&way));
        let whole = |number: Option<i32>| number.map(|number| number.to_string()).unwrap_or_default();
        let kilometres = |metres: i32| format!("{}.{:03}", metres / 1000, metres % 1000);
        let closed: Vec<String> = self.opening.closed.iter().map(|day| day.0.to_string()).collect();
        let [monday, tuesday, wednesday, thursday, friday, saturday, sunday] =
            self.opening.week.map(|day| day.iter().map(Hours::to_string).collect::<Vec<_>>().join(", "));
        PlaceForm {
            key: key.to_owned(),
            pickup: offers(Way::Pickup),
            delivery: offers(Way::Delivery),
            shipping: offers(Way::Shipping),
            name: self.name,
            line1: self.address.line1,
            line2: self.address.line2.unwrap_or_default(),
            city: self.address.city,
            state: self.address.state.unwrap_or_default(),
            postal_code: self.address.postal_code,
            country: self.address.country,
            contact: self.contact,
            zone: self.opening.zone,
            monday,
            tuesday,
            wednesday,
            thursday,
            friday,
            saturday,
            sunday,
            closed: closed.join(", "),
            radius: self.delivery_radius.map(kilometres).unwrap_or_default(),
            slot_minutes: whole(self.slot_minutes),
            slot_capacity: self.slot_capacity.to_string(),
            lead_minutes: self.lead_minutes.to_string(),
            days_ahead: self.days_ahead.to_string(),
            workflow: self.workflow,
            orders_open: on(self.orders_open),
            version: self.version,
        }
    }
}

/// Writes a location, new or known, from the version that was seen. One that stands so already stays as it is.
///
/// Slots that have not begun get the new number of seats.
#[utoipa::path(
    put, path = "/api/places/{key}", operation_id = "putPlace", tag = "places",
    params(("key" = String, Path, description = "The location's key: one line of at most 100 characters")),
    request_body = NewPlace,
    responses((status = 200, description = "The location as it is now", body = PlaceView)),
    security(("apiKey" = ["places:write"]), ("session" = ["admin"]))
)]
pub async fn put_place(
    State(shop): State<Shop>,
    Clerk(person): Clerk,
    Path(key): Path<String>,
    Body(new): Body<NewPlace>,
) -> Result<Json<PlaceView>, Problem> {
    if key.trim() != key {
        return Err(Fault::NotFound.into());
    }
    let ahead = if (0..=LONGEST_LEAD).contains(&new.lead_minutes) { "/daysAhead" } else { "/leadMinutes" };
    place::save(&shop, &person, &new.form(&key)).await.map_err(|fault| refused(fault, ahead))?;
    let mut conn = shop.pool.acquire().await.map_err(Fault::from)?;
    let place = store::find(&mut conn, &key).await?.ok_or(Fault::NotFound)?;
    Ok(Json(PlaceView::of(place, shop.clock.now())))
}

/// Names the fields; what cannot be a key is no location's. `ahead` is which of two numbers a [`PlaceFlaw::Ahead`] is about.
fn refused(fault: Fault, ahead: &str) -> Problem {
    match fault {
        Fault::Refused(Reason::BadPlace { flaws }) => {
            let errors: Option<Vec<_>> = flaws.into_iter().map(|flaw| error(flaw, ahead)).collect();
            errors.map_or_else(|| Fault::NotFound.into(), Problem::invalid)
        }
        other => other.into(),
    }
}

fn error(flaw: PlaceFlaw, ahead: &str) -> Option<(String, String)> {
    let field = match flaw {
        PlaceFlaw::Key => return None,
        PlaceFlaw::Name => "/name",
        PlaceFlaw::Address => "/address",
        PlaceFlaw::Contact => "/contact",
        PlaceFlaw::Zone => "/opening/zone",
        PlaceFlaw::Hours => "/opening/week",
        PlaceFlaw::Closed => "/opening/closed",
        PlaceFlaw::Methods => "/ways",
        PlaceFlaw::Radius | PlaceFlaw::RadiusAbroad => "/deliveryRadius",
        PlaceFlaw::Postcode => "/address/postalCode",
        PlaceFlaw::SlotMinutes => "/slotMinutes",
        PlaceFlaw::Capacity => "/slotCapacity",
        PlaceFlaw::Ahead => ahead,
        PlaceFlaw::Workflow => "/workflow",
    };
    // The form's sentence speaks of kilometres.
    let metres = (flaw == PlaceFlaw::Radius).then(|| "is not from 1 to 500000".to_owned());
    Some((field.to_owned(), metres.unwrap_or_else(|| flaw.say(Language::En))))
}
