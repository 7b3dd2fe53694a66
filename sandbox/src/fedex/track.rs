//! `POST /fedex/track/v1/trackingnumbers`: up to thirty numbers in one question.

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::error::refusal;
use super::result;
use crate::carrier::{self, Carrier};
use crate::ids;
use crate::journey::number::plain;
use crate::world::{Shared, World};

const MOST: usize = 30;

/// See the module.
pub async fn numbers(State(world): State<Shared>, headers: HeaderMap, Json(sent): Json<Value>) -> Response {
    let asked = sent["trackingInfo"].as_array().map_or(&[][..], Vec::as_slice);
    let numbers: Vec<String> = asked
        .iter()
        .filter_map(|one| one["trackingNumberInfo"]["trackingNumber"].as_str())
        .map(plain)
        .filter(|number| !number.is_empty())
        .collect();
    if numbers.is_empty() {
        let message = "Please provide tracking number.";
        return refusal(StatusCode::BAD_REQUEST, "TRACKING.TRACKINGNUMBER.EMPTY", message);
    }
    if numbers.len() > MOST {
        let message = "Please limit your inquiry to 30 tracking numbers.";
        return refusal(StatusCode::BAD_REQUEST, "TRACKING.TRACKINGNUMBER.MAXLIMIT", message);
    }
    let detailed = sent["includeDetailedScans"] == true;
    let found: Vec<(Value, bool)> = numbers.iter().map(|number| one(&world, number, detailed)).collect();
    let mut output =
        json!({ "completeTrackResults": found.iter().map(|(result, _)| result).collect::<Vec<_>>() });
    if found.iter().any(|(_, known)| !known) {
        output["alerts"] = json!("TRACKING.DATA.NOTFOUND -  Tracking data unavailable");
    }
    let mut body = json!({ "transactionId": ids::uuid(), "output": output });
    if let Some(id) = headers.get("x-customer-transaction-id").and_then(|id| id.to_str().ok()) {
        body["customerTransactionId"] = json!(id);
    }
    Json(body).into_response()
}

fn one(world: &World, number: &str, detailed: bool) -> (Value, bool) {
    let found = carrier::wanted(world, Carrier::Fedex, number);
    let results = match &found {
        None => vec![result::unknown(number)],
        Some((journey, now)) => {
            let former = journey.reused.then(|| result::former(journey, detailed));
            former.into_iter().chain([result::result(journey, *now, detailed, None)]).collect()
        }
    };
    (json!({ "trackingNumber": number, "trackResults": results }), found.is_some())
}
