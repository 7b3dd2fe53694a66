//! One product as staff see it, with its ledger.

use super::{Movement, MovementKind, ProductPage, list::said, store};
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
    let lines = sqlx::query!(
        r#"select m.kind as "kind: MovementKind", m.quantity, m.balance, o.number as "number?", m.actor, m.note, m.at
           from stock_movement m left join orders o on o.id = m.order_id
           where m.sku = $1 order by m.id desc limit $2"#,
        sku,
        SHOWN as i64 + 1,
    )
    .fetch_all(&mut *conn)
    .await?;
    let more = lines.len() > SHOWN;
    let movements = lines.into_iter().take(SHOWN).map(|line| Movement {
        kind: line.kind,
        quantity: line.quantity,
        balance: line.balance,
        order: line.number,
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
        more,
        product,
    })
}
