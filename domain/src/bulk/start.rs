//! Verb: staff start the bulk change they looked at.

use super::{Action, RunBulk};
use crate::{
    Fault, Reason, Shop,
    clock::At,
    ids::BulkId,
    queue,
    staff::{Person, Role},
};
use sqlx::types::Json;

/// Seconds that messages to customers wait, so that undoing leaves none behind.
pub const HOLD: i64 = 600;

/// Starts it, once. Only who looked at the preview starts it.
///
/// # Errors
/// [`Reason::BulkBegun`] when it runs or ran; [`Reason::RoleTooLow`]; [`Fault::NotFound`].
pub async fn start(shop: &Shop, by: &Person, id: BulkId) -> Result<(), Fault> {
    by.must_be(Role::Operator)?;
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    let bulk = sqlx::query!(
        r#"select coalesce(staff_id, api_key_id) as "asker!", action as "action: Json<Action>" from bulk where id = $1"#,
        id.0
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(Fault::NotFound)?;
    by.must_be(bulk.action.needs())?;
    if bulk.asker != by.id.0 {
        return Err(Reason::RoleTooLow.into());
    }
    let started = sqlx::query!(
        "update bulk set state = 'running', started_at = $2, held_until = $3 where id = $1 and state = 'preview'",
        id.0,
        now as At,
        held_until(&bulk.action, now) as At,
    )
    .execute(&mut *tx)
    .await?;
    if started.rows_affected() == 0 {
        return Err(Reason::BulkBegun.into());
    }
    queue::enqueue(&mut tx, &RunBulk { bulk: id }).await?;
    tx.commit().await?;
    shop.bell.ring_anything();
    Ok(())
}

/// Until when it can be undone and none of its messages leaves: the hour somebody chose, where it is later.
fn held_until(action: &Action, now: At) -> At {
    let hour = match action {
        Action::Message { at, .. } => at.map(At::from_second),
        _ => None,
    };
    hour.map_or(now.plus(HOLD), |hour| hour.max(now.plus(HOLD)))
}
