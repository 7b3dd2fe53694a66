//! Verb: bring in what somebody looked at.

use super::{RunImport, store};
use crate::{
    Fault, Reason, Shop,
    ids::ImportId,
    queue,
    staff::{Person, Role},
};

/// Starts it, once.
///
/// # Errors
/// [`Reason::BulkBegun`] when it runs or ran; [`Reason::RoleTooLow`]; [`Fault::NotFound`].
pub async fn start(shop: &Shop, by: &Person, id: ImportId) -> Result<(), Fault> {
    by.must_be(Role::Admin)?;
    let mut tx = shop.pool.begin().await?;
    if !store::begin(&mut tx, id, shop.clock.now()).await? {
        return Err(Reason::BulkBegun.into());
    }
    queue::enqueue(&mut tx, &RunImport { import: id }).await?;
    tx.commit().await?;
    shop.bell.work_waits();
    Ok(())
}
