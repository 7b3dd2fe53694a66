//! Verb: an order goes on in a newer version of its workflow.

use serde_json::json;
use sqlx::PgConnection;

use super::{
    Change,
    record::{self, Recorded},
    store::Order,
};
use crate::{Fault, clock::At, history::Actor, ids::WorkflowId, workflow::Definition};

/// Moves a locked order to this version and this stage of it, in the caller's transaction. Nothing that entering a stage causes happens:
/// the order is where it was. Whether it may is [`crate::workflow::fate`]'s to say.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn adopt_step(
    conn: &mut PgConnection,
    order: &mut Order,
    (id, workflow): (WorkflowId, &Definition),
    stage: Option<String>,
    actor: &Actor,
    now: At,
) -> Result<Recorded, Fault> {
    let payload = json!({ "before": order.workflow_id, "workflow": id, "stage_before": order.state.stage });
    (order.workflow_id, order.workflow) = (id, workflow.clone());
    let language = order.language;
    record::change(conn, order, &Change::Adopt(stage), actor, payload, (now, now), language).await
}
