//! Verb: a delivery came.

use super::{Booked, MovementKind, store};
use crate::{Fault, Reason, Shop, staff::Person};

/// The most pieces one movement may be of.
pub(super) const MOST: i32 = 1_000_000;
/// Characters a movement's note has at most.
pub(super) const LONGEST: usize = 500;

/// Adds pieces. `key` is the form's own: sent twice, it is the same delivery.
///
/// # Errors
/// [`Fault::Refused`] for no pieces or a note that is too long; [`Fault::NotFound`].
pub async fn receive(
    shop: &Shop,
    by: &Person,
    sku: &str,
    pieces: i32,
    note: &str,
    key: &str,
) -> Result<Booked, Fault> {
    if !(1..=MOST).contains(&pieces) {
        return Err(Reason::NoPieces.into());
    }
    let note = note.trim();
    if note.chars().count() > LONGEST {
        return Err(Reason::TooLong { most: LONGEST }.into());
    }
    let mut tx = shop.pool.begin().await?;
    store::lock(&mut tx, sku).await?;
    if store::is_booked(&mut tx, sku, key).await? {
        return Ok(Booked::Already);
    }
    let actor = by.actor();
    let line = store::Line {
        note: Some(note).filter(|note| !note.is_empty()),
        request_key: Some(key),
        ..store::Line::of(MovementKind::Receive, pieces, &actor)
    };
    let left = store::book(&mut tx, sku, &line, shop.clock.now()).await?;
    tx.commit().await?;
    Ok(Booked::Moved(left))
}
