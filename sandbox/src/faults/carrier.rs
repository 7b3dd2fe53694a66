//! The carriers' switches.

use serde::{Deserialize, Serialize};

use super::{ApiFaults, Faults, WebhookFaults};
use crate::carrier::Carrier;

/// What can happen to an account with a carrier.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AccountFaults {
    /// What opened it opens nothing any more: no token is given, and those that were count for nothing.
    pub revoked: bool,
    /// Only numbers whose journey somebody wrote are known; the others get none by being asked for.
    pub only_scripted: bool,
}

/// The switches of a carrier that pushes.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CarrierFaults {
    /// Its calls; of its token endpoint only `down`.
    #[serde(flatten)]
    pub api: ApiFaults,
    /// Its pushes.
    #[serde(flatten)]
    pub webhooks: WebhookFaults,
    /// Its account.
    #[serde(flatten)]
    pub account: AccountFaults,
    /// Tokens last so many seconds; nought is as long as the carrier's usually do.
    pub token_lasts_s: u32,
}

/// Correos's switches.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CorreosFaults {
    /// Its calls.
    #[serde(flatten)]
    pub api: ApiFaults,
    /// Its contract.
    #[serde(flatten)]
    pub account: AccountFaults,
    /// The answer is no list of one, but that one.
    pub bare: bool,
}

impl CarrierFaults {
    /// How many seconds a token lasts that usually lasts so many.
    pub fn token_lasts(&self, usual: u32) -> u32 {
        if self.token_lasts_s == 0 { usual } else { self.token_lasts_s }
    }
}

impl Faults {
    /// The switches of an account.
    pub fn carrier(&self, carrier: Carrier) -> AccountFaults {
        match carrier {
            Carrier::Fedex => self.fedex.account,
            Carrier::Ups => self.ups.account,
            Carrier::Dhl => self.dhl.account,
            Carrier::Correos => self.correos.account,
        }
    }
}
