//! `POST /transactions/`: the purchase. There is no idempotency here on purpose.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde_json::{Map, Value};

use super::{Status, Transaction, settle};
use crate::faults::take;
use crate::shippo::body::{self, Body, flag, text};
use crate::shippo::error::{Refusal, not_found};
use crate::shippo::object::fresh_id;
use crate::shippo::parcel::choice;
use crate::shippo::store::Store;
use crate::shippo::{later, moment, tell};
use crate::world::{Shared, World};

/// What is printed when nothing else was asked for.
const USUAL_FILE: &str = "PDF_4x6";
const FILES: [&str; 10] =
    ["PNG", "PNG_2.3x7.5", "PDF", "PDF_2.3x7.5", "PDF_4x6", "PDF_4x8", "PDF_A4", "PDF_A5", "PDF_A6", "ZPLII"];

/// `POST /transactions/`
pub async fn create(
    State(world): State<Shared>,
    Body(sent): Body,
) -> Result<(StatusCode, Json<Value>), Refusal> {
    let (wire, unfinished) = world.change(|state| {
        let bought = bought(&world, &state.shippo, &sent)?;
        let id = bought.id.clone();
        state.shippo.transactions.insert(bought);
        let queued = flag(&sent, "async", true);
        if !queued {
            settle::label(state, &id, &world.http);
        }
        let created = settle::wire(state, &id);
        tell::tell(state, "transaction_created", &created);
        if !queued {
            settle::first_scan(state, &id);
        }
        Ok((settle::wire(state, &id), queued.then_some(id)))
    })?;
    if let Some(id) = unfinished {
        later::label(&world, id);
    }
    Ok((StatusCode::CREATED, Json(wire)))
}

fn bought(world: &World, store: &Store, sent: &Map<String, Value>) -> Result<Transaction, Refusal> {
    body::require(sent, &["rate"])?;
    let id = text(sent, "rate");
    let expired = || Refusal::field("rate", "Rate has expired.");
    let rate = store.rates.get(&id).ok_or_else(|| Refusal::field("rate", not_found("Rate")))?;
    let metadata = body::metadata(sent)?;
    let asked = text(sent, "label_file_type");
    let file_type = if asked.is_empty() { USUAL_FILE.to_owned() } else { asked };
    if file_type != USUAL_FILE {
        choice(sent, "label_file_type", &FILES)?;
    }
    let doomed = {
        let mut faults = world.faults();
        if take(&mut faults.shippo.rate_expired) {
            return Err(expired());
        }
        if rate.is_stale(moment::carriers_now(store)) {
            return Err(expired());
        }
        take(&mut faults.shippo.label_error)
    };
    let shipment = store.shipments.get(&rate.shipment);
    let parcel = shipment.and_then(|shipment| shipment.said["parcels"][0]["object_id"].as_str());
    let now = moment::now();
    Ok(Transaction {
        id: fresh_id(),
        created: now,
        updated: now,
        status: Status::Queued,
        doomed,
        rate: id,
        parcel: parcel.unwrap_or_default().to_owned(),
        file_type,
        metadata,
        order: Some(text(sent, "order")).filter(|order| !order.is_empty()),
        carrier: rate.carrier.clone(),
        tracking_number: String::new(),
        tracking_url: String::new(),
        label_url: String::new(),
        eta: None,
        messages: Vec::new(),
    })
}
