//! Verb: staff write a note that only staff read.

use serde_json::json;
use sqlx::PgConnection;

use super::{
    record::{self, Recorded},
    store::{self, Order},
};
use crate::{Fault, Reason, Shop, clock::At, event::Kind, history::Actor, ids::OrderId, staff::Person};

/// Characters a note has at most.
pub const LONGEST_NOTE: usize = 4000;

/// Adds a note. Notes do not contradict each other, so no version has to be seen.
///
/// # Errors
/// [`Fault::Refused`] for an empty or overlong note; [`Fault::NotFound`].
pub async fn add_note(shop: &Shop, by: &Person, id: OrderId, text: &str) -> Result<Recorded, Fault> {
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    let mut order = store::lock(&mut tx, id).await?;
    let recorded = note_step(&mut tx, &mut order, text, &by.actor(), now).await?;
    tx.commit().await?;
    shop.bell.ring(id);
    Ok(recorded)
}

/// The step of [`add_note`], in the caller's transaction, on a locked order.
///
/// # Errors
/// [`Fault::Refused`] for an empty or overlong note.
pub async fn note_step(
    conn: &mut PgConnection,
    order: &mut Order,
    text: &str,
    actor: &Actor,
    now: At,
) -> Result<Recorded, Fault> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Reason::EmptyNote.into());
    }
    if text.chars().count() > LONGEST_NOTE {
        return Err(Reason::TooLong { most: LONGEST_NOTE }.into());
    }
    record::fact(conn, order, Kind::NoteAdded, actor, json!({ "text": text }), (now, now)).await
}
