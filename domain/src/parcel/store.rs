//! Every query that writes `parcel`.

use sqlx::PgConnection;

use super::{Carrier, ParcelDetails, TrackingStatus, roll_up};
use crate::{
    Fault,
    clock::At,
    ids::{LabelId, OrderId, ParcelId},
    inbox,
    order::Status,
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

/// Carriers may have told of a number before we knew it: called before the order is locked, so that news and number cannot miss
/// each other.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn meet(conn: &mut PgConnection, details: &ParcelDetails) -> Result<(), Fault> {
    if let Some(about) = about(details) {
        inbox::store::meet(conn, &about).await?;
    }
    Ok(())
}

/// What news about this box would be about; `None` without a number, or for a carrier nobody but staff knows.
pub(super) fn about(details: &ParcelDetails) -> Option<String> {
    let token = Carrier::find(details.carrier.as_deref()?)?.key;
    Some(inbox::about_track(token, details.tracking_number.as_deref()?))
}

/// Adds a box after the others, and wakes what carriers have told of it already: the caller has called [`meet`]. The caller holds the order's lock, so positions cannot collide.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn insert(
    conn: &mut PgConnection,
    order: OrderId,
    details: &ParcelDetails,
    now: At,
) -> Result<ParcelId, Fault> {
    let id = ParcelId::new();
    sqlx::query!(
        "insert into parcel (id, order_id, position, carrier, carrier_token, tracking_number, tracking_url, created_at)
         select $1, $2, coalesce(max(position), 0) + 1, $3, $4, $5, $6, $7 from parcel where order_id = $2",
        id.0,
        order.0,
        details.carrier,
        details.carrier.as_deref().and_then(Carrier::find).map(|known| known.key),
        details.tracking_number,
        details.tracking_url,
        now as At,
    )
    .execute(&mut *conn)
    .await?;
    if let Some(about) = about(details) {
        inbox::store::wake(conn, &about).await?;
    }
    Ok(id)
}

/// Our word for a box's carrier, and its number without the blanks people type; `None` when it cannot be asked after.
pub(crate) async fn tracked_by(pool: &sqlx::PgPool, id: ParcelId) -> Result<Option<(String, String)>, Fault> {
    let row = sqlx::query!("select carrier_token, tracking_number from parcel where id = $1", id.0)
        .fetch_optional(pool)
        .await?
        .ok_or(Fault::NotFound)?;
    let plain = |number: String| number.chars().filter(|c| !c.is_whitespace()).collect();
    Ok(row.carrier_token.zip(row.tracking_number.map(plain)))
}

/// What an order's boxes say together now; those given back and those on their way to us say nothing.
pub(super) async fn roll_up_of(conn: &mut PgConnection, order: OrderId) -> Result<Option<Status>, Fault> {
    let all = sqlx::query_scalar!(
        r#"select tracking as "tracking!: TrackingStatus" from outgoing_box where order_id = $1"#,
        order.0
    )
    .fetch_all(conn)
    .await?;
    Ok(roll_up(&all))
}

/// Whether a label to the customer was ever bought: then the order is being made and packed.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn is_packed(conn: &mut PgConnection, order: OrderId) -> Result<bool, Fault> {
    Ok(sqlx::query_scalar!(
        r#"select exists (select 1 from parcel where order_id = $1 and direction = 'outbound' and label_id is not null) as "packed!""#,
        order.0
    )
    .fetch_one(conn)
    .await?)
}

/// Whether an order has boxes to its customer, and the label of each was given back: then nothing is on its way.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn all_given_back(pool: &sqlx::PgPool, order: OrderId) -> Result<bool, Fault> {
    Ok(sqlx::query_scalar!(
        r#"select coalesce(bool_and(voided_at is not null), false) as "all!" from parcel
           where order_id = $1 and direction = 'outbound'"#,
        order.0
    )
    .fetch_one(pool)
    .await?)
}

/// Whether the box of a label has been in the carrier's hands.
pub(super) async fn has_moved(conn: &mut PgConnection, label: LabelId) -> Result<bool, Fault> {
    let tracking = sqlx::query_scalar!("select tracking from parcel where label_id = $1", label.0)
        .fetch_optional(conn)
        .await?;
    Ok(tracking.is_some_and(TrackingStatus::has_moved))
}

/// Whether the box of a label counts: not while its label is being given back.
pub(super) async fn set_voided(conn: &mut PgConnection, label: LabelId, at: Option<At>) -> Result<(), Fault> {
    sqlx::query!(
        "update parcel set voided_at = case when $2::timestamptz is null then null else coalesce(voided_at, $2) end where label_id = $1",
        label.0,
        at as Option<At>,
    )
    .execute(conn)
    .await?;
    Ok(())
}
