//! The Transaction: one label bought. Nothing keeps a client from buying the same rate twice, as with the real one.

mod api;
mod buy;
mod number;
mod settle;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::moment;
use super::object::OWNER;
use super::store::Store;
use crate::table::Row;

pub use api::{list, retrieve};
pub use buy::create;
pub use settle::settle;

/// How far a purchase has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Status {
    /// The carrier has been asked.
    Queued,
    /// There is a label.
    Success,
    /// There is none.
    Error,
    /// The label is being given back.
    RefundPending,
    /// It was taken back.
    Refunded,
    /// It was not.
    RefundRejected,
}

/// See the module.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Transaction {
    /// `object_id`
    pub id: String,
    /// Milliseconds.
    pub created: i64,
    /// Milliseconds.
    pub updated: i64,
    /// How far it has come.
    pub status: Status,
    /// Whether the carrier is going to refuse.
    pub doomed: bool,
    /// What was bought.
    pub rate: String,
    /// First parcel of the shipment.
    pub parcel: String,
    /// `PDF_4x6` and so on.
    pub file_type: String,
    /// The client's own words.
    pub metadata: String,
    /// The client's order at Shippo, if it keeps them there.
    pub order: Option<String>,
    /// The carrier's token.
    pub carrier: String,
    /// Empty until there is a label.
    pub tracking_number: String,
    /// Where its tracking is shown.
    pub tracking_url: String,
    /// Where the label is.
    pub label_url: String,
    /// When it should arrive.
    pub eta: Option<String>,
    /// What the carrier said.
    pub messages: Vec<Value>,
}

impl Row for Transaction {
    fn id(&self) -> &str {
        &self.id
    }
}

impl Transaction {
    /// `DELIVERED` and so on, by the last scan.
    pub fn tracking_status(&self, store: &Store) -> Option<String> {
        let track = store.tracks.get(&super::track::key(&self.carrier, &self.tracking_number))?;
        track.latest().map(|scan| scan.status.clone())
    }

    /// The object as the API and the webhooks show it.
    pub fn wire(&self, store: &Store) -> Value {
        json!({
            "object_id": self.id,
            "object_created": moment::iso(self.created),
            "object_updated": moment::iso(self.updated),
            "object_owner": OWNER,
            "object_state": "VALID",
            "status": self.status,
            "rate": self.rate,
            "parcel": self.parcel,
            "label_file_type": self.file_type,
            "tracking_number": self.tracking_number,
            "tracking_status": self.tracking_status(store),
            "tracking_url_provider": self.tracking_url,
            "eta": self.eta,
            "label_url": self.label_url,
            "commercial_invoice_url": null,
            "qr_code_url": null,
            "messages": self.messages,
            "metadata": self.metadata,
            "order": self.order,
            "billing": { "payments": [] },
            "created_by": null,
            "test": true,
        })
    }
}
