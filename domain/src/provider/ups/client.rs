//! What we ask of UPS: one number at a time.

use std::sync::Arc;

use reqwest::{Client, RequestBuilder, StatusCode};
use uuid::Uuid;

use super::{
    subscribe::Alerts,
    wire::{Answer, Errors},
};
use crate::{
    clock::At,
    provider::{
        Refused, Unanswered,
        oauth::{Bearer, Credentials, Shown},
        outbound::{self, segment},
        said::Said,
    },
    tracking::{TrackReport, TrackSource},
};

const LIVE: &str = "https://onlinetools.ups.com";

/// UPS, or what stands in for it. Cheap to clone.
#[derive(Clone)]
pub struct Ups {
    pub(super) client: Client,
    pub(super) base: Arc<str>,
    pub(super) bearer: Bearer,
    pub(super) alerts: Option<Arc<Alerts>>,
}

impl std::fmt::Debug for Ups {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Ups").field("base", &self.base).finish_non_exhaustive()
    }
}

impl Ups {
    /// A client for an app's credentials, at UPS' address or another (the sandbox's). `alerts`: where UPS is to tell us, when it is.
    ///
    /// # Errors
    /// When credentials or an address cannot be some.
    pub fn new(credentials: Credentials, base: Option<&str>, alerts: Option<Alerts>) -> Result<Self, String> {
        credentials.check()?;
        if let Some(alerts) = &alerts {
            alerts.check()?;
        }
        let base = outbound::base(base, LIVE)?;
        let client = outbound::client()?;
        let url = format!("{base}/security/v1/oauth/token");
        let bearer = Bearer::new(client.clone(), url, credentials, Shown::Basic, refused);
        Ok(Self { client, base, bearer, alerts: alerts.map(Arc::new) })
    }

    /// What UPS says of a number. A number nobody knows has a report, too.
    ///
    /// # Errors
    /// When UPS does not answer.
    pub async fn track(&self, number: &str, now: At) -> Result<Said<TrackReport>, Unanswered> {
        let url = format!("{}/api/track/v1/details/{}", self.base, segment(number));
        let query = [
            ("locale", "en_US"),
            ("returnSignature", "false"),
            ("returnMilestones", "false"),
            ("returnPOD", "false"),
        ];
        let answer = match self.bearer.ask(signed(self.client.get(url).query(&query)), now).await? {
            Said::Done(answer) => answer,
            Said::Refused(why) => return Ok(Said::Refused(why)),
            Said::Busy { detail, after } => return Ok(Said::Busy { detail, after }),
        };
        // "Tracking number information not found", by the specification; in practice it is a warning in an answer of 200.
        if answer.status == StatusCode::NOT_FOUND {
            let report = TrackReport::new(TrackSource::Ups, "ups", number.trim());
            return Ok(Said::Done(TrackReport { unknown: true, ..report }));
        }
        Ok(match answer.read::<Answer>(refused)? {
            Said::Done(said) => Said::Done(said.report(number, now)),
            Said::Refused(why) => Said::Refused(why),
            Said::Busy { detail, after } => Said::Busy { detail, after },
        })
    }

    /// Whether UPS gives these credentials a token: for `clew check`.
    ///
    /// # Errors
    /// UPS' words.
    pub async fn check(&self, now: At) -> Result<(), String> {
        self.bearer.check(now).await
    }
}

/// UPS demands both headers.
pub(super) fn signed(request: RequestBuilder) -> RequestBuilder {
    request.header("transid", Uuid::now_v7().simple().to_string()).header("transactionsrc", "clew")
}

/// `{"response": {"errors": [{"code": "…", "message": "…"}]}}`; anything else is its status.
pub(super) fn refused(status: StatusCode, body: &[u8]) -> Refused {
    let said: Errors = serde_json::from_slice(body).unwrap_or_default();
    let first = said.response.errors.into_iter().chain(said.errors).next().unwrap_or_default();
    Refused {
        code: first.code.unwrap_or_else(|| status.as_u16().to_string()),
        message: first.message.unwrap_or_else(|| format!("HTTP {}", status.as_u16())),
    }
}
