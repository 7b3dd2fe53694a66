//! Verb: a storefront says what a product is and how many there are.

use sqlx::PgConnection;
use uuid::Uuid;

use super::{NewProduct, Product, new_product::is_sku, store};
use crate::{Fault, Reason, Shop, clock::At, event::Source, history::Actor};

/// What writing a product came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// It was not there.
    New,
    /// Something of it is new.
    Changed,
    /// It was so already.
    Same,
}

/// Writes a product, new or known, and answers with it as it stands: what nobody said stays as it was. What `request` (the same over all retries)
/// has written is not written again: its pieces may have been sold since. `new` must have no flaws.
///
/// # Errors
/// [`Fault::NotFound`] for what cannot be a product's key; [`Fault::Refused`] for something offered without a price.
pub async fn put(shop: &Shop, sku: &str, new: &NewProduct, request: Option<Uuid>) -> Result<Product, Fault> {
    let mut tx = shop.pool.begin().await?;
    let by = Actor { request, ..Actor::of(Source::Api) };
    put_step(&mut tx, sku, &new.name, |was| new.onto(was), &by, shop.clock.now()).await?;
    let product = store::one(&mut tx, sku).await?;
    tx.commit().await?;
    Ok(product)
}

/// [`put`] inside another verb's transaction: what is known is locked and `merge` says what is to be. A refusal has to roll back.
///
/// # Errors
/// As [`put`].
pub async fn put_step(
    conn: &mut PgConnection,
    sku: &str,
    name: &str,
    merge: impl FnOnce(Product) -> Product,
    by: &Actor,
    now: At,
) -> Result<Kept, Fault> {
    if !is_sku(sku) {
        return Err(Fault::NotFound);
    }
    let new = store::begin(conn, sku, name, now).await?;
    let was = store::lock(conn, sku).await?;
    if let Some(request) = by.request
        && store::is_booked(conn, sku, &request.to_string()).await?
    {
        return Ok(Kept::Same);
    }
    let merged = merge(was.clone());
    if merged.offered && merged.price.is_none() {
        return Err(Reason::NoPrice.into());
    }
    let same = !new && merged == was;
    // A request leaves its line though nothing is new: its repetition, after a sale, would otherwise have something to write.
    if same && by.request.is_none() {
        return Ok(Kept::Same);
    }
    store::keep(conn, &merged, by, now).await?;
    Ok(match (new, same) {
        (true, _) => Kept::New,
        (false, true) => Kept::Same,
        (false, false) => Kept::Changed,
    })
}
