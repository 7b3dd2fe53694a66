//! The Rate: one service at one price, for seven days of the carriers' clock.

use axum::Json;
use axum::extract::{Path, State};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::error::Refusal;
use super::moment::{self, HOUR};
use super::object::OWNER;
use super::{border, carriers};
use crate::table::Row;
use crate::world::Shared;

/// How long a rate can be bought.
const LIFE: i64 = 7 * 24 * HOUR;

/// See the module.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Rate {
    /// `object_id`
    pub id: String,
    /// Whose price it is.
    pub shipment: String,
    /// Milliseconds on our clock.
    pub created: i64,
    /// Milliseconds on the carriers' clock, by which it grows old.
    pub offered: i64,
    /// The carrier's token.
    pub carrier: String,
    /// The service's token.
    pub service: String,
    /// The service's name.
    pub name: String,
    /// Hundredths of `currency`.
    pub amount: i64,
    /// The sender's currency.
    pub currency: String,
    /// Hundredths of `currency_local`.
    pub amount_local: i64,
    /// The recipient's currency.
    pub currency_local: String,
    /// Days on the way.
    pub days: i64,
    /// Distance class.
    pub zone: i64,
    /// `CHEAPEST` and so on.
    pub attributes: Vec<String>,
}

impl Row for Rate {
    fn id(&self) -> &str {
        &self.id
    }
}

impl Rate {
    /// Whether it can no longer be bought.
    pub fn is_stale(&self, carriers_now: i64) -> bool {
        carriers_now - self.offered > LIFE
    }

    /// The carrier's name for people.
    pub fn provider(&self) -> &'static str {
        carriers::of(&self.carrier).map_or("", |carrier| carrier.name)
    }

    /// The object as the API shows it.
    pub fn wire(&self) -> Value {
        let image = |size: u16| {
            let name = self.provider().replace(' ', "");
            format!("https://shippo-static-v2.s3.amazonaws.com/providers/{size}/{name}.png")
        };
        json!({
            "object_id": self.id,
            "object_created": moment::iso(self.created),
            "object_owner": OWNER,
            "shipment": self.shipment,
            "attributes": self.attributes,
            "amount": decimal(self.amount),
            "currency": self.currency,
            "amount_local": decimal(self.amount_local),
            "currency_local": self.currency_local,
            "provider": self.provider(),
            "provider_image_75": image(75),
            "provider_image_200": image(200),
            "servicelevel": {
                "name": self.name,
                "token": self.service,
                "terms": "",
                "extended_token": self.service,
                "parent_servicelevel": null,
            },
            "estimated_days": self.days,
            "arrives_by": null,
            "duration_terms": "",
            "messages": [],
            "carrier_account": carriers::of(&self.carrier).map(|carrier| carrier.account),
            "zone": self.zone.to_string(),
            "included_insurance_price": null,
            "test": true,
        })
    }

    /// The same with the local price in a currency of the client's choice.
    pub fn wire_in(&self, currency: &str) -> Option<Value> {
        let (from, to) = (border::rate_of(&self.currency)?, border::rate_of(currency)?);
        let mut wire = self.wire();
        wire["amount_local"] = json!(decimal(self.amount * to / from));
        wire["currency_local"] = json!(currency);
        Some(wire)
    }
}

fn decimal(hundredths: i64) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// `GET /rates/{id}`
pub async fn retrieve(State(world): State<Shared>, Path(id): Path<String>) -> Result<Json<Value>, Refusal> {
    let found = world.read(|state| state.shippo.rates.get(&id).map(Rate::wire));
    found.map(Json).ok_or_else(|| Refusal::lost(format!("rates/{id}")))
}
