//! Every query on `adoption`.

use sqlx::PgConnection;

use super::Origin;
use crate::{Fault, clock::At, ids::OrderId};

/// What we know of an order of elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// It is this order here.
    Order(OrderId),
    /// It was over there before we heard of it.
    Over,
}

/// What we know of it; `None` when we never heard of it.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn find(conn: &mut PgConnection, origin: Origin, id: &str) -> Result<Option<Known>, Fault> {
    let row = sqlx::query!(
        "select order_id from adoption where origin = $1 and origin_id = $2",
        origin.as_str(),
        id
    )
    .fetch_optional(conn)
    .await?;
    Ok(row.map(|row| row.order_id.map_or(Known::Over, |id| Known::Order(OrderId(id)))))
}

/// Writes down which order it became, or that it was over.
///
/// # Errors
/// When PostgreSQL is away, or it was written down before.
pub async fn insert(
    conn: &mut PgConnection,
    (origin, id): (Origin, &str),
    order: Option<OrderId>,
    now: At,
) -> Result<(), Fault> {
    sqlx::query!(
        "insert into adoption (origin, origin_id, order_id, created_at) values ($1, $2, $3, $4)",
        origin.as_str(),
        id,
        order.map(|order| order.0),
        now as At,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Notes that it was called off there; true the first time.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn called_off(
    conn: &mut PgConnection,
    (origin, id): (Origin, &str),
    now: At,
) -> Result<bool, Fault> {
    let first = sqlx::query!(
        "update adoption set cancelled_at = $3 where origin = $1 and origin_id = $2 and cancelled_at is null",
        origin.as_str(),
        id,
        now as At,
    )
    .execute(conn)
    .await?;
    Ok(first.rows_affected() == 1)
}

/// Where an order was born; `None` for one of our own checkout.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn origin_of(conn: &mut PgConnection, order: OrderId) -> Result<Option<Origin>, Fault> {
    let word = sqlx::query_scalar!("select origin from adoption where order_id = $1", order.0)
        .fetch_optional(conn)
        .await?;
    Ok(word.and_then(|word| Origin::parse(&word)))
}

/// Whether any of Stripe's payments has ever become an order.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn any_of_stripe(conn: &mut PgConnection) -> Result<bool, Fault> {
    let any = sqlx::query_scalar!(
        r#"select exists (select 1 from adoption where origin in ('stripe_link', 'stripe_checkout')) as "any!""#
    )
    .fetch_one(conn)
    .await?;
    Ok(any)
}
