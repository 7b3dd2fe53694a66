//! The doors of the pages about API keys: plain pages and forms under `/admin/keys`, for administrators alone.

mod form;
mod list;
mod one;

use admin::flows::Desk;
use axum::{
    Router,
    extract::FromRequestParts,
    http::{StatusCode, header, request::Parts},
    response::{Html, IntoResponse, Response},
    routing::get,
};
use domain::{Fault, staff::Role};

use crate::{headers::content_security_policy, state::AppState, workflow_pages::Looking};

/// The doors.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/admin/keys", get(list::show).post(list::make))
        .route("/admin/keys/{id}", get(one::show).post(one::press))
}

/// An administrator, with what every page needs.
struct Admin(Desk);

impl FromRequestParts<AppState> for Admin {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Response> {
        let Looking(desk) = Looking::from_request_parts(parts, state).await?;
        match desk.person.must_be(Role::Admin) {
            Ok(()) => Ok(Self(desk)),
            Err(reason) => Err((StatusCode::FORBIDDEN, reason.say(desk.person.language)).into_response()),
        }
    }
}

type Answer = Result<Response, Response>;

fn page(desk: &Desk, status: StatusCode, html: String) -> Response {
    let policy = content_security_policy(Some(&desk.nonce));
    (status, [(header::CONTENT_SECURITY_POLICY, policy)], Html(html)).into_response()
}

fn failed(fault: &Fault) -> Response {
    match fault {
        Fault::NotFound => StatusCode::NOT_FOUND.into_response(),
        _ => {
            tracing::error!(%fault, "a page about keys failed");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
