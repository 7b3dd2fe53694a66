//! Identifiers with Stripe's prefixes and lengths, so that columns and patterns sized for the real ones are exercised.

use rand::Rng;
use rand::distr::Alphanumeric;

fn fresh(prefix: &str, length: usize) -> String {
    let tail = rand::rng().sample_iter(Alphanumeric).take(length).map(char::from);
    prefix.chars().chain(tail).collect()
}

/// `cs_test_...`
pub fn session() -> String {
    fresh("cs_test_a1", 56)
}

/// `pi_...`
pub fn payment_intent() -> String {
    fresh("pi_3", 23)
}

/// `ch_...`
pub fn charge() -> String {
    fresh("ch_3", 23)
}

/// `re_...`
pub fn refund() -> String {
    fresh("re_3", 23)
}

/// `dp_...`
pub fn dispute() -> String {
    fresh("dp_1", 23)
}

/// `evt_...`
pub fn event() -> String {
    fresh("evt_1", 23)
}

/// `msg_...`: a webhook whose body carries no id of its own.
pub fn message() -> String {
    fresh("msg_", 27)
}

/// A payment request of Stitch's, which are base64 of something.
pub fn payment_request() -> String {
    fresh("cGF5cmVx", 24)
}

/// `SM` and 32 hexadecimal digits, as Twilio's are.
pub fn hexadecimal(prefix: &str) -> String {
    format!("{prefix}{}", hex::encode(rand::random::<[u8; 16]>()))
}

/// A random UUID.
pub fn uuid() -> String {
    let digits = hex::encode(rand::random::<[u8; 16]>());
    format!("{}-{}-4{}-8{}-{}", &digits[..8], &digits[8..12], &digits[13..16], &digits[17..20], &digits[20..])
}

/// `req_...`
pub fn request() -> String {
    fresh("req_", 14)
}

/// `li_...`
pub fn line_item() -> String {
    fresh("li_1", 23)
}

/// Any other kind: `price_...`, `prod_...`, `shr_...`, `pm_...`, `txn_...`
pub fn other(prefix: &str) -> String {
    fresh(&format!("{prefix}_1"), 23)
}

/// A mail in the mailbox; short, because people read it in an address bar.
pub fn mail() -> String {
    fresh("mail_", 12)
}
