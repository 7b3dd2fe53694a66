//! Labels of many orders: rehearsed for the preview, wanted one by one in the run, both by the verb that buys a single one.

use sqlx::{Acquire, PgConnection};
use uuid::Uuid;

use super::BulkOutcome;
use crate::{
    Fault, Reason,
    clock::At,
    history::Actor,
    ids::OrderId,
    parcel::{LabelWish, want_label},
};

/// What would come of it: everything is done and taken back, no provider is asked before a commit.
pub(super) async fn rehearse(
    conn: &mut PgConnection,
    actor: &Actor,
    order: Uuid,
    now: At,
) -> Result<(BulkOutcome, Option<Reason>), Fault> {
    let mut rehearsal = conn.begin().await?;
    let said = want(&mut rehearsal, actor, order, now).await;
    rehearsal.rollback().await?;
    said
}

/// Wants the label of the first box. Asking twice buys nothing twice.
pub(super) async fn want(
    conn: &mut PgConnection,
    actor: &Actor,
    order: Uuid,
    now: At,
) -> Result<(BulkOutcome, Option<Reason>), Fault> {
    match want_label(conn, actor, OrderId(order), &LabelWish::default(), now).await {
        Ok(_) => Ok((BulkOutcome::Changed, None)),
        Err(Fault::Refused(Reason::LabelExists)) => Ok((BulkOutcome::Already, None)),
        Err(Fault::Refused(reason)) => Ok((BulkOutcome::Refused, Some(reason))),
        Err(fault) => Err(fault),
    }
}
