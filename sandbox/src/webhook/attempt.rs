//! One knock: signed at this moment, answered or not, and written down either way.

use std::time::Duration;

use reqwest::StatusCode;

use crate::clock;
use crate::event::Try;
use crate::provider::Provider;
use crate::webhook::{Target, signature};
use crate::world::World;

/// How long an endpoint may think.
pub(super) const TIMEOUT: Duration = Duration::from_secs(10);

/// What came of a knock.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    /// 2xx.
    Accepted,
    /// Not this time.
    Again,
    /// Never: the provider does not ask a second time.
    Refused,
}

/// Sends the event once.
pub(super) async fn attempt(world: &World, id: &str, provider: Provider, target: &Target) -> Answer {
    let Some(body) = world.read(|state| state.events.get(id).map(|event| event.wire().to_string())) else {
        return Answer::Refused;
    };
    let at = clock::now();
    let signed = signature::headers(provider, target.secret.as_deref(), id, at, body.as_bytes());
    let request = world
        .client
        .post(&target.url)
        .header("user-agent", agent(provider))
        .header("content-type", "application/json; charset=utf-8");
    let request = signed.into_iter().fold(request, |request, (name, value)| request.header(name, value));
    let answer = request.body(body).send().await.map(|answer| answer.status());
    let judged = answer.as_ref().map_or(Answer::Again, |status| judge(provider, *status));
    let made = match answer {
        Ok(status) => Try { at, status: Some(status.as_u16()), error: None },
        Err(error) => Try { at, status: None, error: Some(error.without_url().to_string()) },
    };
    if judged != Answer::Accepted {
        tracing::info!(event = id, status = made.status, error = made.error, "webhook not accepted");
    }
    note(world, id, made);
    judged
}

/// Shippo alone takes a refusal for an answer.
fn judge(provider: Provider, status: StatusCode) -> Answer {
    let busy = [StatusCode::REQUEST_TIMEOUT, StatusCode::TOO_MANY_REQUESTS].contains(&status);
    if status.is_success() {
        Answer::Accepted
    } else if provider == Provider::Shippo && status.is_client_error() && !busy {
        Answer::Refused
    } else {
        Answer::Again
    }
}

fn agent(provider: Provider) -> &'static str {
    match provider {
        Provider::Stripe => "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
        Provider::Shippo => "Shippo/1.0",
        Provider::Stitch => "Svix-Webhooks/1.0",
    }
}

/// Adds to the event's record.
pub(super) fn note(world: &World, id: &str, made: Try) {
    world.change(|state| {
        if let Some(event) = state.events.get_mut(id) {
            event.tries.push(made);
        }
    });
}
