//! The doors of the pages about messages: the log, one message, writing by hand, a person's own news.

mod by_hand;
mod feed;
mod figures;
mod frame;
mod log;
mod message;

use admin::flows::Desk;
pub(crate) use figures::first_day;

use axum::{
    Router,
    extract::FromRequestParts,
    http::{StatusCode, header, request::Parts},
    response::{Html, IntoResponse, Redirect, Response},
    routing::{get, post},
};
use domain::Fault;

use crate::{admin_pages::sign_in_for, desk::signed_in, headers::content_security_policy, state::AppState};

/// The doors.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/admin/notices", get(log::list))
        .route("/admin/notices/figures", get(figures::show))
        .route("/admin/notices/{id}", get(message::show).post(message::press))
        .route("/admin/notices/{id}/html", get(message::html))
        .route("/admin/orders/{number}/message", get(by_hand::show).post(by_hand::send))
        .route("/admin/orders/{number}/message/look", post(by_hand::look))
        .route("/admin/feed", get(feed::show).post(feed::read))
}

/// Whoever looks, with what every page needs.
struct Looking(Desk);

impl FromRequestParts<AppState> for Looking {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Response> {
        let desk = signed_in(state, &parts.headers).await.map_err(|fault| failed(&fault))?;
        desk.map(Self).ok_or_else(|| Redirect::to(&sign_in_for(&parts.uri)).into_response())
    }
}

/// A page that may hold a frame of ours.
fn page(desk: &Desk, status: StatusCode, html: String) -> Response {
    let policy = content_security_policy(Some(&desk.nonce));
    let policy = frame::framing(&policy);
    (status, [(header::CONTENT_SECURITY_POLICY, policy)], Html(html)).into_response()
}

fn failed(fault: &Fault) -> Response {
    match fault {
        Fault::NotFound => StatusCode::NOT_FOUND.into_response(),
        Fault::Refused(reason @ domain::Reason::RoleTooLow) => {
            (StatusCode::FORBIDDEN, reason.say(domain::Language::default())).into_response()
        }
        _ => {
            tracing::error!(%fault, "a page about messages failed");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
