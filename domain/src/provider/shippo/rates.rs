//! Addresses, shipments and their rates.

use serde_json::{Value, json};

use super::{
    Shippo,
    wire::{Address, Shipment},
};
use crate::provider::{Refused, Unanswered};

impl Shippo {
    /// Asks whether an address exists.
    ///
    /// # Errors
    /// When Shippo does not answer.
    pub async fn validate_address(&self, address: &Value) -> Result<Result<Address, Refused>, Unanswered> {
        let mut body = address.clone();
        body["validate"] = json!(true);
        self.post("/addresses/", &body).await
    }

    /// Makes a shipment and waits for its rates. `shipment` is Shippo's object: `address_from`, `address_to`, `parcels` …
    ///
    /// # Errors
    /// When Shippo does not answer. Nothing is paid for here, so asking again is harmless.
    pub async fn create_shipment(&self, shipment: &Value) -> Result<Result<Shipment, Refused>, Unanswered> {
        let mut body = shipment.clone();
        body["async"] = json!(false);
        named(self.post("/shipments/", &body).await?)
    }

    /// A shipment as it stands.
    ///
    /// # Errors
    /// When Shippo does not answer.
    pub async fn shipment(&self, id: &str) -> Result<Result<Shipment, Refused>, Unanswered> {
        named(self.get(&format!("/shipments/{}", super::labels::segment(id))).await?)
    }
}

fn named(answer: Result<Shipment, Refused>) -> Result<Result<Shipment, Refused>, Unanswered> {
    match answer {
        Ok(shipment) if shipment.object_id.is_none() => {
            Err(Unanswered::Down("a shipment without an id".to_owned()))
        }
        other => Ok(other),
    }
}
