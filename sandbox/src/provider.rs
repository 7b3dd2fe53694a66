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
    /// Parcels.
    Fedex,
    /// Parcels.
    Ups,
    /// Parcels.
    Dhl,
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
    /// Where parcels are.
    Fedex,
    /// Where parcels are.
    Ups,
    /// Where parcels are.
    Dhl,
    /// Where parcels are.
    Correos,
}

impl Provider {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Stripe,
        Self::Shippo,
        Self::Stitch,
        Self::Twilio,
        Self::Resend,
        Self::Fedex,
        Self::Ups,
        Self::Dhl,
    ];

    /// As a person writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Stripe => "Stripe",
            Self::Shippo => "Shippo",
            Self::Stitch => "Stitch",
            Self::Twilio => "Twilio",
            Self::Resend => "Resend",
            Self::Fedex => "FedEx",
            Self::Ups => "UPS",
            Self::Dhl => "DHL",
        }
    }
}
