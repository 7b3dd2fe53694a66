//! Verb: somebody counted the shelf.

use super::{Booked, MovementKind, receive::MOST, store};
use crate::{Fault, Reason, Shop, staff::Person};

/// Sets the stock to what was counted. `seen` is what the counter believed there was: when orders took some meanwhile, the count is of
/// a shelf that is no more, and is refused with the new number.
///
/// # Errors
/// [`Fault::Refused`] when stock moved since it was seen, or for fewer than no pieces; [`Fault::NotFound`].
pub async fn count(shop: &Shop, by: &Person, sku: &str, pieces: i32, seen: i32) -> Result<Booked, Fault> {
    if !(0..=MOST).contains(&pieces) {
        return Err(Reason::NoPieces.into());
    }
    let mut tx = shop.pool.begin().await?;
    let product = store::lock(&mut tx, sku).await?;
    if product.on_hand != seen {
        // The same click again finds its own count.
        let again = product.on_hand == pieces;
        return if again {
            Ok(Booked::Already)
        } else {
            Err(Reason::StockMoved { left: product.on_hand }.into())
        };
    }
    let actor = by.actor();
    // A count that finds what was expected is news, too.
    let line = store::Line::of(MovementKind::Count, pieces - product.on_hand, &actor);
    let left = store::book(&mut tx, sku, &line, shop.clock.now()).await?;
    tx.commit().await?;
    Ok(Booked::Moved(left))
}
