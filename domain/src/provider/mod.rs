//! The outside world as this shop uses it. Nothing here is called with a transaction open.

pub mod carriers;
#[cfg(test)]
mod collected;
pub mod correos;
pub mod dhl;
pub mod fcm;
pub mod fedex;
pub mod health;
pub(crate) mod http;
mod lenient;
mod oauth;
mod outbound;
pub mod postcodes;
pub mod receiver;
pub mod resend;
pub mod said;
pub mod shippo;
pub mod shopify;
pub mod signature;
pub mod smtp;
pub mod stitch;
pub mod stripe;
#[cfg(test)]
mod stub;
pub mod twilio;
pub mod ups;
mod wall;
pub mod web_push;
pub mod woocommerce;

pub use oauth::Credentials;

/// Why a provider's answer is not one: the call may be repeated, and may already have acted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unanswered {
    /// No answer, or one that says "not now": a time-out, a cut connection, 409, 429, 5xx.
    #[error("{0}")]
    Down(String),
    /// Our key was refused: 401 or 403. Nobody has acted, and nobody should try again before a person has looked.
    #[error("{0}")]
    KeyRefused(String),
}

/// A provider understood the request and said no: nothing was done, and asking again is useless.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Its word for why.
    pub code: String,
    /// Its sentence, for staff; not translated.
    pub message: String,
}
