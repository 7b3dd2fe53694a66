//! Every query that reads or writes one parcel's row of `parcel_poll`.

use sqlx::{PgConnection, PgPool};

use super::{Due, LINES, Look, Seen};
use crate::{
    Fault,
    clock::At,
    ids::ParcelId,
    parcel::carrier_family,
    tracking::{TrackSource, TrackingState},
};

/// A parcel to be asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wanted {
    pub parcel: ParcelId,
    /// Our key.
    pub carrier: String,
    /// Without the blanks people type.
    pub number: String,
    /// Among how many it may be asked.
    pub among: Option<usize>,
}

/// The first of every line of these sources that are due: as many of each line as go into one question.
pub(super) async fn due(
    pool: &PgPool,
    sources: &[&str],
    most: usize,
    now: At,
) -> Result<Vec<Due<Wanted>>, Fault> {
    let rows = sqlx::query_file!(
        "src/poll/due.sql",
        sources as _,
        &LINES[..],
        now as At,
        i64::try_from(most).unwrap_or(i64::MAX),
    )
    .fetch_all(pool)
    .await?;
    let wanted = rows.into_iter().map(|row| Due {
        at: row.at,
        every: row.every,
        who: Wanted {
            parcel: ParcelId(row.parcel),
            carrier: row.carrier,
            number: row.number.chars().filter(|c| !c.is_whitespace()).collect(),
            among: row.among.and_then(|among| usize::try_from(among).ok()),
        },
    });
    Ok(wanted.collect())
}

/// When the first parcel of these sources is due, or was.
pub(super) async fn first_due(pool: &PgPool, sources: &[&str]) -> Result<Option<At>, Fault> {
    let first = sqlx::query_scalar!(
        r#"select min(w.next_look_at) as "first: At"
           from unnest($1::text[]) as s (source)
           cross join unnest($2::integer[]) as l (every)
           cross join lateral (
               select q.next_look_at from parcel_poll q where q.source = s.source and q.every = l.every and q.next_look_at is not null
               order by q.next_look_at limit 1) w"#,
        sources as _,
        &LINES[..],
    );
    Ok(first.fetch_one(pool).await?)
}

/// What is known of a parcel, its row locked; `None` for one that nobody follows. `voided`: its label was given back.
pub(super) struct Known {
    pub source: Option<TrackSource>,
    pub seen: Seen,
    pub voided: bool,
}

pub(super) async fn load(conn: &mut PgConnection, parcel: ParcelId) -> Result<Option<Known>, Fault> {
    let row = sqlx::query!(
        r#"select w.source, w.looked_at, w.told_at, w.subscription_state, p.tracking_state, p.tracking_at, p.created_at,
                  p.voided_at is not null as "voided!"
           from parcel_poll w join parcel p on p.id = w.parcel_id where w.parcel_id = $1 for update of w"#,
        parcel.0
    )
    .fetch_optional(conn)
    .await?;
    Ok(row.map(|row| Known {
        source: TrackSource::parse(&row.source),
        seen: Seen {
            state: TrackingState::parse(&row.tracking_state).unwrap_or_default(),
            since: row.tracking_at.unwrap_or(row.created_at),
            looked: row.looked_at,
            told: row.told_at,
            promised: row.subscription_state == "active",
        },
        voided: row.voided,
    }))
}

/// Writes when it is looked at next. Where nobody looks any more, a subscription has done its work. An answer forgives refusals.
pub(super) async fn plan(
    conn: &mut PgConnection,
    parcel: ParcelId,
    seen: &Seen,
    look: Option<Look>,
    answered: bool,
) -> Result<(), Fault> {
    sqlx::query!(
        "update parcel_poll set looked_at = $2, told_at = $3, next_look_at = $4, every = coalesce($5, every),
             failures = case when $6 then 0 else failures end, refused_because = case when $6 then null else refused_because end,
             among = case when $6 then null else among end,
             renew_at = case when $4::timestamptz is null then null else renew_at end,
             subscription_state = case when $4::timestamptz is null and subscription_state = 'active' then 'completed'
                 else subscription_state end
         where parcel_id = $1",
        parcel.0,
        seen.looked as Option<At>,
        seen.told as Option<At>,
        look.map(|look| look.at) as Option<At>,
        look.map(|look| look.every),
        answered,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// A question about these was refused, and it is not known because of which: they are asked again among half as many.
pub(super) async fn halve(conn: &mut PgConnection, parcels: &[ParcelId]) -> Result<(), Fault> {
    let among = i16::try_from(parcels.len().div_ceil(2)).unwrap_or(1);
    let ids: Vec<_> = parcels.iter().map(|parcel| parcel.0).collect();
    sqlx::query!("update parcel_poll set among = $2 where parcel_id = any($1)", &ids, among)
        .execute(conn)
        .await?;
    Ok(())
}

/// A question about this one alone was refused: how often that happened now.
pub(super) async fn refuse(
    conn: &mut PgConnection,
    parcel: ParcelId,
    code: &str,
    now: At,
) -> Result<i32, Fault> {
    let failures = sqlx::query_scalar!(
        "update parcel_poll set failures = failures + 1, refused_because = $2, looked_at = $3, among = 1 where parcel_id = $1
         returning failures",
        parcel.0,
        code,
        now as At,
    )
    .fetch_optional(conn)
    .await?;
    Ok(failures.unwrap_or(1))
}

/// Which parcel a source's news is about, by our key of the carrier and the number: the newest that counts.
pub(super) async fn find(
    conn: &mut PgConnection,
    carrier: &str,
    number: &str,
) -> Result<Option<ParcelId>, Fault> {
    let id = sqlx::query_scalar!(
        "select id from parcel where tracking_number = $2 and carrier_token = any($1)
         order by voided_at is null desc, created_at desc limit 1",
        &carrier_family(carrier) as &[&str],
        number,
    )
    .fetch_optional(conn)
    .await?;
    Ok(id.map(ParcelId))
}

/// Nobody asks about any parcel that is here now, nor has its carrier tell of it: for a shop whose parcels are made up.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn rest(pool: &PgPool) -> Result<(), sqlx::Error> {
    sqlx::query!("update parcel_poll set next_look_at = null, renew_at = null").execute(pool).await?;
    Ok(())
}
