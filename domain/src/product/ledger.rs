//! Verb: a product's ledger is read, page by page.

use serde::Serialize;
use sqlx::PgConnection;
use utoipa::ToSchema;

use super::{MovementKind, store};
use crate::{Fault, Shop, clock::At, order::OrderNumber};

/// One line of the ledger, as it was booked.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = StockMovement)]
pub struct MovementEntry {
    /// Later ones of the same product have higher ones.
    pub id: i64,
    /// Why.
    pub kind: MovementKind,
    /// What came (above zero) or went.
    pub quantity: i32,
    /// Pieces there were afterwards.
    pub balance: i32,
    /// The order's number, when one moved it.
    #[schema(value_type = Option<String>)]
    pub order: Option<OrderNumber>,
    /// Who: a person, or a program by its key's name; `null` when an order moved it or a storefront said how many there are.
    pub actor: Option<String>,
    /// In their words.
    pub note: Option<String>,
    /// When.
    pub at: At,
}

/// A product's movements, newest first, so many at most, and the id before which there are more.
///
/// # Errors
/// [`Fault::NotFound`] when there is no such product.
pub async fn ledger(
    shop: &Shop,
    sku: &str,
    before: Option<i64>,
    most: usize,
) -> Result<(Vec<MovementEntry>, Option<i64>), Fault> {
    let mut conn = shop.pool.acquire().await?;
    store::one(&mut conn, sku).await?;
    movements(&mut conn, sku, before, most).await
}

/// [`ledger`] of a product that is there.
pub(super) async fn movements(
    conn: &mut PgConnection,
    sku: &str,
    before: Option<i64>,
    most: usize,
) -> Result<(Vec<MovementEntry>, Option<i64>), Fault> {
    let lines = sqlx::query!(
        r#"select m.id, m.kind as "kind: MovementKind", m.quantity, m.balance, o.number as "number?", m.actor, m.note, m.at
           from stock_movement m left join orders o on o.id = m.order_id
           where m.sku = $1 and ($2::bigint is null or m.id < $2) order by m.id desc limit $3"#,
        sku,
        before,
        most as i64 + 1,
    )
    .fetch_all(conn)
    .await?;
    let more = lines.len() > most;
    let entries: Vec<_> = lines
        .into_iter()
        .take(most)
        .map(|line| MovementEntry {
            id: line.id,
            kind: line.kind,
            quantity: line.quantity,
            balance: line.balance,
            order: line.number.as_deref().and_then(OrderNumber::parse),
            actor: line.actor,
            note: line.note,
            at: line.at,
        })
        .collect();
    let next = entries.last().filter(|_| more).map(|entry| entry.id);
    Ok((entries, next))
}
