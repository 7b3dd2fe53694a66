//! Every query on `job`.

use std::time::Duration;

use serde_json::Value;
use sqlx::{PgConnection, PgPool};
use uuid::Uuid;

use super::Lane;
use crate::Fault;

/// A job taken under a lease.
pub(super) struct Claim {
    pub id: i64,
    pub name: String,
    pub payload: Value,
    pub attempts: i32,
    pub token: Uuid,
}

pub(super) async fn insert(
    conn: &mut PgConnection,
    name: &str,
    lane: Lane,
    payload: &Value,
    priority: i16,
) -> Result<(), Fault> {
    sqlx::query!(
        "insert into job (name, lane, payload, priority) values ($1, $2, $3, $4)",
        name,
        lane.as_str(),
        payload,
        priority
    )
    .execute(conn)
    .await?;
    Ok(())
}

pub(super) async fn insert_many(
    conn: &mut PgConnection,
    name: &str,
    lanes: &[&str],
    payloads: &[Value],
    priorities: &[i16],
    after: Duration,
) -> Result<(), Fault> {
    sqlx::query!(
        "insert into job (name, lane, payload, priority, run_at)
         select $1, x.lane, x.payload, x.priority, now() + make_interval(secs => $5)
         from unnest($2::text[], $3::jsonb[], $4::smallint[]) as x (lane, payload, priority)",
        name,
        lanes as _,
        payloads,
        priorities,
        after.as_secs_f64(),
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Takes up to `most` jobs of a lane that are due and that nobody holds.
pub(super) async fn claim(
    pool: &PgPool,
    lane: Lane,
    most: i64,
    lease: Duration,
) -> Result<Vec<Claim>, sqlx::Error> {
    let token = Uuid::now_v7();
    let rows = sqlx::query!(
        "update job set lease_token = $1, lease_until = now() + make_interval(secs => $2), attempts = attempts + 1
         where id in (
             select id from job
             where lane = $4 and not dead and run_at <= now() and (lease_until is null or lease_until <= now())
             order by priority, run_at, id
             limit $3
             for update skip locked)
         returning id, name, payload, attempts",
        token,
        lease.as_secs_f64(),
        most,
        lane.as_str(),
    )
    .fetch_all(pool)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Claim { id: row.id, name: row.name, payload: row.payload, attempts: row.attempts, token })
        .collect())
}

/// Removes a finished job; false when its lease had gone to somebody else.
pub(super) async fn finish(pool: &PgPool, claim: &Claim) -> Result<bool, sqlx::Error> {
    let done = sqlx::query!("delete from job where id = $1 and lease_token = $2", claim.id, claim.token)
        .execute(pool)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Gives a job back, to be tried again after a pause. A snooze does not count as an attempt, and nothing is wrong with it any more.
pub(super) async fn put_back(
    pool: &PgPool,
    claim: &Claim,
    after: Duration,
    error: Option<&str>,
    counts: bool,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update job set lease_token = null, lease_until = null, run_at = now() + make_interval(secs => $3),
             last_error = $4, attempts = attempts - case when $5 then 0 else 1 end
         where id = $1 and lease_token = $2",
        claim.id,
        claim.token,
        after.as_secs_f64(),
        error,
        counts,
    )
    .execute(pool)
    .await
    .map(drop)
}

/// Stops trying; the row stays for staff to see.
pub(super) async fn bury(pool: &PgPool, claim: &Claim, error: &str) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update job set dead = true, lease_token = null, lease_until = null, last_error = $3 where id = $1 and lease_token = $2",
        claim.id,
        claim.token,
        error,
    )
    .execute(pool)
    .await
    .map(drop)
}

/// How much is waiting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Depth {
    /// Jobs due or being done.
    pub ready: i64,
    /// Jobs given up.
    pub dead: i64,
    /// Seconds the oldest due job has waited.
    pub oldest_seconds: i64,
}

/// How much is waiting now.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn depth(pool: &PgPool) -> Result<Depth, sqlx::Error> {
    let row = sqlx::query!(
        r#"select count(*) filter (where not dead) as "ready!", count(*) filter (where dead) as "dead!",
               coalesce(extract(epoch from now() - min(run_at) filter (where not dead and run_at <= now())), 0)::bigint as "oldest!"
           from job"#
    )
    .fetch_one(pool)
    .await?;
    Ok(Depth { ready: row.ready, dead: row.dead, oldest_seconds: row.oldest })
}

/// How much one lane holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LaneDepth {
    /// Due now, or being done.
    pub due: i64,
    /// Planned for later.
    pub later: i64,
    /// Seconds the oldest due job has waited.
    pub oldest_seconds: i64,
}

/// How much each lane holds now; those given up are in none.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn depths(pool: &PgPool) -> Result<Vec<(Lane, LaneDepth)>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"select lane, count(*) filter (where run_at <= now()) as "due!", count(*) filter (where run_at > now()) as "later!",
               coalesce(extract(epoch from now() - min(run_at) filter (where run_at <= now())), 0)::bigint as "oldest!"
           from job where not dead group by lane"#
    )
    .fetch_all(pool)
    .await?;
    let of = |lane: Lane| {
        let row = rows.iter().find(|row| row.lane == lane.as_str());
        row.map_or_else(LaneDepth::default, |row| LaneDepth {
            due: row.due,
            later: row.later,
            oldest_seconds: row.oldest,
        })
    };
    Ok(Lane::ALL.into_iter().map(|lane| (lane, of(lane))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A worker that was paused past its lease must not finish, bury or put back what somebody else is doing.
    #[sqlx::test(migrator = "crate::db::MIGRATIONS")]
    async fn who_lost_the_lease_cannot_end_the_job(pool: PgPool) {
        insert(&mut pool.acquire().await.unwrap(), "any", Lane::Work, &Value::Null, 1).await.unwrap();
        let paused = claim(&pool, Lane::Work, 1, Duration::ZERO).await.unwrap().remove(0);
        let working = claim(&pool, Lane::Work, 1, Duration::from_secs(60)).await.unwrap().remove(0);
        assert_eq!((paused.id, working.attempts), (working.id, 2));
        assert!(
            claim(&pool, Lane::Work, 1, Duration::from_secs(60)).await.unwrap().is_empty(),
            "a lease that stands is respected"
        );
        assert!(!finish(&pool, &paused).await.unwrap());
        bury(&pool, &paused, "late").await.unwrap();
        put_back(&pool, &paused, Duration::ZERO, None, true).await.unwrap();
        assert_eq!(depth(&pool).await.unwrap().dead, 0);
        assert!(finish(&pool, &working).await.unwrap());
        assert_eq!(depth(&pool).await.unwrap().ready, 0);
    }
}
