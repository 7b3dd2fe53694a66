//! Whether a place can take an order as it is asked for, and the seat it then takes. In the transaction that places the order.

use sqlx::PgConnection;

use super::{Distance, Method, Place, Slot, seats, slot_store, store};
use crate::{
    Fault, Language, Reason,
    clock::At,
    dates,
    ids::OrderId,
    order::{NewFulfilment, NewOrder},
};

/// Why the place cannot take it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unplaceable {
    /// The field to change, as a JSON pointer into the order.
    pub field: &'static str,
    /// In words.
    pub reason: Reason,
    /// The next free slot, when it is a matter of slots and there is one.
    pub next_slot: Option<At>,
}

impl Unplaceable {
    const fn new(field: &'static str, reason: Reason) -> Self {
        Self { field, reason, next_slot: None }
    }
}

/// Takes what the order needs of its place; answers why it cannot be had. An order that names no place of ours, or leaves it to a
/// carrier, needs nothing. `distance` was measured before the transaction.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn reserve(
    conn: &mut PgConnection,
    id: OrderId,
    new: &NewOrder,
    distance: Distance,
    (language, now): (Language, At),
) -> Result<Result<(), Unplaceable>, Fault> {
    let place = match &new.location {
        Some(location) => store::find(conn, location).await?,
        None => None,
    };
    let carried = new.shipping.as_ref().is_some_and(|shipping| shipping.rate.is_some());
    let (place, wanted) = match (place, new.fulfilment) {
        (None, None) => return Ok(Ok(())),
        (None, Some(_)) => return Ok(Err(Unplaceable::new("/location", Reason::UnknownPlace))),
        (Some(place), None) if place.slot_minutes.is_some() && !carried => {
            return Ok(Err(Unplaceable::new("/fulfilment", Reason::FulfilmentMissing)));
        }
        (Some(_), None) => return Ok(Ok(())),
        (Some(place), Some(wanted)) => (place, wanted),
    };
    let metres = match reachable(&place, wanted.method, distance) {
        Ok(metres) => metres,
        Err(unplaceable) => return Ok(Err(unplaceable)),
    };
    let slot = match seat(conn, &place, wanted, (language, now)).await? {
        Ok(slot) => slot,
        Err(unplaceable) => return Ok(Err(unplaceable)),
    };
    slot_store::book(conn, id, &place.key, wanted.method, slot, metres).await?;
    Ok(Ok(()))
}

fn reachable(place: &Place, method: Method, distance: Distance) -> Result<Option<i32>, Unplaceable> {
    let offered = match method {
        Method::Pickup => place.pickup,
        Method::Delivery => place.delivery,
    };
    if !offered {
        return Err(Unplaceable::new("/fulfilment/method", Reason::MethodNotOffered { method }));
    }
    let (Method::Delivery, Some(radius)) = (method, place.delivery_radius) else { return Ok(None) };
    match distance {
        Distance::DoesNotMatter => Ok(None),
        Distance::Metres(metres) if metres <= radius => Ok(Some(metres)),
        Distance::Metres(metres) => {
            Err(Unplaceable::new("/address", Reason::TooFar { metres, most: radius }))
        }
        Distance::NoSuchPostcode => Err(Unplaceable::new("/address/postalCode", Reason::NoSuchPostcode)),
        Distance::Elsewhere => Err(Unplaceable::new("/address", Reason::Elsewhere { most: radius })),
    }
}

async fn seat(
    conn: &mut PgConnection,
    place: &Place,
    wanted: NewFulfilment,
    (language, now): (Language, At),
) -> Result<Result<Option<Slot>, Unplaceable>, Fault> {
    let field = "/fulfilment/slot";
    let reason: fn(Option<String>) -> Reason = match (place.slot_minutes, wanted.slot) {
        (None, None) => return Ok(Ok(None)),
        (None, Some(_)) => return Ok(Err(Unplaceable::new(field, Reason::NoSlotsHere))),
        (Some(_), None) => |next| Reason::SlotMissing { next },
        (Some(_), Some(starts)) => match place.open_slots(now).find(|slot| slot.0 == starts) {
            None => |next| Reason::SlotClosed { next },
            Some(slot) if slot_store::take(conn, place, slot).await? => return Ok(Ok(Some(slot))),
            Some(_) => |next| Reason::SlotFull { next },
        },
    };
    let next_slot = next_free(conn, place, wanted.slot, now).await?;
    let words = next_slot.map(|at| dates::day_and_time(at, language, place.opening.zone()));
    Ok(Err(Unplaceable { field, reason: reason(words), next_slot }))
}

/// The first free slot from the wanted time on, or else the first of all.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn next_free(
    conn: &mut PgConnection,
    place: &Place,
    wanted: Option<At>,
    now: At,
) -> Result<Option<At>, Fault> {
    let free: Vec<At> = free(conn, place, now).await?.into_iter().map(|(slot, _)| slot.0).collect();
    let later = wanted.and_then(|wanted| free.iter().find(|starts| **starts >= wanted));
    Ok(later.or(free.first()).copied())
}

/// The slots that can be taken now, each with the seats left.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn free(conn: &mut PgConnection, place: &Place, now: At) -> Result<Vec<(Slot, i32)>, Fault> {
    let open: Vec<Slot> = place.open_slots(now).collect();
    let seats = seats(conn, place, &open).await?;
    Ok(seats.into_iter().map(|seats| (seats.slot, seats.left())).filter(|(_, left)| *left > 0).collect())
}
