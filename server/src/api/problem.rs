//! A refusal a program can read: `application/problem+json` (RFC 9457).

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::{Fault, Language, clock::At, db::is_unstorable};
use serde::Serialize;

/// One refusal.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct Problem {
    /// A stable name, as a URI reference.
    #[serde(rename = "type")]
    kind: Box<str>,
    title: &'static str,
    status: u16,
    detail: Box<str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<FieldError>,
    /// Whom to write to instead, where a person can still help.
    #[serde(skip_serializing_if = "Option::is_none")]
    contact: Option<Box<str>>,
    /// When the next free slot begins, where that was the matter.
    #[serde(rename = "nextSlot", skip_serializing_if = "Option::is_none")]
    next_slot: Option<At>,
    #[serde(skip)]
    language: Option<Language>,
    #[serde(skip)]
    retry_after: Option<u64>,
}

/// What is wrong with one field.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
struct FieldError {
    /// JSON pointer (RFC 6901) as a URI fragment.
    pointer: String,
    detail: String,
}

impl Problem {
    /// A refusal by its stable name, in words.
    pub fn new(status: StatusCode, name: &str, title: &'static str, detail: impl Into<String>) -> Self {
        Self {
            kind: format!("/problems/{name}").into(),
            title,
            status: status.as_u16(),
            detail: detail.into().into(),
            errors: Vec::new(),
            contact: None,
            next_slot: None,
            language: None,
            retry_after: None,
        }
    }

    /// The body cannot be read at all.
    pub fn malformed(error: &serde_json::Error) -> Self {
        let detail = format!("The body cannot be read: {error}");
        Self::new(StatusCode::BAD_REQUEST, "malformed", "Malformed body", detail)
    }

    /// What an address asks for cannot be read.
    pub fn not_understood(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "malformed", "Not understood", detail)
    }

    /// Some fields are wrong: (pointer, what is wrong).
    pub fn invalid(errors: Vec<(String, String)>) -> Self {
        let detail = "Nothing was changed. Correct the fields named in `errors` and send it again.";
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid", "Some fields are not valid", detail)
            .with_errors(errors)
    }

    /// The key stands for another request.
    pub fn key_reused(of: &str) -> Self {
        let detail =
            format!("This Idempotency-Key came with a different body before. Use a new key for {of}.");
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "idempotency-key-reused", "Key used before", detail)
    }

    /// The shop's rules say no, in words the customer can be shown.
    pub fn too_late(sentence: String, language: Language, contact: &str) -> Self {
        let mut problem = Self::new(StatusCode::CONFLICT, "too-late", "Not possible any more", sentence);
        problem.language = Some(language);
        problem.contact = Some(contact.into());
        problem
    }

    /// Says in which language the detail is, where it is not English.
    #[must_use]
    pub const fn in_language(mut self, language: Language) -> Self {
        self.language = Some(language);
        self
    }

    /// Names the fields: (pointer, what is wrong).
    #[must_use]
    pub fn with_errors(mut self, errors: Vec<(String, String)>) -> Self {
        self.errors = errors
            .into_iter()
            .map(|(path, detail)| FieldError { pointer: format!("#{path}"), detail })
            .collect();
        self
    }

    /// Names the fields as another body calls them.
    #[must_use]
    pub fn about(mut self, ours: &str, theirs: &str) -> Self {
        for error in &mut self.errors {
            if let Some(rest) = error.pointer.strip_prefix(&format!("#{ours}")) {
                error.pointer = format!("#{theirs}{rest}");
            }
        }
        self
    }

    /// Names the next free slot.
    #[must_use]
    pub const fn with_next_slot(mut self, next: Option<At>) -> Self {
        self.next_slot = next;
        self
    }

    /// Says when trying again makes sense.
    #[must_use]
    pub const fn retry_after(mut self, seconds: u64) -> Self {
        self.retry_after = Some(seconds);
        self
    }
}

/// Whether PostgreSQL refused a value as one that no column of its type holds: the caller's, and no failure of ours
/// (<https://www.postgresql.org/docs/current/errcodes-appendix.html>).
fn cannot_be_kept(error: &anyhow::Error) -> bool {
    let refused = error.downcast_ref::<sqlx::Error>().and_then(sqlx::Error::as_database_error);
    let code = refused.and_then(|refused| refused.code());
    code.is_some_and(|code| matches!(&*code, "22021" | "22P05" | "22003"))
}

