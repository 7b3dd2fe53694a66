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
    let found = world.read(|state| {
        let event = state.events.get(id)?;
        Some((event.body(), event.signs.clone(), event.door.clone()))
    });
    let Some((body, signs, door)) = found else {
        return Answer::Refused;
    };
    let at = clock::now();
    let signed = match provider {
        _ if door.is_some() => Vec::new(),
        Provider::Twilio => {
            let url = signs.as_deref().unwrap_or(&target.url);
            signature::twilio(target.secret.as_deref(), url, body.as_bytes())
        }
        _ => signature::headers(provider, target.secret.as_deref(), id, at, body.as_bytes()),
    };
    let kind = match provider {
        Provider::Twilio => "application/x-www-form-urlencoded; charset=UTF-8",
        _ => "application/json; charset=utf-8",
    };
    let request =
        world.client.post(&target.url).header("user-agent", agent(provider)).header("content-type", kind);
    let shown = door.into_iter().flat_map(|door| door.headers);
    let request = shown.fold(request, |request, (name, value)| request.header(name, value));
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
        Provider::Stitch | Provider::Resend => "Svix-Webhooks/1.0",
        Provider::Twilio => "TwilioProxy/1.1",
        Provider::Fedex => "FedEx-AIV/1.0",
        Provider::Ups => "UPSPubSubTrackingService",
        Provider::Dhl => "DHL-Push/1.2",
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
