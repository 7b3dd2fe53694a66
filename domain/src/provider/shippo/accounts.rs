//! Which carrier is behind an account: rates name carriers for people only, tracks want the token.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use serde::Deserialize;

use super::{
    Shippo, lenient,
    wire::{Page, Rate},
};
use crate::provider::{Refused, Unanswered};

/// Account → carrier token, as learnt so far. An account's carrier never changes.
pub(super) type Accounts = Arc<Mutex<HashMap<String, String>>>;

/// A contract with a carrier (<https://docs.goshippo.com/docs/carriers/carrieraccounts/>).
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct CarrierAccount {
    /// Its id, as rates name it.
    #[serde(deserialize_with = "lenient::text")]
    pub object_id: Option<String>,
    /// `ups`.
    #[serde(deserialize_with = "lenient::text")]
    pub carrier: Option<String>,
}

impl Shippo {
    /// The contracts of this key.
    ///
    /// # Errors
    /// When Shippo does not answer.
    pub async fn carriers(&self) -> Result<Result<Vec<CarrierAccount>, Refused>, Unanswered> {
        let page = self.get::<Page<CarrierAccount>>("/carrier_accounts/?results=100").await?;
        Ok(page.map(|page| {
            let mut known = self.accounts.lock().unwrap_or_else(PoisonError::into_inner);
            for account in &page.results {
                if let (Some(id), Some(carrier)) = (&account.object_id, &account.carrier) {
                    known.insert(id.clone(), carrier.clone());
                }
            }
            page.results
        }))
    }

    /// Learns the carriers of these rates' accounts, where one is not known yet.
    ///
    /// # Errors
    /// When Shippo does not answer.
    pub async fn meet_carriers(&self, rates: &[Rate]) -> Result<(), Unanswered> {
        let known = |rate: &Rate| self.account(rate).is_some();
        if !rates.iter().all(known) {
            // A refusal leaves the carrier's name to go by.
            let _ = self.carriers().await?;
        }
        Ok(())
    }

    /// A rate's carrier token: by its account, else by the carrier's name.
    pub fn carrier_of(&self, rate: &Rate) -> String {
        self.account(rate).unwrap_or_else(|| slug(rate.provider.as_deref().unwrap_or_default()))
    }

    fn account(&self, rate: &Rate) -> Option<String> {
        let account = rate.carrier_account.as_deref()?;
        self.accounts.lock().unwrap_or_else(PoisonError::into_inner).get(account).cloned()
    }
}

/// "DHL Express" → `dhl_express`.
fn slug(name: &str) -> String {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("_")
}

#[cfg(test)]
mod tests {
    #[test]
    fn names_are_near_tokens() {
        assert_eq!(super::slug("DHL Express"), "dhl_express");
        assert_eq!(super::slug("USPS"), "usps");
    }
}
