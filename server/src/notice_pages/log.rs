//! `GET /admin/notices`: a page of the log.

use admin::notices::{log_page, read_filter};
use axum::{
    extract::{Query, State},
    http::StatusCode,
};
use domain::notice::log;

use super::{Looking, failed, page};
use crate::{desk::Answer, state::AppState};

/// The page its address asks for.
pub(super) async fn list(
    State(state): State<AppState>,
    Looking(desk): Looking,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Answer {
    let filter = read_filter(&pairs);
    let lines = log::list(&state.shop, &desk.person, &filter).await.map_err(|fault| failed(&fault))?;
    Ok(page(&desk, StatusCode::OK, log_page(&desk, &filter, lines)))
}
