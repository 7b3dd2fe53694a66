//! No other site may act in a visitor's name: every unsafe request to a page of ours comes from a page of ours.
//!
//! `Sec-Fetch-Site` decides where a browser sends it, `Origin` where it does not; a request with neither comes from no browser and carries
//! no cookie worth stealing a ride on, but is refused all the same where a cookie is sent with it. Programs (API keys, webhooks) prove
//! themselves otherwise and do not pass here.

use axum::{
    extract::{Request, State},
    http::{HeaderMap, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use url::Url;

use crate::state::AppState;

/// Refuses unsafe requests of other origins with 403.
pub async fn same_origin(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if safe || is_ours(request.headers(), &state.shop.about.public_url) {
        return next.run(request).await;
    }
    (StatusCode::FORBIDDEN, "403: this request did not come from a page of this shop.\n").into_response()
}

/// Whether a request came from a page of ours, or from no browser.
pub fn is_ours(headers: &HeaderMap, public_url: &Url) -> bool {
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    if let Some(site) = text("sec-fetch-site") {
        return matches!(site, "same-origin" | "none");
    }
    match text("origin") {
        Some(origin) => {
            Url::parse(origin).is_ok_and(|origin| origin.origin() == public_url.origin())
                || is_host(origin, headers)
        }
        None => !headers.contains_key(header::COOKIE),
    }
}

/// The shop may be reached under a further name (an address in the local network).
fn is_host(origin: &str, headers: &HeaderMap) -> bool {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    let named = origin.split_once("://").map(|(_, host)| host);
    host.is_some() && host == named
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ours(headers: &[(&'static str, &'static str)]) -> bool {
        let map =
            headers.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect();
        is_ours(&map, &Url::parse("https://shop.example").unwrap())
    }

    #[test]
    fn only_our_own_pages_may_act() {
        assert!(ours(&[("sec-fetch-site", "same-origin")]));
        assert!(ours(&[("sec-fetch-site", "none")]));
        assert!(ours(&[("origin", "https://shop.example"), ("cookie", "a=b")]));
        assert!(ours(&[("origin", "http://10.0.0.5:3000"), ("host", "10.0.0.5:3000")]));
        assert!(ours(&[]));
        for foreign in
            ["https://evil.example", "https://sub.shop.example", "http://shop.example", "null", "x"]
        {
            assert!(!ours(&[("origin", foreign), ("host", "shop.example.")]), "{foreign}");
        }
        assert!(!ours(&[("sec-fetch-site", "cross-site"), ("origin", "https://shop.example")]));
        assert!(!ours(&[("sec-fetch-site", "same-site")]));
        assert!(!ours(&[("cookie", "a=b")]));
    }
}
