//! A line that breaks before the first byte of the answer.

use std::io;

use axum::body::{Body, Bytes};
use axum::response::Response;

/// An answer whose body fails at once. hyper has only buffered the head by then and closes the connection without
/// writing it, so the client sees a broken connection and no status. A test holds it to that.
pub(super) fn reply() -> Response {
    let broken = futures::stream::iter([Err::<Bytes, _>(io::Error::other("cut on purpose"))]);
    Response::new(Body::from_stream(broken))
}
