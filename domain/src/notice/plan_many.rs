//! Plans the messages that the steps of many orders cause: one per order, recipient and channel, held back together when they come from
//! a bulk change.

use sqlx::PgConnection;

use super::{overtake, tell::tell, wish::Cause};
use crate::{
    Fault,
    clock::At,
    event::{Kind, Source},
    ids::BulkId,
    order::many::{Planned, enters},
    workflow::Action,
};

/// [`super::plan`] for many. `held` says whose they are and before when none of them leaves.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn plan_many(
    conn: &mut PgConnection,
    planned: &[Planned],
    source: Source,
    now: At,
    held: Option<(BulkId, At)>,
) -> Result<(), Fault> {
    let causes = planned.iter().map(|step| Cause {
        order: step.order.id,
        version: step.order.version + 1,
        kind: step.kind,
        from: Some(step.order.state.status),
        to: step.to.status,
        tells: step.kind == Kind::StageEntered && enters(step, Action::Notify),
        source,
        payload: &step.payload,
    });
    let causes: Vec<_> = causes.collect();
    let back = causes.iter().filter(|cause| cause.kind == Kind::Recalled);
    overtake::recalled(conn, back.map(|cause| (cause.order, cause.version, cause.to)), now).await?;
    let moved = causes.iter().filter(|cause| cause.moves());
    overtake::untrue(conn, moved.map(|cause| (cause.order, cause.version, cause.to))).await?;
    let wishes: Vec<_> = causes.iter().flat_map(Cause::wishes).collect();
    tell(conn, &wishes, now, held).await
}
