//! What can be bought at a location through our own order form.

use super::{Product, store};
use crate::{Fault, Shop};

/// The most products a form shows.
const MOST: i64 = 500;

/// What a location (by its key) offers, by key of the product; what is sold out is among it.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn offered(shop: &Shop, location: &str) -> Result<Vec<Product>, Fault> {
    let mut conn = shop.pool.acquire().await?;
    let wanted = store::Wanted { offered_at: Some(location), ..store::Wanted::default() };
    store::read(&mut conn, wanted, MOST).await
}
