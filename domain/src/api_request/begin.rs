//! Verb: a request with an `Idempotency-Key` comes in.

use uuid::Uuid;

use super::{ANSWER_LASTS, Answer, Ticket, cell};
use crate::{Fault, Shop, clock::At, ids::ApiRequestId};

/// For how many seconds who does a request is believed to be at it. Longer than any request may take (`server/src/api/once.rs`).
pub const LEASE: i64 = 60;

/// A request as it came.
#[derive(Debug, Clone)]
pub struct Ask<'a> {
    /// Who asks: each caller has keys of their own.
    pub caller: &'a str,
    /// Its `Idempotency-Key`.
    pub key: &'a str,
    /// SHA-256 of method, path and body: what tells a retry from another request under the same key.
    pub hash: &'a [u8],
}

/// What is to be done with it.
#[derive(Debug)]
pub enum Begun {
    /// Do it, and say what came of it.
    Go(Ticket),
    /// It was done: this was the answer.
    Done(Answer),
    /// Somebody is doing it right now; asking again in so many seconds makes sense.
    Running(i64),
    /// The key came with another request before.
    KeyReused,
}

/// Takes the key for this request, or says what became of it.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn begin(shop: &Shop, ask: &Ask<'_>) -> Result<Begun, Fault> {
    let now = shop.clock.now();
    let (id, lease) = (ApiRequestId::new(), Uuid::now_v7());
    // One statement decides for any number of them at once: who inserts, or who takes over a key whose answer is too old to be given, or
    // whose holder is not believed in any more and asked for the same. Who is at work keeps it, however old it is. A retry after a crash
    // keeps the id.
    let taken = sqlx::query_scalar!(
        "insert into api_request as r (id, caller, key, request_hash, created_at, lease, lease_until)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (caller, key) do update set
             id = case when r.created_at <= $8 then excluded.id else r.id end,
             created_at = case when r.created_at <= $8 then excluded.created_at else r.created_at end,
             request_hash = excluded.request_hash, answer = null, lease = excluded.lease, lease_until = excluded.lease_until
         where case when r.answer is null
             then r.lease_until <= $5 and (r.created_at <= $8 or r.request_hash = excluded.request_hash)
             else r.created_at <= $8 end
         returning id",
        id.0,
        ask.caller,
        ask.key,
        ask.hash,
        now as At,
        lease,
        now.plus(LEASE) as At,
        now.plus(-ANSWER_LASTS) as At,
    )
    .fetch_optional(&shop.pool)
    .await?;
    if let Some(taken) = taken {
        return Ok(Begun::Go(Ticket { id: ApiRequestId(taken), lease, first: taken == id.0 }));
    }
    let row = sqlx::query!(
        "select id, request_hash, answer, lease_until from api_request where caller = $1 and key = $2",
        ask.caller,
        ask.key
    )
    .fetch_optional(&shop.pool)
    .await?;
    // Forgotten between the two statements: whoever asks again begins anew.
    let Some(row) = row else { return Ok(Begun::Running(1)) };
    if row.request_hash != ask.hash {
        return Ok(Begun::KeyReused);
    }
    let Some(sealed) = row.answer else {
        return Ok(Begun::Running(now.seconds_until(row.lease_until).clamp(1, 5)));
    };
    let kept = shop.secret.open(cell(ApiRequestId(row.id)), &sealed);
    let kept = kept.ok_or_else(|| anyhow::anyhow!("an answer was sealed with another secret"))?;
    Ok(Begun::Done(serde_json::from_str(&kept).map_err(anyhow::Error::from)?))
}
