//! Whom the sandbox stands in for.

use serde::{Deserialize, Serialize};

/// One of the outside world's companies.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Provider {
    /// Cards.
    #[default]
    Stripe,
    /// Labels and tracking.
    Shippo,
    /// Payments by bank; only its webhooks.
    Stitch,
    /// Text messages.
    Twilio,
    /// Mail over HTTP.
    Resend,
}

/// Whose API can be called, and made to fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Api {
    /// Cards.
    Stripe,
    /// Labels and tracking.
    Shippo,
    /// Where postcodes are.
    Postcodes,
    /// Text messages and codes.
    Twilio,
    /// Mail over HTTP.
    Resend,
    /// Browsers' push service.
    Push,
    /// An app's push service.
    Fcm,
}

impl Provider {
    /// As a person writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Stripe => "Stripe",
            Self::Shippo => "Shippo",
            Self::Stitch => "Stitch",
            Self::Twilio => "Twilio",
            Self::Resend => "Resend",
        }
    }
}
