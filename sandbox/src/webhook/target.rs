//! Where a provider's webhooks go.

use serde::{Deserialize, Serialize};
use tokio::sync::watch;

use super::Turn;
use crate::provider::Provider;

/// One endpoint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// Its address.
    pub url: String,
    /// Its signing secret; Shippo signs only where one was agreed.
    pub secret: Option<String>,
}

/// A provider's way to Clew.
#[derive(Debug, Default)]
pub struct Route {
    /// Where it leads; deliveries in back-off wake when it changes.
    pub target: watch::Sender<Option<Target>>,
    /// The delivery held back to swap places with the next one.
    pub turn: Turn,
}

impl Route {
    /// To this target.
    pub fn to(target: Option<Target>) -> Self {
        Self { target: watch::Sender::new(target), turn: Turn::default() }
    }
}

/// Every provider's way.
#[derive(Debug, Default)]
pub struct Routes {
    /// Stripe's.
    pub stripe: Route,
    /// Shippo's.
    pub shippo: Route,
    /// Stitch's.
    pub stitch: Route,
    /// Twilio's.
    pub twilio: Route,
    /// Resend's.
    pub resend: Route,
    /// FedEx's.
    pub fedex: Route,
    /// UPS's, of version 2.
    pub ups: Route,
    /// DHL's leads nowhere: every subscription has a door of its own.
    pub dhl: Route,
}

impl Routes {
    /// The way of one.
    pub fn of(&self, provider: Provider) -> &Route {
        match provider {
            Provider::Stripe => &self.stripe,
            Provider::Shippo => &self.shippo,
            Provider::Stitch => &self.stitch,
            Provider::Twilio => &self.twilio,
            Provider::Resend => &self.resend,
            Provider::Fedex => &self.fedex,
            Provider::Ups => &self.ups,
            Provider::Dhl => &self.dhl,
        }
    }
}
