//! Every query on `delivery_wish` and `not_received` but the customer page's own.

use sqlx::PgConnection;

use super::{BoxAt, DeliveryWish, Facts, Way};
use crate::{Fault, clock::At, ids::OrderId, order::store::Order, parcel::TrackingStatus};

/// What the rules look at, of a loaded order.
///
/// # Errors
/// When PostgreSQL is away.
pub(super) async fn facts<'a>(conn: &mut PgConnection, order: &'a Order) -> Result<Facts<'a>, Fault> {
    let boxes = sqlx::query!(
        r#"select tracking as "status: TrackingStatus", tracking_at as "at: At" from parcel
           where order_id = $1 and direction = 'outbound' and voided_at is null"#,
        order.id.0
    )
    .fetch_all(&mut *conn)
    .await?;
    let booked = sqlx::query_scalar!(
        r#"select exists(select 1 from booking where order_id = $1) as "booked!""#,
        order.id.0
    )
    .fetch_one(conn)
    .await?;
    Ok(Facts {
        status: order.state.status,
        workflow: &order.workflow,
        booked,
        boxes: boxes.into_iter().map(|row| BoxAt { status: row.status, at: row.at }).collect(),
        delivered_at: order.delivered_at,
    })
}

/// What is asked for, and since when; empty where nothing ever was.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn wish(conn: &mut PgConnection, order: OrderId) -> Result<(DeliveryWish, Option<At>), Fault> {
    let row = sqlx::query!(
        r#"select way, note, instructions, changed_at as "changed_at: At" from delivery_wish where order_id = $1"#,
        order.0
    )
    .fetch_optional(conn)
    .await?;
    Ok(row.map_or_else(Default::default, |row| {
        let way = Way::parse(&row.way).unwrap_or_default();
        (DeliveryWish { way, note: row.note, instructions: row.instructions }, Some(row.changed_at))
    }))
}

/// Keeps it.
pub(super) async fn keep(
    conn: &mut PgConnection,
    order: OrderId,
    wish: &DeliveryWish,
    now: At,
) -> Result<(), Fault> {
    sqlx::query!(
        "insert into delivery_wish (order_id, way, note, instructions, changed_at) values ($1, $2, $3, $4, $5)
         on conflict (order_id) do update set way = excluded.way, note = excluded.note, instructions = excluded.instructions,
             changed_at = excluded.changed_at",
        order.0,
        wish.way.as_str(),
        wish.note,
        wish.instructions,
        now as At,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Whether somebody has said that it did not come.
pub(super) async fn is_reported(conn: &mut PgConnection, order: OrderId) -> Result<bool, Fault> {
    Ok(sqlx::query_scalar!(
        r#"select exists(select 1 from not_received where order_id = $1) as "said!""#,
        order.0
    )
    .fetch_one(conn)
    .await?)
}

/// Writes down that it did not come.
pub(super) async fn keep_report(conn: &mut PgConnection, order: OrderId, now: At) -> Result<(), Fault> {
    sqlx::query!("insert into not_received (order_id, told_at) values ($1, $2)", order.0, now as At)
        .execute(conn)
        .await?;
    Ok(())
}
