//! One conversation with a mail server, step by step: at which step it says no decides what the no means.

use lettre::{
    Message,
    transport::smtp::{
        Error,
        client::AsyncSmtpConnection,
        commands::{Data, Mail, Rcpt, Rset},
        extension::{Extension, MailBodyParameter, MailParameter},
    },
};

use crate::{
    notice::{Undeliverable, Unsent},
    provider::Unanswered,
};

/// So many mails go over one line: many servers end it after a hundred.
const MOST: u32 = 90;

/// An open line to the server, signed in.
pub(super) struct Line {
    conn: AsyncSmtpConnection,
    carried: u32,
}

/// How far a conversation got.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// Reaching the server and agreeing on how to speak.
    Greet,
    /// Proving who we are.
    SignIn,
    /// Saying from whom a mail comes.
    Sender,
    /// Saying to whom it goes.
    Recipient,
    /// Asking whether the mail itself may come.
    Offer,
    /// Handing it over: from here on it may have been taken.
    Body,
}

/// Where and why a conversation ended.
pub(super) enum Stop {
    /// The server, or the way to it.
    At(Step, Error),
    /// The server takes no addresses outside ASCII.
    NoUtf8,
}

impl Line {
    pub(super) const fn new(conn: AsyncSmtpConnection) -> Self {
        Self { conn, carried: 0 }
    }

    /// Everything up to the mail itself: until here nothing can have been taken.
    pub(super) async fn offer(&mut self, mail: &Message, body: &[u8]) -> Result<(), Stop> {
        let envelope = mail.envelope();
        let mut options = Vec::new();
        let ascii = |address: &lettre::Address| address.user().is_ascii() && address.domain().is_ascii();
        if !envelope.to().iter().chain(envelope.from()).all(ascii) {
            if !self.conn.server_info().supports_feature(Extension::SmtpUtfEight) {
                return Err(Stop::NoUtf8);
            }
            options.push(MailParameter::SmtpUtfEight);
        }
        if !body.is_ascii() {
            options.push(MailParameter::Body(MailBodyParameter::EightBitMime));
        }
        let at = |step| move |error| Stop::At(step, error);
        self.conn.command(Mail::new(envelope.from().cloned(), options)).await.map_err(at(Step::Sender))?;
        for address in envelope.to() {
            self.conn.command(Rcpt::new(address.clone(), Vec::new())).await.map_err(at(Step::Recipient))?;
        }
        self.conn.command(Data).await.map_err(at(Step::Offer))?;
        Ok(())
    }

    /// The mail itself.
    pub(super) async fn hand_over(&mut self, body: &[u8]) -> Result<(), Stop> {
        self.carried += 1;
        self.conn.message(body).await.map(drop).map_err(|error| Stop::At(Step::Body, error))
    }

    /// The next word, by which the server knows that its last answer was heard. False when the line is not to be used again.
    pub(super) async fn go_on(&mut self) -> bool {
        self.conn.command(Rset).await.is_ok() && self.carried < MOST
    }

    /// Says goodbye.
    pub(super) async fn end(mut self) {
        // Whatever was taken is recorded: how the goodbye goes does not matter.
        let _ = self.conn.quit().await;
    }
}

impl Stop {
    /// Whether the server just let a line go that nobody had used for a while.
    pub(super) fn is_hung_up(&self) -> bool {
        match self {
            Self::At(Step::Sender, error) => error.status().is_none_or(|code| u16::from(code) == 421),
            _ => false,
        }
    }

    /// Whether the line can carry another mail.
    pub(super) fn leaves_the_line(&self) -> bool {
        match self {
            Self::At(_, error) => error.status().is_some_and(|code| u16::from(code) != 421),
            Self::NoUtf8 => true,
        }
    }

    /// What it means for the mail.
    pub(super) fn judged(&self) -> Result<Unsent, Unanswered> {
        match self {
            Self::At(step, error) => judge(*step, error.status().map(u16::from), &error.to_string()),
            Self::NoUtf8 => Ok(Unsent::Permanent {
                why: Undeliverable::Content,
                detail: "the mail server takes no addresses outside ASCII (RFC 6531)".to_owned(),
            }),
        }
    }
}

