//! Verb: what a key is called, what it may do, when it ends and where it may be used from is changed.

use super::{Scope, origin::origin, origins, scope};
use crate::{Fault, Shop, clock::At, ids::ApiKeyId};

/// What is to be different. What is `None` stays.
#[derive(Debug, Clone, Default)]
pub struct KeyChange {
    /// Another name.
    pub name: Option<String>,
    /// Other scopes, instead of all before.
    pub scopes: Option<Vec<Scope>>,
    /// Another end; `Some(None)`: none.
    pub expires_at: Option<Option<At>>,
    /// Other sites, instead of all before.
    pub origins: Option<Vec<String>>,
}

impl KeyChange {
    /// What is wrong with it: (pointer, what).
    pub fn flaws(&self) -> Vec<(String, String)> {
        flaws(self.name.as_deref(), self.scopes.as_deref(), self.origins.as_deref())
    }
}

pub(super) fn flaws(
    name: Option<&str>,
    scopes: Option<&[Scope]>,
    origins: Option<&[String]>,
) -> Vec<(String, String)> {
    let mut flaws = Vec::new();
    let mut flaw = |pointer: String, what: &str| flaws.push((pointer, what.to_owned()));
    if name.is_some_and(|name| {
        name.trim().is_empty() || name.chars().count() > 100 || name.contains(char::is_control)
    }) {
        flaw("/name".to_owned(), "must have 1 to 100 characters");
    }
    if scopes.is_some_and(<[_]>::is_empty) {
        flaw("/scopes".to_owned(), "must name at least one scope");
    }
    let origins = origins.unwrap_or_default();
    if origins.len() > 20 {
        flaw("/origins".to_owned(), "must be at most 20");
    }
    for (at, site) in origins.iter().enumerate().filter(|(_, site)| origin(site).is_none()) {
        flaw(format!("/origins/{at}"), &format!("{site:?} is no site like https://shop.example"));
    }
    flaws
}

/// Changes it. An end that is over already ends it now.
///
/// # Errors
/// [`Fault::NotFound`] for a key we do not have, or one that was revoked.
pub async fn change(shop: &Shop, id: ApiKeyId, change: &KeyChange) -> Result<(), Fault> {
    let scopes = change.scopes.as_deref().map(scope::words);
    let sites = change.origins.as_deref().map(origins);
    let changed = sqlx::query!(
        "update api_key set name = coalesce($2, name), scopes = coalesce($3, scopes), origins = coalesce($4, origins),
             expires_at = case when $5 then $6 else expires_at end
         where id = $1 and revoked_at is null and length(key_hash) = 32",
        id.0,
        change.name.as_deref().map(str::trim),
        scopes.as_deref(),
        sites.as_deref(),
        change.expires_at.is_some(),
        change.expires_at.flatten() as Option<At>,
    )
    .execute(&shop.pool)
    .await?;
    if changed.rows_affected() == 1 { Ok(()) } else { Err(Fault::NotFound) }
}
