//! The products as staff see them, by key.

use super::{Product, ProductFilter, ProductList, ProductRow, store};
use crate::{Fault, Language, Shop, money::Money};

/// Rows on a page.
const PAGE: usize = 50;

/// A page of products.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn list(shop: &Shop, language: Language, filter: &ProductFilter) -> Result<ProductList, Fault> {
    let (products, next) = some(shop, filter, PAGE).await?;
    let mut conn = shop.pool.acquire().await?;
    let low = sqlx::query_scalar!(r#"select count(*) as "low!" from product where on_hand <= reorder_point"#)
        .fetch_one(&mut *conn)
        .await?;
    let rows =
        products.into_iter().map(|product| ProductRow { price: said(&product, language), product }).collect();
    Ok(ProductList { rows, next, low })
}

/// The first products that a filter shows, so many at most, and the key after which there are more.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn some(
    shop: &Shop,
    filter: &ProductFilter,
    most: usize,
) -> Result<(Vec<Product>, Option<String>), Fault> {
    let search = filter.search.trim();
    let wanted = store::Wanted {
        search: Some(search).filter(|search| !search.is_empty()),
        low: filter.low,
        after: filter.after.as_deref(),
        ..store::Wanted::default()
    };
    let mut conn = shop.pool.acquire().await?;
    let mut products = store::read(&mut conn, wanted, most as i64 + 1).await?;
    let more = products.len() > most;
    products.truncate(most);
    let next = products.last().filter(|_| more).map(|product| product.sku.clone());
    Ok((products, next))
}

/// A product's price in words.
pub(super) fn said(product: &Product, language: Language) -> Option<String> {
    Money::parse(product.price?, product.currency.as_deref()?).map(|money| money.say(language))
}