/// What a reply code (RFC 5321 §4.2.3), or none, means at a step.
fn judge(step: Step, code: Option<u16>, words: &str) -> Result<Unsent, Unanswered> {
    let detail = words.to_owned();
    let never = |why| Ok(Unsent::Permanent { why, detail: words.to_owned() });
    match (step, code) {
        // RFC 4954 §6: it is our key that it does not take, and no address is to blame.
        (_, Some(530 | 534 | 535 | 538)) | (Step::SignIn, Some(500..)) => Err(Unanswered::KeyRefused(detail)),
        (Step::Body, None) => Ok(Unsent::Unknown(detail)),
        (Step::Greet | Step::SignIn, _) | (_, None | Some(421)) => Err(Unanswered::Down(detail)),
        (Step::Recipient, Some(code @ 500..)) if is_about_the_address(code, words) => {
            never(Undeliverable::Invalid)
        }
        (_, Some(500..)) => never(Undeliverable::Content),
        (_, Some(_)) => Ok(Unsent::Temporary { detail, after: None }),
    }
}

/// Whether a refusal at RCPT says that nobody has the address: by its enhanced code where it has one (RFC 3463 §3.2; 5.1.7 and 5.1.8 are
/// about the sender), else by the code.
fn is_about_the_address(code: u16, words: &str) -> bool {
    let said = words.split_once("): ").map_or(words, |(_, said)| said);
    let mut parts = said.split_whitespace().next().unwrap_or_default().split('.');
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some("5"), Some(subject), Some(detail), None)
            if subject.parse::<u16>().is_ok() && detail.parse::<u16>().is_ok() =>
        {
            subject == "1" && !matches!(detail, "7" | "8")
        }
        _ => matches!(code, 550 | 551 | 553),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_refused_recipient_spares_an_address() {
        let why = |step, code: u16, said: &str| match judge(
            step,
            Some(code),
            &format!("permanent error ({code}): {said}"),
        ) {
            Ok(Unsent::Permanent { why, .. }) => Some(why),
            other => panic!("{step:?} {code} {said}: {other:?}"),
        };
        for (step, code, said, meant) in [
            (Step::Recipient, 550, "5.1.1 No such user", Undeliverable::Invalid),
            (Step::Recipient, 550, "No such user here", Undeliverable::Invalid),
            (Step::Recipient, 551, "User not local", Undeliverable::Invalid),
            (Step::Recipient, 553, "5.1.3 Bad address", Undeliverable::Invalid),
            (Step::Recipient, 550, "5.7.1 Relaying denied", Undeliverable::Content),
            (Step::Recipient, 550, "5.1.8 Sender's domain does not resolve", Undeliverable::Content),
            (Step::Recipient, 552, "5.2.2 Mailbox full", Undeliverable::Content),
            (Step::Recipient, 554, "Policy", Undeliverable::Content),
            (Step::Sender, 550, "5.1.1 Not you", Undeliverable::Content),
            (Step::Offer, 554, "No valid recipients", Undeliverable::Content),
            (Step::Body, 550, "5.7.1 Looks like spam", Undeliverable::Content),
        ] {
            assert_eq!(why(step, code, said), Some(meant), "{step:?} {code} {said}");
        }
    }

    #[test]
    fn a_refused_key_is_no_address_s_fault_and_a_lost_answer_is_unknown() {
        for (step, code) in [(Step::SignIn, 535), (Step::Sender, 530), (Step::SignIn, 504)] {
            assert!(matches!(judge(step, Some(code), ""), Err(Unanswered::KeyRefused(_))), "{step:?} {code}");
        }
        for (step, code) in [
            (Step::Greet, None),
            (Step::Greet, Some(554)),
            (Step::SignIn, Some(454)),
            (Step::Recipient, None),
            (Step::Offer, Some(421)),
        ] {
            assert!(matches!(judge(step, code, ""), Err(Unanswered::Down(_))), "{step:?} {code:?}");
        }
        assert!(matches!(judge(Step::Body, None, ""), Ok(Unsent::Unknown(_))));
        assert!(matches!(judge(Step::Recipient, Some(451), ""), Ok(Unsent::Temporary { .. })));
        assert!(matches!(judge(Step::Body, Some(452), ""), Ok(Unsent::Temporary { .. })));
    }
}
