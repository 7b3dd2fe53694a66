//! What we ask of FedEx: thirty numbers at a time.

use std::{sync::Arc, time::Duration};

use reqwest::{Client, StatusCode};
use serde_json::{Value, json};
use uuid::Uuid;

use super::wire::Answer;
use crate::{
    clock::At,
    provider::{
        Refused, Unanswered,
        oauth::{Bearer, Credentials, Shown},
        outbound,
        said::Said,
    },
    tracking::TrackReport,
};

const LIVE: &str = "https://apis.fedex.com";
/// Numbers in one call, by FedEx's own limit.
pub const BATCH: usize = 30;
/// More than a call a second for two minutes closes FedEx to an address for so long.
const CLOSED: Duration = Duration::from_secs(600);

/// FedEx, or what stands in for it. Cheap to clone.
#[derive(Clone)]
pub struct FedEx {
    client: Client,
    base: Arc<str>,
    bearer: Bearer,
}

impl std::fmt::Debug for FedEx {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FedEx").field("base", &self.base).finish_non_exhaustive()
    }
}

impl FedEx {
    /// A client for a project's credentials, at FedEx's address or another (the sandbox's).
    ///
    /// # Errors
    /// When credentials or address cannot be some.
    pub fn new(credentials: Credentials, base: Option<&str>) -> Result<Self, String> {
        credentials.check()?;
        let base = outbound::base(base, LIVE)?;
        let client = outbound::client()?;
        let bearer =
            Bearer::new(client.clone(), format!("{base}/oauth/token"), credentials, Shown::Form, refused);
        Ok(Self { client, base, bearer })
    }

    /// What FedEx says of up to [`BATCH`] numbers: a report each, in any order. A number nobody knows has one, too; one that is missing was
    /// not answered.
    ///
    /// # Errors
    /// When FedEx does not answer.
    pub async fn track(&self, numbers: &[&str], now: At) -> Result<Said<Vec<TrackReport>>, Unanswered> {
        if numbers.len() > BATCH {
            return Ok(Said::Refused(Refused {
                code: "TOO_MANY".to_owned(),
                message: format!("FedEx takes {BATCH} numbers at a time; nothing was asked"),
            }));
        }
        let one = |number: &&str| json!({ "trackingNumberInfo": { "trackingNumber": number } });
        let asked = json!({
            "includeDetailedScans": true,
            "trackingInfo": numbers.iter().map(one).collect::<Vec<Value>>(),
        });
        let request = self
            .client
            .post(format!("{}/track/v1/trackingnumbers", self.base))
            .header("x-locale", "en_US")
            .header("x-customer-transaction-id", Uuid::now_v7().to_string())
            .json(&asked);
        let answer = match self.bearer.ask(request, now).await? {
            Said::Done(answer) => answer,
            Said::Refused(why) => return Ok(Said::Refused(why)),
            Said::Busy { detail, after } => return Ok(Said::Busy { detail, after }),
        };
        // In FedEx's own words a refused project; without them the gate in front of it, which opens again.
        if answer.status == StatusCode::FORBIDDEN && serde_json::from_slice::<Value>(&answer.body).is_err() {
            let after = Some(answer.after.unwrap_or(CLOSED));
            return Ok(Said::Busy { detail: "HTTP 403: asked too often".to_owned(), after });
        }
        Ok(match answer.read::<Answer>(refused)? {
            Said::Done(said) => {
                let mut reports = said.reports(now);
                reports.retain(|report| numbers.iter().any(|number| is(&report.number, number)));
                Said::Done(reports)
            }
            Said::Refused(why) => Said::Refused(why),
            Said::Busy { detail, after } => Said::Busy { detail, after },
        })
    }

    /// Whether FedEx gives these credentials a token: for `clew check`.
    ///
    /// # Errors
    /// FedEx's words.
    pub async fn check(&self, now: At) -> Result<(), String> {
        self.bearer.check(now).await
    }
}

fn is(number: &str, asked: &str) -> bool {
    asked.chars().filter(|c| !c.is_whitespace()).eq(number.chars())
}

