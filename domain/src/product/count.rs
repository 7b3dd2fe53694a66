//! Verb: somebody counted the shelf.

use super::{Booked, MovementKind, receive::MOST, store};
use crate::{Fault, Reason, Shop, staff::Person};

/// Sets the stock to what was counted. `seen` is what the counter believed there was: when orders took some meanwhile, the count is of
/// a shelf that is no more, and is refused with the new number. `key` is the request's own: sent twice, it is the same count, whatever was sold in
/// between.
///
/// # Errors
/// [`Fault::Refused`] when stock moved since it was seen, or for fewer than no pieces; [`Fault::NotFound`].
pub async fn count(
    shop: &Shop,
    by: &Person,
    sku: &str,
    pieces: i32,
    seen: i32,
    key: Option<&str>,
) -> Result<Booked, Fault> {
    if !(0..=MOST).contains(&pieces) {
        return Err(Reason::NoPieces.into());
    }
    let mut tx = shop.pool.begin().await?;
    let product = store::lock(&mut tx, sku).await?;
    if let Some(key) = key
        && store::is_booked(&mut tx, sku, key).await?
    {
        return Ok(Booked::Already);
    }
    if product.on_hand != seen && product.on_hand != pieces {
        return Err(Reason::StockMoved { left: product.on_hand }.into());
    }
    // The same click again, without a key, finds its own count.
    if product.on_hand != seen && key.is_none() {
        return Ok(Booked::Already);
    }
    let actor = by.actor();
    // A count that finds what was expected is news, too.
    let counted = store::Line::of(MovementKind::Count, pieces - product.on_hand, &actor);
    let line = store::Line { request_key: key, ..counted };
    let left = store::book(&mut tx, sku, &line, shop.clock.now()).await?;
    tx.commit().await?;
    Ok(Booked::Moved(left))
}
