//! What came of an attempt, in one transaction: the message, the log, and how the endpoint is.

use serde_json::Value;
use sqlx::PgConnection;

use super::{
    claim::{Claim, FAILING},
    endpoint::host,
    health::{self, Verdict},
    schedule,
};
use crate::{
    Fault, Shop,
    alert::{AlertKind, store},
    clock::At,
    ids::OrderId,
    provider::receiver::{Answer, Heard},
};

/// Where the later messages of an order wait whose earlier one was given up: a person decides, not the clock.
const FOR_A_PERSON: i64 = 3650 * 24 * 3600;
/// Seconds over which what waited is spread when an endpoint takes messages again.
const SPREAD: f64 = 60.0;

/// One attempt.
pub(super) struct Sent {
    /// When it began: the signature's time.
    pub at: At,
    /// The headers that were sent.
    pub headers: Value,
    /// What was heard.
    pub heard: Heard,
}

impl Sent {
    fn answer(&self) -> Option<&Answer> {
        self.heard.answer.as_ref().ok()
    }

    /// Why it was not taken; `None`: it was.
    fn reason(&self) -> Option<&'static str> {
        match &self.heard.answer {
            Ok(answer) => match answer.status {
                200..=299 => None,
                300..=399 => Some("redirect"),
                _ => Some("status"),
            },
            Err(silence) => Some(silence.reason),
        }
    }

    /// What people read of a failure.
    fn words(&self) -> String {
        match &self.heard.answer {
            Ok(answer) => format!("HTTP {}", answer.status),
            Err(silence) => silence.detail.clone(),
        }
    }
}

/// How an endpoint was before.
struct Before {
    url: String,
    failures: i32,
    failing_since: Option<At>,
    succeeded_at: Option<At>,
    warned_at: Option<At>,
    disabled: bool,
}

/// What becomes of the message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Taken,
    Again(At),
    GivenUp,
}

/// Writes it; false when the lease had gone to somebody else, or the endpoint is no more.
pub(super) async fn settle(shop: &Shop, claim: &Claim, sent: &Sent) -> Result<bool, Fault> {
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    let Some(before) = before(&mut tx, claim).await? else { return Ok(false) };
    let end = end(claim, &before, sent, now);
    if !write(&mut tx, claim, end, now).await? {
        return Ok(false);
    }
    keep(&mut tx, claim, sent).await?;
    let mut alarmed = false;
    if let Some((order, sequence)) = claim.line {
        follow(&mut tx, claim, (order, sequence), end, now).await?;
        alarmed = match end {
            End::Taken => recovered(&mut tx, claim, &before, now).await?,
            End::Again(_) | End::GivenUp => failed(&mut tx, claim, &before, (sent, end), now).await?,
        };
    }
    tx.commit().await?;
    if alarmed {
        shop.bell.ring_anything();
    }
    Ok(true)
}

async fn before(conn: &mut PgConnection, claim: &Claim) -> Result<Option<Before>, Fault> {
    let row = sqlx::query_as!(
        Before,
        r#"select url, failures, failing_since as "failing_since: At", succeeded_at as "succeeded_at: At", warned_at as "warned_at: At",
                  disabled_at is not null as "disabled!"
           from webhook_endpoint where id = $1 for no key update"#,
        claim.endpoint.0
    );
    Ok(row.fetch_optional(conn).await?)
}

/// After its last attempt a message is given up only where others were taken meanwhile; else it is the endpoint that fails, and every
/// message waits for it.
fn end(claim: &Claim, before: &Before, sent: &Sent, now: At) -> End {
    if sent.reason().is_none() {
        return End::Taken;
    }
    if claim.line.is_none() {
        return End::GivenUp;
    }
    let asked = sent.answer().and_then(|answer| answer.after);
    let pause = schedule::pause(claim.attempts, asked);
    let others = before.succeeded_at.is_some_and(|at| at >= claim.first);
    match pause.or_else(|| (!others).then(|| schedule::longest(asked))) {
        Some(pause) => End::Again(now.plus(pause.as_secs_f64().ceil() as i64)),
        None => End::GivenUp,
    }
}

/// The message, if we still hold it.
async fn write(conn: &mut PgConnection, claim: &Claim, end: End, now: At) -> Result<bool, Fault> {
    let (state, next) = match end {
        End::Taken => ("delivered", now),
        End::Again(at) => ("pending", at),
        End::GivenUp => ("failed", now.plus(FOR_A_PERSON)),
    };
    // What was given up is not over: it is kept until a person decides. A test is.
    let ended = (end == End::Taken || claim.line.is_none()).then_some(now);
    let written = sqlx::query!(
        "update webhook_message set state = $3, next_attempt_at = $4, ended_at = $5, lease_token = null, lease_until = null
         where id = $1 and lease_token = $2",
        claim.id.0,
        claim.token,
        state,
        next as At,
        ended as Option<At>,
    )
    .execute(conn)
    .await?;
    Ok(written.rows_affected() == 1)
}

