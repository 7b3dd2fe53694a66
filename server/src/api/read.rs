//! How a request's parts are read: what cannot be read is refused as a problem that names the field.

use axum::{
    body::Bytes,
    extract::{FromRequest, FromRequestParts, Request},
    http::request::Parts,
    response::IntoResponse,
};
use serde::de::DeserializeOwned;

use super::{plain_refusal::as_problem, problem::Problem};

/// A JSON body, whatever its `Content-Type` says.
#[derive(Debug, Clone)]
pub struct Body<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Body<T> {
    type Rejection = axum::response::Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Self::Rejection> {
        let bytes = match Bytes::from_request(request, state).await {
            Ok(bytes) => bytes,
            Err(rejection) => return Err(as_problem(rejection.into_response()).await),
        };
        read(&bytes).map(Self).map_err(IntoResponse::into_response)
    }
}

/// Reads a body.
///
/// # Errors
/// 400 with the field that cannot be read.
pub fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Problem> {
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let read = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let pointer = pointer(error.path());
        Problem::malformed(error.inner()).with_errors(vec![(pointer, error.inner().to_string())])
    })?;
    reader.end().map_err(|error| Problem::malformed(&error))?;
    Ok(read)
}

/// A path as a JSON pointer (RFC 6901 §3).
fn pointer(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    path.iter()
        .map(|segment| match segment {
            Segment::Seq { index } => format!("/{index}"),
            Segment::Map { key } => format!("/{}", key.replace('~', "~0").replace('/', "~1")),
            Segment::Enum { variant } => format!("/{variant}"),
            Segment::Unknown => String::new(),
        })
        .collect()
}

/// What an address asks for after its `?`.
#[derive(Debug, Clone)]
pub struct Query<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for Query<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        if parts.uri.query().is_some_and(|query| query.contains("%00")) {
            return Err(Problem::not_understood("No text here holds the character U+0000."));
        }
        let read = axum::extract::Query::<T>::from_request_parts(parts, state).await;
        read.map(|query| Self(query.0)).map_err(|rejection| Problem::not_understood(rejection.body_text()))
    }
}

/// What stands in an address.
#[derive(Debug, Clone)]
pub struct Path<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned + Send> FromRequestParts<S> for Path<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        if parts.uri.path().contains("%00") {
            return Err(domain::Fault::NotFound.into());
        }
        // What cannot be an id is nobody's id.
        let read = axum::extract::Path::<T>::from_request_parts(parts, state).await;
        read.map(|path| Self(path.0)).map_err(|_| domain::Fault::NotFound.into())
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Order {
        items: Vec<Item>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Item {
        quantity: u32,
    }

    #[test]
    fn a_refusal_points_at_its_field() {
        assert_eq!(read::<Order>(br#"{"items":[{"quantity":2}]}"#).unwrap().items[0].quantity, 2);
        let told = |body: &str| serde_json::to_value(read::<Order>(body.as_bytes()).unwrap_err()).unwrap();
        assert_eq!(
            told(r#"{"items":[{"quantity":2},{"quantity":"x"}]}"#)["errors"][0]["pointer"],
            "#/items/1/quantity"
        );
        assert_eq!(told(r#"{"items":[],"status":"paid"}"#)["errors"][0]["pointer"], "#/status");
        assert_eq!(told(r#"{"items":[]} x"#)["status"], 400);
    }
}
