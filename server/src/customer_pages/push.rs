//! `/o/{number}/push`: a browser asks to hear of this order, and no longer. The order's cookie decides, as on its page.

use axum::{
    Json,
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
};
use domain::{
    Fault,
    customer::{self, Endpoint},
    ids::OrderId,
    order::TrackedOrder,
};
use serde::Deserialize;

use super::order::{admitted, language, read};
use crate::state::AppState;

/// With what browsers' push services know us; none where the shop has no key.
pub(super) fn key(_state: &AppState) -> Option<String> {
    None
}

async fn opened(
    state: &AppState,
    headers: &HeaderMap,
    number: &str,
) -> Result<(OrderId, TrackedOrder), StatusCode> {
    let order = read(state, headers, number).await.map_err(status)?;
    let id = admitted(state, headers).ok_or(StatusCode::NOT_FOUND)?;
    Ok((id, order))
}

fn status(fault: Fault) -> StatusCode {
    match fault {
        Fault::NotFound => StatusCode::NOT_FOUND,
        fault => {
            tracing::error!(%fault, "a push subscription failed");
            StatusCode::INTERNAL_SERVER_ERROR
        }
    }
}

/// Keeps this browser's subscription.
pub(super) async fn keep(
    State(state): State<AppState>,
    Path(number): Path<String>,
    headers: HeaderMap,
    Json(at): Json<Endpoint>,
) -> StatusCode {
    let (id, order) = match opened(&state, &headers, &number).await {
        Ok(opened) => opened,
        Err(status) => return status,
    };
    match customer::keep_push(&state.shop, id, &at, language(&headers, &order)).await {
        Ok(true) => StatusCode::NO_CONTENT,
        Ok(false) => StatusCode::UNPROCESSABLE_ENTITY,
        Err(fault) => status(fault),
    }
}

/// Which subscription.
#[derive(Deserialize)]
pub(super) struct Which {
    endpoint: String,
}

/// This browser hears no more of this order.
pub(super) async fn drop(
    State(state): State<AppState>,
    Path(number): Path<String>,
    headers: HeaderMap,
    Json(which): Json<Which>,
) -> StatusCode {
    let id = match opened(&state, &headers, &number).await {
        Ok((id, _)) => id,
        Err(status) => return status,
    };
    match customer::drop_push(&state.shop, id, &which.endpoint).await {
        Ok(()) => StatusCode::NO_CONTENT,
        Err(fault) => status(fault),
    }
}
