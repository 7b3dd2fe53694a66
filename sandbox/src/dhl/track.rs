//! `GET /dhl/track/shipments`

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::error::{lost, problem};
use super::shipment::{former, service, shipment};
use crate::carrier::{self, Carrier};
use crate::journey::number::plain;
use crate::world::Shared;

/// See the module.
pub async fn shipments(
    State(world): State<Shared>,
    Query(asked): Query<BTreeMap<String, String>>,
) -> Response {
    let number = asked.get("trackingNumber").map(|number| plain(number)).unwrap_or_default();
    if number.is_empty() {
        return problem(StatusCode::BAD_REQUEST, "Bad request", "The trackingNumber parameter is missing.");
    }
    if asked.get("service").is_some_and(|wanted| wanted != service(&number)) {
        return lost(&number);
    }
    let Some((journey, now)) = carrier::wanted(&world, Carrier::Dhl, &number) else { return lost(&number) };
    let page = |offset: u32| format!("/shipments?trackingNumber={number}?offset={offset}&limit=5");
    let former = journey.reused.then(|| former(&journey));
    let shipments: Vec<_> = former.into_iter().chain([shipment(&journey, now)]).collect();
    let body = json!({
        "url": page(0),
        "prevUrl": page(0),
        "nextUrl": page(5),
        "firstUrl": page(0),
        "lastUrl": page(0),
        "shipments": shipments,
        "possibleAdditionalShipmentsUrl": [format!("/shipments?trackingNumber={number}&service=parcel-nl")],
    });
    Json(body).into_response()
}
