//! What Twilio tells us, as a form: what became of a message (<https://www.twilio.com/docs/messaging/guides/track-outbound-message-status>),
//! and what somebody answered (<https://www.twilio.com/docs/messaging/guides/webhook-request>).

use std::collections::HashMap;

use super::meaning;
use crate::notice::{News, Undeliverable, Wish};

/// A form with a message's id in it.
#[derive(Debug, Clone)]
pub struct Callback(HashMap<String, String>);

/// What it means to us.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// News of a message we sent.
    News(News),
    /// The owner of a number wants to hear no more, or again.
    Wish(String, Wish),
    /// Nothing: why.
    Nothing(&'static str),
}

/// A form's fields in their order: what is signed.
pub fn fields(body: &[u8]) -> Vec<(String, String)> {
    url::form_urlencoded::parse(body).into_owned().collect()
}

impl Callback {
    /// A body as it came; `None` when it names no message.
    pub fn read(body: &[u8]) -> Option<Self> {
        let callback = Self(fields(body).into_iter().collect());
        (!callback.sid().is_empty()).then_some(callback)
    }

    /// `SM…`.
    pub fn sid(&self) -> &str {
        let named = |name: &str| self.0.get(name).map(String::as_str).filter(|sid| !sid.is_empty());
        named("MessageSid").or_else(|| named("SmsSid")).unwrap_or_default()
    }

    /// `delivered`, …; `received` for what somebody wrote to us.
    pub fn kind(&self) -> &str {
        let named = |name: &str| self.0.get(name).map(String::as_str).filter(|kind| !kind.is_empty());
        named("MessageStatus").or_else(|| named("SmsStatus")).unwrap_or("received")
    }

    /// The key of once-only: a message has each status once, and is written to us once.
    pub fn key(&self) -> String {
        match self.kind() {
            "received" => self.sid().to_owned(),
            status => format!("{}:{status}", self.sid()),
        }
    }

    /// What it means.
    pub fn meaning(&self) -> Meaning {
        match self.kind() {
            "sent" => Meaning::News(News::Sent),
            "delivered" => Meaning::News(News::Delivered),
            "read" => Meaning::News(News::Opened),
            "undelivered" | "failed" => Meaning::News(self.failed()),
            "received" => self.wish(),
            _ => Meaning::Nothing("it is still on its way"),
        }
    }

    fn failed(&self) -> News {
        let code = self.0.get("ErrorCode").map_or("", String::as_str);
        // What may arrive another time does not speak against the number.
        let why = meaning(code).unwrap_or(Undeliverable::Content);
        News::Failed { why, detail: format!("Twilio {code} ({})", self.kind()) }
    }

    fn wish(&self) -> Meaning {
        let Some(from) = self.0.get("From").filter(|from| from.starts_with('+')) else {
            return Meaning::Nothing("it is from no number");
        };
        // Advanced Opt-Out says what Twilio made of it, in whichever language the shop set there.
        let said = self.0.get("OptOutType").or_else(|| self.0.get("Body"));
        match said.and_then(|said| Wish::read(said)) {
            Some(wish) => Meaning::Wish(from.clone(), wish),
            None => Meaning::Nothing("a text nobody here reads"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(form: &str) -> Callback {
        Callback::read(form.as_bytes()).unwrap()
    }

    #[test]
    fn a_status_is_news_once_and_an_answer_is_a_wish_once() {
        let sent = of("MessageSid=SM1&MessageStatus=sent&To=%2B34600111222");
        assert_eq!((sent.key().as_str(), sent.meaning()), ("SM1:sent", Meaning::News(News::Sent)));
        let failed = of("MessageSid=SM1&MessageStatus=undelivered&ErrorCode=30005");
        let Meaning::News(News::Failed { why, .. }) = failed.meaning() else { panic!() };
        assert_eq!((failed.key().as_str(), why), ("SM1:undelivered", Undeliverable::Invalid));
        assert!(matches!(of("SmsSid=SM1&SmsStatus=queued").meaning(), Meaning::Nothing(_)));
        let stop = of("MessageSid=SM2&SmsStatus=received&From=%2B34600111222&Body=stop");
        assert_eq!(stop.key(), "SM2");
        assert_eq!(stop.meaning(), Meaning::Wish("+34600111222".into(), Wish::Stop));
        let advanced = of("MessageSid=SM3&SmsStatus=received&From=%2B34600111222&Body=weg&OptOutType=STOP");
        assert_eq!(advanced.meaning(), Meaning::Wish("+34600111222".into(), Wish::Stop));
        let chat = of("MessageSid=SM4&SmsStatus=received&From=%2B34600111222&Body=When%3F");
        assert!(matches!(chat.meaning(), Meaning::Nothing(_)));
    }

    #[test]
    fn what_names_no_message_is_none() {
        for body in ["", "a=b", "MessageSid=", "{\"MessageSid\":\"SM1\"}"] {
            assert!(Callback::read(body.as_bytes()).is_none(), "{body}");
        }
    }
}
