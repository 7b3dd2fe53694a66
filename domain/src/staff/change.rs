//! Verb: a colleague is called otherwise, or may do more or less. What they may do is read at each request, so it counts at once.

use sqlx::PgConnection;

use super::{AccountEventKind, Person, Role, create, record, record::Entry};
use crate::{Fault, Reason, Shop, ids::StaffId};

/// What is to be.
#[derive(Debug, Clone)]
pub struct ColleagueChange {
    /// The name.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// Which version of the account whoever decided this had seen.
    pub version: i64,
}

/// Changes it.
///
/// # Errors
/// [`Reason::RoleTooLow`], [`Reason::NameMissing`]; [`Reason::LastAdmin`] where nobody would be left to manage accounts;
/// [`Reason::AccountChanged`] where somebody else was faster; [`Fault::NotFound`].
pub async fn change(shop: &Shop, by: &Person, id: StaffId, change: &ColleagueChange) -> Result<(), Fault> {
    by.must_be(Role::Admin)?;
    create::check_name(&change.name)?;
    let (name, now) = (change.name.trim(), shop.clock.now());
    let mut tx = shop.pool.begin().await?;
    let others = other_admins(&mut tx, by, id).await?;
    let before = sqlx::query!(
        r#"select name, role as "role: Role", version, disabled_at is null and password_hash is not null as "counts!"
           from staff where id = $1 for no key update"#,
        id.0,
    )
    .fetch_optional(&mut *tx)
    .await?;
    let before = before.ok_or(Fault::NotFound)?;
    if before.name == name && before.role == change.role {
        return Ok(());
    }
    if before.version != change.version {
        return Err(Reason::AccountChanged.into());
    }
    let leaves = before.counts && before.role == Role::Admin && change.role != Role::Admin;
    if leaves && others == 0 {
        return Err(Reason::LastAdmin.into());
    }
    sqlx::query!(
        "update staff set name = $2, role = $3, version = version + 1 where id = $1",
        id.0,
        name,
        change.role as Role,
    )
    .execute(&mut *tx)
    .await?;
    if before.name != name {
        record(&mut tx, Entry::new(id, Some(by.id), AccountEventKind::Renamed), now).await?;
    }
    if before.role != change.role {
        let entry = Entry::new(id, Some(by.id), AccountEventKind::RoleChanged);
        record(&mut tx, Entry { roles: (Some(before.role), Some(change.role)), ..entry }, now).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// How many administrators can sign in beside this account. They are locked, so that of two who leave at once the second sees that the
/// first has left, and so that nobody changes anything whose own rights were taken a moment ago.
pub(super) async fn other_admins(conn: &mut PgConnection, by: &Person, but: StaffId) -> Result<usize, Fault> {
    let admins = sqlx::query_scalar!(
        "select id from staff where role = 'admin' and disabled_at is null and password_hash is not null order by id for no key update",
    )
    .fetch_all(conn)
    .await?;
    if !admins.contains(&by.id.0) {
        return Err(Reason::RoleTooLow.into());
    }
    Ok(admins.into_iter().filter(|id| *id != but.0).count())
}