/// `{"errors": [{"code": "…", "message": "…"}]}`; anything else is its status.
fn refused(status: StatusCode, body: &[u8]) -> Refused {
    let said: Answer = serde_json::from_slice(body).unwrap_or_default();
    let first = said.errors.into_iter().next().unwrap_or_default();
    Refused {
        code: first.code.unwrap_or_else(|| status.as_u16().to_string()),
        message: first.message.unwrap_or_else(|| format!("HTTP {}", status.as_u16())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        clock::Clock,
        provider::stub::{Stub, Told},
    };

    fn fedex(stub: &Stub) -> FedEx {
        let credentials = Credentials { id: "id".to_owned(), secret: "secret".to_owned().into() };
        FedEx::new(credentials, Some(&stub.base)).unwrap()
    }

    async fn answers(told: Told) -> Stub {
        Stub::start(move |asked, _| match asked.line.as_str() {
            "POST /oauth/token" => (200, "", r#"{"access_token":"t","expires_in":3600}"#.to_owned()),
            "POST /track/v1/trackingnumbers" => told.clone(),
            _ => (404, "", String::new()),
        })
        .await
    }

    #[tokio::test]
    async fn thirty_numbers_go_in_one_call_and_a_thirty_first_in_none() {
        let all = |number: &str| {
            json!({ "trackingNumber": number, "trackResults": [
            { "scanEvents": [{ "date": "2026-09-03T12:01:00-07:00", "eventType": "PU" }] }] })
        };
        let said =
            json!({ "output": { "completeTrackResults": [all("1"), all("2"), all("somebody else's")] } });
        let stub = answers((200, "", said.to_string())).await;
        let now = Clock::System.now();
        let Ok(Said::Done(reports)) = fedex(&stub).track(&["1", "2", "3"], now).await else { panic!() };
        let numbers: Vec<_> = reports.iter().map(|report| report.number.as_str()).collect();
        assert_eq!(numbers, ["1", "2"], "what was not asked for is nobody's news");
        let asked = stub.asked().pop().unwrap();
        assert!(asked.head.contains("authorization: Bearer t") && asked.head.contains("x-locale: en_US"));
        let body: Value = serde_json::from_str(&asked.body).unwrap();
        assert_eq!(body["trackingInfo"][2]["trackingNumberInfo"]["trackingNumber"], "3");
        let before = stub.asked().len();
        let many = ["1"; 31];
        assert!(matches!(fedex(&stub).track(&many, now).await, Ok(Said::Refused(_))));
        assert_eq!(stub.asked().len(), before, "nothing was asked");
    }

    #[tokio::test]
    async fn a_closed_gate_opens_again_and_a_refused_project_does_not() {
        let now = Clock::System.now();
        let ask = async |told| fedex(&answers(told).await).track(&["1"], now).await;
        let Ok(Said::Busy { after, .. }) = ask((403, "", "<html>Access Denied</html>".to_owned())).await
        else {
            panic!()
        };
        assert_eq!(after, Some(CLOSED));
        let words = r#"{"errors":[{"code":"FORBIDDEN.ERROR","message":"check your permissions"}]}"#;
        assert!(matches!(ask((403, "", words.to_owned())).await, Err(Unanswered::KeyRefused(_))));
        let Ok(Said::Busy { after, .. }) = ask((429, "retry-after: 9\r\n", String::new())).await else {
            panic!()
        };
        assert_eq!(after, Some(Duration::from_secs(9)));
        let words = r#"{"errors":[{"code":"TRACKING.TRACKINGNUMBER.EMPTY","message":"Please provide tracking number."}]}"#;
        let Ok(Said::Refused(why)) = ask((400, "", words.to_owned())).await else { panic!() };
        assert_eq!(why.code, "TRACKING.TRACKINGNUMBER.EMPTY");
        for doubtful in [
            (503, "", String::new()),
            (200, "", "<html>".to_owned()),
            (302, "location: /x\r\n", String::new()),
        ] {
            assert!(matches!(ask(doubtful).await, Err(Unanswered::Down(_))));
        }
    }
}
