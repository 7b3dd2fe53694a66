//! `/addresses/`: kept as sent, and validated by a few rules anybody can provoke.

use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use serde_json::{Map, Value, json};

use super::body::{self, Body, flag, text};
use super::error::{Refusal, not_found};
use super::list;
use super::object::Object;
use super::store::Store;
use crate::world::Shared;

const FIELDS: [&str; 12] = [
    "name",
    "company",
    "street_no",
    "street1",
    "street2",
    "street3",
    "city",
    "state",
    "zip",
    "country",
    "phone",
    "email",
];

/// `POST /addresses/`
pub async fn create(
    State(world): State<Shared>,
    Body(sent): Body,
) -> Result<(StatusCode, Json<Value>), Refusal> {
    let address = from_sent(&sent)?;
    let wire = address.wire.clone();
    world.change(|state| state.shippo.addresses.insert(address));
    Ok((StatusCode::CREATED, Json(wire)))
}

/// `GET /addresses/`
pub async fn list(
    State(world): State<Shared>,
    Query(query): Query<list::Query>,
) -> Result<Json<Value>, Refusal> {
    let rows = world.read(|state| state.shippo.addresses.iter().rev().map(|row| row.wire.clone()).collect());
    list::page(rows, &query, &format!("{}/shippo/addresses/", world.http)).map(Json)
}

/// `GET /addresses/{id}`
pub async fn retrieve(State(world): State<Shared>, Path(id): Path<String>) -> Result<Json<Value>, Refusal> {
    let found = world.read(|state| state.shippo.addresses.get(&id).map(|row| row.wire.clone()));
    found.map(Json).ok_or_else(|| Refusal::lost(format!("addresses/{id}")))
}

/// `GET /addresses/{id}/validate`: answers with a new address, as the real one does.
pub async fn validate(State(world): State<Shared>, Path(id): Path<String>) -> Result<Json<Value>, Refusal> {
    world.change(|state| {
        let row = state.shippo.addresses.get(&id);
        let fields =
            row.map(Object::fields).ok_or_else(|| Refusal::lost(format!("addresses/{id}/validate")))?;
        let address = Object::new(Value::Object(validated(&fields)));
        let wire = address.wire.clone();
        state.shippo.addresses.insert(address);
        Ok(Json(wire))
    })
}

/// An address inside another object: written out, or the id of one made before.
pub fn resolve(store: &mut Store, sent: Option<&Value>, field: &str) -> Result<Object, Refusal> {
    match sent {
        Some(Value::Object(fields)) => {
            let address = from_sent(fields)?;
            store.addresses.insert(address.clone());
            Ok(address)
        }
        Some(Value::String(id)) => {
            store.addresses.get(id).cloned().ok_or_else(|| Refusal::field(field, not_found("Address")))
        }
        _ => Err(Refusal::missing(field)),
    }
}

fn from_sent(sent: &Map<String, Value>) -> Result<Object, Refusal> {
    body::require(sent, &["country"])?;
    let mut fields: Map<String, Value> =
        FIELDS.iter().map(|field| ((*field).to_owned(), json!(text(sent, field)))).collect();
    fields.insert("country".to_owned(), json!(text(sent, "country").to_uppercase()));
    fields.insert("phone".to_owned(), json!(dialled(&text(sent, "phone"))));
    let complete = ["name", "street1", "city", "zip"].iter().all(|field| !text(sent, field).is_empty());
    fields.insert("is_complete".to_owned(), json!(complete));
    fields.insert("is_residential".to_owned(), sent.get("is_residential").cloned().unwrap_or(Value::Null));
    fields.insert("metadata".to_owned(), json!(body::metadata(sent)?));
    fields.insert("validation_results".to_owned(), json!({}));
    fields.insert("latitude".to_owned(), Value::Null);
    fields.insert("longitude".to_owned(), Value::Null);
    if flag(sent, "validate", false) {
        fields = validated(&fields);
    }
    Ok(Object::new(Value::Object(fields)))
}

/// Shippo gives telephone numbers back as digits, with the plus written out.
fn dialled(phone: &str) -> String {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    if phone.trim_start().starts_with('+') { format!("00{digits}") } else { digits }
}

fn validated(fields: &Map<String, Value>) -> Map<String, Value> {
    // A new object gets new common fields.
    let mut copy: Map<String, Value> = fields
        .iter()
        .filter(|(name, _)| !name.starts_with("object_"))
        .map(|(k, v)| (k.clone(), v.clone()))
        .collect();
    let street = format!("{} {}", text(fields, "street_no"), text(fields, "street1"));
    copy.insert("street1".to_owned(), json!(street.trim().to_uppercase()));
    for field in ["street2", "street3", "city"] {
        copy.insert(field.to_owned(), json!(text(fields, field).to_uppercase()));
    }
    let zip = text(fields, "zip");
    let found = !zip.trim().is_empty() && zip.trim() != "00000" && !street.to_uppercase().contains("NOWHERE");
    let messages = if found {
        copy.insert("street_no".to_owned(), json!(""));
        json!([])
    } else {
        copy.insert("is_complete".to_owned(), json!(false));
        json!([{
            "source": "Shippo Address Validator",
            "code": "Address Not Found",
            "type": "address_error",
            "text": "The address as submitted could not be found. Please check for excessive abbreviations in the \
                     street address line or in the City name.",
        }])
    };
    copy.insert("validation_results".to_owned(), json!({ "is_valid": found, "messages": messages }));
    copy
}
