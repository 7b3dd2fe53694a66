//! Every query that writes `parcel`.

use sqlx::PgConnection;

use super::ParcelDetails;
use crate::{
    Fault,
    clock::At,
    ids::{OrderId, ParcelId},
};

/// How many boxes an order has.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn count(conn: &mut PgConnection, order: OrderId) -> Result<i64, Fault> {
    Ok(sqlx::query_scalar!(r#"select count(*) as "count!" from parcel where order_id = $1"#, order.0)
        .fetch_one(conn)
        .await?)
}

/// Whether an order has a box of just this carrier and number.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn has(conn: &mut PgConnection, order: OrderId, details: &ParcelDetails) -> Result<bool, Fault> {
    Ok(sqlx::query_scalar!(
        r#"select exists (select 1 from parcel where order_id = $1 and carrier is not distinct from $2
               and tracking_number is not distinct from $3) as "has!""#,
        order.0,
        details.carrier,
        details.tracking_number,
    )
    .fetch_one(conn)
    .await?)
}

/// Adds a box after the others. The caller holds the order's lock, so positions cannot collide.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn insert(
    conn: &mut PgConnection,
    order: OrderId,
    details: &ParcelDetails,
    now: At,
) -> Result<(), Fault> {
    sqlx::query!(
        "insert into parcel (id, order_id, position, carrier, tracking_number, tracking_url, created_at)
         select $1, $2, coalesce(max(position), 0) + 1, $3, $4, $5, $6 from parcel where order_id = $2",
        ParcelId::new().0,
        order.0,
        details.carrier,
        details.tracking_number,
        details.tracking_url,
        now as At,
    )
    .execute(conn)
    .await?;
    Ok(())
}
