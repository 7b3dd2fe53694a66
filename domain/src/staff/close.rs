//! Verbs: an account is taken back, given again, or its owner signed out everywhere.

use super::{AccountEventKind, Person, Role, change::other_admins, link, record, record::Entry, session};
use crate::{Fault, Reason, Shop, clock::At, ids::StaffId};

/// Closes it: its owner is signed out everywhere, links that were mailed to them open nothing, and no password lets them in. What they did
/// keeps their name. Closing it again changes nothing.
///
/// # Errors
/// [`Reason::RoleTooLow`]; [`Reason::OwnAccount`] for one's own, so that somebody is left who manages accounts; [`Fault::NotFound`].
pub async fn close(shop: &Shop, by: &Person, id: StaffId) -> Result<(), Fault> {
    by.must_be(Role::Admin)?;
    if by.id == id {
        return Err(Reason::OwnAccount.into());
    }
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    // Of two who close each other's the second is no administrator any more.
    other_admins(&mut tx, by, id).await?;
    let there = sqlx::query!(
        r#"select disabled_at is not null as "closed!" from staff where id = $1 for no key update"#,
        id.0,
    )
    .fetch_optional(&mut *tx)
    .await?;
    if there.ok_or(Fault::NotFound)?.closed {
        return Ok(());
    }
    sqlx::query!("update staff set disabled_at = $2, version = version + 1 where id = $1", id.0, now as At)
        .execute(&mut *tx)
        .await?;
    link::spend(&mut tx, id).await?;
    session::end_all(&mut tx, id, None, now).await?;
    record(&mut tx, Entry::new(id, Some(by.id), AccountEventKind::Closed), now).await?;
    tx.commit().await?;
    Ok(())
}

/// Opens it again, with the password it had; who never chose one is invited again.
///
/// # Errors
/// [`Reason::RoleTooLow`], [`Fault::NotFound`].
pub async fn reopen(shop: &Shop, by: &Person, id: StaffId) -> Result<(), Fault> {
    by.must_be(Role::Admin)?;
    let mut tx = shop.pool.begin().await?;
    let opened = sqlx::query!(
        "update staff set disabled_at = null, version = version + 1 where id = $1 and disabled_at is not null",
        id.0
    )
    .execute(&mut *tx)
    .await?;
    if opened.rows_affected() == 1 {
        let entry = Entry::new(id, Some(by.id), AccountEventKind::Reopened);
        record(&mut tx, entry, shop.clock.now()).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Signs a colleague out everywhere, at once: a lost telephone, a shared machine.
///
/// # Errors
/// [`Reason::RoleTooLow`], [`Fault::NotFound`].
pub async fn end_sessions(shop: &Shop, by: &Person, id: StaffId) -> Result<(), Fault> {
    by.must_be(Role::Admin)?;
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    let there = sqlx::query_scalar!("select id from staff where id = $1 for no key update", id.0)
        .fetch_optional(&mut *tx)
        .await?;
    there.ok_or(Fault::NotFound)?;
    if session::end_all(&mut tx, id, None, now).await? > 0 {
        record(&mut tx, Entry::new(id, Some(by.id), AccountEventKind::SessionsEnded), now).await?;
    }
    tx.commit().await?;
    Ok(())
}
