//! A client of Clew's API: one method per operation and one type per schema, generated from the released document while this crate is built
//! (`client/build/main.rs`).
//!
//! ```no_run
//! # async fn example() -> Result<(), clew_client::Error> {
//! let clew = clew_client::Client::new("https://shop.example", "clew_…")?;
//! let order = clew.get_production("K-1234").await?;
//! # Ok(()) }
//! ```
//!
//! A program installs a TLS provider first: `rustls::crypto::ring::default_provider().install_default()`.

#[cfg(test)]
#[path = "../build/names.rs"]
mod names;
pub mod types;

use std::{collections::BTreeMap, time::Duration};

use reqwest::{
    Method, RequestBuilder, Response, Url,
    header::{AUTHORIZATION, HeaderMap, HeaderName, HeaderValue},
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

/// How long an answer may take: labels and refunds wait for a provider.
const PATIENCE: Duration = Duration::from_secs(60);

/// Somebody who may call a shop's API.
#[derive(Debug, Clone)]
pub struct Client {
    http: reqwest::Client,
    base: Url,
    headers: HeaderMap,
}

/// Why a call gave nothing.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The API refuses, and says why.
    #[error("refused: {} ({})", .0.detail, .0.r#type)]
    Refused(Box<types::Problem>),
    /// It did not answer, or what it answered could not be read.
    #[error("no answer: {0}")]
    Http(#[from] reqwest::Error),
    /// Something between us and the API answered.
    #[error("an answer {0} that is not the API's")]
    Odd(u16),
    /// What was given to the client cannot be sent.
    #[error("cannot be sent: {0}")]
    Unsendable(&'static str),
}

impl Error {
    /// The status of the refusal, where the API refused.
    pub fn status(&self) -> Option<i64> {
        match self {
            Self::Refused(problem) => Some(problem.status),
            _ => None,
        }
    }
}

impl Client {
    /// A client of the shop at this address. The token is an API key, or that of a link from a mail to a customer. The process has to have
    /// chosen its TLS (`rustls::crypto::…::default_provider().install_default()`) before.
    ///
    /// # Errors
    /// An address or a token that is none.
    pub fn new(address: &str, token: &str) -> Result<Self, Error> {
        let base = Url::parse(address).ok().filter(|base| !base.cannot_be_a_base());
        let base = base.ok_or(Error::Unsendable("the address"))?;
        let mut bearer =
            HeaderValue::from_str(&format!("Bearer {token}")).map_err(|_| Error::Unsendable("the token"))?;
        // So that no log prints it.
        bearer.set_sensitive(true);
        let http = reqwest::Client::builder().timeout(PATIENCE).build()?;
        Ok(Self { http, base, headers: HeaderMap::from_iter([(AUTHORIZATION, bearer)]) })
    }

    /// The same client, whose calls are done once however often they are sent under this `Idempotency-Key`.
    ///
    /// # Errors
    /// A key that cannot stand in a header.
    pub fn under(&self, key: &str) -> Result<Self, Error> {
        self.with(HeaderName::from_static("idempotency-key"), key)
    }

    /// The same client, whose calls change only what still has this version (`If-Match`).
    ///
    /// # Errors
    /// None in practice.
    pub fn seen(&self, version: i64) -> Result<Self, Error> {
        self.with(reqwest::header::IF_MATCH, &format!("\"{version}\""))
    }

    fn with(&self, name: HeaderName, value: &str) -> Result<Self, Error> {
        let value = HeaderValue::from_str(value).map_err(|_| Error::Unsendable("a header"))?;
        let mut changed = self.clone();
        changed.headers.insert(name, value);
        Ok(changed)
    }

    fn request(&self, method: Method, segments: &[&str]) -> Result<RequestBuilder, Error> {
        // A segment of dots would be another path.
        if segments.iter().any(|segment| segment.is_empty() || matches!(*segment, "." | "..")) {
            return Err(Error::Unsendable("a part of the path"));
        }
        let mut url = self.base.clone();
        match url.path_segments_mut() {
            Ok(mut path) => {
                path.pop_if_empty().extend(segments);
            }
            Err(()) => return Err(Error::Unsendable("the address")),
        }
        Ok(self.http.request(method, url).headers(self.headers.clone()))
    }

    async fn raw(&self, request: RequestBuilder) -> Result<Response, Error> {
        let answer = request.send().await?;
        let status = answer.status();
        if status.is_success() {
            return Ok(answer);
        }
        let problem: Option<types::Problem> = answer.json().await.ok();
        Err(problem.map_or(Error::Odd(status.as_u16()), |problem| Error::Refused(Box::new(problem))))
    }

    async fn read<T: DeserializeOwned>(&self, request: RequestBuilder) -> Result<T, Error> {
        let answer = self.raw(request).await?;
        let status = answer.status().as_u16();
        let bytes = answer.bytes().await?;
        // What has no body says nothing.
        let text: &[u8] = if bytes.is_empty() { b"null" } else { &bytes };
        serde_json::from_slice(text).map_err(|_| Error::Odd(status))
    }
}

/// A query as its pairs: what is absent is left out, and a list is its name several times.
fn pairs(query: &impl Serialize) -> Result<Vec<(String, String)>, Error> {
    let unsendable = |_| Error::Unsendable("the query");
    let fields: BTreeMap<String, Value> =
        serde_json::from_value(serde_json::to_value(query).map_err(unsendable)?).map_err(unsendable)?;
    let mut pairs = Vec::new();
    for (name, value) in fields {
        let values = match value {
            Value::Array(values) => values,
            value => vec![value],
        };
        let texts = values.into_iter().map(|value| match value {
            Value::String(text) => text,
            value => value.to_string(),
        });
        pairs.extend(texts.map(|text| (name.clone(), text)));
    }
    Ok(pairs)
}

include!(concat!(env!("OUT_DIR"), "/calls.rs"));
