//! Every query on `place`.

use sqlx::{PgConnection, types::Json};

use super::{Coordinates, Opening, Way};
use crate::{Fault, clock::At, order::Address};

/// Where the shop works.
#[derive(Debug, Clone)]
pub struct Place {
    /// What orders carry in `location`.
    pub key: String,
    /// For people.
    pub name: String,
    /// Where it is.
    pub address: Address,
    /// Where its customers ask.
    pub contact: String,
    /// When it is open.
    pub opening: Opening,
    /// Whether orders can be fetched.
    pub pickup: bool,
    /// Whether it brings them.
    pub delivery: bool,
    /// Whether its order form offers to send parcels.
    pub shipping: bool,
    /// How far, in metres; anywhere when absent.
    pub delivery_radius: Option<i32>,
    /// Where it is on the earth.
    pub coordinates: Option<Coordinates>,
    /// How long a slot is; absent where it works without slots.
    pub slot_minutes: Option<i32>,
    /// Orders per slot.
    pub slot_capacity: i32,
    /// From now to the first slot at least.
    pub lead_minutes: i32,
    /// How many days ahead slots can be taken.
    pub days_ahead: i32,
    /// Key of the workflow in which its own form's orders go.
    pub workflow: String,
    /// Whether the public order form is open.
    pub orders_open: bool,
    /// For compare-and-set.
    pub version: i64,
    /// Who wrote it last.
    pub updated_by: Option<String>,
}

struct Row {
    key: String,
    name: String,
    address: Json<Address>,
    contact: String,
    opening: Json<Opening>,
    pickup: bool,
    delivery: bool,
    shipping: bool,
    delivery_radius: Option<i32>,
    latitude: Option<f64>,
    longitude: Option<f64>,
    slot_minutes: Option<i32>,
    slot_capacity: i32,
    lead_minutes: i32,
    days_ahead: i32,
    workflow: String,
    orders_open: bool,
    version: i64,
    updated_by: Option<String>,
}

impl From<Row> for Place {
    fn from(row: Row) -> Self {
        Self {
            coordinates: row.latitude.zip(row.longitude).and_then(|(a, o)| Coordinates::new(a, o)),
            key: row.key,
            name: row.name,
            address: row.address.0,
            contact: row.contact,
            opening: row.opening.0,
            pickup: row.pickup,
            delivery: row.delivery,
            shipping: row.shipping,
            delivery_radius: row.delivery_radius,
            slot_minutes: row.slot_minutes,
            slot_capacity: row.slot_capacity,
            lead_minutes: row.lead_minutes,
            days_ahead: row.days_ahead,
            workflow: row.workflow,
            orders_open: row.orders_open,
            version: row.version,
            updated_by: row.updated_by,
        }
    }
}

impl Place {
    /// How its order form's orders come to their customers.
    pub fn ways(&self) -> Vec<Way> {
        let all =
            [(self.pickup, Way::Pickup), (self.delivery, Way::Delivery), (self.shipping, Way::Shipping)];
        all.into_iter().filter(|(offered, _)| *offered).map(|(_, way)| way).collect()
    }
}

/// The place of a key.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn find(conn: &mut PgConnection, key: &str) -> Result<Option<Place>, Fault> {
    let row = sqlx::query_as!(
        Row,
        r#"select key, name, address as "address: Json<Address>", contact, opening as "opening: Json<Opening>", pickup, delivery, shipping,
                  delivery_radius, latitude, longitude, slot_minutes, slot_capacity, lead_minutes, days_ahead, workflow, orders_open,
                  version, updated_by
           from place where key = $1"#,
        key
    )
    .fetch_optional(conn)
    .await?;
    Ok(row.map(Place::from))
}

/// All places, by name.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn all(conn: &mut PgConnection) -> Result<Vec<Place>, Fault> {
    let rows = sqlx::query_as!(
        Row,
        r#"select key, name, address as "address: Json<Address>", contact, opening as "opening: Json<Opening>", pickup, delivery, shipping,
                  delivery_radius, latitude, longitude, slot_minutes, slot_capacity, lead_minutes, days_ahead, workflow, orders_open,
                  version, updated_by
           from place order by name, key limit 500"#
    )
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(Place::from).collect())
}

/// Locations that orders name and that have no row: the admin can add one.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn without_row(conn: &mut PgConnection) -> Result<Vec<String>, Fault> {
    let keys = sqlx::query_scalar!(
        r#"select distinct location as "location!" from orders o
           where location is not null and not exists (select 1 from place p where p.key = o.location) order by 1 limit 100"#
    )
    .fetch_all(conn)
    .await?;
    Ok(keys)
}

/// Writes a place if it stands at `place.version`, zero for one that is not there yet; false when somebody was faster.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn write(conn: &mut PgConnection, place: &Place, now: At) -> Result<bool, Fault> {
    let written = sqlx::query!(
        "insert into place as p (key, name, address, contact, opening, pickup, delivery, shipping, delivery_radius, latitude, longitude,
             slot_minutes, slot_capacity, lead_minutes, days_ahead, workflow, orders_open, version, updated_at, updated_by)
         select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, 1, $18, $19
         where $20::bigint = 0 or exists (select 1 from place where key = $1)
         on conflict (key) do update set name = excluded.name, address = excluded.address, contact = excluded.contact,
             opening = excluded.opening, pickup = excluded.pickup, delivery = excluded.delivery, shipping = excluded.shipping,
             delivery_radius = excluded.delivery_radius, latitude = excluded.latitude, longitude = excluded.longitude,
             slot_minutes = excluded.slot_minutes, slot_capacity = excluded.slot_capacity, lead_minutes = excluded.lead_minutes,
             days_ahead = excluded.days_ahead, workflow = excluded.workflow, orders_open = excluded.orders_open,
             version = p.version + 1, updated_at = excluded.updated_at, updated_by = excluded.updated_by
             where p.version = $20",
        place.key,
        place.name,
        Json(&place.address) as _,
        place.contact,
        Json(&place.opening) as _,
        place.pickup,
        place.delivery,
        place.shipping,
        place.delivery_radius,
        place.coordinates.map(|at| at.latitude),
        place.coordinates.map(|at| at.longitude),
        place.slot_minutes,
        place.slot_capacity,
        place.lead_minutes,
        place.days_ahead,
        place.workflow,
        place.orders_open,
        now as At,
        place.updated_by,
        place.version,
    )
    .execute(conn)
    .await?;
    Ok(written.rows_affected() == 1)
}

/// How many seconds its last orders took from confirmed until they were ready, and how many orders that were. What was ordered for a
/// later time waited for that time, and says nothing.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn time_to_ready(conn: &mut PgConnection, key: &str) -> Result<(i64, i64), Fault> {
    let row = sqlx::query!(
        r#"select coalesce(avg(extract(epoch from ready.at - o.confirmed_at)), 0)::bigint as "seconds!", count(ready.at) as "orders!"
           from (select id, confirmed_at from orders where location = $1 and confirmed_at is not null
                 order by placed_at desc, id desc limit 100) o
           left join booking b on b.order_id = o.id
           cross join lateral (
               select min(e.recorded_at) as at from event e
               where e.order_id = o.id and e.to_status in ('shipped', 'out_for_delivery')) ready
           where ready.at is not null and (b.starts_at is null or b.starts_at < o.confirmed_at + interval '2 hours')"#,
        key
    )
    .fetch_one(conn)
    .await?;
    Ok((row.seconds, row.orders))
}
