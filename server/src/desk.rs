//! A plain page of the admin: who looks at it, and how it is sent.

use admin::flows::Desk;
use axum::{
    http::{HeaderMap, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use domain::{
    Fault,
    staff::{self, Person},
};

use crate::{cookies, headers::content_security_policy, state::AppState};

/// What such a door answers with, or why it cannot.
pub(crate) type Answer = Result<Response, Response>;

/// What every page needs, for somebody.
pub(crate) fn desk_of(state: &AppState, person: Person) -> Desk {
    let nonce = domain::secret::token();
    Desk { about: state.shop.about.clone(), person, options: state.admin.clone(), nonce }
}

/// The desk of whoever is signed in.
///
/// # Errors
/// When PostgreSQL is away.
pub(crate) async fn signed_in(state: &AppState, headers: &HeaderMap) -> Result<Option<Desk>, Fault> {
    let Some(token) = cookies::session_of(headers, state.door.secure) else { return Ok(None) };
    let person = staff::resume(&state.shop, token).await?;
    Ok(person.map(|person| desk_of(state, person)))
}

/// A page under the policy of its desk.
pub(crate) fn page(desk: &Desk, status: StatusCode, html: String) -> Response {
    let policy = content_security_policy(Some(&desk.nonce));
    (status, [(header::CONTENT_SECURITY_POLICY, policy)], Html(html)).into_response()
}
