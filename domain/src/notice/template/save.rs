//! Verb: an administrator writes a template anew: always as a new version.

use super::{Draft, Finding, TemplateKey, TemplateVersion, check, page::version, store};
use crate::{
    Fault, Shop,
    staff::{Person, Role},
};

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// It is this version now, and what is worth a look in it.
    Version(i32, Vec<Finding>),
    /// It says what this version says already; nothing was written.
    Same(i32),
    /// It was not saved, and where to look.
    Flawed(Vec<Finding>),
    /// Somebody else has saved meanwhile; nothing was written. Theirs, to decide again.
    Changed(Box<TemplateVersion>),
}

/// Saves what was written from version `seen`; 0 where there was none. Of two people who write from one version, the second is told.
///
/// # Errors
/// [`Fault::Refused`] for anybody but administrators.
pub async fn save(
    shop: &Shop,
    by: &Person,
    key: TemplateKey,
    draft: &Draft,
    seen: i32,
) -> Result<Saved, Fault> {
    by.must_be(Role::Admin)?;
    let key = key.of_words();
    let draft = tidy(draft);
    let findings = check(shop, key, &draft);
    if findings.iter().any(Finding::refuses) {
        return Ok(Saved::Flawed(findings));
    }
    write(shop, by, key, Some(&draft), seen, findings).await
}

/// A version with these words, or ours, if `seen` is still the newest.
pub(super) async fn write(
    shop: &Shop,
    by: &Person,
    key: TemplateKey,
    draft: Option<&Draft>,
    seen: i32,
    findings: Vec<Finding>,
) -> Result<Saved, Fault> {
    let newest = store::newest(&shop.pool, key).await?;
    let there = newest.as_ref().map_or(0, |newest| newest.version);
    if there == seen && newest.as_ref().and_then(store::Stored::draft).as_ref() == draft {
        return Ok(Saved::Same(seen));
    }
    // Unique on (kind, channel, language, version): of two at once one writes, whatever both have read.
    if there == seen && store::insert(&shop.pool, key, seen + 1, draft, &by.name, shop.clock.now()).await? {
        return Ok(Saved::Version(seen + 1, findings));
    }
    let theirs = store::newest(&shop.pool, key).await?.ok_or(Fault::NotFound)?;
    Ok(Saved::Changed(Box::new(version(shop, by.language, &theirs))))
}

/// A browser's line ends are CR LF; what stands around the text is nobody's meaning.
fn tidy(draft: &Draft) -> Draft {
    let lines = |text: &str| text.replace("\r\n", "\n").replace('\r', "\n").trim().to_owned();
    Draft { subject: lines(&draft.subject), body: lines(&draft.body) }
}
