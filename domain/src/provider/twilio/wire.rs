//! What Twilio writes, as leniently as we can afford: no field but the id has to be there.

use jiff::fmt::rfc2822;
use serde::Deserialize;

use crate::clock::At;

/// A message (`twilio-oai`, `api.v2010.account.message`).
#[derive(Debug, Clone, Deserialize)]
pub struct Message {
    /// `SM…`.
    pub sid: String,
    /// `queued sent delivered undelivered failed …`.
    #[serde(default)]
    pub status: Option<String>,
    /// To whom, in E.164.
    #[serde(default)]
    pub to: Option<String>,
    /// The words.
    #[serde(default)]
    pub body: Option<String>,
    /// When it was made: RFC 2822.
    #[serde(default)]
    pub date_created: Option<String>,
    /// Why it did not arrive.
    #[serde(default)]
    pub error_code: Option<i64>,
}

impl Message {
    /// When it was made.
    pub fn created(&self) -> Option<At> {
        rfc2822::parse(self.date_created.as_deref()?).ok().map(|at| At(at.timestamp()))
    }
}

/// A page of messages, the newest first.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Page {
    /// The messages.
    pub messages: Vec<Message>,
}

/// A proof under way, or one that was looked at.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Verification {
    /// `pending approved canceled`.
    pub status: String,
}

/// A refusal.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Error {
    /// <https://www.twilio.com/docs/api/errors>.
    pub code: Option<i64>,
    /// A sentence; may hold the number.
    pub message: Option<String>,
}