async fn keep(conn: &mut PgConnection, claim: &Claim, sent: &Sent) -> Result<(), Fault> {
    let detail = sent.heard.answer.as_ref().err().map(|silence| &*silence.detail);
    sqlx::query!(
        "insert into webhook_attempt (message_id, at, url, headers, took, status, reason, detail, answer) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        claim.id.0,
        sent.at as At,
        claim.url,
        sent.headers,
        i32::try_from(sent.heard.took.as_millis()).unwrap_or(i32::MAX),
        sent.answer().and_then(|answer| i16::try_from(answer.status).ok()),
        sent.reason(),
        detail,
        sent.answer().map_or("", |answer| &answer.body),
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// What comes behind it in its order: now where it was taken, else not before it.
async fn follow(
    conn: &mut PgConnection,
    claim: &Claim,
    (order, sequence): (OrderId, i64),
    end: End,
    now: At,
) -> Result<(), Fault> {
    let (at, taken) = match end {
        End::Taken => (now, true),
        End::Again(at) => (at, false),
        End::GivenUp => (now.plus(FOR_A_PERSON), false),
    };
    sqlx::query!(
        "update webhook_message set next_attempt_at = $4
         where endpoint_id = $1 and order_id = $2 and sequence > $3 and state = 'pending' and lease_until is null
             and case when $5 then next_attempt_at > $4 else next_attempt_at < $4 end",
        claim.endpoint.0,
        order.0,
        sequence,
        at as At,
        taken,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// The endpoint takes messages: what waited for it comes soon, but not before it asked to be asked: that ends by itself. True when an alarm was
/// settled.
async fn recovered(conn: &mut PgConnection, claim: &Claim, before: &Before, now: At) -> Result<bool, Fault> {
    sqlx::query!(
        "update webhook_endpoint set failures = 0, failing_since = null, warned_at = null, succeeded_at = $2 where id = $1",
        claim.endpoint.0,
        now as At,
    )
    .execute(&mut *conn)
    .await?;
    if before.failures >= FAILING {
        sqlx::query!(
            "update webhook_message set next_attempt_at = $2::timestamptz + random() * make_interval(secs => $3)
             where endpoint_id = $1 and state = 'pending' and lease_until is null
                 and next_attempt_at > $2::timestamptz + make_interval(secs => $3) and next_attempt_at < $4",
            claim.endpoint.0,
            now as At,
            SPREAD,
            now.plus(FOR_A_PERSON / 2) as At,
        )
        .execute(&mut *conn)
        .await?;
    }
    if before.warned_at.is_some() {
        store::settle_endpoint(conn, claim.endpoint, &[AlertKind::WebhookFailing], None, now).await?;
    }
    Ok(before.warned_at.is_some())
}

/// One more failure: people are told when it has been failing for long, or takes everything but this. True when there is a new alarm.
async fn failed(
    conn: &mut PgConnection,
    claim: &Claim,
    before: &Before,
    (sent, end): (&Sent, End),
    now: At,
) -> Result<bool, Fault> {
    let since = before.failing_since.unwrap_or(now);
    let gone = sent.answer().is_some_and(|answer| answer.status == 410);
    let verdict = if gone { Verdict::Disable } else { health::judge(since, before.warned_at, now) };
    let disable = verdict == Verdict::Disable && !before.disabled;
    let asked = sent.answer().and_then(|answer| answer.after).map(|after| now.plus(after.as_secs() as i64));
    sqlx::query!(
        "update webhook_endpoint set failures = failures + 1, failing_since = $2, paused_until = greatest(paused_until, $3),
             warned_at = case when $4 then $5 else warned_at end,
             disabled_at = case when $6 then $5 else disabled_at end, disabled_because = case when $6 then $7 else disabled_because end
         where id = $1",
        claim.endpoint.0,
        since as At,
        asked as Option<At>,
        verdict == Verdict::Warn,
        now as At,
        disable,
        if gone { "gone" } else { "failing" },
    )
    .execute(&mut *conn)
    .await?;
    let said = format!("{}: {}", host(&before.url), sent.words());
    if disable {
        store::settle_endpoint(conn, claim.endpoint, &[AlertKind::WebhookFailing], None, now).await?;
        raise(conn, claim, AlertKind::WebhookDisabled, said, now).await?;
    } else if verdict == Verdict::Warn {
        let until = health::ends(since, now).rfc3339();
        raise(conn, claim, AlertKind::WebhookFailing, format!("{said} ({until})"), now).await?;
    } else if end == End::GivenUp {
        raise(conn, claim, AlertKind::WebhookRefused, said, now).await?;
    } else {
        return Ok(false);
    }
    Ok(true)
}

async fn raise(
    conn: &mut PgConnection,
    claim: &Claim,
    kind: AlertKind,
    detail: String,
    now: At,
) -> Result<(), Fault> {
    let payload = serde_json::json!({ "detail": detail });
    store::raise_for_endpoint(conn, claim.endpoint, kind, payload, now).await
}
