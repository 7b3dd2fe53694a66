//! Verb: an administrator saves a workflow: always as a new version, beside the ones orders still stand in.

use super::{Definition, Flaw, store};
use crate::{Fault, Reason, Shop, staff::Person};

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// It is this version now; new orders start in it.
    Version(i32),
    /// It says what this version says already; nothing was written.
    Same(i32),
    /// It was not saved, and where to look.
    Flawed(Vec<Flaw>),
}

/// Whether this can be a workflow's key: what storefronts name it by.
pub fn good_key(key: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !key.is_empty() && key.len() <= 40 && key.chars().all(plain) && !key.starts_with('-')
}

/// In which order arrows were drawn says nothing.
fn same(a: &Definition, b: &Definition) -> bool {
    let sorted = |definition: &Definition| {
        let mut definition = definition.clone();
        definition.arrows.sort();
        definition
    };
    sorted(a) == sorted(b)
}

/// Saves what was edited from version `seen`; 0 makes a new workflow. Of two people who edit one version, the second is told.
///
/// # Errors
/// [`Fault::Refused`] when somebody has saved a newer version meanwhile, or the key can be none.
pub async fn save(
    shop: &Shop,
    by: &Person,
    key: &str,
    definition: &Definition,
    seen: i32,
) -> Result<Saved, Fault> {
    if !good_key(key) {
        return Err(Reason::BadWorkflowKey.into());
    }
    let flaws = definition.flaws();
    if !flaws.is_empty() {
        return Ok(Saved::Flawed(flaws));
    }
    let mut conn = shop.pool.acquire().await?;
    let newest = store::newest(&mut conn, key).await?;
    if let Some(newest) = newest.as_ref().filter(|newest| newest.version == seen)
        && same(&newest.definition, definition)
    {
        return Ok(Saved::Same(seen));
    }
    let there = newest.as_ref().map_or(0, |newest| newest.version);
    // Unique on (key, version): of two at once one writes, whatever both have read.
    if there != seen
        || !store::insert(&mut conn, key, seen + 1, definition, &by.name, shop.clock.now()).await?
    {
        let newest = store::newest(&mut conn, key).await?;
        let who = newest.and_then(|newest| newest.saved_by);
        return Err(Reason::WorkflowChanged { who: who.unwrap_or_else(|| "Clew".to_owned()) }.into());
    }
    Ok(Saved::Version(seen + 1))
}
