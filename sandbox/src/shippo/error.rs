//! What Shippo says when it refuses: a list of sentences per field, one `detail`, or a page of HTML, for it is not
//! consistent and a client must bear all three.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use serde_json::{Map, Value, json};

use crate::html::escape;

/// A refusal as the wire shows it.
#[derive(Debug, Clone)]
pub enum Refusal {
    /// 400, with what is wrong with each field.
    Fields(Map<String, Value>),
    /// Anything else that is said in JSON.
    Detail(StatusCode, String),
    /// 404 in HTML.
    Lost(String),
}

/// What is said of a field that is not there.
pub const REQUIRED: &str = "This field is required.";

impl Refusal {
    /// One field that cannot stand.
    pub fn field(name: &str, sentence: impl Into<String>) -> Self {
        Self::Fields(Map::from_iter([(name.to_owned(), json!([sentence.into()]))]))
    }

    /// A field that must be there.
    pub fn missing(name: &str) -> Self {
        Self::field(name, REQUIRED)
    }

    /// 400 with a `detail`.
    pub fn detail(sentence: impl Into<String>) -> Self {
        Self::Detail(StatusCode::BAD_REQUEST, sentence.into())
    }

    /// No such object; `path` is what was asked for.
    pub fn lost(path: impl Into<String>) -> Self {
        Self::Lost(path.into())
    }
}

/// A field that names an object which is not there.
pub fn not_found(kind: &str) -> String {
    format!("{kind} with supplied object_id not found.")
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        match self {
            Self::Fields(fields) => (StatusCode::BAD_REQUEST, Json(fields)).into_response(),
            Self::Detail(status, sentence) => (status, Json(json!({ "detail": sentence }))).into_response(),
            Self::Lost(path) => {
                let page = format!(
                    "<h1>Not Found</h1><p>The requested URL /v1/{} was not found on this server.</p>",
                    escape(&path)
                );
                (StatusCode::NOT_FOUND, Html(page)).into_response()
            }
        }
    }
}
