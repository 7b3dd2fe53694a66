//! Which other sites may ask: none but those the shop named in `CLEW_TRACK_ORIGINS`.
//!
//! The usual layer for cross-origin sharing only adds headers: what a site that is not named sends is done, and its answer withheld. Here
//! it is refused before it is counted, so that no stranger's page uses up a visitor's tries.

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use url::Url;

use crate::{api::problem::Problem, same_origin::is_ours, state::AppState};

/// Answers the browser's question first, lets named origins through and refuses others. A request without an origin is no page's.
pub(super) async fn allow_origin(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let mut response = if request.headers().contains_key(header::ORIGIN) {
        match allowed(&state.door.track_origins, request.headers(), &state.shop.about.public_url) {
            Some(origin) => shared(origin, request, next).await,
            None => refusal().into_response(),
        }
    } else {
        next.run(request).await
    };
    response.headers_mut().append(header::VARY, HeaderValue::from_static("Origin"));
    response
}

async fn shared(origin: HeaderValue, request: Request, next: Next) -> Response {
    let mut response = if request.method() == Method::OPTIONS {
        let headers = [
            (header::ACCESS_CONTROL_ALLOW_METHODS, "GET, POST"),
            (header::ACCESS_CONTROL_ALLOW_HEADERS, "authorization, content-type, if-none-match"),
            (header::ACCESS_CONTROL_MAX_AGE, "600"),
        ];
        (StatusCode::NO_CONTENT, headers).into_response()
    } else {
        next.run(request).await
    };
    let headers = response.headers_mut();
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    let shown = HeaderValue::from_static("etag, retry-after");
    headers.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, shown);
    response
}

/// What the answer says to the origin of this request, if it may ask. Never with credentials: no cookie crosses.
fn allowed(named: &[String], headers: &HeaderMap, public_url: &Url) -> Option<HeaderValue> {
    let origin = headers.get(header::ORIGIN)?;
    let is = |name: &String| name.as_bytes() == origin.as_bytes();
    if named.iter().any(is) || is_ours(headers, public_url) {
        return Some(origin.clone());
    }
    named.iter().any(|name| name == "*").then_some(HeaderValue::from_static("*"))
}

fn refusal() -> Problem {
    let detail =
        "Pages of this origin may not show orders. The shop names those that may in CLEW_TRACK_ORIGINS.";
    Problem::new(StatusCode::FORBIDDEN, "origin-not-allowed", "Not from this site", detail)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(named: &[&str], origin: &str) -> Option<String> {
        let headers = [("origin", origin), ("sec-fetch-site", "cross-site"), ("host", "clew.example")]
            .map(|(k, v)| (k.parse::<header::HeaderName>().unwrap(), HeaderValue::from_str(v).unwrap()));
        let named: Vec<String> = named.iter().map(|name| (*name).to_owned()).collect();
        let public = Url::parse("https://clew.example").unwrap();
        let answer = allowed(&named, &HeaderMap::from_iter(headers), &public)?;
        Some(answer.to_str().unwrap().to_owned())
    }

    #[test]
    fn only_named_origins_are_answered_and_by_name() {
        let named = ["https://www.shop.example", "http://localhost:8080"];
        for origin in named {
            assert_eq!(answer(&named, origin).as_deref(), Some(origin));
        }
        for origin in
            ["https://shop.example", "http://www.shop.example", "https://www.shop.example.evil", "null"]
        {
            assert_eq!(answer(&named, origin), None, "{origin}");
        }
        assert_eq!(answer(&[], "https://www.shop.example"), None, "nobody, unless the shop says so");
        assert_eq!(answer(&["*"], "https://any.example").as_deref(), Some("*"));
    }

    #[test]
    fn a_page_of_ours_may_always_ask() {
        let headers =
            HeaderMap::from_iter([(header::ORIGIN, HeaderValue::from_static("https://clew.example"))]);
        let public = Url::parse("https://clew.example").unwrap();
        assert_eq!(allowed(&[], &headers, &public).unwrap(), "https://clew.example");
    }
}
