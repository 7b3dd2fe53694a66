//! The line between a client and a provider's API, which breaks on purpose. It sits outside everything the provider
//! does, so that a retry finds what really happened.

use std::time::Duration;

use axum::extract::{OriginalUri, Request};
use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::Response;

use super::{ApiFaults, cut, take};
use crate::provider::Api;
use crate::world::World;

/// What happens to one call.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Fine,
    Down,
    Fail,
    Busy,
    FailAfter,
    Silence,
    Cut,
}

/// Lets a call through `api`'s faults; `failed` words its 429, its 500 and its 503.
pub async fn through(
    world: &World,
    api: Api,
    request: Request,
    next: Next,
    failed: impl Fn(StatusCode) -> Response,
) -> Response {
    let call = call(&request);
    let fate = fate(world.faults().api(api), &call);
    match fate {
        Fate::Down => return failed(StatusCode::SERVICE_UNAVAILABLE),
        Fate::Fail => return failed(StatusCode::INTERNAL_SERVER_ERROR),
        Fate::Busy => {
            let mut busy = failed(StatusCode::TOO_MANY_REQUESTS);
            busy.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("7"));
            return busy;
        }
        Fate::Fine | Fate::FailAfter | Fate::Silence | Fate::Cut => {}
    }
    let response = next.run(request).await;
    match fate {
        Fate::FailAfter => failed(StatusCode::INTERNAL_SERVER_ERROR),
        Fate::Cut => cut::reply(),
        // The client gives up first; dropping its connection drops this future.
        Fate::Silence => std::future::pending().await,
        Fate::Fine | Fate::Down | Fate::Fail | Fate::Busy => response,
    }
}

/// Waits as long as the delay switch says. Not part of `through`: a provider that holds a key while it works does so
/// during the delay.
#[expect(clippy::disallowed_methods, reason = "the delay switch is a delay")]
pub fn slowly(world: &World, api: Api, request: &Request) -> impl Future<Output = ()> + Send + use<> {
    let call = call(request);
    let mut faults = world.faults();
    let switches = faults.api(api);
    let delay = if bites(switches, &call) { switches.api_delay_ms } else { 0 };
    drop(faults);
    async move {
        if delay > 0 {
            tokio::time::sleep(Duration::from_millis(delay)).await;
        }
    }
}

/// `POST /v1/refunds`: with the part of the path that routing has already taken off.
fn call(request: &Request) -> String {
    let path = request.extensions().get::<OriginalUri>().map_or(request.uri(), |original| &original.0).path();
    format!("{} {path}", request.method())
}

fn bites(faults: &ApiFaults, call: &str) -> bool {
    faults.only.as_deref().is_none_or(|only| call.starts_with(only))
}

fn fate(faults: &mut ApiFaults, call: &str) -> Fate {
    if !bites(faults, call) {
        return Fate::Fine;
    }
    if faults.down {
        return Fate::Down;
    }
    let counters = [
        (&mut faults.api_5xx, Fate::Fail),
        (&mut faults.api_429, Fate::Busy),
        (&mut faults.api_5xx_after, Fate::FailAfter),
        (&mut faults.api_timeout, Fate::Silence),
        (&mut faults.api_drop_reply, Fate::Cut),
    ];
    counters.into_iter().find_map(|(counter, fate)| take(counter).then_some(fate)).unwrap_or(Fate::Fine)
}
