//! What entering a stage causes, in the transaction of the step that entered it.

use serde_json::json;
use sqlx::PgConnection;

use super::{Status, store::Order};
use crate::{
    Fault,
    alert::{self, AlertKind},
    clock::At,
    payment::{CapturePayment, PaymentStatus},
    queue,
    workflow::Action,
};

/// Does what the stage says in which the order stands now. Holding it is part of the step itself, and what it tells of its
/// event: [`super::apply`], [`super::record`].
///
/// # Errors
/// When PostgreSQL is away.
pub(super) async fn follow(conn: &mut PgConnection, order: &Order, now: At) -> Result<(), Fault> {
    let Some(stage) = order.state.stage.as_deref().and_then(|key| order.workflow.stage(key)) else {
        return Ok(());
    };
    if order.state.status == Status::Cancelled {
        return Ok(());
    }
    if stage.does(Action::Capture) && order.state.payment == PaymentStatus::Authorized {
        queue::enqueue(conn, &CapturePayment { order: order.id }).await?;
    }
    if stage.does(Action::AskLabel) {
        alert::store::raise(conn, order.id, AlertKind::LabelWanted, json!({ "version": order.version }), now)
            .await?;
    }
    Ok(())
}
