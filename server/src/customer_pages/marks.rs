//! `/e/o/{token}` and `/e/c/{token}`: the marks in a mail of a shop that wants to know whether it is read.
//!
//! Programs that scan mail ask for both as readers do; all that changes is when it was looked at.

use axum::{
    extract::{Path, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use customer::MessageKind;
use domain::notice;

use super::{failed, language, page, visit};
use crate::state::AppState;

/// One transparent pixel (GIF89a).
const PIXEL: &[u8] = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x01D\x00;";

pub(super) async fn pixel(State(state): State<AppState>, Path(token): Path<String>) -> Response {
    match notice::opened(&state.shop, &token).await {
        Ok(true) => {}
        Ok(false) => return StatusCode::NOT_FOUND.into_response(),
        // The reader of a mail can do nothing about it.
        Err(fault) => tracing::warn!(fault = format!("{fault:#}"), "that a mail was looked at is not kept"),
    }
    ([(header::CONTENT_TYPE, "image/gif"), (header::CACHE_CONTROL, "no-store")], PIXEL).into_response()
}

pub(super) async fn lead_on(
    State(state): State<AppState>,
    Path(token): Path<String>,
    headers: HeaderMap,
) -> Response {
    let language = language(&state, &headers);
    match notice::clicked(&state.shop, &token).await {
        Ok(Some(url)) => Redirect::to(&url).into_response(),
        Ok(None) => {
            let visit = visit(&state, language, "/track");
            page(StatusCode::NOT_FOUND, customer::message_page(&visit, MessageKind::NotFound))
        }
        Err(fault) => failed(&state, language, &fault),
    }
}
