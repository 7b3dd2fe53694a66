//! How often a caller may call, counted in PostgreSQL, and told with every answer
//! (`RateLimit-*`, draft-ietf-httpapi-ratelimit-headers-07).

use std::net::IpAddr;

use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use domain::{
    Fault,
    limit::{Left, Limit, take as count},
};

use super::{caller::Caller, problem::Problem};
use crate::state::AppState;

const WINDOW: i64 = 60;
/// Keys that are none, from one address in a minute.
const MISSES: Limit = Limit { tries: 30, seconds: WINDOW };

/// What is left to a caller in this minute.
#[derive(Debug, Clone, Copy)]
pub(super) struct Window {
    limit: i32,
    left: Left,
}

/// Counts one call. Customers and strangers are counted by their address, others by who they are.
///
/// # Errors
/// When PostgreSQL is away.
pub(super) async fn take(state: &AppState, caller: &Caller, ip: IpAddr) -> Result<Window, Problem> {
    let who = match caller {
        Caller::Program(..) | Caller::Staff(_) => caller.name().unwrap_or_default(),
        _ => ip.to_string(),
    };
    let limit = Limit { tries: state.door.api_per_minute, seconds: WINDOW };
    Ok(Window { limit: limit.tries, left: one(state, "api", &who, limit).await? })
}

/// Counts a key that opens nothing.
///
/// # Errors
/// 429 for who tries too many.
pub(super) async fn miss(state: &AppState, ip: IpAddr) -> Result<(), Problem> {
    let window = Window { limit: MISSES.tries, left: one(state, "api-miss", &ip.to_string(), MISSES).await? };
    if window.is_over() { Err(window.refusal()) } else { Ok(()) }
}

async fn one(state: &AppState, scope: &str, who: &str, limit: Limit) -> Result<Left, Fault> {
    let mut conn = state.shop.pool.acquire().await?;
    let key = state.shop.secret.counter(scope, who);
    count(&mut conn, state.shop.clock.now(), &key, limit).await
}

impl Window {
    /// Whether this call is one too many.
    pub(super) const fn is_over(&self) -> bool {
        self.left.tries < 0
    }

    /// What it is answered.
    pub(super) fn refusal(&self) -> Problem {
        let detail = format!("Nothing was done. Ask again in {} seconds.", self.left.seconds);
        let seconds = u64::try_from(self.left.seconds).unwrap_or(1);
        Problem::new(StatusCode::TOO_MANY_REQUESTS, "too-many", "Too many requests", detail)
            .retry_after(seconds)
    }

    /// Writes what is left.
    pub(super) fn tell(&self, headers: &mut HeaderMap) {
        let mut say = |name: &'static str, value: i64| {
            headers.insert(HeaderName::from_static(name), HeaderValue::from(value));
        };
        say("ratelimit-limit", self.limit.into());
        say("ratelimit-remaining", self.left.tries.max(0).into());
        say("ratelimit-reset", self.left.seconds);
    }
}
