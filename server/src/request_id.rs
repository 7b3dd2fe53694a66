//! Every answer has a name, which is also in the log: who reports a failure can say which.

use axum::{
    extract::Request,
    http::{HeaderName, HeaderValue},
    middleware::Next,
    response::Response,
};
use uuid::Uuid;

const NAME: HeaderName = HeaderName::from_static("x-request-id");

/// A request's name: ours, never the caller's, so that nobody writes into our log.
#[derive(Debug, Clone, Copy)]
pub struct RequestName(pub Uuid);

/// Names the request, and its answer.
pub async fn name_request(mut request: Request, next: Next) -> Response {
    let name = Uuid::now_v7();
    request.extensions_mut().insert(RequestName(name));
    let mut response = next.run(request).await;
    if let Ok(value) = HeaderValue::from_str(&name.to_string()) {
        response.headers_mut().insert(NAME, value);
    }
    response
}
