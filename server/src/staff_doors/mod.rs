//! Signing in, by a code, too, setting up, choosing a password by a link and signing out: plain forms, no script.

mod code;
mod forgot;
mod password;
mod set_up;
mod sign_in;

use axum::{
    Router,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Redirect, Response},
    routing::{get, post},
};
use domain::{Fault, Language, Reason, staff};
use serde::Deserialize;

use crate::{cookies, headers::content_security_policy, state::AppState};

/// The doors.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/admin/sign-in", get(sign_in::show).post(sign_in::sign_in))
        .route("/admin/sign-in/code", get(code::show).post(code::sign_in))
        .route("/admin/sign-out", post(sign_in::sign_out))
        .route("/admin/set-up/{token}", get(set_up::show))
        .route("/admin/set-up", post(set_up::set_up))
        .route("/admin/forgot", get(forgot::show).post(forgot::ask))
        .route("/admin/password/{token}", get(password::show))
        .route("/admin/password", post(password::choose))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Wish {
    next: String,
    lang: Option<String>,
}

impl Wish {
    fn language(&self) -> Option<Language> {
        self.lang.as_deref().and_then(Language::from_tag)
    }
}

fn page(status: StatusCode, html: String) -> Response {
    (status, [(header::CONTENT_SECURITY_POLICY, content_security_policy(None))], Html(html)).into_response()
}

fn language(state: &AppState, headers: &HeaderMap) -> Language {
    cookies::language_of(headers).unwrap_or(state.shop.about.language)
}

/// Keeps the chosen language and shows the page again.
fn in_language(state: &AppState, language: Language, to: &str) -> Response {
    ([(header::SET_COOKIE, cookies::language(language, state.door.secure))], Redirect::to(to)).into_response()
}

/// Into the admin, with a fresh session.
pub(crate) fn let_in(state: &AppState, token: &str, to: &str) -> Response {
    ([(header::SET_COOKIE, cookies::session(token, state.door.secure))], Redirect::to(to)).into_response()
}

/// A browser as people call it, so that they know their own sign-ins apart.
pub(crate) fn browser(headers: &HeaderMap) -> String {
    let agent = headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok());
    staff::browser(agent.unwrap_or_default())
}

async fn end_old_session(state: &AppState, headers: &HeaderMap) {
    if let Some(token) = cookies::session_of(headers, state.door.secure)
        && let Err(fault) = staff::revoke(&state.shop.pool, token, state.shop.clock.now()).await
    {
        tracing::error!(%fault, "a session could not be ended");
    }
}

/// What went wrong on our side, told without details: a door that knows nothing of whoever came has no form to show again.
fn failed(state: &AppState, headers: &HeaderMap, fault: &Fault) -> Response {
    let (about, language) = (&state.shop.about, language(state, headers));
    refused(fault, admin::plain_page(about, language, &state.admin, "admin-door-failed-title", "fault-bug"))
}

/// The page that says why, with the status that fits.
fn refused(fault: &Fault, html: String) -> Response {
    let status = match fault {
        Fault::Refused(Reason::TooMany { .. }) => StatusCode::TOO_MANY_REQUESTS,
        Fault::Refused(_) => StatusCode::UNPROCESSABLE_ENTITY,
        _ => StatusCode::INTERNAL_SERVER_ERROR,
    };
    if status == StatusCode::INTERNAL_SERVER_ERROR {
        tracing::error!(%fault, "a door failed");
    }
    let mut response = page(status, html);
    if let Fault::Refused(Reason::TooMany { seconds }) = fault {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(*seconds));
    }
    response
}
