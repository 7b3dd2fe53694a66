//! Asking UPS to tell us of numbers: for fourteen days, then again. It tells nothing of what came before: that is asked for.

use secrecy::{ExposeSecret, SecretString};
use serde_json::json;

use super::{
    Ups,
    client::{refused, signed},
    wire::Subscription,
};
use crate::{
    clock::At,
    provider::{Refused, Unanswered, said::Said},
};

/// Numbers in one call, by UPS' own limit.
pub const MOST: usize = 100;
/// UPS tells of a number for so long, in seconds.
const LASTS: i64 = 14 * 24 * 3600;
/// Renewed so long before its end, in seconds: time for who finds UPS away.
const EARLY: i64 = 2 * 24 * 3600;

/// Which version of Track Alert tells us, and where.
#[derive(Debug, Clone)]
pub enum Alerts {
    /// Each subscription brings our address and the word with which UPS proves itself there.
    V1 {
        /// Our door, as UPS reaches it.
        url: String,
        /// The word.
        credential: SecretString,
    },
    /// Address and word are kept at <https://developer.ups.com/update-webhook>.
    V2,
}

impl Alerts {
    pub(super) fn check(&self) -> Result<(), String> {
        let Self::V1 { url, credential } = self else { return Ok(()) };
        url::Url::parse(url).map_err(|error| format!("{url} is no address: {error}"))?;
        let plain = |c: char| c.is_ascii_graphic();
        if credential.expose_secret().is_empty() || !credential.expose_secret().chars().all(plain) {
            return Err(
                "the word UPS is to send is empty or holds something that is no letter, digit or sign"
                    .to_owned(),
            );
        }
        Ok(())
    }
}

/// What UPS made of a subscription.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subscribed {
    /// Numbers it tells us of.
    pub taken: Vec<String>,
    /// Numbers it does not tell us of: to UPS they are none.
    pub not_taken: Vec<String>,
    /// When it has to be asked again; it tells us two days longer.
    pub renew: At,
}

impl Ups {
    /// Whether UPS is to tell us of numbers.
    pub const fn tells(&self) -> bool {
        self.alerts.is_some()
    }

    /// Asks UPS to tell us of up to [`MOST`] numbers. Asking again renews: after a doubtful answer, ask again.
    ///
    /// # Errors
    /// When UPS does not answer, which says nothing about whether it took them.
    pub async fn subscribe(&self, numbers: &[&str], now: At) -> Result<Said<Subscribed>, Unanswered> {
        let Some(alerts) = &self.alerts else {
            return Ok(refusal("UNSET", "no door is set for UPS' pushes"));
        };
        if numbers.len() > MOST {
            return Ok(refusal("TOO_MANY", "UPS takes 100 numbers at a time; nothing was asked"));
        }
        let mut asked = json!({ "locale": "en_US", "countryCode": "US", "trackingNumberList": numbers });
        let version = match &**alerts {
            Alerts::V1 { url, credential } => {
                let credential = credential.expose_secret();
                asked["destination"] =
                    json!({ "url": url, "credentialType": "Bearer", "credential": credential });
                "v1"
            }
            Alerts::V2 => "v2",
        };
        let url = format!("{}/api/track/{version}/subscription/standard/package", self.base);
        let answer = match self.bearer.ask(signed(self.client.post(url).json(&asked)), now).await? {
            Said::Done(answer) => answer,
            Said::Refused(why) => return Ok(Said::Refused(why)),
            Said::Busy { detail, after } => return Ok(Said::Busy { detail, after }),
        };
        let of = |said: Subscription| Subscribed {
            taken: said.valid_tracking_numbers,
            not_taken: said.invalid_tracking_numbers,
            renew: now.plus(LASTS - EARLY),
        };
        // Where not one number is good, that is an error to UPS; to us it is an answer about each of them.
        if answer.status.as_u16() == 400
            && let Ok(said) = serde_json::from_slice::<Subscription>(&answer.body)
            && !said.invalid_tracking_numbers.is_empty()
        {
            return Ok(Said::Done(of(said)));
        }
        Ok(match answer.read::<Subscription>(refused)? {
            Said::Done(said) => Said::Done(of(said)),
            Said::Refused(why) => Said::Refused(why),
            Said::Busy { detail, after } => Said::Busy { detail, after },
        })
    }
}

fn refusal<T>(code: &str, message: &str) -> Said<T> {
    Said::Refused(Refused { code: code.to_owned(), message: message.to_owned() })
}
