//! `POST /ups/api/track/{v1|v2}/subscription/{standard|enhanced}/package`: numbers whose events are pushed for a
//! fortnight of the carriers' clock.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::error::{bad, refusal};
use crate::carrier::Carrier;
use crate::journey::number::{is_valid, plain};
use crate::journey::{ensure, key};
use crate::shippo::moment::{self, HOUR};
use crate::state::State as Memory;
use crate::world::Shared;

const MOST: usize = 100;
const LASTS: i64 = 14 * 24 * HOUR;

/// One number's.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Subscription {
    /// Without spaces.
    pub number: String,
    /// 1 or 2.
    pub version: u8,
    /// Where version 1 pushes; version 2 pushes where its portal says.
    pub url: String,
    /// What version 1 proves itself with.
    pub credential: String,
    /// The types wanted; all when none.
    pub types: Vec<String>,
    /// Unix milliseconds on the carriers' clock; again and again, it begins anew.
    pub until: i64,
}

/// See the module.
pub async fn packages(
    State(world): State<Shared>,
    Path((version, kind)): Path<(String, String)>,
    headers: HeaderMap,
    Json(sent): Json<Value>,
) -> Response {
    let version = match version.as_str() {
        "v1" => 1,
        "v2" => 2,
        _ => return refusal(StatusCode::NOT_FOUND, "404", "The requested resource was not found."),
    };
    if let Err((code, message)) = check(version, &kind, &headers, &sent) {
        return bad(code, &format!("{message} The Subscription request has been rejected."));
    }
    let text = |pointer: &str| sent.pointer(pointer).and_then(Value::as_str).unwrap_or_default().to_owned();
    let list = |name: &str| -> Vec<String> {
        let list = sent[name].as_array().into_iter().flatten();
        list.filter_map(Value::as_str).map(str::to_owned).collect()
    };
    let like = Subscription {
        number: String::new(),
        version,
        url: text("/destination/url"),
        credential: text("/destination/credential"),
        types: list("eventPreferences"),
        until: 0,
    };
    let (valid, invalid) = world.change(|state| subscribe(state, &list("trackingNumberList"), &like));
    if valid.is_empty() {
        let errors = json!([{ "code": "VSS210", "message": "The Subscription request should have at least one valid tracking number. The Subscription request has been rejected." }]);
        let body = json!({ "response": { "errors": errors }, "invalidTrackingNumbers": invalid });
        return (StatusCode::BAD_REQUEST, Json(body)).into_response();
    }
    Json(json!({ "validTrackingNumbers": valid, "invalidTrackingNumbers": invalid })).into_response()
}

fn check(
    version: u8,
    kind: &str,
    headers: &HeaderMap,
    sent: &Value,
) -> Result<(), (&'static str, &'static str)> {
    let missing = |pointer: &str| sent.pointer(pointer).and_then(Value::as_str).is_none_or(str::is_empty);
    let numbers = sent["trackingNumberList"].as_array().map_or(0, Vec::len);
    let long = sent.pointer("/destination/url").and_then(Value::as_str).is_some_and(|url| url.len() > 200);
    let refusals = [
        (headers.get("transid").is_none(), "VSS002", "Missing transId."),
        (headers.get("transactionsrc").is_none(), "VSS004", "Missing transactionSrc."),
        (!matches!(kind, "standard" | "enhanced"), "VSS930", "Type is missing or invalid."),
        (numbers == 0, "VSS200", "Tracking Number List is required."),
        (numbers > MOST, "VSS220", "You have submitted over 100 tracking numbers which is not allowed."),
        (missing("/locale"), "VSS300", "Locale is required."),
        (version == 1 && !sent["destination"].is_object(), "VSS500", "Destination is required."),
        (version == 1 && missing("/destination/url"), "VSS600", "URL is empty or not present."),
        (version == 1 && long, "VSS610", "URL is too long."),
        (version == 1 && missing("/destination/credential"), "VSS700", "Credential is empty or not present."),
        (
            version == 1 && missing("/destination/credentialType"),
            "VSS800",
            "CredentialType is empty or not present.",
        ),
    ];
    refusals.into_iter().find(|refusal| refusal.0).map_or(Ok(()), |(_, code, message)| Err((code, message)))
}

fn subscribe(state: &mut Memory, numbers: &[String], like: &Subscription) -> (Vec<String>, Vec<String>) {
    let until = moment::carriers_now(&state.shippo) + LASTS;
    let known = |number: &str, state: &Memory| {
        is_valid(Carrier::Ups, number) || state.carriers.journeys.contains_key(&key(Carrier::Ups, number))
    };
    let (valid, invalid): (Vec<String>, Vec<String>) =
        numbers.iter().cloned().partition(|number| known(&plain(number), state));
    for number in &valid {
        let number = plain(number);
        state.carriers.ups.retain(|one| one.number != number || one.version != like.version);
        state.carriers.ups.push(Subscription { number: number.clone(), until, ..like.clone() });
        ensure(state, Carrier::Ups, &number);
    }
    (valid, invalid)
}
