//! One product as staff see it, with its ledger.

use super::{Movement, ProductPage, ledger::movements, list::said, store};
use crate::{Fault, Language, Shop, dates::moment, money::Money};

/// Movements on the page.
const SHOWN: usize = 100;

/// The product and its newest movements.
///
/// # Errors
/// [`Fault::NotFound`] when there is none.
pub async fn page(shop: &Shop, language: Language, sku: &str) -> Result<ProductPage, Fault> {
    let mut conn = shop.pool.acquire().await?;
    let product = store::one(&mut conn, sku).await?;
    let held = sqlx::query_scalar!(
        r#"select coalesce(sum(i.held), 0) as "held!" from order_item i join orders o on o.id = i.order_id
           where i.sku = $1 and i.held > 0 and o.status in ('pending', 'confirmed', 'processing')"#,
        sku
    )
    .fetch_one(&mut *conn)
    .await?;
    let (lines, older) = movements(&mut conn, sku, None, SHOWN).await?;
    let movements = lines.into_iter().map(|line| Movement {
        kind: line.kind,
        quantity: line.quantity,
        balance: line.balance,
        order: line.order.map(|number| number.as_str().to_owned()),
        actor: line.actor,
        note: line.note,
        at: moment(line.at, language, &shop.about.zone),
    });
    let money =
        product.price.zip(product.currency.as_deref()).and_then(|(price, code)| Money::parse(price, code));
    Ok(ProductPage {
        price: said(&product, language),
        price_typed: money.map(|money| money.typed(language)),
        held,
        movements: movements.collect(),
        more: older.is_some(),
        product,
    })
}
