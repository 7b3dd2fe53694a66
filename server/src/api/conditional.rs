//! `ETag`, `If-None-Match` and `If-Match` (RFC 9110 §13): a version is a tag.

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
use domain::{Fault, Language};

use super::problem::Problem;

/// The version the caller saw, where they say so.
#[derive(Debug, Clone, Copy)]
pub struct IfMatch(pub Option<i64>);

impl<S: Send + Sync> FromRequestParts<S> for IfMatch {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let Some(said) = parts.headers.get(header::IF_MATCH) else { return Ok(Self(None)) };
        let said = said.to_str().unwrap_or_default().trim();
        if said == "*" {
            return Ok(Self(None));
        }
        // A tag that was never ours matches nothing.
        version(said)
            .map(|version| Self(Some(version)))
            .ok_or_else(|| failed("No such version was ever given out."))
    }
}

impl IfMatch {
    /// What a verb's fault is for somebody who named a version: not a conflict, but a condition that does not hold.
    pub fn refuse(self, fault: Fault) -> Problem {
        match (self.0, fault) {
            (Some(_), Fault::Conflict(changed)) => failed(&changed.say(Language::En)),
            (_, fault) => fault.into(),
        }
    }
}

fn failed(detail: &str) -> Problem {
    Problem::new(StatusCode::PRECONDITION_FAILED, "changed", "Changed meanwhile", detail)
}

fn version(tag: &str) -> Option<i64> {
    tag.strip_prefix("W/").unwrap_or(tag).strip_prefix('"')?.strip_suffix('"')?.parse().ok()
}

/// A version as a tag.
pub fn etag(version: i64) -> [(HeaderName, HeaderValue); 1] {
    let tag = HeaderValue::from_str(&format!("\"{version}\"")).unwrap_or(HeaderValue::from_static("\"\""));
    [(header::ETAG, tag)]
}

/// The answer with its tag; 304 for who has this version already.
pub fn with_etag(headers: &HeaderMap, version_now: i64, answer: impl IntoResponse) -> Response {
    let tags = headers.get(header::IF_NONE_MATCH).and_then(|tags| tags.to_str().ok()).unwrap_or_default();
    let has_it = tags.split(',').map(str::trim).any(|tag| version(tag) == Some(version_now));
    if has_it {
        return (StatusCode::NOT_MODIFIED, etag(version_now)).into_response();
    }
    (etag(version_now), answer).into_response()
}
