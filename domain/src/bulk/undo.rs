//! Verb: staff take a bulk change back while none of its messages has left.

use sqlx::types::Json;

use super::{Action, HOLD, UndoBulk};
use crate::{
    Fault, Reason, Shop,
    clock::At,
    ids::BulkId,
    notice, queue,
    staff::{Person, Role},
};

/// Stops it if it still runs, and has a job give back what has not changed since. Twice is once.
///
/// # Errors
/// [`Reason::TooLateToUndo`] when its messages may have left or it is of a kind that stays; [`Fault::NotFound`].
pub async fn undo(shop: &Shop, by: &Person, id: BulkId) -> Result<(), Fault> {
    by.must_be(Role::Operator)?;
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    let bulk =
        sqlx::query!(r#"select action as "action: Json<Action>" from bulk where id = $1 for update"#, id.0)
            .fetch_optional(&mut *tx)
            .await?
            .ok_or(Fault::NotFound)?;
    let begun = sqlx::query!(
        "update bulk set state = 'undoing', undone_by = $3
         where id = $1 and state in ('running', 'done') and held_until > $2 and $4",
        id.0,
        now as At,
        by.name,
        bulk.action.can_be_undone(),
    )
    .execute(&mut *tx)
    .await?;
    if begun.rows_affected() == 0 {
        return Err(Reason::TooLateToUndo.into());
    }
    // Messages of orders that are not reached yet must not leave while the others are given back.
    notice::hold_longer(&mut tx, id, now.plus(HOLD)).await?;
    queue::enqueue(&mut tx, &UndoBulk { bulk: id }).await?;
    tx.commit().await?;
    shop.bell.ring_anything();
    Ok(())
}
