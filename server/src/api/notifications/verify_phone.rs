//! `POST /api/notifications/verify-phone`: with `phoneNumber`, sends a code there; with `code`, says whether it was the one.

use axum::{Json, body::Bytes, extract::State, http::StatusCode};
use domain::{Shop, customer};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{super::problem::Problem, caller::Caller, try_out::limited};
use crate::client_ip::ClientIp;

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
struct Step {
    phone_number: Option<String>,
    code: Option<String>,
}

/// One of the two steps.
pub(super) async fn verify_phone(
    State(shop): State<Shop>,
    caller: Caller,
    ClientIp(ip): ClientIp,
    body: Bytes,
) -> Result<(StatusCode, Json<Value>), Problem> {
    let step: Step = serde_json::from_slice(&body).map_err(|error| Problem::malformed(&error))?;
    match (step.phone_number, step.code) {
        (Some(number), None) => {
            let sent = customer::start(&shop, ip, &caller.who, &number, caller.language).await;
            let phone = sent.map_err(limited)?;
            Ok((StatusCode::ACCEPTED, Json(json!({ "phoneNumber": phone.masked, "phoneVerified": false }))))
        }
        (None, Some(code)) => {
            customer::check(&shop, &caller.who, &code).await.map_err(limited)?;
            Ok((StatusCode::OK, Json(json!({ "phoneVerified": true }))))
        }
        _ => {
            let flaw = "Send either `phoneNumber` or `code`.".to_owned();
            Err(Problem::invalid(vec![(String::new(), flaw)]))
        }
    }
}
