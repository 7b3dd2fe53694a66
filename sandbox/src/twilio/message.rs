//! One text message.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::table::Row;
use crate::{clock, ids};

/// See the module.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Message {
    /// `SM…`
    pub sid: String,
    /// `AC…`
    pub account: String,
    /// E.164.
    pub to: String,
    /// E.164, or a service.
    pub from: String,
    /// The words.
    pub body: String,
    /// `queued sent delivered undelivered`, or `received`.
    pub status: String,
    /// Why it did not arrive.
    pub error: Option<u32>,
    /// Where its news go; none where nobody asked for them.
    pub callback: Option<String>,
    /// Unix seconds.
    pub created: i64,
}

impl Row for Message {
    fn id(&self) -> &str {
        &self.sid
    }
}

impl Message {
    /// A new one that waits to be sent.
    pub fn new(account: &str, to: &str, from: &str, body: &str, callback: Option<String>) -> Self {
        Self {
            sid: ids::hexadecimal("SM"),
            account: account.to_owned(),
            to: to.to_owned(),
            from: from.to_owned(),
            body: body.to_owned(),
            status: "queued".to_owned(),
            error: None,
            callback,
            created: clock::now(),
        }
    }

    /// As the API shows it.
    pub fn wire(&self) -> Value {
        let date = clock::rfc2822(self.created);
        let uri = format!("/2010-04-01/Accounts/{}/Messages/{}", self.account, self.sid);
        let service = self.from.starts_with("MG").then_some(&self.from);
        let inbound = self.status == "received";
        json!({
            "account_sid": self.account,
            "api_version": "2010-04-01",
            "body": self.body,
            "date_created": date,
            "date_sent": (self.status != "queued").then_some(&date),
            "date_updated": date,
            "direction": if inbound { "inbound" } else { "outbound-api" },
            "error_code": self.error,
            "error_message": null,
            "from": self.from,
            "messaging_service_sid": service,
            "num_media": "0",
            "num_segments": self.segments().to_string(),
            "price": null,
            "price_unit": null,
            "sid": self.sid,
            "status": self.status,
            "subresource_uris": { "media": format!("{uri}/Media.json") },
            "to": self.to,
            "uri": format!("{uri}.json"),
        })
    }

    /// Roughly: 160 letters of the Latin alphabet, or 70 of any other.
    fn segments(&self) -> usize {
        let length = self.body.chars().count();
        let (one, many) = if self.body.is_ascii() { (160, 153) } else { (70, 67) };
        if length <= one { 1 } else { length.div_ceil(many) }
    }

    /// The form that tells of its status.
    pub fn news(&self) -> Value {
        let mut form = json!({
            "MessageSid": self.sid,
            "SmsSid": self.sid,
            "AccountSid": self.account,
            "MessageStatus": self.status,
            "SmsStatus": self.status,
            "To": self.to,
            "From": self.from,
            "ApiVersion": "2010-04-01",
        });
        if let Some(code) = self.error {
            form["ErrorCode"] = json!(code.to_string());
        }
        form
    }
}
