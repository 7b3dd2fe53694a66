//! Stripe's test cards: the number decides what the bank says.

use serde::{Deserialize, Serialize};

use crate::money::luhn;

/// A refusal as the wire names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decline {
    /// `code` of the card error.
    pub code: &'static str,
    /// `decline_code`, when the bank gave one.
    pub decline_code: Option<&'static str>,
    /// `message`, in the API's English.
    pub message: &'static str,
}

/// What the bank says to a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Yes.
    Approved,
    /// Yes, if the customer confirms it is really them.
    Authenticate,
    /// No.
    Declined(Decline),
    /// No bank was asked: the number cannot exist.
    Mistyped(Decline),
}

/// The parts of a card that are fit to keep.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// `visa`, `mastercard`, `amex` or `unknown`.
    pub brand: String,
    /// Last four digits.
    pub last4: String,
    /// What happens after it was charged.
    #[serde(default)]
    pub quirk: Quirk,
}

/// What is peculiar about a card that works.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Quirk {
    /// Nothing.
    #[default]
    None,
    /// Its refunds are pending for a moment.
    RefundPending,
    /// Its refunds succeed, and a moment later fail.
    RefundFails,
    /// Its owner disputes every charge.
    Disputes,
}

const fn declined(code: &'static str, decline_code: Option<&'static str>, message: &'static str) -> Decline {
    Decline { code, decline_code, message }
}

/// The number fails its own check digit.
pub const INCORRECT_NUMBER: Decline = declined("incorrect_number", None, "Your card number is incorrect.");

/// The customer did not confirm.
pub const NOT_AUTHENTICATED: Decline = declined(
    "payment_intent_authentication_failure",
    None,
    "We are unable to authenticate your payment method. Please choose a different payment method and try again.",
);

/// A delayed method whose money never came.
pub const DELAYED_FAILED: Decline =
    declined("payment_intent_payment_attempt_failed", Some("generic_decline"), "The payment failed.");

const GENERIC: &str = "Your card was declined.";

const DECLINING: [(&str, Decline); 8] = [
    ("4000000000000002", declined("card_declined", Some("generic_decline"), GENERIC)),
    (
        "4000000000009995",
        declined("card_declined", Some("insufficient_funds"), "Your card has insufficient funds."),
    ),
    ("4000000000009987", declined("card_declined", Some("lost_card"), GENERIC)),
    ("4000000000009979", declined("card_declined", Some("stolen_card"), GENERIC)),
    ("4000000000000069", declined("expired_card", Some("expired_card"), "Your card has expired.")),
    (
        "4000000000000127",
        declined("incorrect_cvc", Some("incorrect_cvc"), "Your card's security code is incorrect."),
    ),
    (
        "4000000000000119",
        declined(
            "processing_error",
            Some("processing_error"),
            "An error occurred while processing your card. Try again in a little bit.",
        ),
    ),
    ("4100000000000019", declined("card_declined", Some("fraudulent"), GENERIC)),
];

const QUIRKS: [(&str, Quirk); 3] = [
    ("4000000000007726", Quirk::RefundPending),
    ("4000000000005126", Quirk::RefundFails),
    ("4000000000000259", Quirk::Disputes),
];

const AUTHENTICATING: [&str; 2] = ["4000002760003184", "4000000000003220"];

/// Asks the bank. Spaces and hyphens in the number do not matter.
pub fn ask(number: &str) -> (Card, Verdict) {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let card = Card {
        brand: brand(&digits).to_owned(),
        last4: digits[digits.len().saturating_sub(4)..].to_owned(),
        quirk: QUIRKS.iter().find(|(number, _)| *number == digits).map_or(Quirk::None, |(_, quirk)| *quirk),
    };
    let stray =
        number.chars().any(|letter| !letter.is_ascii_digit() && !letter.is_whitespace() && letter != '-');
    let verdict = if stray || !(12..=19).contains(&digits.len()) || !luhn(&digits) {
        Verdict::Mistyped(INCORRECT_NUMBER)
    } else if AUTHENTICATING.contains(&digits.as_str()) {
        Verdict::Authenticate
    } else {
        DECLINING
            .iter()
            .find(|(declining, _)| *declining == digits)
            .map_or(Verdict::Approved, |(_, decline)| Verdict::Declined(*decline))
    };
    (card, verdict)
}

fn brand(digits: &str) -> &'static str {
    match digits.as_bytes() {
        [b'4', ..] => "visa",
        [b'5', b'1'..=b'5', ..] => "mastercard",
        [b'3', b'4' | b'7', ..] => "amex",
        _ => "unknown",
    }
}
