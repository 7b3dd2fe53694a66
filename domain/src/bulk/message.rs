//! A bulk change that writes to customers: whom it cannot reach, and the messages themselves.

use std::collections::HashSet;

use sqlx::PgConnection;
use uuid::Uuid;

use super::{Action, store::Bulk};
use crate::{
    Fault,
    clock::At,
    ids::BulkId,
    notice::by_hand::{Words, silenced_orders, write_to_many},
    order::many::Planned,
};

/// Orders whose customers cannot be written to; none where nobody is written to.
pub(super) async fn silenced(
    conn: &mut PgConnection,
    action: &Action,
    orders: &[Uuid],
) -> Result<HashSet<Uuid>, Fault> {
    match action {
        Action::Message { .. } => silenced_orders(conn, orders).await,
        _ => Ok(HashSet::new()),
    }
}

/// The messages of a chunk, held back with the change.
pub(super) async fn write(
    conn: &mut PgConnection,
    (id, bulk): (BulkId, &Bulk),
    steps: &[Planned],
    now: At,
) -> Result<(), Fault> {
    let Action::Message { subject, text, at } = &bulk.action else { return Ok(()) };
    let words = Words { subject: subject.clone(), text: text.clone() };
    let by = bulk.actor.name.as_deref();
    write_to_many(conn, steps, (&words, by), (id, bulk.held_until, at.is_some()), now).await
}
