//! Verb: messages are let go, so that what comes behind them is sent.

use sqlx::PgConnection;

use super::{Which, go_on::go_on, lock::lock};
use crate::{
    Fault, Shop,
    clock::At,
    ids::{WebhookEndpointId, WebhookMessageId},
};

/// Messages at a time: a statement ends in time, however many there are, and what is settled meanwhile waits for no more than these.
const SOME: i64 = 5000;

/// Lets go of what was not taken: how many. One that is under way just now is left as it is.
///
/// All of a time are done some at a time, the last first: an earlier one is in the way of its order's later ones for as long as these are still
/// to be let go. Cut off in between, the earlier ones still wait; asked for once more it goes on, and says how many were left.
///
/// # Errors
/// [`Fault::NotFound`] when there is no endpoint of that id.
pub async fn skip(
    shop: &Shop,
    endpoint: WebhookEndpointId,
    which: Which,
    by: Option<&str>,
) -> Result<u64, Fault> {
    let (mut skipped, mut end) = (0, None);
    loop {
        let now = shop.clock.now();
        let mut tx = shop.pool.begin().await?;
        lock(&mut tx, endpoint).await?;
        let (count, next) = match which {
            Which::One { message } => (one(&mut tx, endpoint, message, now).await?, None),
            Which::Between { since, until } => {
                part(&mut tx, endpoint, (since, end.unwrap_or(until)), now).await?
            }
        };
        if next.is_none() {
            go_on(&mut tx, endpoint, by, now).await?;
        }
        tx.commit().await?;
        shop.bell.work_waits();
        skipped += count;
        if next.is_none() {
            return Ok(skipped);
        }
        end = next;
        shop.reach("webhook_skipped").await;
    }
}

async fn one(
    conn: &mut PgConnection,
    endpoint: WebhookEndpointId,
    message: WebhookMessageId,
    now: At,
) -> Result<u64, Fault> {
    let skipped = sqlx::query!(
        "update webhook_message set state = 'skipped', ended_at = $3
         where endpoint_id = $1 and id = $2 and state in ('pending', 'failed') and (lease_until is null or lease_until <= $3)",
        endpoint.0,
        message.0,
        now as At,
    )
    .execute(conn)
    .await?;
    Ok(skipped.rows_affected())
}

/// The last ones of a time, with all that were written down in the same moment: how many, and before which moment there may be more.
async fn part(
    conn: &mut PgConnection,
    endpoint: WebhookEndpointId,
    (since, until): (At, At),
    now: At,
) -> Result<(u64, Option<At>), Fault> {
    let row = sqlx::query!(
        r#"with part as (
               select id, created_at from webhook_message
               where endpoint_id = $1 and state in ('pending', 'failed') and created_at >= $2 and created_at < $3
               order by created_at desc fetch first $4 rows with ties),
           gone as (
               update webhook_message m set state = 'skipped', ended_at = $5
               from part where m.id = part.id and m.state in ('pending', 'failed') and (m.lease_until is null or m.lease_until <= $5)
               returning m.id)
           select (select count(*) from gone) as "gone!", (select count(*) from part) as "seen!",
               (select min(created_at) from part) as "first: At""#,
        endpoint.0,
        since as At,
        until as At,
        SOME,
        now as At,
    )
    .fetch_one(conn)
    .await?;
    Ok((row.gone.unsigned_abs(), row.first.filter(|_| row.seen >= SOME)))
}