/// Whether PostgreSQL is away, or too busy to do it just now: asked again in a moment, it may well be done.
fn is_away(error: &anyhow::Error) -> bool {
    match error.downcast_ref::<sqlx::Error>() {
        Some(sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed | sqlx::Error::Io(_)) => true,
        Some(sqlx::Error::Database(said)) => said.code().is_some_and(|code| passes(&code)),
        _ => false,
    }
}

/// Whether what a SQLSTATE stands for passes by itself: a time-out of ours, a lock, a deadlock, a conflict of two transactions, a server that
/// stops or starts, one without a free connection (<https://www.postgresql.org/docs/current/errcodes-appendix.html>).
fn passes(code: &str) -> bool {
    matches!(code, "57014" | "55P03" | "40P01" | "40001" | "57P01" | "57P02" | "57P03" | "53300")
}

impl From<Fault> for Problem {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::NotFound => {
                Self::new(StatusCode::NOT_FOUND, "not-found", "Not found", "There is no such thing.")
            }
            Fault::Refused(reason) => {
                Self::new(StatusCode::UNPROCESSABLE_ENTITY, "refused", "Refused", reason.say(Language::En))
            }
            Fault::Conflict(changed) => {
                Self::new(StatusCode::CONFLICT, "conflict", "Changed meanwhile", changed.say(Language::En))
            }
            Fault::Down { provider, detail } => {
                tracing::warn!(provider, detail, "a provider is down");
                Self::new(
                    StatusCode::SERVICE_UNAVAILABLE,
                    "provider-down",
                    "A provider does not answer",
                    "What you sent is kept. Send the same request with the same Idempotency-Key again.",
                )
                .retry_after(5)
            }
            Fault::Bug(error) if is_unstorable(&error) => {
                let detail = "Nothing was done. A text in it holds a character that is none, or a moment lies beyond every calendar.";
                Self::new(StatusCode::BAD_REQUEST, "malformed", "Not understood", detail)
            }
            Fault::Bug(error) if cannot_be_kept(&error) => {
                Self::not_understood("A text here holds U+0000, or a number is larger than any we keep.")
            }
            Fault::Bug(error) if is_away(&error) => {
                tracing::warn!(error = format!("{error:#}"), "the database is away or busy");
                let detail = "The database does not answer just now. Send the same request with the same Idempotency-Key again.";
                Self::new(StatusCode::SERVICE_UNAVAILABLE, "busy", "Too busy just now", detail).retry_after(5)
            }
            Fault::Bug(error) => {
                tracing::error!(error = format!("{error:#}"), "a request failed");
                Self::new(
                    StatusCode::INTERNAL_SERVER_ERROR,
                    "internal",
                    "Something went wrong",
                    "Send the same request with the same Idempotency-Key again.",
                )
            }
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, axum::Json(&self)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if let Some(seconds) = self.retry_after {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        if let Some(language) = self.language {
            headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(language.tag()));
        }
        if status == StatusCode::UNAUTHORIZED {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(error: sqlx::Error) -> (u16, Box<str>, Option<u64>) {
        let problem = Problem::from(Fault::from(error));
        (problem.status, problem.kind, problem.retry_after)
    }

    #[test]
    fn a_database_that_is_away_is_asked_again_and_a_mistake_of_ours_is_not() {
        let cut = std::io::Error::from(std::io::ErrorKind::ConnectionReset);
        for away in [sqlx::Error::PoolTimedOut, sqlx::Error::PoolClosed, sqlx::Error::Io(cut)] {
            assert_eq!(told(away), (503, "/problems/busy".into(), Some(5)));
        }
        assert_eq!(told(sqlx::Error::RowNotFound), (500, "/problems/internal".into(), None));
        for code in ["57014", "55P03", "40P01", "40001", "57P01", "57P02", "57P03", "53300"] {
            assert!(passes(code), "{code}");
        }
        // A broken constraint, a missing table, a syntax error, a full disk: asking again does not help.
        for code in ["23505", "42P01", "42601", "53100", ""] {
            assert!(!passes(code), "{code}");
        }
    }
}
