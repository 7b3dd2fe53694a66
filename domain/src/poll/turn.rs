//! Every query on `poll_source_state` and `poll_use`: who asks a source just now, until when it is left alone, and what was spent.

use sqlx::PgConnection;
use uuid::Uuid;

use super::{Budget, Spent, back_off::Pause};
use crate::{Fault, Shop, clock::At, tracking::TrackSource};

/// One round's longest: a token and a call to subscribe, and both again for the question, each with its time-out.
const LEASE: i64 = 60;

/// The right to ask a source, until it is given back or its lease has run out.
pub(super) struct Turn {
    pub source: TrackSource,
    token: Uuid,
    /// Calls without an answer before this one.
    pub failures: i32,
}

/// Takes the turn; `None` while somebody else has it, or the source is left alone.
pub(super) async fn take(shop: &Shop, source: TrackSource) -> Result<Option<Turn>, Fault> {
    let now = shop.clock.now();
    let token = Uuid::now_v7();
    let row = sqlx::query!(
        "update poll_source_state set lease_token = $2, lease_until = $3
         where source = $1 and (lease_until is null or lease_until <= $4) and (pause_until is null or pause_until <= $4)
         returning failures",
        source.as_str(),
        token,
        now.plus(LEASE) as At,
        now as At,
    )
    .fetch_optional(&shop.pool)
    .await?;
    Ok(row.map(|row| Turn { source, token, failures: row.failures }))
}

/// Spends one call: how many there were today with it, or from when on there is one.
pub(super) async fn spend(shop: &Shop, turn: &Turn) -> Result<Result<i32, At>, Fault> {
    let now = shop.clock.now();
    let budget = shop.carriers.budgets.of(turn.source);
    let mut tx = shop.pool.begin().await?;
    let spent = match budget.spend(spent(&mut tx, turn.source).await?, now) {
        Ok(spent) => spent,
        Err(from) => return Ok(Err(from)),
    };
    let calls = keep(&mut tx, turn.source, spent, now).await?;
    tx.commit().await?;
    Ok(Ok(calls))
}

/// Spends one call that a person asked for, whatever is left.
pub(super) async fn spend_anyway(shop: &Shop, source: TrackSource) -> Result<(), Fault> {
    let now = shop.clock.now();
    let budget: Budget = shop.carriers.budgets.of(source);
    let mut tx = shop.pool.begin().await?;
    let spent = budget.spend_anyway(spent(&mut tx, source).await?, now);
    keep(&mut tx, source, spent, now).await?;
    tx.commit().await?;
    Ok(())
}

async fn spent(conn: &mut PgConnection, source: TrackSource) -> Result<Spent, Fault> {
    let row = sqlx::query!(
        "select gap_at, day_at from poll_source_state where source = $1 for update",
        source.as_str()
    )
    .fetch_one(conn)
    .await?;
    Ok(Spent { gap: row.gap_at, day: row.day_at })
}

async fn keep(conn: &mut PgConnection, source: TrackSource, spent: Spent, now: At) -> Result<i32, Fault> {
    sqlx::query!(
        "update poll_source_state set gap_at = $2, day_at = $3 where source = $1",
        source.as_str(),
        spent.gap as Option<At>,
        spent.day as Option<At>,
    )
    .execute(&mut *conn)
    .await?;
    let calls = sqlx::query_scalar!(
        "insert into poll_use as u (source, day, calls) values ($1, ($2::timestamptz at time zone 'utc')::date, 1)
         on conflict (source, day) do update set calls = u.calls + 1 returning calls",
        source.as_str(),
        now as At,
    );
    Ok(calls.fetch_one(conn).await?)
}

/// Gives the turn back. `answered`: the source did, so that its failures are over.
pub(super) async fn give_back(shop: &Shop, turn: &Turn, answered: bool) -> Result<(), Fault> {
    sqlx::query!(
        "update poll_source_state set lease_until = null, failures = case when $3 then 0 else failures end,
             pause_until = null, pause_because = null
         where source = $1 and lease_token = $2",
        turn.source.as_str(),
        turn.token,
        answered,
    )
    .execute(&shop.pool)
    .await?;
    Ok(())
}

/// Gives the turn back, and the source is left alone for a while.
pub(super) async fn pause(shop: &Shop, turn: &Turn, pause: Pause) -> Result<At, Fault> {
    let until = shop.clock.now().plus(pause.seconds());
    let failures = match pause {
        Pause::Down(failures) => failures,
        Pause::Busy(_) | Pause::Refused => 0,
    };
    sqlx::query!(
        "update poll_source_state set lease_until = null, failures = $3, pause_until = $4, pause_because = $5
         where source = $1 and lease_token = $2",
        turn.source.as_str(),
        turn.token,
        failures,
        until as At,
        pause.as_str(),
    )
    .execute(&shop.pool)
    .await?;
    Ok(until)
}
