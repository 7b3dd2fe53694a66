//! A shipment from what was sent: its addresses, its parcels and its papers, each written out or by id.

use serde_json::{Map, Value, json};

use super::{Shipment, rating};
use crate::shippo::body::{self, flag, number, text};
use crate::shippo::error::{REQUIRED, Refusal};
use crate::shippo::object::{Object, fresh_id};
use crate::shippo::store::Store;
use crate::shippo::{address, customs, moment, parcel};
use crate::table::Row;

/// How long carriers think about their prices when nobody waits for them.
const THINKING_MS: i64 = 150;

/// What a shipment is made of.
struct Parts {
    from: Object,
    to: Object,
    back: Object,
    parcels: Vec<Object>,
    declaration: Option<Object>,
}

/// Makes the shipment and its rates.
pub fn made(store: &mut Store, sent: &Map<String, Value>) -> Result<Shipment, Refusal> {
    let metadata = body::metadata(sent)?;
    let Parts { from, to, back, parcels, declaration } = parts(store, sent)?;
    let now = moment::now();
    let accounts = sent.get("carrier_accounts").cloned().filter(Value::is_array).unwrap_or(json!([]));
    let date = Some(text(sent, "shipment_date")).filter(|date| !date.is_empty());
    let said = json!({
        "address_from": from.wire,
        "address_to": to.wire,
        "address_return": back.wire,
        "parcels": parcels.iter().map(measured).collect::<Vec<_>>(),
        "customs_declaration": declaration.map(|declaration| declaration.wire),
        "carrier_accounts": accounts,
        "extra": sent.get("extra").cloned().filter(Value::is_object).unwrap_or(json!({})),
        "shipment_date": date.unwrap_or(moment::iso(now)),
        "order": sent.get("order").cloned().unwrap_or(Value::Null),
        "metadata": metadata,
    });
    let ready = if flag(sent, "async", true) { now + THINKING_MS } else { now };
    let said = said.as_object().cloned().unwrap_or_default();
    let mut shipment =
        Shipment { id: fresh_id(), created: now, ready, said, rates: Vec::new(), messages: Vec::new() };
    let (rates, messages) = rating::rated(&shipment, moment::carriers_now(store));
    shipment.rates = rates.iter().map(|rate| rate.id().to_owned()).collect();
    shipment.messages = messages;
    rates.into_iter().for_each(|rate| store.rates.insert(rate));
    Ok(shipment)
}

/// Shippo names everything that is wrong at once.
fn parts(store: &mut Store, sent: &Map<String, Value>) -> Result<Parts, Refusal> {
    let mut wrong = Map::new();
    let mut sort = |field: &str, result: Result<Object, Refusal>| match result {
        Ok(object) => Ok(Some(object)),
        Err(Refusal::Fields(fields)) if fields.contains_key(field) => {
            wrong.extend(fields);
            Ok(None)
        }
        Err(Refusal::Fields(fields)) => {
            wrong.insert(field.to_owned(), json!([fields]));
            Ok(None)
        }
        Err(other) => Err(other),
    };
    let said = |field: &str| sent.get(field).filter(|said| !said.is_null());
    let from = sort("address_from", address::resolve(store, said("address_from"), "address_from"))?;
    let to = sort("address_to", address::resolve(store, said("address_to"), "address_to"))?;
    let back = match said("address_return") {
        None => from.clone(),
        back => sort("address_return", address::resolve(store, back, "address_return"))?,
    };
    let boxes = match said("parcels") {
        Some(Value::Array(boxes)) => boxes.clone(),
        Some(one @ (Value::Object(_) | Value::String(_))) => vec![one.clone()],
        _ => Vec::new(),
    };
    let mut parcels = Vec::new();
    for sent in &boxes {
        parcels.extend(sort("parcels", parcel::resolve(store, sent))?);
    }
    let declaration = match customs::resolve(store, said("customs_declaration")) {
        Ok(declaration) => declaration,
        Err(refusal) => sort("customs_declaration", Err(refusal))?,
    };
    if boxes.is_empty() {
        wrong.insert("parcels".to_owned(), json!([REQUIRED]));
    }
    match (wrong.is_empty(), from, to, back) {
        (true, Some(from), Some(to), Some(back)) => Ok(Parts { from, to, back, parcels, declaration }),
        _ => Err(Refusal::Fields(wrong)),
    }
}

/// In a shipment a parcel's decimals have four places.
fn measured(parcel: &Object) -> Value {
    let mut fields = parcel.fields();
    for field in ["length", "width", "height", "weight"] {
        if let Some(measure) = number(&fields, field) {
            fields.insert(field.to_owned(), json!(format!("{measure:.4}")));
        }
    }
    Value::Object(fields)
}
