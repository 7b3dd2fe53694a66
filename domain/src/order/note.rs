//! Verb: staff write a note that only staff read.

use serde_json::json;

use super::{
    record::{self, Recorded},
    store,
};
use crate::{Fault, Reason, Shop, event::Kind, ids::OrderId, staff::Person};

/// Characters a note has at most.
pub const LONGEST_NOTE: usize = 4000;

/// Adds a note. Notes do not contradict each other, so no version has to be seen.
///
/// # Errors
/// [`Fault::Refused`] for an empty or overlong note; [`Fault::NotFound`].
pub async fn add_note(shop: &Shop, by: &Person, id: OrderId, text: &str) -> Result<Recorded, Fault> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Reason::EmptyNote.into());
    }
    if text.chars().count() > LONGEST_NOTE {
        return Err(Reason::TooLong { most: LONGEST_NOTE }.into());
    }
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    let mut order = store::lock(&mut tx, id).await?;
    let recorded =
        record::fact(&mut tx, &mut order, Kind::NoteAdded, &by.actor(), json!({ "text": text }), (now, now))
            .await?;
    tx.commit().await?;
    shop.bell.ring(id);
    Ok(recorded)
}
