//! A subscription of Unified Push: where, with which header, for which parcels and news.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::event::{self, Door};
use crate::journey::number::plain;
use crate::provider::Provider;
use crate::state::State;

/// See the module.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Subscription {
    /// The last part of its address.
    pub id: String,
    /// All of it.
    pub own: String,
    /// Where and with which header.
    pub door: Door,
    /// `Account` or `Shipment`.
    pub kind: String,
    /// Which of DHL's companies.
    pub service: String,
    /// `Transit` and so on; all when none.
    pub events: Vec<String>,
    /// The parcels, without spaces; for an account all there are.
    pub numbers: Vec<String>,
    /// What has to be sent back before anything is pushed.
    pub secret: String,
    /// Whether it was.
    pub active: bool,
}

impl Subscription {
    /// Whether it hears of this code of this parcel.
    pub fn wants(&self, number: &str, code: &str) -> bool {
        let event = |event: &String| event.eq_ignore_ascii_case(code);
        let parcel = self.kind == "Account" || self.numbers.iter().any(|one| plain(one) == number);
        self.active && parcel && (self.events.is_empty() || self.events.iter().any(event))
    }

    /// As the API shows it: the secret is for the hook's ears.
    pub fn wire(&self) -> Value {
        json!({
            "id": self.id,
            "self": self.own,
            "status": if self.active { "ACTIVE" } else { "PENDING" },
            "hook": { "uri": self.door.url },
            "type": self.kind,
            "service": self.service,
            "events": self.events,
            "shipmentIDs": self.numbers,
        })
    }

    /// One callback of the handshake.
    pub fn call(&self, state: &mut State, scope: &str, body: Value) {
        event::push(
            state,
            Provider::Dhl,
            scope,
            body,
            Some(self.door.clone()),
            format!("dhl/{}/{scope}", self.id),
        );
    }
}
