//! How many seats slots have, and how many are left.

use std::collections::HashMap;

use sqlx::PgConnection;

use super::{Place, Slot, slot_store};
use crate::Fault;

/// The seats of one slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seats {
    /// Which slot.
    pub slot: Slot,
    /// Seats there are.
    pub capacity: i32,
    /// Seats taken.
    pub taken: i32,
}

impl Seats {
    /// Seats left; none where the place has fewer now than were taken.
    pub fn left(self) -> i32 {
        (self.capacity - self.taken).max(0)
    }
}

/// The seats of these slots of a place, which are in the order of time. One that nobody has taken yet has the place's own number.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn seats(conn: &mut PgConnection, place: &Place, slots: &[Slot]) -> Result<Vec<Seats>, Fault> {
    let (Some(first), Some(last)) = (slots.first(), slots.last()) else { return Ok(Vec::new()) };
    let rows = slot_store::taken(conn, &place.key, first.0, last.1).await?;
    let known: HashMap<i64, (i32, i32)> =
        rows.into_iter().map(|(at, capacity, taken)| (at.0.as_microsecond(), (capacity, taken))).collect();
    let of = |slot: &Slot| {
        let own = (place.slot_capacity, 0);
        let (capacity, taken) = known.get(&slot.0.0.as_microsecond()).copied().unwrap_or(own);
        Seats { slot: *slot, capacity, taken }
    };
    Ok(slots.iter().map(of).collect())
}
