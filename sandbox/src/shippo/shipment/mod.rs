//! The Shipment: two addresses and what goes between them. Asking for rates is all it is for.

mod api;
mod make;
mod rating;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::moment;
use super::object::OWNER;
use super::rate::Rate;
use super::store::Store;
use crate::table::Row;

pub use api::{create, list, rates, rates_in, retrieve};

/// See the module.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Shipment {
    /// `object_id`
    pub id: String,
    /// Milliseconds.
    pub created: i64,
    /// From when on the rates can be seen, in milliseconds: before, the carriers are still thinking.
    pub ready: i64,
    /// Everything that was said of it, as it is shown.
    pub said: Map<String, Value>,
    /// Ids of its rates.
    pub rates: Vec<String>,
    /// What the carriers had to say.
    pub messages: Vec<Value>,
}

impl Row for Shipment {
    fn id(&self) -> &str {
        &self.id
    }
}

impl Shipment {
    /// Whether the customer sends it back. Shippo swaps the addresses of such a shipment by itself.
    pub fn is_return(&self) -> bool {
        self.said.get("extra").and_then(|extra| extra.get("is_return")).and_then(Value::as_bool) == Some(true)
    }

    /// Where it really starts.
    pub fn from(&self) -> Map<String, Value> {
        self.address(if self.is_return() { "address_to" } else { "address_from" })
    }

    /// Where it really goes.
    pub fn to(&self) -> Map<String, Value> {
        self.address(if self.is_return() { "address_from" } else { "address_to" })
    }

    fn address(&self, field: &str) -> Map<String, Value> {
        self.said.get(field).and_then(Value::as_object).cloned().unwrap_or_default()
    }

    /// Its rates, once they are there.
    pub fn ready_rates<'a>(&'a self, store: &'a Store) -> impl Iterator<Item = &'a Rate> {
        let ready = moment::now() >= self.ready;
        self.rates.iter().filter(move |_| ready).filter_map(|id| store.rates.get(id))
    }

    /// The object as the API shows it.
    pub fn wire(&self, store: &Store) -> Value {
        let ready = moment::now() >= self.ready;
        let rates: Vec<Value> = self.ready_rates(store).map(Rate::wire).collect();
        let mut wire = json!({
            "object_id": self.id,
            "object_created": moment::iso(self.created),
            "object_updated": moment::iso(if ready { self.ready } else { self.created }),
            "object_owner": OWNER,
            "status": if ready { "SUCCESS" } else { "QUEUED" },
            "rates": rates,
            "messages": if ready { json!(self.messages) } else { json!([]) },
            "alternate_address_to": null,
            "test": true,
        });
        if let Value::Object(wire) = &mut wire {
            wire.extend(self.said.clone());
        }
        wire
    }
}
