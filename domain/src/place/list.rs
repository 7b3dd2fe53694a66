//! What staff see of places.

use std::collections::HashMap;

use sqlx::PgConnection;

use super::{BookingView, Method, PlaceForm, PlaceRow, PlaceView, PlacesView, Seats, SlotView, seats, store};
use crate::{Fault, Language, Shop, dates::moment, ids::OrderId, language::say_with};

/// So many slots are shown.
const SLOTS: usize = 48;

/// All places.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn list(shop: &Shop, language: Language) -> Result<PlacesView, Fault> {
    let now = shop.clock.now();
    let mut conn = shop.pool.acquire().await?;
    let counts = sqlx::query!(
        r#"select location as "location!", count(*) as "orders!" from orders
           where location is not null and status not in ('delivered', 'cancelled', 'returned') group by 1"#
    )
    .fetch_all(&mut *conn)
    .await?;
    let counts: HashMap<String, i64> = counts.into_iter().map(|row| (row.location, row.orders)).collect();
    let mut rows = Vec::new();
    for place in store::all(&mut conn).await? {
        let next = place.opening.next_open(now);
        rows.push(PlaceRow {
            address: place.address.lines().join(", "),
            open: next == Some(now),
            opens: next.filter(|next| *next != now).map(|at| moment(at, language, place.opening.zone())),
            ways: place.ways(),
            open_orders: counts.get(&place.key).copied().unwrap_or(0),
            time_to_ready: ready(&mut conn, &place.key, language).await?.map(|(words, _)| words),
            key: place.key,
            name: place.name,
        });
    }
    Ok(PlacesView { rows, unknown: store::without_row(&mut conn).await? })
}

/// "24 min" and over how many orders.
async fn ready(
    conn: &mut PgConnection,
    key: &str,
    language: Language,
) -> Result<Option<(String, i64)>, Fault> {
    let (seconds, orders) = store::time_to_ready(conn, key).await?;
    let minutes = (seconds + 30) / 60;
    let words = say_with(
        language,
        "place-minutes",
        vec![("hours", (minutes / 60).into()), ("minutes", (minutes % 60).into())],
    );
    Ok((orders > 0).then_some((words, orders)))
}

/// One place to edit; an empty form with the key filled in where it has no row yet.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn page(shop: &Shop, key: &str, language: Language) -> Result<PlaceView, Fault> {
    let now = shop.clock.now();
    let mut conn = shop.pool.acquire().await?;
    let workflows =
        sqlx::query_scalar!("select distinct key from workflow order by key").fetch_all(&mut *conn).await?;
    let Some(place) = store::find(&mut conn, key).await? else {
        let form = PlaceForm {
            key: key.to_owned(),
            name: key.to_owned(),
            contact: shop.about.contact.clone(),
            zone: shop.about.zone.iana_name().unwrap_or("UTC").to_owned(),
            country: shop.about.ship_from.address.country.clone(),
            slot_capacity: "1".to_owned(),
            lead_minutes: "30".to_owned(),
            days_ahead: "7".to_owned(),
            workflow: "standard".to_owned(),
            ..PlaceForm::default()
        };
        return Ok(PlaceView { form, workflows, ..PlaceView::default() });
    };
    let open: Vec<_> = place.open_slots(now).take(SLOTS).collect();
    let seats = seats(&mut conn, &place, &open).await?;
    let starts = |seats: &Seats| moment(seats.slot.0, language, place.opening.zone());
    let slots = seats
        .iter()
        .map(|seats| SlotView { starts: starts(seats), capacity: seats.capacity, taken: seats.taken })
        .collect();
    let time_to_ready = ready(&mut conn, &place.key, language).await?;
    Ok(PlaceView { form: PlaceForm::of(&place), time_to_ready, slots, workflows })
}

/// How an order comes to its customer, when a place hands it over.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn booking_of(
    conn: &mut PgConnection,
    order: OrderId,
    language: Language,
) -> Result<Option<BookingView>, Fault> {
    let row = sqlx::query!(
        r#"select b.method as "method: Method", b.starts_at as "starts_at: crate::clock::At", b.distance, p.name, p.opening->>'zone' as "zone!"
           from booking b join place p on p.key = b.place where b.order_id = $1"#,
        order.0
    )
    .fetch_optional(conn)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let zone = jiff::tz::TimeZone::get(&row.zone).unwrap_or(jiff::tz::TimeZone::UTC);
    Ok(Some(BookingView {
        method: row.method,
        place: row.name,
        slot: row.starts_at.map(|at| moment(at, language, &zone)),
        distance: row.distance.map(|metres| crate::reason::kilometres(metres, language)),
    }))
}
