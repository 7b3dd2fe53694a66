//! Every query on what sources have promised to tell by themselves, and what their pushes say of that.

use sqlx::PgConnection;

use super::store::Wanted;
use crate::{Fault, Shop, clock::At, ids::ParcelId, inbox, tracking::TrackSource};

/// A subscription that its source ended is asked for anew after so long.
const ANEW: i64 = 3600;

/// What DHL's word about a subscription waits for that we have not written down yet: its push may overtake its answer.
pub fn about_subscription(name: &str) -> String {
    format!("subscription:{name}")
}

/// The subscription stands; false when there is none of this name here (yet).
///
/// # Errors
/// When PostgreSQL is away.
pub async fn stands(conn: &mut PgConnection, name: &str) -> Result<bool, Fault> {
    inbox::store::meet(conn, &about_subscription(name)).await?;
    let done = sqlx::query!(
        "update parcel_poll set subscription_state = case when next_look_at is null then 'completed' else 'active' end,
             renew_at = null, failed_because = null
         where subscription_id = $1",
        name
    )
    .execute(conn)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// The subscription is over. Of what is still on its way it is asked for anew.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn over(conn: &mut PgConnection, name: &str, now: At) -> Result<bool, Fault> {
    inbox::store::meet(conn, &about_subscription(name)).await?;
    let done = sqlx::query!(
        "update parcel_poll set subscription_state = case when next_look_at is null then 'completed' else 'failed' end,
             failed_because = case when next_look_at is null then null else 'ended by the carrier' end,
             renew_at = case when next_look_at is null then null else $2::timestamptz end, subscription_id = null
         where subscription_id = $1",
        name,
        now.plus(ANEW) as At,
    )
    .execute(conn)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// When the first parcel of a source is to be asked for, or was.
pub(super) async fn first_due(shop: &Shop, source: TrackSource) -> Result<Option<At>, Fault> {
    let first = sqlx::query_scalar!(
        "select renew_at from parcel_poll where source = $1 and renew_at is not null order by renew_at limit 1",
        source.as_str()
    );
    Ok(first.fetch_optional(&shop.pool).await?.flatten())
}

/// Those that are to be asked for, the longest due first.
pub(super) async fn due(shop: &Shop, source: TrackSource, most: usize) -> Result<Vec<Wanted>, Fault> {
    let rows = sqlx::query!(
        r#"select w.parcel_id, p.carrier_token as "carrier!", p.tracking_number as "number!"
           from parcel_poll w join parcel p on p.id = w.parcel_id
           where w.source = $1 and w.renew_at <= $2 and p.carrier_token is not null and p.tracking_number is not null
           order by w.renew_at, w.parcel_id limit $3"#,
        source.as_str(),
        shop.clock.now() as At,
        i64::try_from(most).unwrap_or(i64::MAX),
    )
    .fetch_all(&shop.pool)
    .await?;
    let wanted = rows.into_iter().map(|row| Wanted {
        parcel: ParcelId(row.parcel_id),
        carrier: row.carrier,
        number: row.number.chars().filter(|c| !c.is_whitespace()).collect(),
        among: None,
    });
    Ok(wanted.collect())
}

/// What became of asking for these.
pub(super) enum Became<'a> {
    /// Told of from now on, until then.
    Active(At),
    /// Told of once its source has heard that it was meant; asked for anew if that does not happen until then.
    Agreed(&'a str, At),
    /// Not told of, and why; asked for anew then, if ever.
    Failed(&'a str, Option<At>),
}

/// Writes it. What has ended meanwhile stays ended.
pub(super) async fn became(
    conn: &mut PgConnection,
    parcels: &[ParcelId],
    became: &Became<'_>,
) -> Result<(), Fault> {
    let (state, name, because, renew) = match became {
        Became::Active(renew) => ("active", None, None, Some(*renew)),
        Became::Agreed(name, anew) => ("none", Some(*name), None, Some(*anew)),
        Became::Failed(why, anew) => ("failed", None, Some(*why), *anew),
    };
    let ids: Vec<_> = parcels.iter().map(|parcel| parcel.0).collect();
    sqlx::query!(
        "update parcel_poll set subscription_state = $2, subscription_id = $3, failed_because = $4, renew_at = $5
         where parcel_id = any($1) and next_look_at is not null",
        &ids,
        state,
        name,
        because,
        renew as Option<At>,
    )
    .execute(&mut *conn)
    .await?;
    // Ended between the question and its answer: nobody asks for it again.
    sqlx::query!(
        "update parcel_poll set renew_at = null where parcel_id = any($1) and next_look_at is null",
        &ids
    )
    .execute(conn)
    .await?;
    Ok(())
}
