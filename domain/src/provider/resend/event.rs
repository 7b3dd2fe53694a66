//! Resend's webhooks as we read them (`resend-node`, `webhooks.interface.ts`): what became of a mail.

use serde::Deserialize;

use crate::notice::{News, Undeliverable};

/// A webhook's body. No field but the type has to be there.
#[derive(Debug, Clone, Deserialize)]
pub struct Event {
    /// `email.delivered`, …
    #[serde(rename = "type")]
    pub kind: String,
    #[serde(default)]
    data: Data,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct Data {
    email_id: Option<String>,
    bounce: Option<Bounce>,
    failed: Option<Failed>,
    suppressed: Option<Suppressed>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct Bounce {
    #[serde(rename = "type")]
    kind: String,
    message: String,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct Failed {
    reason: String,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct Suppressed {
    reason: String,
    message: String,
}

/// What an event means to us.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// News of the mail with this id.
    News(String, News),
    /// Nothing: why.
    Nothing(&'static str),
}

impl Event {
    /// A body as it came; `None` when it is no event.
    pub fn read(body: &[u8]) -> Option<Self> {
        serde_json::from_slice(body).ok()
    }

    /// What it means.
    pub fn meaning(self) -> Meaning {
        let news = match self.kind.as_str() {
            "email.sent" => News::Sent,
            "email.delivered" => News::Delivered,
            "email.opened" => News::Opened,
            "email.clicked" => News::Clicked,
            "email.complained" => News::Complained,
            "email.bounced" => {
                let bounce = self.data.bounce.unwrap_or_default();
                News::Bounced { permanent: bounce.kind == "Permanent", detail: bounce.message }
            }
            "email.failed" => {
                let detail = self.data.failed.unwrap_or_default().reason;
                News::Failed { why: Undeliverable::Content, detail }
            }
            "email.suppressed" => {
                let suppressed = self.data.suppressed.unwrap_or_default();
                let complained = suppressed.reason == "previous_complaint";
                let why = if complained { Undeliverable::OptedOut } else { Undeliverable::Invalid };
                News::Failed { why, detail: suppressed.message }
            }
            _ => return Meaning::Nothing("nothing depends on this kind of event"),
        };
        match self.data.email_id {
            Some(id) => Meaning::News(id, news),
            None => Meaning::Nothing("it names no mail"),
        }
    }
}
