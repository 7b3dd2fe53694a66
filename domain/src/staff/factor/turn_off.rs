//! Verb: somebody wants no second factor any more.

use sqlx::PgConnection;

use super::{lock, tell::tell};
use crate::{
    Fault, Shop,
    ids::StaffId,
    staff::{AccountEventKind, Person, colleague, own_password::prove, record, record::Entry, session},
};

/// Turns it off; codes on paper open nothing any more. All other sessions of the account end; the one of `token`, where it was done, goes
/// on. Its owner is told by mail.
///
/// # Errors
/// [`crate::Reason::WrongPassword`], [`crate::Reason::TooMany`]; [`Fault::NotFound`] where it is off already.
pub async fn turn_off(shop: &Shop, by: &Person, token: &str, password: String) -> Result<(), Fault> {
    prove(shop, by.id, password).await?;
    let (now, owner) = (shop.clock.now(), colleague(shop, by.id).await?);
    let mut tx = shop.pool.begin().await?;
    lock(&mut tx, by.id).await?;
    if !remove(&mut tx, by.id).await? {
        return Err(Fault::NotFound);
    }
    session::end_all(&mut tx, by.id, Some(token), now).await?;
    record(&mut tx, Entry::new(by.id, None, AccountEventKind::FactorOff), now).await?;
    tell(&mut tx, shop, &owner, "off").await?;
    tx.commit().await?;
    shop.bell.work_waits();
    Ok(())
}

/// Forgets it, and the codes on paper; whether it was on.
pub(super) async fn remove(conn: &mut PgConnection, of: StaffId) -> Result<bool, Fault> {
    sqlx::query!("delete from staff_recovery_code where staff_id = $1", of.0).execute(&mut *conn).await?;
    let was_on = sqlx::query_scalar!(
        r#"delete from staff_factor where staff_id = $1 returning confirmed_at is not null as "on!""#,
        of.0,
    )
    .fetch_optional(conn)
    .await?;
    Ok(was_on.unwrap_or(false))
}
