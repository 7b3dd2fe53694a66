//! Asking every carrier, and marking the best answers.

use serde_json::{Map, Value, json};

use super::Shipment;
use crate::shippo::body::text;
use crate::shippo::carriers::{CARRIERS, Carrier};
use crate::shippo::object::fresh_id;
use crate::shippo::quote::{Quote, quotes};
use crate::shippo::rate::Rate;
use crate::shippo::{border, moment, parcel};

/// The shipment's rates, cheapest first, and what the carriers without one had to say.
pub fn rated(shipment: &Shipment, carriers_now: i64) -> (Vec<Rate>, Vec<Value>) {
    let (from, to) = (shipment.from(), shipment.to());
    let boxes: Vec<&Map<String, Value>> = shipment
        .said
        .get("parcels")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_object)
        .collect();
    let grams: f64 = boxes.iter().map(|parcel| parcel::billed_grams(parcel)).sum();
    let parcels = i64::try_from(boxes.len()).unwrap_or(1);
    let mut messages = Vec::new();
    let mut found: Vec<(&Carrier, Quote)> = Vec::new();
    for carrier in CARRIERS.iter().filter(|carrier| asked(shipment, carrier)) {
        let offers = quotes(carrier, &from, &to, grams, parcels);
        if offers.is_empty() {
            continue;
        }
        match refused(shipment, carrier, &from, &to) {
            Some(why) => messages.push(json!({ "source": carrier.name, "code": "", "text": why })),
            None => found.extend(offers.into_iter().map(|quote| (carrier, quote))),
        }
    }
    found.sort_by_key(|(_, quote)| (quote.cents, quote.days));
    let rates = found.iter().map(|(carrier, quote)| {
        let (currency, per_euro) = border::money(&text(&from, "country"));
        let (currency_local, local_per_euro) = border::money(&text(&to, "country"));
        Rate {
            id: fresh_id(),
            shipment: shipment.id.clone(),
            created: moment::now(),
            offered: carriers_now,
            carrier: carrier.token.to_owned(),
            service: quote.service.token.to_owned(),
            name: quote.service.name.to_owned(),
            amount: quote.cents * per_euro / 100,
            currency: currency.to_owned(),
            amount_local: quote.cents * local_per_euro / 100,
            currency_local: currency_local.to_owned(),
            days: quote.days,
            zone: quote.zone,
            attributes: attributes(quote, &found),
        }
    });
    (rates.collect(), messages)
}

/// A shipment may name the accounts it wants to hear from.
fn asked(shipment: &Shipment, carrier: &Carrier) -> bool {
    let wanted = shipment.said.get("carrier_accounts").and_then(Value::as_array);
    wanted.is_none_or(|wanted| wanted.is_empty() || wanted.iter().any(|account| account == carrier.account))
}

/// Why a carrier that goes there does not want this one.
fn refused(
    shipment: &Shipment,
    carrier: &Carrier,
    from: &Map<String, Value>,
    to: &Map<String, Value>,
) -> Option<String> {
    let abroad = border::crosses(&text(from, "country"), &text(to, "country"));
    if shipment.is_return() && !carrier.returns {
        Some(format!("{} does not support return labels.", carrier.name))
    } else if abroad && shipment.said.get("customs_declaration").is_none_or(Value::is_null) {
        Some("A customs declaration is required for international shipments.".to_owned())
    } else if abroad && text(to, "phone").is_empty() {
        Some("The recipient's phone number is required for international shipments.".to_owned())
    } else {
        None
    }
}

/// Lower is better.
type Rank = fn(&Quote) -> (i64, i64);

/// The first in price, the first in speed, and the best of both.
fn attributes(quote: &Quote, all: &[(&Carrier, Quote)]) -> Vec<String> {
    let best = |rank: Rank| all.iter().map(|(_, other)| rank(other)).min() == Some(rank(quote));
    let ranks: [(&str, Rank); 3] = [
        ("BESTVALUE", |quote| (quote.cents * (3 + quote.days), quote.cents)),
        ("CHEAPEST", |quote| (quote.cents, quote.days)),
        ("FASTEST", |quote| (quote.days, quote.cents)),
    ];
    ranks.into_iter().filter(|(_, rank)| best(*rank)).map(|(name, _)| name.to_owned()).collect()
}
