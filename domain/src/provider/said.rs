//! What a message's provider answers. It is one of three, and only the third leaves a doubt.

use std::time::Duration;

use reqwest::{Response, StatusCode, header::HeaderMap};
use serde::de::DeserializeOwned;

use super::{Refused, Unanswered};
use crate::clock::At;

/// Longest pause that is believed: a provider that says "next week" is asked again today.
const LONGEST: Duration = Duration::from_secs(3600);
/// Longest sentence of a provider's that is kept.
const WORDS: usize = 500;

/// An answer to "take this message". Each of them says for certain whether it was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said<T> {
    /// Taken.
    Done(T),
    /// Not taken, and never will be.
    Refused(Refused),
    /// Not taken now: too much at a time.
    Busy {
        /// Its words.
        detail: String,
        /// Not before so long, where it said so.
        after: Option<Duration>,
    },
}

/// `Retry-After` in either of its forms (RFC 9110 §10.2.3), an hour at most.
pub fn retry_after(headers: &HeaderMap, now: At) -> Option<Duration> {
    let said = headers.get("retry-after")?.to_str().ok()?.trim();
    let seconds = match said.parse::<u64>() {
        Ok(seconds) => seconds,
        Err(_) => {
            let until = jiff::fmt::rfc2822::parse(said).ok()?.timestamp();
            u64::try_from(now.seconds_until(At(until))).unwrap_or(0)
        }
    };
    Some(Duration::from_secs(seconds).min(LONGEST))
}

/// Why there was no answer, without the address: it may hold somebody's number.
pub(super) fn unanswered(error: reqwest::Error) -> Unanswered {
    let error = error.without_url();
    Unanswered::Down(if error.is_timeout() { "no answer in time".to_owned() } else { error.to_string() })
}

/// A provider's words, cut to what staff can read.
pub(super) fn words(text: &str) -> String {
    text.chars().take(WORDS).collect()
}

/// Sorts an answer. `refused` reads a 4xx body: its code and sentence.
pub(super) async fn read<T: DeserializeOwned>(
    answer: Response,
    now: At,
    refused: impl Fn(StatusCode, &[u8]) -> Refused,
) -> Result<Said<T>, Unanswered> {
    let (status, after) = (answer.status(), retry_after(answer.headers(), now));
    let body = answer.bytes().await.map_err(unanswered)?;
    sort(status, after, &body, refused)
}

pub(super) fn sort<T: DeserializeOwned>(
    status: StatusCode,
    after: Option<Duration>,
    body: &[u8],
    refused: impl Fn(StatusCode, &[u8]) -> Refused,
) -> Result<Said<T>, Unanswered> {
    if status.is_success() {
        // It acted, and we cannot read how: as doubtful as no answer.
        return serde_json::from_slice(body)
            .map(Said::Done)
            .map_err(|error| Unanswered::Down(format!("HTTP {}: unreadable: {error}", status.as_u16())));
    }
    let why = refused(status, body);
    let detail = format!("HTTP {}: {}", status.as_u16(), words(&why.message));
    match status.as_u16() {
        401 => Err(Unanswered::KeyRefused(detail)),
        // Twilio Verify's 60xxx are about one number (a blocked country, say): that must not stop everybody's messages.
        403 if !(why.code.len() == 5 && why.code.starts_with("60")) => Err(Unanswered::KeyRefused(detail)),
        429 => Ok(Said::Busy { detail, after }),
        400..=499 if status.as_u16() != 408 => {
            Ok(Said::Refused(Refused { message: words(&why.message), ..why }))
        }
        _ => Err(Unanswered::Down(detail)),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    fn of(status: u16, body: &str) -> Result<Said<Value>, Unanswered> {
        let refused =
            |status: StatusCode, _: &[u8]| Refused { code: status.as_u16().to_string(), message: "x".into() };
        sort(StatusCode::from_u16(status).unwrap(), None, body.as_bytes(), refused)
    }

    #[test]
    fn an_answer_is_done_refused_busy_or_none() {
        assert!(matches!(of(201, "{}"), Ok(Said::Done(_))));
        assert!(matches!(of(201, "<html>"), Err(Unanswered::Down(_))), "acted, but how?");
        assert!(matches!(of(400, "{}"), Ok(Said::Refused(_))));
        assert!(matches!(of(404, "{}"), Ok(Said::Refused(_))));
        assert!(matches!(of(429, "{}"), Ok(Said::Busy { .. })));
        for status in [401, 403] {
            assert!(matches!(of(status, "{}"), Err(Unanswered::KeyRefused(_))), "{status}");
        }
        for status in [408, 500, 502, 503] {
            assert!(matches!(of(status, "{}"), Err(Unanswered::Down(_))), "{status}");
        }
    }

    #[test]
    fn a_pause_is_said_in_seconds_or_as_a_date_and_has_a_limit() {
        let now = At("2026-11-30T10:00:00Z".parse().unwrap());
        let pause = |said: &str| {
            let headers = HeaderMap::from_iter([(reqwest::header::RETRY_AFTER, said.parse().unwrap())]);
            retry_after(&headers, now).map(|pause| pause.as_secs())
        };
        assert_eq!(pause("7"), Some(7));
        assert_eq!(pause("Mon, 30 Nov 2026 10:01:00 GMT"), Some(60));
        assert_eq!(pause("Mon, 30 Nov 2026 09:00:00 GMT"), Some(0));
        assert_eq!(pause("999999"), Some(3600));
        assert_eq!(pause("soon"), None);
    }
}
