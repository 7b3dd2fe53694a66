//! `POST /api/notifications/test`: send me one, so that I see how it comes. Goes to the owner's own address and nowhere else.

use axum::{Json, extract::State, http::StatusCode};
use domain::{Fault, Reason, Shop, customer};
use serde_json::{Value, json};

use super::{super::problem::Problem, caller::Caller};

/// The body is not looked at: there is nothing to choose.
pub(super) async fn try_out(
    State(shop): State<Shop>,
    caller: Caller,
) -> Result<(StatusCode, Json<Value>), Problem> {
    let sent = customer::try_out(&shop, &caller.who, caller.order, caller.language).await;
    let id = sent.map_err(limited)?;
    Ok((StatusCode::ACCEPTED, Json(json!({ "id": id, "channel": "email" }))))
}

/// 429 with its wait for what is asked too often; everything else as it is.
pub(in super::super) fn limited(fault: Fault) -> Problem {
    match fault {
        Fault::Refused(reason @ Reason::TooMany { seconds }) => {
            let detail = reason.say(domain::Language::En);
            Problem::new(StatusCode::TOO_MANY_REQUESTS, "too-many", "Too many attempts", detail)
                .retry_after(seconds)
        }
        other => other.into(),
    }
}
