//! Verb: an administrator takes a colleague's second factor away, who lost their telephone and the codes on paper.

use super::{lock, tell::tell, turn_off::remove};
use crate::{
    Fault, Reason, Shop,
    ids::StaffId,
    staff::{AccountEventKind, Person, Role, colleague, own_password::prove, record, record::Entry, session},
};

/// Resets it: its owner signs in with the password alone, and is signed out wherever they were, the lost telephone included. They are told
/// by mail. Where there is none, nothing happens.
///
/// # Errors
/// [`Reason::RoleTooLow`]; [`Reason::OwnFactor`] for one's own, which is turned off; [`Reason::WrongPassword`] where `password` is not that
/// of who resets it, since a session left open must not open a colleague's account; [`Reason::TooMany`]; [`Fault::NotFound`].
pub async fn reset(shop: &Shop, by: &Person, id: StaffId, password: String) -> Result<(), Fault> {
    by.must_be(Role::Admin)?;
    if by.id == id {
        return Err(Reason::OwnFactor.into());
    }
    prove(shop, by.id, password).await?;
    let (now, owner) = (shop.clock.now(), colleague(shop, id).await?);
    let mut tx = shop.pool.begin().await?;
    lock(&mut tx, id).await?;
    if !remove(&mut tx, id).await? {
        return Ok(());
    }
    session::end_all(&mut tx, id, None, now).await?;
    record(&mut tx, Entry::new(id, Some(by.id), AccountEventKind::FactorReset), now).await?;
    tell(&mut tx, shop, &owner, "reset").await?;
    tx.commit().await?;
    shop.bell.work_waits();
    Ok(())
}
