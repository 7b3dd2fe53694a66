//! Verb: a storefront says what a product is and how many there are.

use super::{NewProduct, Product, new_product::is_sku, store};
use crate::{Fault, Reason, Shop, event::Source, history::Actor};

/// Writes a product, new or known, and answers with it as it stands: what nobody said stays as it was. `new` must have no flaws.
///
/// # Errors
/// [`Fault::NotFound`] for what cannot be a product's key; [`Fault::Refused`] for something offered without a price.
pub async fn put(shop: &Shop, sku: &str, new: &NewProduct) -> Result<Product, Fault> {
    if !is_sku(sku) {
        return Err(Fault::NotFound);
    }
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    store::begin(&mut tx, sku, &new.name, now).await?;
    let merged = new.onto(store::lock(&mut tx, sku).await?);
    if merged.offered && merged.price.is_none() {
        return Err(Reason::NoPrice.into());
    }
    store::keep(&mut tx, &merged, &Actor::of(Source::Api), now).await?;
    let product = store::one(&mut tx, sku).await?;
    tx.commit().await?;
    Ok(product)
}
