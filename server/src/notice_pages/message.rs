//! `/admin/notices/{id}`: one message as it was sent, and what staff do about one that was not.

use admin::notices::{Said, message_page};
use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use domain::{
    ids::NoticeId,
    notice::log::{self, html_as_sent},
};
use uuid::Uuid;

use super::{Answer, Looking, failed, frame::framed, page};
use crate::state::AppState;

/// The page.
pub(super) async fn show(
    State(state): State<AppState>,
    Looking(desk): Looking,
    Path(id): Path<Uuid>,
) -> Answer {
    let message = log::message(&state.shop, &desk.person, NoticeId(id)).await;
    let message = message.map_err(|fault| failed(&fault))?;
    Ok(page(&desk, StatusCode::OK, message_page(&desk, message, &Said::default())))
}

/// Its HTML, for the frame.
pub(super) async fn html(
    State(state): State<AppState>,
    Looking(desk): Looking,
    Path(id): Path<Uuid>,
) -> Answer {
    let html = html_as_sent(&state.shop, &desk.person, NoticeId(id)).await;
    html.map(|html| framed(&html, None)).map_err(|fault| failed(&fault))
}
