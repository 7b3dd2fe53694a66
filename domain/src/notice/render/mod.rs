//! Puts a letter into words: the shop's own template in the recipient's language, or ours, in a layout that escapes all it is given.
//!
//! A shop's template in another language is no fallback: words somebody cannot read are worse than ours (ADR 0039).

mod compose;
mod gather;
mod markup;

pub(super) use compose::{compose, plain_page};
pub(super) use gather::gather;

use super::{
    Letter,
    template::{TemplateKey, builtin, newest},
};
use crate::{Fault, Shop};

/// How long a link in a mail opens its order: 90 days.
pub const LINK_LASTS: i64 = 90 * 24 * 3600;

/// A message in words, ready for its channel.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rendered {
    /// A mail's subject, a push message's title; a text message has none.
    pub subject: Option<String>,
    /// Plain text: a mail's, a text message's, a push message's body.
    pub text: String,
    /// A mail's HTML.
    pub html: Option<String>,
    /// Where following it leads.
    pub url: Option<String>,
    /// Why the shop's own template was of no use, so that these are our words: staff should hear of it.
    pub fell_back: Option<String>,
}

/// The letter in words. The shop's own template may fail; ours then say it, and [`Rendered::fell_back`] why.
///
/// # Errors
/// When PostgreSQL is away, or a letter that needs an order has none.
pub(super) async fn render(shop: &Shop, letter: &Letter) -> Result<Rendered, Fault> {
    let Letter { kind, channel, language, .. } = *letter;
    let key = TemplateKey { kind, channel, language };
    let own = newest(&shop.pool, key.of_words()).await?.and_then(|newest| newest.draft());
    let (values, markup) = gather(shop, letter).await?;
    let fell_back = match own.map(|own| compose(key, &own, &values, markup.as_deref())) {
        Some(Ok(words)) => return Ok(words),
        Some(Err(error)) => Some(format!("{error:#}")),
        None => None,
    };
    let words = compose(key, &builtin(key), &values, markup.as_deref())?;
    Ok(Rendered { fell_back, ..words })
}

#[cfg(test)]
#[path = "snapshot_tests.rs"]
mod tests;
