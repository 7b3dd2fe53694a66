//! Headers every answer carries, and the policy of what a page may load.

use axum::{
    body::Body,
    extract::Request,
    http::{HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};

/// What a page may load: nothing from elsewhere; scripts only with this page's nonce; WASM may be compiled, strings may not be run.
pub fn content_security_policy(nonce: Option<&str>) -> HeaderValue {
    content_security_policy_with(nonce, &[])
}

/// The same, with pictures of these origins besides our own.
///
/// Designs come from outside: whoever places an order writes their addresses. A policy that let staff's browsers load any of them would let
/// a stranger learn who looks and when, and send requests from inside the shop's network. So the shop names the hosts it trusts
/// (`CLEW_DESIGN_ORIGINS`, ADR 0022), `domain/src/product/preview.rs` shows no others, and the browser would refuse them.
pub fn content_security_policy_with(nonce: Option<&str>, pictures: &[String]) -> HeaderValue {
    policy(nonce, pictures, "'self'")
}

/// The same for a page that shows a mail in a frame of its own text (`srcdoc`). Such a frame has the policy of the page around it, and
/// mails carry their style in each element; what the mail's scripts may do, none, is said by the frame's `sandbox`.
pub fn content_security_policy_around_a_mail(nonce: &str) -> HeaderValue {
    policy(Some(nonce), &[], "'self' 'unsafe-inline'")
}

fn policy(nonce: Option<&str>, pictures: &[String], styles: &str) -> HeaderValue {
    let script = nonce
        .map_or_else(|| "'none'".to_owned(), |nonce| format!("'self' 'nonce-{nonce}' 'wasm-unsafe-eval'"));
    let pictures: String = pictures.iter().map(|origin| format!(" {origin}")).collect();
    let policy = format!(
        "default-src 'none'; script-src {script}; style-src {styles}; img-src 'self' data:{pictures}; font-src 'self'; connect-src 'self'; \
         manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    );
    // A nonce is base64, and settings take nothing but origins.
    HeaderValue::from_str(&policy).unwrap_or(HeaderValue::from_static("default-src 'none'"))
}

/// Adds what every answer carries, where the handler has not said otherwise.
pub async fn safe_headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let mut default = |name: HeaderName, value: &'static str| {
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    };
    default(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    // Not `no-referrer`: with it a browser sends `Origin: null` with our own forms, and the same-origin check has nothing to go by.
    default(header::REFERRER_POLICY, "same-origin");
    default(header::X_FRAME_OPTIONS, "DENY");
    default(header::CACHE_CONTROL, "no-store, private");
    default(header::CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'; base-uri 'none'");
    default(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    default(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    default(HeaderName::from_static("permissions-policy"), "camera=(), microphone=(), geolocation=()");
    response
}

/// Built files carry a hash in their names: a browser may keep them for ever.
pub async fn keep_for_ever(request: Request<Body>, next: Next) -> Response {
    let hashed = request.uri().path().rsplit('/').next().is_some_and(|name| name.split('.').count() > 2);
    let mut response = next.run(request).await;
    let value = if hashed && response.status().is_success() {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(value));
    response
}
