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
    let wait = response.headers().get(header::RETRY_AFTER).and_then(|wait| wait.to_str().ok()?.parse().ok());
    let words = to_bytes(response.into_body(), LONGEST).await.unwrap_or_default();
    let words = String::from_utf8_lossy(&words).into_owned();
    let (name, title) = match status {
        StatusCode::PAYLOAD_TOO_LARGE => ("too-large", "Too large"),
        StatusCode::UNSUPPORTED_MEDIA_TYPE => ("unsupported-media-type", "Not JSON"),
        StatusCode::NOT_FOUND => ("not-found", "Not found"),
        StatusCode::SERVICE_UNAVAILABLE => {
            tracing::warn!(words, "a layer took no request");
            let detail = "Nothing was done: send the same request with the same Idempotency-Key again.";
            return Problem::new(status, "busy", "Too busy just now", detail)
                .retry_after(wait.unwrap_or(5))
                .into_response();
        }
        _ if status.is_server_error() => {
            tracing::error!(%status, words, "a request failed");
            return Problem::from(domain::Fault::from(anyhow::anyhow!("a layer answered {status}")))
                .into_response();
        }
        _ => ("malformed", "Not understood"),
    };
    Problem::new(status, name, title, words).into_response()
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    async fn told(response: Response) -> (u16, Option<String>, Value) {
        let response = as_problem(response).await;
        let wait = response.headers().get(header::RETRY_AFTER).map(|wait| wait.to_str().unwrap().to_owned());
        let status = response.status().as_u16();
        let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        (status, wait, serde_json::from_slice(&body).unwrap_or_default())
    }

    #[tokio::test]
    async fn a_plain_refusal_is_a_problem_and_keeps_its_status() {
        let busy = (StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, "30")], "pool is full");
        let (status, wait, problem) = told(busy.into_response()).await;
        assert_eq!((status, wait.as_deref(), &problem["type"]), (503, Some("30"), &"/problems/busy".into()));
        assert!(!problem.to_string().contains("pool"), "{problem}");
        let (status, wait, problem) = told(StatusCode::BAD_GATEWAY.into_response()).await;
        assert_eq!((status, wait, &problem["status"]), (500, None, &500.into()));
        let (status, _, problem) = told((StatusCode::BAD_REQUEST, "no such field").into_response()).await;
        assert_eq!((status, &problem["detail"]), (400, &"no such field".into()));
        assert_eq!(told((StatusCode::OK, "fine").into_response()).await, (200, None, Value::Null));
    }
}
