//! Verb: staff put the stock right, or write off what is spoilt.

use super::{
    Booked, MovementKind,
    receive::{LONGEST, MOST},
    store,
};
use crate::{Fault, Reason, Shop, staff::Person};

/// What is wrong with the stock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Correction {
    /// So many more (above zero) or fewer than the ledger says.
    By(i32),
    /// So many are spoilt or lost.
    Waste(i32),
}

/// Books a correction with its reason in words. `key` is the form's own: sent twice, it is the same correction.
///
/// # Errors
/// [`Fault::Refused`] without a reason, for no pieces, or for more than there are; [`Fault::NotFound`].
pub async fn correct(
    shop: &Shop,
    by: &Person,
    sku: &str,
    what: Correction,
    note: &str,
    key: &str,
) -> Result<Booked, Fault> {
    let note = note.trim();
    if note.is_empty() {
        return Err(Reason::EmptyNote.into());
    }
    if note.chars().count() > LONGEST {
        return Err(Reason::TooLong { most: LONGEST }.into());
    }
    let (kind, quantity) = match what {
        Correction::By(pieces) if pieces != 0 && (-MOST..=MOST).contains(&pieces) => {
            (MovementKind::Correction, pieces)
        }
        Correction::Waste(pieces) if (1..=MOST).contains(&pieces) => (MovementKind::Waste, -pieces),
        _ => return Err(Reason::NoPieces.into()),
    };
    let mut tx = shop.pool.begin().await?;
    let product = store::lock(&mut tx, sku).await?;
    if store::is_booked(&mut tx, sku, key).await? {
        return Ok(Booked::Already);
    }
    // Oversold stock may be below none already; what makes it no worse is allowed.
    if quantity < 0 && product.on_hand + quantity < 0 {
        return Err(Reason::FewerInStock { left: product.on_hand }.into());
    }
    let actor = by.actor();
    let line =
        store::Line { note: Some(note), request_key: Some(key), ..store::Line::of(kind, quantity, &actor) };
    let left = store::book(&mut tx, sku, &line, shop.clock.now()).await?;
    tx.commit().await?;
    Ok(Booked::Moved(left))
}
