//! A request's JSON object, read as leniently as Shippo reads it: a number may come as text and the other way round.

use axum::extract::{FromRequest, Request};
use serde_json::{Map, Value};

use super::error::Refusal;

/// The extractor.
#[derive(Debug, Clone, Default)]
pub struct Body(pub Map<String, Value>);

impl<S: Send + Sync> FromRequest<S> for Body {
    type Rejection = Refusal;

    async fn from_request(request: Request, _state: &S) -> Result<Self, Refusal> {
        const LIMIT: usize = 1024 * 1024;
        let bytes = axum::body::to_bytes(request.into_body(), LIMIT).await;
        let bytes = bytes.map_err(|_| Refusal::detail("The request body could not be read."))?;
        if bytes.is_empty() {
            return Ok(Self::default());
        }
        serde_json::from_slice(&bytes)
            .map(Self)
            .map_err(|error| Refusal::detail(format!("JSON parse error - {error}")))
    }
}

/// A field as text; empty when it is not there or null.
pub fn text(object: &Map<String, Value>, field: &str) -> String {
    match object.get(field) {
        Some(Value::String(text)) => text.clone(),
        Some(number @ Value::Number(_)) => number.to_string(),
        _ => String::new(),
    }
}

/// A field as a number, sent as one or as text.
pub fn number(object: &Map<String, Value>, field: &str) -> Option<f64> {
    text(object, field).trim().parse().ok().filter(|number: &f64| number.is_finite())
}

/// A field as yes or no.
pub fn flag(object: &Map<String, Value>, field: &str, unless_said: bool) -> bool {
    object.get(field).and_then(Value::as_bool).unwrap_or(unless_said)
}

/// `metadata`, within the hundred characters Shippo keeps of it.
pub fn metadata(object: &Map<String, Value>) -> Result<String, Refusal> {
    let metadata = text(object, "metadata");
    if metadata.chars().count() > 100 {
        return Err(Refusal::field("metadata", "Ensure this field has no more than 100 characters."));
    }
    Ok(metadata)
}

/// Names the fields that are missing, all at once.
pub fn require(object: &Map<String, Value>, fields: &[&str]) -> Result<(), Refusal> {
    let absent = |field: &&&str| match object.get(**field) {
        None | Some(Value::Null) => true,
        Some(Value::String(text)) => text.is_empty(),
        Some(Value::Array(list)) => list.is_empty(),
        Some(_) => false,
    };
    let missing: Map<String, Value> = fields
        .iter()
        .filter(absent)
        .map(|field| ((*field).to_owned(), serde_json::json!([super::error::REQUIRED])))
        .collect();
    if missing.is_empty() { Ok(()) } else { Err(Refusal::Fields(missing)) }
}
