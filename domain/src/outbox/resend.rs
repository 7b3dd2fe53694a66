//! Verb: messages are sent again, under the ids they always had, and in order.

use sqlx::PgConnection;
use uuid::Uuid;

use super::{Which, go_on::go_on};
use crate::{
    Fault, Shop,
    clock::At,
    ids::{WebhookEndpointId, WebhookMessageId},
};

/// Messages at a time: a statement ends in time, however many there are, and what is settled meanwhile waits for no more than these.
const SOME: i64 = 5000;

/// How far a request has come.
#[derive(Debug, Clone, Copy, Default)]
struct Come {
    /// Messages that it sends again.
    count: i64,
    /// In what was written down.
    to: Option<At>,
}

/// Sends again, whatever became of them: how many. Later messages of the same orders wait for them. One that is under way just now is left as
/// it is; those of a disabled endpoint wait until it is enabled.
///
/// All of a time are done some at a time, as they were written down, so that each order's earlier ones come first. Cut off in between, what was
/// written down first is sent again and the rest is as it was. Asked for once more by the same `request` it goes on from there, and where it
/// had ended it only says the same count; an endpoint remembers its last request.
///
/// # Errors
/// [`Fault::NotFound`] when there is no endpoint of that id.
pub async fn resend(
    shop: &Shop,
    endpoint: WebhookEndpointId,
    which: Which,
    by: Option<&str>,
    request: Uuid,
) -> Result<u64, Fault> {
    let mut come = None;
    loop {
        let now = shop.clock.now();
        let mut tx = shop.pool.begin().await?;
        let kept = kept(&mut tx, endpoint, request).await?;
        // Another request may have begun in between: this one does not begin anew.
        let before = come.or(kept);
        let (after, over) = match (which, before) {
            (Which::One { .. }, Some(before)) => (before, true),
            (Which::One { message }, None) => (one(&mut tx, endpoint, message, now).await?, true),
            (Which::Between { since, until }, _) => {
                part(&mut tx, endpoint, (since, until), before.unwrap_or_default(), now).await?
            }
        };
        keep(&mut tx, endpoint, request, after).await?;
        if over {
            go_on(&mut tx, endpoint, by, now).await?;
        }
        tx.commit().await?;
        shop.bell.work_waits();
        if over {
            return Ok(after.count.unsigned_abs());
        }
        come = Some(after);
        shop.reach("webhook_resent").await;
    }
}

/// Takes the endpoint, and says how far this request had come there.
async fn kept(
    conn: &mut PgConnection,
    endpoint: WebhookEndpointId,
    request: Uuid,
) -> Result<Option<Come>, Fault> {
    let row = sqlx::query!(
        r#"select resend, resent, resent_to as "resent_to: At" from webhook_endpoint where id = $1 for no key update"#,
        endpoint.0
    )
    .fetch_optional(conn)
    .await?
    .ok_or(Fault::NotFound)?;
    Ok((row.resend == Some(request)).then_some(Come { count: row.resent, to: row.resent_to }))
}

async fn keep(
    conn: &mut PgConnection,
    endpoint: WebhookEndpointId,
    request: Uuid,
    come: Come,
) -> Result<(), Fault> {
    sqlx::query!(
        "update webhook_endpoint set resend = $2, resent = $3, resent_to = $4 where id = $1",
        endpoint.0,
        request,
        come.count,
        come.to as Option<At>,
    )
    .execute(conn)
    .await?;
    Ok(())
}

async fn one(
    conn: &mut PgConnection,
    endpoint: WebhookEndpointId,
    message: WebhookMessageId,
    now: At,
) -> Result<Come, Fault> {
    let again = sqlx::query!(
        "update webhook_message set state = 'pending', attempts = 0, first_attempt_at = null, next_attempt_at = $3, ended_at = null
         where endpoint_id = $1 and id = $2 and (lease_until is null or lease_until <= $3)",
        endpoint.0,
        message.0,
        now as At,
    )
    .execute(conn)
    .await?;
    Ok(Come { count: i64::from(again.rows_affected() == 1), to: None })
}

/// The next ones of a time, with all that were written down in the same moment; and whether they were the last.
async fn part(
    conn: &mut PgConnection,
    endpoint: WebhookEndpointId,
    (since, until): (At, At),
    before: Come,
    now: At,
) -> Result<(Come, bool), Fault> {
    let row = sqlx::query!(
        r#"with part as (
               select id, created_at from webhook_message
               where endpoint_id = $1 and order_id is not null and created_at < $3
                   and created_at > coalesce($4::timestamptz, $2::timestamptz - interval '1 microsecond')
               order by created_at fetch first $5 rows with ties),
           again as (
               update webhook_message m set state = 'pending', attempts = 0, first_attempt_at = null, next_attempt_at = $6, ended_at = null
               from part where m.id = part.id and (m.lease_until is null or m.lease_until <= $6)
               returning m.id)
           select (select count(*) from again) as "again!", (select count(*) from part) as "seen!",
               (select max(created_at) from part) as "last: At""#,
        endpoint.0,
        since as At,
        until as At,
        before.to as Option<At>,
        SOME,
        now as At,
    )
    .fetch_one(conn)
    .await?;
    let over = row.seen < SOME;
    let to = if over { Some(until) } else { row.last };
    Ok((Come { count: before.count + row.again, to }, over))
}
