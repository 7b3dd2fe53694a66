//! `/postcodes_io`: postcodes.io in small (<https://postcodes.io/docs>, its source is MIT): one postcode at a time.

mod data;

use axum::Json;
use axum::Router;
use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde_json::{Value, json};

use crate::faults::{slowly, through};
use crate::provider::Api;
use crate::world::Shared;
use data::{Known, find};

/// The API behind its faults. It asks for no key.
pub fn routes(world: Shared) -> Router<Shared> {
    Router::new()
        .route("/postcodes/{postcode}", get(look_up))
        .route("/postcodes/{postcode}/validate", get(validate))
        .layer(from_fn_with_state(world, doorway))
}

async fn doorway(State(world): State<Shared>, request: Request, next: Next) -> Response {
    slowly(&world, Api::Postcodes, &request).await;
    through(&world, Api::Postcodes, request, next, |status| {
        refusal(status, "Something went wrong (the sandbox was told to fail).")
    })
    .await
}

async fn look_up(Path(postcode): Path<String>) -> Response {
    if !is_postcode(&postcode) {
        return refusal(StatusCode::NOT_FOUND, "Invalid postcode");
    }
    match find(&postcode) {
        Some(Known::Live(place)) => Json(json!({ "status": 200, "result": place.wire() })).into_response(),
        Some(Known::Terminated(terminated)) => {
            let body = json!({ "status": 404, "error": "Postcode not found", "terminated": terminated });
            (StatusCode::NOT_FOUND, Json(body)).into_response()
        }
        None => refusal(StatusCode::NOT_FOUND, "Postcode not found"),
    }
}

async fn validate(Path(postcode): Path<String>) -> Json<Value> {
    let valid = is_postcode(&postcode) && matches!(find(&postcode), Some(Known::Live(_)));
    Json(json!({ "status": 200, "result": valid }))
}

fn refusal(status: StatusCode, sentence: &str) -> Response {
    (status, Json(json!({ "status": status.as_u16(), "error": sentence }))).into_response()
}

/// Outward part, then a digit and two letters, whatever the case and the spaces.
fn is_postcode(text: &str) -> bool {
    let plain: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    let Some(at) = plain.len().checked_sub(3).filter(|at| (2..=4).contains(at)) else { return false };
    let (outward, inward) = plain.split_at(at);
    outward[0].is_ascii_alphabetic()
        && outward.iter().all(char::is_ascii_alphanumeric)
        && inward[0].is_ascii_digit()
        && inward[1..].iter().all(char::is_ascii_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postcodes_have_their_shape() {
        for good in ["SW1A 1AA", "sw1a1aa", "M1 1AE", "GY1 1WR"] {
            assert!(is_postcode(good), "{good}");
        }
        for bad in ["", "28013", "SW1A 1A", "SW1A-1AA", "SW1AAA 1AA", "1W1 1AA"] {
            assert!(!is_postcode(bad), "{bad}");
        }
    }
}
