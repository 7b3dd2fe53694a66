//! `/refunds/`: giving an unused label back. It takes the carrier a while, and it may say no.

use axum::Json;
use axum::extract::{Path, Query, State as World};
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::body::{self, Body, flag, text};
use super::error::{Refusal, not_found};
use super::object::{OWNER, fresh_id};
use super::transaction::Status as Label;
use super::{later, list, moment, tell, track};
use crate::faults::take;
use crate::state::State;
use crate::table::Row;
use crate::world::{self, Shared};

/// How far it has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Status {
    /// Taken in.
    Queued,
    /// The carrier is looking.
    Pending,
    /// The money is back.
    Success,
    /// It is not.
    Error,
}

/// See the module.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Refund {
    /// `object_id`
    pub id: String,
    created: i64,
    updated: i64,
    /// How far it has come.
    pub status: Status,
    /// The label.
    pub transaction: String,
    /// Whether the carrier is going to refuse.
    doomed: bool,
}

impl Row for Refund {
    fn id(&self) -> &str {
        &self.id
    }
}

impl Refund {
    /// The object as the API shows it.
    pub fn wire(&self) -> Value {
        json!({
            "object_id": self.id,
            "object_created": moment::iso(self.created),
            "object_updated": moment::iso(self.updated),
            "object_owner": OWNER,
            "status": self.status,
            "transaction": self.transaction,
            "test": true,
        })
    }
}

/// `POST /refunds/`
pub async fn create(
    World(world): World<Shared>,
    Body(sent): Body,
) -> Result<(StatusCode, Json<Value>), Refusal> {
    let (wire, unfinished) = world.change(|state| taken(&world, state, &sent))?;
    if let Some(id) = unfinished {
        later::refund(&world, id);
    }
    Ok((StatusCode::CREATED, Json(wire)))
}

/// `GET /refunds/{id}`
pub async fn retrieve(World(world): World<Shared>, Path(id): Path<String>) -> Result<Json<Value>, Refusal> {
    let found = world.read(|state| state.shippo.refunds.get(&id).map(Refund::wire));
    found.map(Json).ok_or_else(|| Refusal::lost(format!("refunds/{id}")))
}

/// `GET /refunds/`
pub async fn list(
    World(world): World<Shared>,
    Query(query): Query<list::Query>,
) -> Result<Json<Value>, Refusal> {
    let rows = world.read(|state| state.shippo.refunds.iter().rev().map(Refund::wire).collect());
    list::page(rows, &query, &format!("{}/shippo/refunds/", world.http)).map(Json)
}

fn taken(
    world: &world::World,
    state: &mut State,
    sent: &Map<String, Value>,
) -> Result<(Value, Option<String>), Refusal> {
    body::require(sent, &["transaction"])?;
    let label = text(sent, "transaction");
    let wrong = |sentence: &str| Refusal::field("transaction", sentence);
    let row = state.shippo.transactions.get(&label).ok_or_else(|| wrong(&not_found("Transaction")))?;
    match row.status {
        Label::Success | Label::RefundRejected => {}
        Label::RefundPending | Label::Refunded => {
            return Err(wrong("Refund with this Transaction already exists."));
        }
        Label::Queued | Label::Error => return Err(wrong("Only successful transactions can be refunded.")),
    }
    let key = track::key(&row.carrier, &row.tracking_number);
    let used = state.shippo.tracks.get(&key).is_some_and(track::Track::is_under_way);
    let doomed = used || take(&mut world.faults().shippo.void_error);
    let (id, now) = (fresh_id(), moment::now());
    let refund = Refund {
        id: id.clone(),
        created: now,
        updated: now,
        status: Status::Queued,
        transaction: label,
        doomed,
    };
    let queued = refund.wire();
    let transaction = refund.transaction.clone();
    state.shippo.refunds.insert(refund);
    if used || !flag(sent, "async", true) {
        settle(state, &id);
        let ended = state.shippo.refunds.get(&id).map_or(queued, Refund::wire);
        return Ok((ended, None));
    }
    if let Some(refund) = state.shippo.refunds.get_mut(&id) {
        refund.status = Status::Pending;
    }
    relabel(state, &transaction, Label::RefundPending);
    Ok((queued, Some(id)))
}

/// The carrier's answer; does nothing to a refund that has ended.
pub fn settle(state: &mut State, id: &str) {
    let waiting = |refund: &&mut Refund| matches!(refund.status, Status::Queued | Status::Pending);
    let Some(refund) = state.shippo.refunds.get_mut(id).filter(waiting) else { return };
    refund.updated = moment::now();
    let (mine, its) = if refund.doomed {
        (Status::Error, Label::RefundRejected)
    } else {
        (Status::Success, Label::Refunded)
    };
    refund.status = mine;
    let transaction = refund.transaction.clone();
    relabel(state, &transaction, its);
}

fn relabel(state: &mut State, transaction: &str, status: Label) {
    let Some(row) = state.shippo.transactions.get_mut(transaction) else { return };
    row.status = status;
    row.updated = moment::now();
    let wire = state.shippo.transactions.get(transaction).map_or(Value::Null, |row| row.wire(&state.shippo));
    tell::tell(state, "transaction_updated", &wire);
}
