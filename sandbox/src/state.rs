//! Everything the sandbox remembers, in the shape it is written to disk.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::charge::Charge;
use crate::dispute::Dispute;
use crate::event::Event;
use crate::intent::PaymentIntent;
use crate::mail::Mail;
use crate::refund::Refund;
use crate::session::Session;
use crate::shippo::Store;
use crate::stripe::{PaymentLink, Stored};
use crate::table::Table;

/// The world's memory.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct State {
    /// Checkout Sessions.
    pub sessions: Table<Session>,
    /// Payment Links.
    pub(crate) payment_links: Table<PaymentLink>,
    /// PaymentIntents.
    pub intents: Table<PaymentIntent>,
    /// Charges.
    pub charges: Table<Charge>,
    /// Refunds.
    pub refunds: Table<Refund>,
    /// Refunds that go on by themselves in a moment.
    pub(crate) unsettled_refunds: Vec<String>,
    /// Disputes.
    pub disputes: Table<Dispute>,
    /// Events and how often each was delivered.
    pub events: Table<Event>,
    /// Accepted mail.
    pub mail: Table<Mail>,
    /// Shippo's objects.
    pub(crate) shippo: Store,
    /// Parcels' journeys, and who asked for them.
    pub(crate) carriers: crate::carrier::Store,
    /// Text messages and codes.
    pub(crate) twilio: crate::twilio::Store,
    /// What was sent over HTTP.
    pub(crate) resend: crate::resend::Store,
    /// Browsers that asked for push messages.
    pub(crate) push: crate::push::Store,
    /// An app's messages.
    pub(crate) fcm: crate::fcm::Store,
    /// Answers kept for `Idempotency-Key`.
    pub(crate) answers: HashMap<String, Stored>,
    /// Events made by the change in progress; handed to the webhook sender once the lock is released.
    #[serde(skip)]
    pub(crate) to_deliver: Vec<String>,
}
