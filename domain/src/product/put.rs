//! Verb: a storefront says what a product is and how many there are.

use super::{
    NewProduct,
    new_product::is_sku,
    store::{self, Product},
};
use crate::{Fault, Shop};

/// Writes a product, new or known, and answers with it as it stands. `new` must have no flaws.
///
/// # Errors
/// [`Fault::NotFound`] for what cannot be a product's key.
pub async fn put(shop: &Shop, sku: &str, new: &NewProduct) -> Result<Product, Fault> {
    if !is_sku(sku) {
        return Err(Fault::NotFound);
    }
    let product = Product {
        sku: sku.to_owned(),
        name: new.name.clone(),
        on_hand: new.on_hand,
        weight_grams: new.weight_grams,
        length_mm: new.length_mm,
        width_mm: new.width_mm,
        height_mm: new.height_mm,
    };
    let mut conn = shop.pool.acquire().await?;
    store::keep(&mut conn, &product, shop.clock.now()).await
}
