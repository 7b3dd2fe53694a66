//! `GET /ups/api/track/v1/details/{number}`

use axum::Json;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::error::bad;
use super::package::package;
use crate::carrier::{self, Carrier};
use crate::journey::key;
use crate::journey::number::{is_shaped_for_ups, plain};
use crate::world::Shared;

/// See the module.
pub async fn details(
    State(world): State<Shared>,
    Path(number): Path<String>,
    headers: HeaderMap,
) -> Response {
    for (header, code) in [("transid", "TV0001"), ("transactionsrc", "TV0003")] {
        if headers.get(header).is_none_or(|value| value.is_empty()) {
            return bad(code, &format!("Missing {header}"));
        }
    }
    let number = plain(&number);
    let written = || world.read(|state| state.carriers.journeys.contains_key(&key(Carrier::Ups, &number)));
    if !is_shaped_for_ups(&number) && !written() {
        return bad("TV1002", "Invalid inquiry number");
    }
    let shipment = match carrier::wanted(&world, Carrier::Ups, &number) {
        None => json!({ "warnings": [{ "code": "TW0001", "message": "Tracking Information Not Found" }] }),
        Some((journey, now)) => json!({ "inquiryNumber": number, "package": [package(&journey, now)] }),
    };
    Json(json!({ "trackResponse": { "shipment": [shipment] } })).into_response()
}
