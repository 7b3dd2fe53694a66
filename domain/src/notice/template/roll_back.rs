//! Verb: an administrator goes back to an earlier version, or to our words: as a new version, so that this too can be taken back.

use super::{Finding, Saved, TemplateKey, check, save::write, store};
use crate::{
    Fault, Shop,
    staff::{Person, Role},
};

/// Makes an earlier version the newest again; version 0 are our words. An old version that names what there no more is, is refused.
///
/// # Errors
/// [`Fault::NotFound`] when there is no such version, [`Fault::Refused`] for anybody but administrators.
pub async fn roll_back(
    shop: &Shop,
    by: &Person,
    key: TemplateKey,
    to: i32,
    seen: i32,
) -> Result<Saved, Fault> {
    by.must_be(Role::Admin)?;
    let key = key.of_words();
    let mut draft = None;
    if to > 0 {
        let versions = store::versions(&shop.pool, key).await?;
        draft = versions.iter().find(|each| each.version == to).ok_or(Fault::NotFound)?.draft();
    }
    let findings = draft.as_ref().map(|draft| check(shop, key, draft)).unwrap_or_default();
    if findings.iter().any(Finding::refuses) {
        return Ok(Saved::Flawed(findings));
    }
    write(shop, by, key, draft.as_ref(), seen, findings).await
}
