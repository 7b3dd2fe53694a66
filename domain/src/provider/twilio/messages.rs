//! Sending a text message, and finding one of which we do not know whether it was sent.

use super::{
    Twilio,
    wire::{Message, Page},
};
use crate::{
    clock::At,
    provider::{Unanswered, said::Said},
};

/// How far Twilio's clock may be from ours, in seconds.
const SKEW: i64 = 120;

/// A text message to be sent.
#[derive(Debug, Clone, Copy)]
pub struct Text<'a> {
    /// To whom, in E.164.
    pub to: &'a str,
    /// The words, 1600 characters at most.
    pub body: &'a str,
}

impl Twilio {
    /// Hands a message over. There is no idempotency key: who does not hear the answer asks [`Self::find`].
    ///
    /// # Errors
    /// When Twilio does not answer, which says nothing about whether it took it.
    pub async fn send_text(&self, text: &Text<'_>, now: At) -> Result<Said<Message>, Unanswered> {
        let from = if self.account.from.starts_with("MG") { "MessagingServiceSid" } else { "From" };
        let form = [
            ("To", text.to),
            (from, self.account.from.as_str()),
            ("Body", text.body),
            ("StatusCallback", &*self.callback),
        ];
        self.send(self.post(&self.messages(), &form), now).await
    }

    /// The message with these very words to this number, made since we first tried; `None` when there is certainly none.
    ///
    /// # Errors
    /// When nobody can tell: no answer, or a refusal to look.
    pub async fn find(&self, text: &Text<'_>, since: At, now: At) -> Result<Option<Message>, Unanswered> {
        // The newest two hundred to one number since we tried hold any message we mean.
        let query = [("To", text.to), ("PageSize", "200")];
        let request = self.get(&self.messages()).query(&query);
        match self.send::<Page>(request, now).await? {
            Said::Done(page) => Ok(page.messages.into_iter().find(|message| is_it(message, text, since))),
            Said::Refused(refused) => Err(Unanswered::Down(refused.message)),
            Said::Busy { detail, .. } => Err(Unanswered::Down(detail)),
        }
    }

    fn messages(&self) -> String {
        format!("{}/2010-04-01/Accounts/{}/Messages.json", self.api, self.account.sid)
    }
}

/// A trial account puts words of its own before ours.
fn is_it(message: &Message, text: &Text<'_>, since: At) -> bool {
    let said = message.body.as_deref().unwrap_or_default();
    let to = message.to.as_deref().is_some_and(|to| to == text.to);
    let late = message.created().is_none_or(|at| at >= since.plus(-SKEW));
    to && late && !text.body.is_empty() && said.trim_end().ends_with(text.body.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_ours_by_number_words_and_time() {
        let at = |second| At(jiff::Timestamp::from_second(second).unwrap());
        let message = |to: &str, body: &str| Message {
            sid: "SM1".into(),
            status: None,
            to: Some(to.into()),
            body: Some(body.into()),
            date_created: Some("Thu, 24 Aug 2023 05:01:45 +0000".into()),
            error_code: None,
        };
        let made = 1_692_853_305;
        let text = Text { to: "+34600111222", body: "On its way" };
        assert!(is_it(&message("+34600111222", "On its way"), &text, at(made)));
        assert!(is_it(
            &message("+34600111222", "Sent from a trial account - On its way\n"),
            &text,
            at(made + 60)
        ));
        assert!(!is_it(&message("+34600111222", "On its way"), &text, at(made + 600)), "an older one");
        assert!(!is_it(&message("+34600111223", "On its way"), &text, at(made)));
        assert!(!is_it(&message("+34600111222", "It arrived"), &text, at(made)));
    }
}
