//! What a person of the shop writes themselves: to one customer from the order's page, or to all of a selection.

mod hour;
mod preview;
mod to_many;
mod ways;
mod write;

pub use hour::{first_hour, read_hour, within};
pub use preview::preview;
pub use to_many::{silenced_orders, write_to_many};
pub use ways::{Way, ways};
pub use write::{ByHand, by_hand};

use serde_json::{Value, json};

use super::{Channel, Letter, NoticeKind};
use crate::Reason;

/// The subject a person wrote, where one did: it takes the place of the shop's own.
pub(super) fn own_subject(letter: &Letter) -> Option<String> {
    let subject = letter.payload.get("subject").and_then(Value::as_str);
    let own = letter.kind == NoticeKind::Message && letter.channel != Channel::Sms;
    subject.filter(|subject| own && !subject.is_empty()).map(str::to_owned)
}

/// Characters of a message at most: a letter, not a book.
pub const LONGEST_MESSAGE: usize = 4000;
/// Characters of a text message at most: three segments of the smaller alphabet (GSM 03.38: 153 each, minus the link's line).
pub const LONGEST_TEXT_MESSAGE: usize = 400;
/// Characters of a subject at most; mail programs show half of it.
pub const LONGEST_SUBJECT: usize = 150;

/// What somebody wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// One line; empty where the shop's own subject will do.
    pub subject: String,
    /// Paragraphs.
    pub text: String,
}

impl Words {
    /// What was typed, tidied: a subject is one line, a text has no other control characters than its line ends.
    ///
    /// # Errors
    /// [`Reason::EmptyMessage`], [`Reason::TooLong`].
    pub fn read(subject: &str, text: &str, channel: Channel) -> Result<Self, Reason> {
        let subject: String = subject.split(|c: char| c.is_control() || c.is_whitespace()).fold(
            String::new(),
            |mut line, word| {
                if !line.is_empty() && !word.is_empty() {
                    line.push(' ');
                }
                line.push_str(word);
                line
            },
        );
        let text = text.replace("\r\n", "\n");
        let text: String = text.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
        let text = text.trim().to_owned();
        if text.is_empty() {
            return Err(Reason::EmptyMessage);
        }
        let most = if channel == Channel::Sms { LONGEST_TEXT_MESSAGE } else { LONGEST_MESSAGE };
        if text.chars().count() > most {
            return Err(Reason::TooLong { most });
        }
        if subject.chars().count() > LONGEST_SUBJECT {
            return Err(Reason::TooLong { most: LONGEST_SUBJECT });
        }
        Ok(Self { subject, text })
    }

    /// As event and notice keep it. `by` is who wrote it.
    fn payload(&self, channel: Channel, by: Option<&str>) -> Value {
        let mut payload = json!({ "message": self.text, "channel": channel, "by": by });
        if !self.subject.is_empty() {
            payload["subject"] = json!(self.subject);
        }
        payload
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_tidied_and_cannot_be_more_than_a_subject_and_a_text() {
        let words = Words::read(" Your\r\nBcc: x\u{2028}order ", "\u{7}One\r\n\r\ntwo\u{0} ", Channel::Email)
            .unwrap();
        assert_eq!(words, Words { subject: "Your Bcc: x order".into(), text: "One\n\ntwo".into() });
        assert_eq!(Words::read("x", " \n ", Channel::Email), Err(Reason::EmptyMessage));
        let long = "я".repeat(LONGEST_TEXT_MESSAGE + 1);
        assert!(Words::read("", &long, Channel::Email).is_ok());
        assert_eq!(Words::read("", &long, Channel::Sms), Err(Reason::TooLong { most: LONGEST_TEXT_MESSAGE }));
    }
}
