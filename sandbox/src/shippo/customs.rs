//! `/customs/`: what is in the box, said twice: item by item, and in a declaration somebody signs.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde_json::{Map, Value, json};

use super::body::{self, Body, flag, number, text};
use super::error::{Refusal, not_found};
use super::object::Object;
use super::parcel::choice;
use super::store::Store;
use crate::world::Shared;

const ITEM: [&str; 7] = [
    "description",
    "quantity",
    "net_weight",
    "mass_unit",
    "value_amount",
    "value_currency",
    "origin_country",
];
const DECLARATION: [&str; 5] = ["certify", "certify_signer", "contents_type", "non_delivery_option", "items"];
const CONTENTS: [&str; 7] =
    ["DOCUMENTS", "GIFT", "SAMPLE", "MERCHANDISE", "HUMANITARIAN_DONATION", "RETURN_MERCHANDISE", "OTHER"];
const OPTIONAL: [&str; 14] = [
    "contents_explanation",
    "exporter_reference",
    "importer_reference",
    "invoice",
    "license",
    "certificate",
    "notes",
    "eel_pfc",
    "aes_itn",
    "disclaimer",
    "incoterm",
    "b13a_filing_option",
    "b13a_number",
    "metadata",
];

/// `POST /customs/items/`
pub async fn create_item(
    State(world): State<Shared>,
    Body(sent): Body,
) -> Result<(StatusCode, Json<Value>), Refusal> {
    let item = item(&sent)?;
    let wire = item.wire.clone();
    world.change(|state| state.shippo.customs_items.insert(item));
    Ok((StatusCode::CREATED, Json(wire)))
}

/// `GET /customs/items/{id}`
pub async fn retrieve_item(
    State(world): State<Shared>,
    Path(id): Path<String>,
) -> Result<Json<Value>, Refusal> {
    let found = world.read(|state| state.shippo.customs_items.get(&id).map(|row| row.wire.clone()));
    found.map(Json).ok_or_else(|| Refusal::lost(format!("customs/items/{id}")))
}

/// `POST /customs/declarations/`
pub async fn declare(
    State(world): State<Shared>,
    Body(sent): Body,
) -> Result<(StatusCode, Json<Value>), Refusal> {
    let declaration = world.change(|state| declaration(&mut state.shippo, &sent))?;
    Ok((StatusCode::CREATED, Json(declaration.wire)))
}

/// `GET /customs/declarations/{id}`
pub async fn retrieve(State(world): State<Shared>, Path(id): Path<String>) -> Result<Json<Value>, Refusal> {
    let found = world.read(|state| state.shippo.customs_declarations.get(&id).map(|row| row.wire.clone()));
    found.map(Json).ok_or_else(|| Refusal::lost(format!("customs/declarations/{id}")))
}

/// A declaration inside a shipment; there may be none.
pub fn resolve(store: &mut Store, sent: Option<&Value>) -> Result<Option<Object>, Refusal> {
    match sent {
        Some(Value::Object(fields)) => declaration(store, fields).map(Some),
        Some(Value::String(id)) if !id.is_empty() => {
            let missing = || {
                Refusal::field(
                    "customs_declaration",
                    format!("CustomsDeclaration with supplied object_id {id} not found."),
                )
            };
            store.customs_declarations.get(id).cloned().map(Some).ok_or_else(missing)
        }
        _ => Ok(None),
    }
}

fn item(sent: &Map<String, Value>) -> Result<Object, Refusal> {
    body::require(sent, &ITEM)?;
    choice(sent, "mass_unit", &["g", "kg", "lb", "oz"])?;
    for field in ["quantity", "net_weight", "value_amount"] {
        if number(sent, field).is_none_or(|number| number <= 0.0) {
            return Err(Refusal::field(field, "A valid number is required."));
        }
    }
    let or_null = |field: &str| sent.get(field).cloned().unwrap_or(Value::Null);
    Ok(Object::new(json!({
        "object_state": "VALID",
        "description": text(sent, "description"),
        "quantity": text(sent, "quantity").trim().parse::<u64>().unwrap_or(1),
        "net_weight": text(sent, "net_weight"),
        "mass_unit": text(sent, "mass_unit"),
        "value_amount": text(sent, "value_amount"),
        "value_currency": text(sent, "value_currency"),
        "origin_country": text(sent, "origin_country"),
        "tariff_number": text(sent, "tariff_number"),
        "hs_code": or_null("hs_code"),
        "sku_code": or_null("sku_code"),
        "eccn_ear99": or_null("eccn_ear99"),
        "metadata": body::metadata(sent)?,
    })))
}

fn declaration(store: &mut Store, sent: &Map<String, Value>) -> Result<Object, Refusal> {
    body::require(sent, &DECLARATION)?;
    choice(sent, "contents_type", &CONTENTS)?;
    choice(sent, "non_delivery_option", &["ABANDON", "RETURN"])?;
    if text(sent, "contents_type") == "OTHER" {
        body::require(sent, &["contents_explanation"])?;
    }
    body::metadata(sent)?;
    let mut items = Vec::new();
    for sent in sent.get("items").and_then(Value::as_array).into_iter().flatten() {
        let id = match sent {
            Value::Object(fields) => {
                let item = item(fields)?;
                let id = item.id.clone();
                store.customs_items.insert(item);
                id
            }
            Value::String(id) if store.customs_items.get(id).is_some() => id.clone(),
            _ => return Err(Refusal::field("items", not_found("CustomsItem"))),
        };
        items.push(id);
    }
    let mut fields: Map<String, Value> =
        OPTIONAL.iter().map(|field| ((*field).to_owned(), json!(text(sent, field)))).collect();
    for field in ["exporter_identification", "invoiced_charges", "duties_payor", "address_importer"] {
        fields.insert(field.to_owned(), sent.get(field).cloned().unwrap_or(Value::Null));
    }
    for field in ["certify_signer", "contents_type", "non_delivery_option"] {
        fields.insert(field.to_owned(), json!(text(sent, field)));
    }
    fields.insert("object_state".to_owned(), json!("VALID"));
    fields.insert("certify".to_owned(), json!(flag(sent, "certify", false)));
    fields.insert("commercial_invoice".to_owned(), json!(flag(sent, "commercial_invoice", false)));
    fields.insert("items".to_owned(), json!(items));
    let declaration = Object::new(Value::Object(fields));
    store.customs_declarations.insert(declaration.clone());
    Ok(declaration)
}
