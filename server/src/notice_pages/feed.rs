//! `/admin/feed`: a person's own news, and that they have read it.

use admin::notices::feed_page;
use axum::{
    Form,
    extract::{Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use domain::notice::feed;
use serde::Deserialize;
use uuid::Uuid;

use super::{Looking, failed, page};
use crate::{desk::Answer, state::AppState};

#[derive(Debug, Default, Deserialize)]
pub(super) struct Wish {
    after: Option<Uuid>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Seen {
    newest: Uuid,
}

/// A page of it.
pub(super) async fn show(
    State(state): State<AppState>,
    Looking(desk): Looking,
    Query(wish): Query<Wish>,
) -> Answer {
    let lines = feed::feed(&state.shop, &desk.person, wish.after.map(Into::into)).await;
    let lines = lines.map_err(|fault| failed(&fault))?;
    Ok(page(&desk, StatusCode::OK, feed_page(&desk, lines)))
}

/// All that was shown is read.
pub(super) async fn read(
    State(state): State<AppState>,
    Looking(desk): Looking,
    Form(seen): Form<Seen>,
) -> Answer {
    feed::mark_read(&state.shop, &desk.person, seen.newest.into()).await.map_err(|fault| failed(&fault))?;
    Ok(Redirect::to("/admin/feed").into_response())
}
