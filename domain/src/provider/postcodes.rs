//! Where a postcode of the United Kingdom is: postcodes.io (<https://postcodes.io/docs>), or a copy of it under another address. No key.

use std::{sync::Arc, time::Duration};

use reqwest::Client;
use serde::Deserialize;
use serde_json::Value;

use super::{Unanswered, http};
use crate::place::{Coordinates, Postcode};

const PUBLIC: &str = "https://api.postcodes.io";
/// A customer is waiting.
const PATIENCE: Duration = Duration::from_secs(4);

/// postcodes.io, or what stands in for it. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Postcodes {
    client: Client,
    base: Arc<str>,
}

/// What it says of a postcode.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Found {
    /// It is there; islands outside the survey are without coordinates.
    Known(Option<Coordinates>),
    /// There is none, or none any more.
    Unknown,
}

/// Only what we read; nothing of it has to be there.
#[derive(Deserialize)]
struct Answer {
    #[serde(default)]
    result: Value,
}

impl Postcodes {
    /// A client of the public service or of another address.
    ///
    /// # Errors
    /// When the address cannot be one.
    pub fn new(base: Option<&str>) -> Result<Self, String> {
        let base = base.unwrap_or(PUBLIC).trim_end_matches('/');
        url::Url::parse(base).map_err(|error| format!("{base} is no address: {error}"))?;
        Ok(Self { client: http::client(PATIENCE)?, base: base.into() })
    }

    /// Whether it can be reached: for `clew check`. The postcode is Westminster's.
    ///
    /// # Errors
    /// Why not.
    pub async fn check(&self) -> Result<(), String> {
        let westminster = Postcode::parse("SW1A 1AA").ok_or("no postcode")?;
        self.find(&westminster).await.map(drop).map_err(|error| error.to_string())
    }

    /// What is known of a postcode.
    ///
    /// # Errors
    /// When there is no answer that can be read.
    pub async fn find(&self, postcode: &Postcode) -> Result<Found, Unanswered> {
        // Without the address: it holds where somebody lives.
        let down = |error: reqwest::Error| Unanswered::Down(error.without_url().to_string());
        let url = format!("{}/postcodes/{}", self.base, postcode.as_str());
        let answer = self.client.get(url).send().await.map_err(down)?;
        let status = answer.status().as_u16();
        let body = answer.bytes().await.map_err(down)?;
        read(status, &body)
    }
}

/// 404 in its own JSON is its word for "none"; from anybody else (a proxy, a wrong address) it is no answer.
fn read(status: u16, body: &[u8]) -> Result<Found, Unanswered> {
    let unreadable = |what: &str| Unanswered::Down(format!("HTTP {status}: {what}"));
    let said: Value = serde_json::from_slice(body).map_err(|_| unreadable("no JSON"))?;
    match status {
        200 => {
            let answer: Answer = serde_json::from_value(said).map_err(|_| unreadable("no object"))?;
            if !answer.result.is_object() {
                return Err(unreadable("no result"));
            }
            let number = |name: &str| answer.result.get(name).and_then(Value::as_f64);
            let at = number("latitude").zip(number("longitude"));
            Ok(Found::Known(at.and_then(|(latitude, longitude)| Coordinates::new(latitude, longitude))))
        }
        404 if said.get("error").is_some_and(Value::is_string) => Ok(Found::Unknown),
        _ => Err(unreadable("not an answer about a postcode")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_a_place_nothing_or_none() {
        let known = read(200, br#"{"status":200,"result":{"latitude":51.5,"longitude":-0.14,"new":[1]}}"#);
        assert_eq!(known, Ok(Found::Known(Coordinates::new(51.5, -0.14))));
        let island = read(200, br#"{"status":200,"result":{"latitude":null,"longitude":null}}"#);
        assert_eq!(island, Ok(Found::Known(None)));
        let unknown = read(404, br#"{"status":404,"error":"Postcode not found","terminated":{}}"#);
        assert_eq!(unknown, Ok(Found::Unknown));
        for (status, body) in [
            (404, "<h1>Not Found</h1>"),
            (404, "{}"),
            (500, r#"{"status":500,"error":"x"}"#),
            (429, "{}"),
            (200, "{}"),
            (200, "[]"),
            (200, r#"{"status":200,"result":null}"#),
        ] {
            assert!(matches!(read(status, body.as_bytes()), Err(Unanswered::Down(_))), "{status} {body}");
        }
    }
}
