//! What waits while a provider does not answer, in words staff know from their own work.

use serde::{Deserialize, Serialize};

use crate::{Language, language::Word, language::say_with};

/// A kind of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Waits {
    /// Labels to buy.
    Label,
    /// Labels to give back.
    Void,
    /// Refunds to send.
    Refund,
    /// Held money to take, or to give free.
    Hold,
    /// Payments to look after.
    Payment,
    /// Parcels to ask after.
    Tracking,
    /// Messages to send.
    Message,
    /// Anything else.
    Other,
}

impl Waits {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Label,
        Self::Void,
        Self::Refund,
        Self::Hold,
        Self::Payment,
        Self::Tracking,
        Self::Message,
        Self::Other,
    ];

    /// What a job of this name does.
    pub fn of_job(name: &str) -> Self {
        match name {
            "buy_label" => Self::Label,
            "void_label" => Self::Void,
            "send_refund" => Self::Refund,
            "capture_payment" | "release_payment" => Self::Hold,
            "sync_refunds" | "watch_authorization" | "check_payment" | "fetch_events" => Self::Payment,
            "check_track" | "register_track" => Self::Tracking,
            "send_notice" => Self::Message,
            _ => Self::Other,
        }
    }

    /// "2 labels to buy".
    pub fn say(self, count: i64, language: Language) -> String {
        let key = match self {
            Self::Label => "waits-label",
            Self::Void => "waits-void",
            Self::Refund => "waits-refund",
            Self::Hold => "waits-hold",
            Self::Payment => "waits-payment",
            Self::Tracking => "waits-tracking",
            Self::Message => "waits-message",
            Self::Other => "waits-other",
        };
        say_with(language, key, vec![("count", Word::from(count))])
    }
}
