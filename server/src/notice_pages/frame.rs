//! A message inside a page: what the frame may do, and what the page around it must allow.
//!
//! A message holds words of strangers. Its frame runs nothing, loads nothing, submits nothing, leads nowhere and is of no origin; so looking
//! at a message neither opens nor follows anything in it, and a hostile one can do nothing to whoever looks.

use axum::{
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
};

const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; base-uri 'none'; form-action 'none'; \
                      frame-ancestors 'self'";
/// Without leave to open windows, a link that wants one leads nowhere.
const NOWHERE: &str = "<base target=\"_blank\">";

/// The page's policy with frames of our own.
pub fn framing(policy: &HeaderValue) -> HeaderValue {
    let with = policy.to_str().map(|policy| format!("{policy}; frame-src 'self'"));
    with.ok().and_then(|policy| HeaderValue::from_str(&policy).ok()).unwrap_or_else(|| policy.clone())
}

/// HTML as it left, for the frame. `above` is text that stands over it.
pub fn framed(html: &str, above: Option<&str>) -> Response {
    let mut html = html.to_owned();
    let head = place(&html, "<head").unwrap_or(0);
    html.insert_str(head, NOWHERE);
    if let Some(above) = above {
        let body = place(&html, "<body").unwrap_or(html.len());
        html.insert_str(
            body,
            &format!("<p style=\"margin:12px;font:600 16px sans-serif\">{}</p>", escape(above)),
        );
    }
    answer(html)
}

/// Plain text for the frame.
pub fn framed_text(text: &str, above: Option<&str>) -> Response {
    let above = above.map(|above| format!("<b>{}</b>\n\n", escape(above))).unwrap_or_default();
    let style = "margin:12px;font:15px/1.5 sans-serif;white-space:pre-wrap;overflow-wrap:anywhere";
    answer(format!(
        "<!DOCTYPE html><html><head>{NOWHERE}<meta charset=\"utf-8\"><meta name=\"color-scheme\" content=\"light dark\"></head>\
         <body><div style=\"{style}\">{above}{}</div></body></html>",
        escape(text)
    ))
}

fn answer(html: String) -> Response {
    let headers = [
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY)),
        (header::X_FRAME_OPTIONS, HeaderValue::from_static("SAMEORIGIN")),
        // What the frame's own links could tell others.
        (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
        (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
    ];
    (StatusCode::OK, headers, Html(html)).into_response()
}

/// Just behind an opening tag.
fn place(html: &str, tag: &str) -> Option<usize> {
    let start = html.to_ascii_lowercase().find(tag)?;
    html.get(start..)?.find('>').map(|end| start + end + 1)
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
