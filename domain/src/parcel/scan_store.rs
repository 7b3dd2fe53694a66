//! Every query on `scan`, and what carriers say of a `parcel`.

use sqlx::PgConnection;

use super::{Direction, LabelStatus, ScanNews, TrackNews, Tracking, TrackingStatus};
use crate::{
    Fault,
    clock::{At, Day},
    ids::{OrderId, ParcelId},
};

/// A parcel as news meets it.
pub(super) struct Tracked {
    pub id: ParcelId,
    pub direction: Direction,
    pub is_voided: bool,
    pub label: Option<LabelStatus>,
    /// The day it was expected on before this news.
    pub eta: Option<Day>,
    pub believed: Tracking<At>,
}

/// Which parcel news is about: by its purchase, else by carrier and number, the newest that counts.
pub(super) async fn find(
    conn: &mut PgConnection,
    news: &TrackNews,
) -> Result<Option<(ParcelId, OrderId)>, Fault> {
    let row = sqlx::query!(
        "select p.id, p.order_id from parcel p left join label l on l.id = p.label_id
         where l.transaction_id = $1
            or (p.tracking_number = $2 and p.carrier_token in ($3, $4))
         order by (l.transaction_id = $1) is true desc, p.voided_at is null desc, p.created_at desc limit 1",
        news.transaction,
        news.number,
        news.carrier,
        news.carrier_shippo,
    )
    .fetch_optional(conn)
    .await?;
    Ok(row.map(|row| (ParcelId(row.id), OrderId(row.order_id))))
}

/// Whether a purchase is one of ours, though its parcel is not here yet.
pub(super) async fn knows_purchase(conn: &mut PgConnection, transaction: &str) -> Result<bool, Fault> {
    let known = sqlx::query_scalar!(
        r#"select exists (select 1 from label where transaction_id = $1) as "known!""#,
        transaction
    );
    Ok(known.fetch_one(conn).await?)
}

/// The parcel as it is now; the caller holds its order's lock.
pub(super) async fn load(conn: &mut PgConnection, id: ParcelId) -> Result<Tracked, Fault> {
    let row = sqlx::query!(
        r#"select p.direction, p.voided_at, p.tracking, p.tracking_at, p.tracking_key,
                  l.status as "label?: LabelStatus", p.eta as "eta: Day"
           from parcel p left join label l on l.id = p.label_id where p.id = $1"#,
        id.0
    )
    .fetch_optional(conn)
    .await?
    .ok_or(Fault::NotFound)?;
    Ok(Tracked {
        id,
        direction: row.direction,
        is_voided: row.voided_at.is_some(),
        label: row.label,
        eta: row.eta,
        believed: Tracking {
            status: row.tracking,
            at: row.tracking_at,
            key: row.tracking_key.unwrap_or_default(),
        },
    })
}

/// Keeps a scan once; false when it was known, or is a known one under another id.
pub(super) async fn keep(
    conn: &mut PgConnection,
    parcel: ParcelId,
    scan: &ScanNews,
    now: At,
) -> Result<bool, Fault> {
    let written = sqlx::query!(
        "insert into scan (parcel_id, key, tracking, substatus, detail, place, happened_at, recorded_at)
         select $1, $2, $3, $4, $5, $6, $7, $8
         where not exists (
             select 1 from scan s where s.parcel_id = $1 and s.tracking = $3 and s.detail is not distinct from $5
                 and s.place is not distinct from $6
                 and abs(extract(epoch from s.happened_at - $7::timestamptz)) <= 1)
         on conflict do nothing",
        parcel.0,
        scan.tracking.key,
        scan.tracking.status as TrackingStatus,
        scan.code,
        scan.detail,
        scan.place,
        scan.tracking.at as Option<At>,
        now as At,
    )
    .execute(conn)
    .await?;
    Ok(written.rows_affected() == 1)
}

/// Writes what is believed now.
pub(super) async fn believe(conn: &mut PgConnection, parcel: ParcelId, scan: &ScanNews) -> Result<(), Fault> {
    sqlx::query!(
        "update parcel set tracking = $2, tracking_at = $3, tracking_detail = $4, tracking_place = $5, tracking_key = $6 where id = $1",
        parcel.0,
        scan.tracking.status as TrackingStatus,
        scan.tracking.at as Option<At>,
        scan.detail,
        scan.place,
        scan.tracking.key,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// The ETA of the newest news wins, whatever order they are told in. True when it is another day than before.
pub(super) async fn expect(
    conn: &mut PgConnection,
    parcel: ParcelId,
    eta: Day,
    at: Option<At>,
) -> Result<bool, Fault> {
    let written = sqlx::query!(
        r#"update parcel p set eta = $2, eta_at = coalesce($3, '-infinity'::timestamptz) from parcel was
         where p.id = $1 and was.id = p.id
             and (p.eta is null or p.eta_at is null or (p.eta_at, p.eta) < (coalesce($3, '-infinity'::timestamptz), $2))
         returning was.eta is distinct from p.eta as "changed!""#,
        parcel.0,
        eta as _,
        at as Option<At>,
    )
    .fetch_optional(conn)
    .await?;
    Ok(written.is_some_and(|row| row.changed))
}

/// It travels although its label was to be given back: it counts again.
pub(super) async fn count_again(conn: &mut PgConnection, parcel: ParcelId) -> Result<(), Fault> {
    sqlx::query!("update parcel set voided_at = null where id = $1", parcel.0).execute(conn).await?;
    Ok(())
}

/// Whether a box of the order that counts needs somebody to act, or comes back.
pub(super) async fn has_problem(conn: &mut PgConnection, order: OrderId) -> Result<bool, Fault> {
    Ok(sqlx::query_scalar!(
        r#"select exists (select 1 from parcel where order_id = $1 and direction = 'outbound' and voided_at is null
               and tracking in ('exception', 'returned')) as "has!""#,
        order.0
    )
    .fetch_one(conn)
    .await?)
}
