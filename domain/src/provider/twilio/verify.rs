//! Proving that a number is somebody's: Twilio sends a code and later says whether it was the right one
//! (<https://www.twilio.com/docs/verify/api>). We never know the code.

use super::{Twilio, wire::Verification};
use crate::{
    Language,
    clock::At,
    provider::{Unanswered, said::Said},
};

/// What a code was worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Checked {
    /// The number is theirs.
    Right,
    /// Try another one.
    Wrong,
    /// Ten minutes are over, or too many were tried: a new code has to be sent.
    Over,
}

impl Twilio {
    /// Whether numbers can be proved at all.
    pub fn verifies(&self) -> bool {
        self.account.verify.is_some()
    }

    /// Sends a code to a number, in E.164. A second request within ten minutes sends the same code again.
    ///
    /// # Errors
    /// When Twilio does not answer; asking again is harmless.
    pub async fn start_proof(&self, to: &str, language: Language, now: At) -> Result<Said<()>, Unanswered> {
        let form = [("To", to), ("Channel", "sms"), ("Locale", language.tag())];
        let answer = self.send::<Verification>(self.post(&self.service("Verifications"), &form), now).await?;
        Ok(match answer {
            Said::Done(_) => Said::Done(()),
            Said::Refused(refused) => Said::Refused(refused),
            Said::Busy { detail, after } => Said::Busy { detail, after },
        })
    }

    /// Whether this was the code.
    ///
    /// # Errors
    /// When Twilio does not answer; asking again is harmless.
    pub async fn check_proof(&self, to: &str, code: &str, now: At) -> Result<Checked, Unanswered> {
        let form = [("To", to), ("Code", code)];
        let answer = self.send::<Verification>(self.post(&self.service("VerificationCheck"), &form), now);
        Ok(match answer.await? {
            Said::Done(proof) if proof.status == "approved" => Checked::Right,
            Said::Done(proof) if proof.status == "canceled" => Checked::Over,
            Said::Done(_) => Checked::Wrong,
            // 404 (20404): expired, proved already, or tried too often; 60202: five wrong ones.
            Said::Refused(refused) if matches!(refused.code.as_str(), "20404" | "404" | "60202") => {
                Checked::Over
            }
            Said::Busy { .. } => Checked::Over,
            Said::Refused(_) => Checked::Wrong,
        })
    }

    fn service(&self, what: &str) -> String {
        let service = self.account.verify.as_deref().unwrap_or("none");
        format!("{}/v2/Services/{service}/{what}", self.verify)
    }
}
