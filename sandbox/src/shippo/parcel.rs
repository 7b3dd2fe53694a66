//! `/parcels/`: a box with decimals written as text, or one of a carrier's own boxes by name.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde_json::{Map, Value, json};

use super::body::{self, Body, number, text};
use super::error::{Refusal, not_found};
use super::object::Object;
use super::store::Store;
use crate::world::Shared;

const SIDES: [&str; 3] = ["length", "width", "height"];

/// `POST /parcels/`
pub async fn create(
    State(world): State<Shared>,
    Body(sent): Body,
) -> Result<(StatusCode, Json<Value>), Refusal> {
    let parcel = from_sent(&sent)?;
    let wire = parcel.wire.clone();
    world.change(|state| state.shippo.parcels.insert(parcel));
    Ok((StatusCode::CREATED, Json(wire)))
}

/// `GET /parcels/{id}`
pub async fn retrieve(State(world): State<Shared>, Path(id): Path<String>) -> Result<Json<Value>, Refusal> {
    let found = world.read(|state| state.shippo.parcels.get(&id).map(|row| row.wire.clone()));
    found.map(Json).ok_or_else(|| Refusal::lost(format!("parcels/{id}")))
}

/// A parcel inside a shipment: written out, or the id of one made before.
pub fn resolve(store: &mut Store, sent: &Value) -> Result<Object, Refusal> {
    match sent {
        Value::Object(fields) => {
            let parcel = from_sent(fields)?;
            store.parcels.insert(parcel.clone());
            Ok(parcel)
        }
        Value::String(id) => {
            store.parcels.get(id).cloned().ok_or_else(|| Refusal::field("parcels", not_found("Parcel")))
        }
        _ => Err(Refusal::missing("parcels")),
    }
}

fn from_sent(sent: &Map<String, Value>) -> Result<Object, Refusal> {
    let template = text(sent, "template");
    let measured: &[&str] = if template.is_empty() { &SIDES } else { &[] };
    body::require(sent, &[measured, &["weight", "mass_unit"]].concat())?;
    if template.is_empty() {
        body::require(sent, &["distance_unit"])?;
    }
    for field in measured.iter().copied().chain(["weight"]) {
        if number(sent, field).is_none_or(|number| number <= 0.0) {
            return Err(Refusal::field(field, "A valid number is required."));
        }
    }
    choice(sent, "mass_unit", &["g", "kg", "lb", "oz"])?;
    choice(sent, "distance_unit", &["cm", "in", "ft", "m", "mm", "yd", ""])?;
    let or_null = |text: String| if text.is_empty() { Value::Null } else { json!(text) };
    Ok(Object::new(json!({
        "object_state": "VALID",
        "template": or_null(template),
        "length": or_null(text(sent, "length")),
        "width": or_null(text(sent, "width")),
        "height": or_null(text(sent, "height")),
        "distance_unit": or_null(text(sent, "distance_unit")),
        "weight": text(sent, "weight"),
        "mass_unit": text(sent, "mass_unit"),
        "value_amount": null,
        "value_currency": null,
        "metadata": body::metadata(sent)?,
        "extra": sent.get("extra").cloned().unwrap_or(json!({})),
        "line_items": [],
    })))
}

/// Refuses a value that is not one of those Shippo knows.
pub fn choice(sent: &Map<String, Value>, field: &str, known: &[&str]) -> Result<(), Refusal> {
    let value = text(sent, field);
    if known.contains(&value.as_str()) {
        return Ok(());
    }
    Err(Refusal::field(field, format!("\"{value}\" is not a valid choice.")))
}

/// What a carrier charges for: the weight, or the room the box takes up, whichever is more. In grams.
pub fn billed_grams(parcel: &Map<String, Value>) -> f64 {
    let gram = match text(parcel, "mass_unit").as_str() {
        "kg" => 1000.0,
        "lb" => 453.592,
        "oz" => 28.3495,
        _ => 1.0,
    };
    let centimetre = match text(parcel, "distance_unit").as_str() {
        "in" => 2.54,
        "ft" => 30.48,
        "m" => 100.0,
        "mm" => 0.1,
        "yd" => 91.44,
        _ => 1.0,
    };
    let volume: f64 =
        SIDES.iter().map(|side| number(parcel, side).unwrap_or_default() * centimetre).product();
    // The whole trade divides by 5000 cm³ per kilogram.
    (number(parcel, "weight").unwrap_or_default() * gram).max(volume / 5.0)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    #[test]
    fn a_light_box_is_charged_by_its_size() {
        let light = json!({ "length": "10", "width": "10", "height": "10", "distance_unit": "in", "weight": "1", "mass_unit": "lb" });
        let grams = super::billed_grams(light.as_object().unwrap());
        assert!((grams - 3277.4).abs() < 1.0, "{grams}");
    }
}
