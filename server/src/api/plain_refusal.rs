//! Whatever refuses a request before its handler does, refuses it as a problem too: programs read one kind of refusal.

use axum::{
    body::to_bytes,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};

use super::problem::Problem;

/// The longest sentence of a library that is passed on.
const LONGEST: usize = 1024;

/// Leaves an answer as it is, unless it is a refusal in plain words.
pub(super) async fn as_problem(response: Response) -> Response {
    let status = response.status();
    let is_refusal = status.is_client_error() || status.is_server_error();
    let said =
        response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if !is_refusal || said.starts_with("application/problem+json") {
        return response;
    }
    let words = to_bytes(response.into_body(), LONGEST).await.unwrap_or_default();
    let words = String::from_utf8_lossy(&words).into_owned();
    let (name, title) = match status {
        StatusCode::PAYLOAD_TOO_LARGE => ("too-large", "Too large"),
        StatusCode::UNSUPPORTED_MEDIA_TYPE => ("unsupported-media-type", "Not JSON"),
        StatusCode::NOT_FOUND => ("not-found", "Not found"),
        _ if status.is_server_error() => {
            tracing::error!(%status, words, "a request failed");
            return Problem::from(domain::Fault::from(anyhow::anyhow!("a layer answered {status}")))
                .into_response();
        }
        _ => ("malformed", "Not understood"),
    };
    Problem::new(status, name, title, words).into_response()
}
