//! What Shippo remembers, as part of the sandbox's memory on disk.

use serde::{Deserialize, Serialize};

use super::object::Object;
use super::rate::Rate;
use super::refund::Refund;
use super::shipment::Shipment;
use super::track::Track;
use super::transaction::Transaction;
use crate::table::Table;
use crate::webhook::Target;

/// See the module.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Store {
    /// Addresses.
    pub addresses: Table<Object>,
    /// Parcels.
    pub parcels: Table<Object>,
    /// What is in parcels.
    pub customs_items: Table<Object>,
    /// What is said of it at the border.
    pub customs_declarations: Table<Object>,
    /// Shipments.
    pub shipments: Table<Shipment>,
    /// Rates.
    pub rates: Table<Rate>,
    /// Labels.
    pub transactions: Table<Transaction>,
    /// Labels given back.
    pub refunds: Table<Refund>,
    /// Parcels on their way.
    pub tracks: Table<Track>,
    /// Endpoints registered by API. One that was deleted stays as a row that is not alive.
    pub webhooks: Table<Object>,
    /// How far the carriers' clock is ahead of ours, in milliseconds.
    pub ahead_ms: i64,
    /// The configured endpoint while a registered one stands in for it; the configuration is read at every start.
    #[serde(skip)]
    pub configured: Option<Option<Target>>,
}
