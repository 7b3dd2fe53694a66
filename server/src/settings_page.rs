//! The door of the settings, `/admin/settings`. Everybody of the shop may look; each finds what they may open.

use admin::sections::settings_page;
use axum::{
    Router,
    http::header,
    response::{Html, IntoResponse, Response},
    routing::get,
};

use crate::{headers::content_security_policy, state::AppState, workflow_pages::Looking};

/// The door.
pub fn routes() -> Router<AppState> {
    Router::new().route("/admin/settings", get(show))
}

async fn show(Looking(desk): Looking) -> Response {
    let policy = content_security_policy(Some(&desk.nonce));
    ([(header::CONTENT_SECURITY_POLICY, policy)], Html(settings_page(&desk))).into_response()
}
