//! Verb: the orders of one address that are not over.

use super::Who;
use crate::{Fault, Shop, clock::At, ids::OrderId, order::Status};

/// So many at most.
const MOST: i64 = 100;

/// One of them.
#[derive(Debug, Clone)]
pub struct UnderWay {
    /// Its internal id: not for the customer.
    pub id: OrderId,
    /// Its number.
    pub number: String,
    /// Headline.
    pub status: Status,
    /// When it was placed.
    pub placed_at: At,
    /// When anything about it last changed.
    pub updated_at: At,
    /// ISO 4217.
    pub currency: String,
    /// Of everything, in minor units.
    pub total: i64,
    /// Names and numbers of pieces, in the order's own order.
    pub items: Vec<(String, i32)>,
}

/// The orders of an address that have not arrived, been called off or come back, newest first; only this one, where `only` names it.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn under_way(shop: &Shop, who: &Who, only: Option<OrderId>) -> Result<Vec<UnderWay>, Fault> {
    let rows = sqlx::query!(
        r#"select o.id, o.number, o.status, o.placed_at as "placed_at: At", o.updated_at as "updated_at: At", o.currency, o.total,
               array(select i.name from order_item i where i.order_id = o.id order by i.position) as "names!",
               array(select i.quantity from order_item i where i.order_id = o.id order by i.position) as "pieces!"
           from orders o
           where o.email_hash = $1 and o.status not in ('delivered', 'cancelled', 'returned') and ($2::uuid is null or o.id = $2)
           order by o.placed_at desc, o.id desc limit $3"#,
        who.hash,
        only.map(|only| only.0),
        MOST,
    )
    .fetch_all(&shop.pool)
    .await?;
    let rows = rows.into_iter().map(|row| UnderWay {
        id: OrderId(row.id),
        number: crate::order::OrderNumber::parse(&row.number).map_or(row.number, |number| number.to_string()),
        status: row.status,
        placed_at: row.placed_at,
        updated_at: row.updated_at,
        currency: row.currency,
        total: row.total,
        items: row.names.into_iter().zip(row.pieces).collect(),
    });
    Ok(rows.collect())
}
