//! Every query on `product`, and what an order's lines hold of it.

use serde::Serialize;
use sqlx::PgConnection;

use crate::{Fault, clock::At, ids::OrderId};

/// A product as the shop counts it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Product {
    /// The shop's own key.
    pub sku: String,
    /// For people.
    pub name: String,
    /// Pieces there are.
    pub on_hand: i32,
    /// Grams of one, when known.
    pub weight_grams: Option<i32>,
    /// Millimetres of one, when known.
    pub length_mm: Option<i32>,
    /// Millimetres of one, when known.
    pub width_mm: Option<i32>,
    /// Millimetres of one, when known.
    pub height_mm: Option<i32>,
}

/// Writes a product, new or known, and answers with it as it stands: measures nobody gave stay as they were.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn keep(conn: &mut PgConnection, product: &Product, now: At) -> Result<Product, Fault> {
    let kept = sqlx::query_as!(
        Product,
        "insert into product as p (sku, name, on_hand, weight_grams, length_mm, width_mm, height_mm, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (sku) do update set name = excluded.name, on_hand = excluded.on_hand,
             weight_grams = coalesce(excluded.weight_grams, p.weight_grams), length_mm = coalesce(excluded.length_mm, p.length_mm),
             width_mm = coalesce(excluded.width_mm, p.width_mm), height_mm = coalesce(excluded.height_mm, p.height_mm),
             updated_at = excluded.updated_at
         returning sku, name, on_hand, weight_grams, length_mm, width_mm, height_mm",
        product.sku,
        product.name,
        product.on_hand,
        product.weight_grams,
        product.length_mm,
        product.width_mm,
        product.height_mm,
        now as At,
    )
    .fetch_one(conn)
    .await?;
    Ok(kept)
}

/// Takes what an order's lines need and do not hold yet. Answers the first product of which there are now fewer than none: who
/// sells only what there is then rolls back; what has been paid for is taken all the same.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn take(conn: &mut PgConnection, order: OrderId) -> Result<Option<String>, Fault> {
    // In one order of keys, so that two orders cannot wait for each other in a circle.
    let lines = sqlx::query!(
        r#"with line as (
               update order_item i set held = i.quantity from order_item was
               where i.order_id = $1 and i.held < i.quantity and exists (select 1 from product p where p.sku = i.sku)
                   and was.order_id = i.order_id and was.position = i.position
               returning i.sku, i.quantity - was.held as wanted)
           select sku as "sku!", sum(wanted)::integer as "wanted!" from line group by sku order by sku"#,
        order.0
    )
    .fetch_all(&mut *conn)
    .await?;
    let mut missing = None;
    for line in lines {
        let left = sqlx::query_scalar!(
            "update product set on_hand = on_hand - $2 where sku = $1 returning on_hand",
            line.sku,
            line.wanted
        )
        .fetch_one(&mut *conn)
        .await?;
        if left < 0 && missing.is_none() {
            missing = Some(line.sku);
        }
    }
    Ok(missing)
}

/// Gives back everything an order holds, once: what a line holds is set to nothing in the same statement.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn give_back(conn: &mut PgConnection, order: OrderId) -> Result<(), Fault> {
    sqlx::query!(
        "with line as (
             update order_item i set held = 0 from order_item was
             where i.order_id = $1 and i.held > 0 and was.order_id = i.order_id and was.position = i.position
             returning i.sku, was.held as held),
         total as (select sku, sum(held)::integer as pieces from line group by sku)
         update product p set on_hand = p.on_hand + total.pieces from total where p.sku = total.sku",
        order.0
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Gives back some pieces of one line, as many as it still holds at most; answers how many that were.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn give_back_some(
    conn: &mut PgConnection,
    order: OrderId,
    position: i16,
    pieces: i32,
) -> Result<i32, Fault> {
    let given = sqlx::query_scalar!(
        r#"with line as (
               update order_item i set held = i.held - least(i.held, $3) from order_item was
               where i.order_id = $1 and i.position = $2 and was.order_id = i.order_id and was.position = i.position
               returning i.sku, least(was.held, $3) as pieces),
           given as (
               update product p set on_hand = p.on_hand + line.pieces from line where p.sku = line.sku returning line.pieces)
           select coalesce(sum(pieces), 0)::integer as "given!" from given"#,
        order.0,
        position,
        pieces,
    )
    .fetch_one(conn)
    .await?;
    Ok(given)
}
