//! The doors of outgoing webhooks, under `/admin/webhooks`. Administrators only: who may add an endpoint may read every order.

mod edit;
mod endpoint;
mod message;

use admin::outgoing::list_page;
use axum::{
    Router,
    extract::{Query, State},
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::get,
};
use domain::{Fault, language::say, outbox};
use serde::Deserialize;

use crate::{
    desk::{Answer, page},
    state::AppState,
    workflow_pages::Editing,
};

/// The doors.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/admin/webhooks", get(list))
        .route("/admin/webhooks/new", get(edit::new).post(edit::add))
        .route("/admin/webhooks/{id}", get(endpoint::show).post(endpoint::press))
        .route("/admin/webhooks/{id}/edit", get(edit::show).post(edit::save))
        .route("/admin/webhooks/{id}/messages/{message}", get(message::show).post(message::press))
}

fn failed(fault: Fault) -> Response {
    match fault {
        Fault::NotFound => StatusCode::NOT_FOUND.into_response(),
        fault => {
            tracing::error!(%fault, "a page of outgoing webhooks failed");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

#[derive(Debug, Default, Deserialize)]
struct Wish {
    removed: Option<String>,
}

async fn list(State(state): State<AppState>, Editing(desk): Editing, Query(wish): Query<Wish>) -> Answer {
    let endpoints = outbox::endpoints(&state.shop).await.map_err(failed)?;
    let said = wish.removed.map(|_| say(desk.person.language, "hooks-did-remove"));
    Ok(page(&desk, StatusCode::OK, list_page(&desk, &endpoints, said)))
}
