//! Whoever receives this shop's webhooks: an address that somebody typed, so a way for a stranger to have this machine ask its own network.
//!
//! An address is judged when it is typed and at every attempt; a name is resolved anew each time, every address it has is judged, and the
//! connection goes to what was judged, so a name that turns elsewhere in between leads nowhere (`docs/adr/0054-outgoing-webhooks.md`). No answer leads
//! on, no proxy of the environment stands in between, and no connection is kept.

mod address;
mod allow;
mod names;

use std::{
    error::Error,
    time::{Duration, Instant},
};

use reqwest::{Client, header::HeaderMap};
use url::{Host, Url};

pub use allow::{Allow, Allowed};
pub use names::Names;

use super::{http, said};
use crate::{clock::At, reason::ReceiverFlaw};
use names::{Checking, Unreachable};

/// How long an attempt may take, from the name to the answer.
pub const PATIENCE: Duration = Duration::from_secs(15);
/// Bytes of an answer that are kept; more is not read.
const KEPT: usize = 4096;
/// Where a receiver outside of the shop's network may listen.
const PORTS: [u16; 2] = [443, 8443];

/// Calls receivers. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Receivers {
    client: Client,
    allow: Allow,
}

/// What became of one attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    /// How long it took.
    pub took: Duration,
    /// The answer, or why there was none.
    pub answer: Result<Answer, Silence>,
}

/// A receiver's answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// HTTP's.
    pub status: u16,
    /// `Retry-After`, an hour at most.
    pub after: Option<Duration>,
    /// Its first 4 KB, as text.
    pub body: String,
}

/// Why nobody answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Silence {
    /// A stable word: `address`, `name`, `timeout`, `connection`, `cut`.
    pub reason: &'static str,
    /// What the network said, without the address.
    pub detail: String,
}

impl Receivers {
    /// `allow`: what may be reached besides public addresses over TLS. `patience`: [`PATIENCE`], but in tests.
    ///
    /// # Errors
    /// When TLS cannot be set up.
    pub fn new(allow: Allow, names: Names, patience: Duration) -> Result<Self, String> {
        let client = http::builder(patience)
            .dns_resolver(Checking { allow: allow.clone(), names })
            .no_proxy()
            .referer(false)
            .pool_max_idle_per_host(0)
            .build()
            .map_err(|error| error.to_string())?;
        Ok(Self { client, allow })
    }

    /// What an address says by itself.
    ///
    /// # Errors
    /// Why nothing would be sent there.
    pub fn judge(&self, url: &Url) -> Result<(), ReceiverFlaw> {
        if !matches!(url.scheme(), "http" | "https") {
            return Err(ReceiverFlaw::NoAddress);
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(ReceiverFlaw::Password);
        }
        let allowed = match url.host().ok_or(ReceiverFlaw::NoAddress)? {
            Host::Domain(name) => self.allow.has_name(name),
            Host::Ipv4(ip) => self.allow.judge_literal(ip.into())?,
            Host::Ipv6(ip) => self.allow.judge_literal(ip.into())?,
        };
        if allowed {
            return Ok(());
        }
        if url.scheme() != "https" {
            return Err(ReceiverFlaw::NotHttps);
        }
        let port = url.port_or_known_default();
        if port.is_some_and(|port| PORTS.contains(&port)) { Ok(()) } else { Err(ReceiverFlaw::Port) }
    }

    /// Sends a body, once.
    pub async fn post(&self, url: &Url, headers: HeaderMap, body: String, now: At) -> Heard {
        let begun = Instant::now();
        let answer = match self.judge(url) {
            Ok(()) => self.ask(url, headers, body, now).await,
            Err(flaw) => Err(Silence { reason: "address", detail: flaw.as_str().to_owned() }),
        };
        Heard { took: begun.elapsed(), answer }
    }

    async fn ask(&self, url: &Url, headers: HeaderMap, body: String, now: At) -> Result<Answer, Silence> {
        let sent = self.client.post(url.clone()).headers(headers).body(body).send().await;
        let mut answer = sent.map_err(silence)?;
        let (status, after) = (answer.status().as_u16(), said::retry_after(answer.headers(), now));
        let mut body = Vec::new();
        // Its status was its word: a body that breaks off takes nothing back.
        while let Ok(Some(piece)) = answer.chunk().await {
            body.extend_from_slice(&piece);
            if body.len() >= KEPT {
                body.truncate(KEPT);
                break;
            }
        }
        // PostgreSQL keeps no NUL in a text.
        let body = String::from_utf8_lossy(&body).replace('\0', "\u{fffd}");
        Ok(Answer { status, after, body })
    }
}

fn silence(error: reqwest::Error) -> Silence {
    let error = error.without_url();
    let causes = std::iter::successors(Some(&error as &(dyn Error + 'static)), |&error| error.source());
    let unreachable = causes.clone().find_map(|cause| cause.downcast_ref::<Unreachable>());
    let reason = match unreachable {
        Some(unreachable) => unreachable.reason(),
        None if error.is_timeout() => "timeout",
        None if error.is_connect() => "connection",
        None => "cut",
    };
    let detail = causes.last().map(ToString::to_string).unwrap_or_default();
    Silence { reason, detail: detail.chars().take(500).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judge(allow: &[&str], url: &str) -> Result<(), ReceiverFlaw> {
        let allow = allow.iter().map(|entry| entry.parse().unwrap()).collect();
        let receivers = Receivers::new(allow, Names::System, PATIENCE).unwrap();
        receivers.judge(&Url::parse(url).map_err(|_| ReceiverFlaw::NoAddress)?)
    }

    #[test]
    fn an_address_is_public_and_over_tls_unless_the_shop_says_otherwise() {
        for good in ["https://hooks.example", "https://hooks.example:8443/a?b=c", "https://93.184.215.14/x"] {
            assert_eq!(judge(&[], good), Ok(()), "{good}");
        }
        for (bad, flaw) in [
            ("http://hooks.example", ReceiverFlaw::NotHttps),
            ("ftp://hooks.example", ReceiverFlaw::NoAddress),
            ("file:///etc/passwd", ReceiverFlaw::NoAddress),
            ("https://user:word@hooks.example", ReceiverFlaw::Password),
            ("https://hooks.example:22", ReceiverFlaw::Port),
            ("https://127.0.0.1", ReceiverFlaw::Inside),
            ("https://2130706433/", ReceiverFlaw::Inside),
            ("https://0x7f.1/", ReceiverFlaw::Inside),
            ("https://0177.0.0.1/", ReceiverFlaw::Inside),
            ("https://[::ffff:169.254.169.254]/", ReceiverFlaw::Inside),
            ("https://[fd00::1]/", ReceiverFlaw::Inside),
            ("https://169.254.169.254/latest/meta-data", ReceiverFlaw::Inside),
        ] {
            assert_eq!(judge(&[], bad), Err(flaw), "{bad}");
        }
        assert_eq!(judge(&["erp.lan"], "http://ERP.lan:8080/hooks"), Ok(()));
        assert_eq!(judge(&["erp.lan"], "http://other.lan/"), Err(ReceiverFlaw::NotHttps));
        assert_eq!(judge(&["10.1.0.0/16"], "http://10.1.2.3:9000/"), Ok(()));
        assert_eq!(judge(&["10.1.0.0/16"], "http://10.2.2.3:9000/"), Err(ReceiverFlaw::Inside));
        assert_eq!(judge(&["127.0.0.1"], "http://[::ffff:127.0.0.1]:9000/"), Ok(()));
    }
}
