//! What can be made to go wrong on purpose. Counters run down to nothing by themselves; the rest stays until reset.
//! Each provider has switches of its own; the flat ones are Stripe's, because it was here first.

mod carrier;
mod cut;
mod luck;
mod through;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::provider::{Api, Provider};

pub use carrier::{AccountFaults, CarrierFaults, CorreosFaults};
pub use through::{slowly, through};

/// The switches of `/_control/faults`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Faults {
    /// Stripe's calls.
    #[serde(flatten)]
    pub api: ApiFaults,
    /// Stripe's webhooks.
    #[serde(flatten)]
    pub webhooks: WebhookFaults,
    /// The next n messages are accepted, then the connection closes without a reply.
    pub smtp_cut_reply: u32,
    /// The next n messages are accepted, then the line stays open and nothing more is said on it.
    pub smtp_timeout: u32,
    /// The mail server takes connections and says no word on any; when it is turned off again it goes on where it was.
    pub smtp_hang: bool,
    /// Nobody is let in who gives a name and a password.
    pub smtp_refuse_key: bool,
    /// Shippo's.
    pub shippo: ShippoFaults,
    /// Stitch's webhooks.
    pub stitch: WebhookFaults,
    /// Calls of postcodes.io.
    pub postcodes: ApiFaults,
    /// Twilio's.
    pub twilio: TwilioFaults,
    /// Resend's.
    pub resend: BothFaults,
    /// Calls of the browsers' push service.
    pub push: ApiFaults,
    /// Calls of FCM.
    pub fcm: ApiFaults,
    /// FedEx's.
    pub fedex: CarrierFaults,
    /// UPS's.
    pub ups: CarrierFaults,
    /// DHL's.
    pub dhl: CarrierFaults,
    /// Correos's.
    pub correos: CorreosFaults,
}

/// What can happen to calls of a provider's API.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ApiFaults {
    /// All of these bite only on calls whose `METHOD path` starts with this: `POST /v1/refunds`.
    pub only: Option<String>,
    /// Every call takes this long to act, as a busy provider would.
    pub api_delay_ms: u64,
    /// The next n calls answer 500 and do nothing.
    pub api_5xx: u32,
    /// The next n calls answer 429 with `Retry-After: 7` and do nothing.
    pub api_429: u32,
    /// The next n calls act, then answer 500.
    pub api_5xx_after: u32,
    /// The next n calls act, then never answer.
    pub api_timeout: u32,
    /// The next n calls act, then the connection is cut without a byte.
    pub api_drop_reply: u32,
    /// Every call answers 503 and does nothing.
    pub down: bool,
}

/// What can happen to a provider's webhooks.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WebhookFaults {
    /// Every webhook waits this long before its first attempt.
    pub delay_ms: u64,
    /// Every webhook is delivered this many extra times.
    pub duplicate: u32,
    /// Webhooks swap places in pairs.
    pub reorder: bool,
    /// The next n events are never delivered; only the provider's own lists still know them.
    pub drop: u32,
    /// So many of a hundred are never delivered.
    pub lose_percent: u32,
    /// So many of a hundred are delivered once more.
    pub duplicate_percent: u32,
    /// So many of a hundred are held back for a moment, each for another one, so that they arrive in any order.
    pub shuffle_percent: u32,
    /// Which of a hundred: with the same seed the same scan of a journey has the same luck in every run.
    pub seed: u64,
}

/// A provider with calls and webhooks, and nothing of its own.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct BothFaults {
    /// Its calls.
    #[serde(flatten)]
    pub api: ApiFaults,
    /// Its webhooks.
    #[serde(flatten)]
    pub webhooks: WebhookFaults,
}

/// Twilio's switches.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TwilioFaults {
    /// Its calls.
    #[serde(flatten)]
    pub api: ApiFaults,
    /// Its webhooks.
    #[serde(flatten)]
    pub webhooks: WebhookFaults,
    /// Its list of messages does not show the newest ones yet, or any.
    pub list_lags: bool,
    /// How long a message takes to be sent, and again to arrive.
    pub sms_delay_ms: u64,
}

impl Default for TwilioFaults {
    fn default() -> Self {
        // Not a fault: no message arrives in no time.
        Self {
            api: ApiFaults::default(),
            webhooks: WebhookFaults::default(),
            list_lags: false,
            sms_delay_ms: 30,
        }
    }
}

/// Shippo's switches.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ShippoFaults {
    /// Its calls.
    #[serde(flatten)]
    pub api: ApiFaults,
    /// Its webhooks.
    #[serde(flatten)]
    pub webhooks: WebhookFaults,
    /// The next n purchases end in `status: ERROR` with a message.
    pub label_error: u32,
    /// The next n purchases are refused: the rate has expired.
    pub rate_expired: u32,
    /// The next n refunds of labels end in `ERROR`.
    pub void_error: u32,
    /// How long a carrier takes to make a label, or to take one back.
    pub label_delay_ms: u64,
}

impl Default for ShippoFaults {
    fn default() -> Self {
        Self {
            api: ApiFaults::default(),
            webhooks: WebhookFaults::default(),
            label_error: 0,
            rate_expired: 0,
            void_error: 0,
            // Not a fault: nobody's labels come in no time.
            label_delay_ms: 150,
        }
    }
}

impl Faults {
    /// These switches with the given ones turned; the others stay as they are.
    pub fn with(&self, turned: Map<String, Value>) -> anyhow::Result<Self> {
        let mut all = serde_json::to_value(self)?;
        turn(&mut all, turned)?;
        Ok(serde_json::from_value(all)?)
    }

    /// The switches for calls of an API.
    pub fn api(&mut self, api: Api) -> &mut ApiFaults {
        match api {
            Api::Stripe => &mut self.api,
            Api::Shippo => &mut self.shippo.api,
            Api::Postcodes => &mut self.postcodes,
            Api::Twilio => &mut self.twilio.api,
            Api::Resend => &mut self.resend.api,
            Api::Push => &mut self.push,
            Api::Fcm => &mut self.fcm,
            Api::Fedex => &mut self.fedex.api,
            Api::Ups => &mut self.ups.api,
            Api::Dhl => &mut self.dhl.api,
            Api::Correos => &mut self.correos.api,
        }
    }

    /// The switches for a provider's webhooks.
    pub fn webhooks(&mut self, provider: Provider) -> &mut WebhookFaults {
        match provider {
            Provider::Stripe => &mut self.webhooks,
            Provider::Shippo => &mut self.shippo.webhooks,
            Provider::Stitch => &mut self.stitch,
            Provider::Twilio => &mut self.twilio.webhooks,
            Provider::Resend => &mut self.resend.webhooks,
            Provider::Fedex => &mut self.fedex.webhooks,
            Provider::Ups => &mut self.ups.webhooks,
            Provider::Dhl => &mut self.dhl.webhooks,
        }
    }
}

/// serde cannot refuse unknown names beside flattened ones, so that a typing mistake is caught here.
fn turn(all: &mut Value, turned: Map<String, Value>) -> anyhow::Result<()> {
    for (name, value) in turned {
        match (all.get_mut(&name), value) {
            (None, _) => anyhow::bail!("unknown switch `{name}`"),
            (Some(inner @ Value::Object(_)), Value::Object(value)) => turn(inner, value)?,
            (Some(switch), value) => *switch = value,
        }
    }
    Ok(())
}

/// Uses a counter up by one; false when it was already at nothing.
pub fn take(counter: &mut u32) -> bool {
    let had = *counter > 0;
    *counter = counter.saturating_sub(1);
    had
}
