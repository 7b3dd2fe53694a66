//! Verb: give somebody an account.

use sqlx::PgConnection;

use super::{Role, password};
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
/// [`Reason::NameMissing`], [`Reason::BadEmail`] (also when the email has an account), [`Reason::WeakPassword`].
pub async fn create(shop: &Shop, person: NewPerson) -> Result<StaffId, Fault> {
    let mut conn = shop.pool.acquire().await?;
    insert(&mut conn, person, shop.clock.now()).await
}

pub(super) async fn insert(conn: &mut PgConnection, person: NewPerson, now: At) -> Result<StaffId, Fault> {
    let (name, email) = (person.name.trim(), person.email.trim());
    if name.is_empty() || name.chars().count() > 200 || name.contains(char::is_control) {
        return Err(Reason::NameMissing.into());
    }
    if email.len() > 254 || email.parse::<lettre::Address>().is_err() {
        return Err(Reason::BadEmail.into());
    }
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
    .execute(conn)
    .await
    .map_err(|error| match broken_constraint(&error) {
        Some("staff_email") => Reason::BadEmail.into(),
        _ => Fault::from(error),
    })?;
    Ok(id)
}
