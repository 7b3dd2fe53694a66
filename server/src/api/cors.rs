//! From which sites' pages a key may be used (Fetch standard, "HTTP-CORS protocol"). Cookies never travel: no answer allows credentials.

use axum::{
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::api_key;
use url::Url;

use super::problem::Problem;
use crate::{same_origin::is_ours, state::AppState};

/// How long a browser may remember what it was told, in seconds.
const REMEMBERED: &str = "600";
/// What a page may send.
const HEADERS: &str = "authorization, content-type, idempotency-key, if-match, if-none-match, last-event-id";
/// What a page may read.
const EXPOSED: &str = "etag, location, retry-after, x-request-id, idempotent-replayed, ratelimit-limit, ratelimit-remaining, ratelimit-reset";

/// Answers a browser that asks before it sends a key. It has not shown the key yet: it is let through when some key names its site.
pub(super) async fn preflight(state: &AppState, headers: &HeaderMap, methods: &str) -> Response {
    let mut response = StatusCode::NO_CONTENT.into_response();
    vary(&mut response);
    let Some(origin) = headers.get(header::ORIGIN) else { return response };
    let asked = origin.to_str().unwrap_or_default();
    match api_key::allowed_anywhere(&state.shop, asked).await {
        Ok(true) => {
            let said = response.headers_mut();
            said.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin.clone());
            said.insert(header::ACCESS_CONTROL_ALLOW_HEADERS, HeaderValue::from_static(HEADERS));
            said.insert(header::ACCESS_CONTROL_MAX_AGE, HeaderValue::from_static(REMEMBERED));
            if let Ok(methods) = HeaderValue::from_str(methods) {
                said.insert(header::ACCESS_CONTROL_ALLOW_METHODS, methods);
            }
            response
        }
        Ok(false) => response,
        Err(fault) => Problem::from(fault).into_response(),
    }
}

/// Refuses a page of a site that this key does not name, before anything is done: CORS alone would only hide the answer from it.
///
/// # Errors
/// 403.
pub(super) fn check(headers: &HeaderMap, origins: &[String], public_url: &Url) -> Result<(), Problem> {
    let Some(origin) = headers.get(header::ORIGIN).and_then(|origin| origin.to_str().ok()) else {
        return Ok(());
    };
    if origins.iter().any(|named| named == origin) || is_ours(headers, public_url) {
        return Ok(());
    }
    let detail = "This key may not be used from this site's pages. Add the site to the key, or keep the key on your server.";
    Err(Problem::new(StatusCode::FORBIDDEN, "origin-not-allowed", "Not from this site", detail))
}

/// Lets pages of the key's sites read the answer.
pub(super) fn share(response: &mut Response, origin: Option<&HeaderValue>, origins: &[String]) {
    vary(response);
    let Some(origin) = origin else { return };
    if !origins.iter().any(|named| named.as_bytes() == origin.as_bytes()) {
        return;
    }
    let said = response.headers_mut();
    said.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin.clone());
    said.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static(EXPOSED));
    said.insert(
        HeaderName::from_static("cross-origin-resource-policy"),
        HeaderValue::from_static("cross-origin"),
    );
}

fn vary(response: &mut Response) {
    response.headers_mut().append(header::VARY, HeaderValue::from_static("origin"));
}
