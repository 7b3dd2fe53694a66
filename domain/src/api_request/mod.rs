//! A program's request that is done once, however often it is sent: `Idempotency-Key`, as Stripe means it
//! (<https://docs.stripe.com/api/idempotent_requests>).
//!
//! The first to come holds the key under a lease and does the work; its answer is kept for a day and given to whoever asks the same again.
//! Who is killed in between leaves a lease that runs out: the next to ask does the work again, under the same [`ApiRequestId`], by which
//! verbs find what was made already.

mod begin;
mod end;
mod sweep;

pub use begin::{Ask, Begun, LEASE, begin};
pub use end::{abandon, finish, forget};
pub use sweep::sweep;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{ids::ApiRequestId, secret::Cell};

/// How long an answer is kept, in seconds: a day, as at Stripe.
pub const ANSWER_LASTS: i64 = 24 * 3600;

/// The right to do one request now, and to say what it was answered.
#[derive(Debug, Clone, Copy)]
pub struct Ticket {
    /// The request, the same over all its retries.
    pub id: ApiRequestId,
    lease: Uuid,
    /// Whether nobody began it before: then a refusal leaves nothing behind.
    first: bool,
}

/// What a request was answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Its HTTP status.
    pub status: u16,
    /// The headers that belong to it: (name, value).
    pub headers: Vec<(String, String)>,
    /// Its body.
    pub body: String,
}

const fn cell(id: ApiRequestId) -> Cell {
    Cell { table: "api_request", column: "answer", row: id.0 }
}
