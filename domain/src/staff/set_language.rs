//! Verb: a person chooses the language they read.

use super::Person;
use crate::{Fault, Language, Shop};

/// Keeps the language with the account.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn set_language(shop: &Shop, by: &Person, language: Language) -> Result<(), Fault> {
    sqlx::query!("update staff set language = $2 where id = $1", by.id.0, language.tag())
        .execute(&shop.pool)
        .await?;
    Ok(())
}
