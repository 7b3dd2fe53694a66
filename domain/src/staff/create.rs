//! Verb: give somebody an account.

use sqlx::PgConnection;

use super::{AccountEventKind, Role, password, record, record::Entry};
use crate::{Fault, Language, Reason, Shop, clock::At, db::broken_constraint, ids::StaffId};

/// A person to be.
#[derive(Debug)]
pub struct NewPerson {
    /// How colleagues and histories name them.
    pub name: String,
    /// What they sign in with.
    pub email: String,
    /// Their first password.
    pub password: String,
    /// What they may do.
    pub role: Role,
    /// The language they read.
    pub language: Language,
}

/// Creates an account.
///
/// # Errors
/// [`Reason::NameMissing`], [`Reason::BadEmail`], [`Reason::EmailTaken`], [`Reason::WeakPassword`].
pub async fn create(shop: &Shop, person: NewPerson) -> Result<StaffId, Fault> {
    let mut tx = shop.pool.begin().await?;
    let id = insert(&mut tx, person, shop.clock.now()).await?;
    tx.commit().await?;
    Ok(id)
}

pub(super) async fn insert(conn: &mut PgConnection, person: NewPerson, now: At) -> Result<StaffId, Fault> {
    let (name, email) = (person.name.trim(), person.email.trim());
    check_name(name)?;
    check_email(email)?;
    password::check(&person.password)?;
    let hash = password::hash(person.password.clone()).await?;
    let id = StaffId::new();
    sqlx::query!(
        "insert into staff (id, email, name, password_hash, role, language, created_at) values ($1, $2, $3, $4, $5, $6, $7)",
        id.0,
        email,
        name,
        hash,
        person.role as Role,
        person.language.tag(),
        now as At,
    )
    .execute(&mut *conn)
    .await
    .map_err(|error| match broken_constraint(&error) {
        Some("staff_email") => Reason::EmailTaken.into(),
        _ => Fault::from(error),
    })?;
    let entry = Entry::new(id, None, AccountEventKind::Created);
    record(conn, Entry { roles: (None, Some(person.role)), ..entry }, now).await?;
    Ok(id)
}

pub(super) fn check_name(name: &str) -> Result<(), Reason> {
    let name = name.trim();
    let bad = name.is_empty() || name.chars().count() > 200 || name.contains(char::is_control);
    if bad { Err(Reason::NameMissing) } else { Ok(()) }
}

pub(super) fn check_email(email: &str) -> Result<(), Reason> {
    let email = email.trim();
    let bad = email.len() > 254 || email.parse::<lettre::Address>().is_err();
    if bad { Err(Reason::BadEmail) } else { Ok(()) }
}
