//! Every query on `slot` and `booking`: seats are taken, given back and taken again, each once.
//!
//! Whoever also takes or gives back stock touches the slot first: two orders then cannot wait for each other in a circle.

use sqlx::PgConnection;

use super::{Method, Place, slots::Slot};
use crate::{Fault, clock::At, ids::OrderId};

/// Takes a seat; false when the slot is full. The slot's row is locked until the transaction ends, so whoever comes second sees
/// what the first one left.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn take(conn: &mut PgConnection, place: &Place, slot: Slot) -> Result<bool, Fault> {
    let taken = sqlx::query!(
        "insert into slot as s (place, starts_at, ends_at, capacity, taken) values ($1, $2, $3, $4, 1)
         on conflict (place, starts_at) do update set taken = s.taken + 1 where s.taken < s.capacity",
        place.key,
        slot.0 as At,
        slot.1 as At,
        place.slot_capacity,
    )
    .execute(conn)
    .await?;
    Ok(taken.rows_affected() == 1)
}

/// Keeps how an order comes to its customer, with the seat it has taken.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn book(
    conn: &mut PgConnection,
    order: OrderId,
    place: &str,
    method: Method,
    slot: Option<Slot>,
    distance: Option<i32>,
) -> Result<(), Fault> {
    sqlx::query!(
        "insert into booking (order_id, place, method, starts_at, ends_at, held, distance)
         values ($1, $2, $3, $4, $5, $6, $7)",
        order.0,
        place,
        method as Method,
        slot.map(|slot| slot.0) as Option<At>,
        slot.map(|slot| slot.1) as Option<At>,
        slot.is_some(),
        distance,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Whether an order holds a seat now.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn holds(conn: &mut PgConnection, order: OrderId) -> Result<bool, Fault> {
    let held = sqlx::query_scalar!(
        r#"select exists (select 1 from booking where order_id = $1 and held) as "held!""#,
        order.0
    )
    .fetch_one(conn)
    .await?;
    Ok(held)
}

/// Gives an order's seat back, once: what it holds is set down in the same statement.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn give_back(conn: &mut PgConnection, order: OrderId) -> Result<(), Fault> {
    sqlx::query!(
        "with seat as (update booking set held = false where order_id = $1 and held returning place, starts_at)
         update slot s set taken = s.taken - 1 from seat where s.place = seat.place and s.starts_at = seat.starts_at",
        order.0
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Takes the seat again that an order has given back, because it was paid after all; false when somebody else has it now.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn take_again(conn: &mut PgConnection, order: OrderId) -> Result<bool, Fault> {
    let lost = sqlx::query!(
        "select place, starts_at from booking where order_id = $1 and starts_at is not null and not held for update",
        order.0
    )
    .fetch_optional(&mut *conn)
    .await?;
    let Some(lost) = lost else { return Ok(true) };
    let seat = sqlx::query!(
        "update slot set taken = taken + 1 where place = $1 and starts_at = $2 and taken < capacity",
        lost.place,
        lost.starts_at as _,
    )
    .execute(&mut *conn)
    .await?;
    if seat.rows_affected() == 0 {
        return Ok(false);
    }
    sqlx::query!("update booking set held = true where order_id = $1", order.0).execute(conn).await?;
    Ok(true)
}

/// What is known of a place's slots between two moments: when they begin, seats there are, seats taken. Slots nobody has taken yet
/// have no row.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn taken(
    conn: &mut PgConnection,
    place: &str,
    from: At,
    until: At,
) -> Result<Vec<(At, i32, i32)>, Fault> {
    let rows = sqlx::query!(
        r#"select starts_at as "starts_at: At", capacity, taken from slot
           where place = $1 and starts_at >= $2 and starts_at < $3 order by starts_at"#,
        place,
        from as At,
        until as At,
    )
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(|row| (row.starts_at, row.capacity, row.taken)).collect())
}

/// Gives slots that have not begun a new size, never fewer seats than are taken.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn resize(conn: &mut PgConnection, place: &str, capacity: i32, now: At) -> Result<(), Fault> {
    sqlx::query!(
        "update slot set capacity = greatest($2, taken) where place = $1 and starts_at > $3",
        place,
        capacity,
        now as At,
    )
    .execute(conn)
    .await?;
    Ok(())
}
