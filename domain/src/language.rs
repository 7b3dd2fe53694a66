//! The four languages, and the one way to say something in them.
//!
//! All words a person reads live in `locales/<language>/*.ftl` (Project Fluent, CLDR plurals). `server/tests/it/house.rs` holds the four
//! sets of keys equal and finds every key the code names.

use std::{borrow::Cow, collections::HashMap};

pub use fluent_templates::fluent_bundle::FluentValue as Word;
use fluent_templates::{LanguageIdentifier, Loader};
use serde::{Deserialize, Serialize};
use unic_langid::langid;

fluent_templates::static_loader! {
    static LOCALES = {
        locales: "../locales",
        fallback_language: "en",
        // Isolation marks would end up in subjects, titles and `aria-label`s; names get `<bdi>` in HTML instead.
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

/// A language Clew speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Spanish: the shop's default.
    #[default]
    Es,
    /// English.
    En,
    /// Romanian.
    Ro,
    /// Russian.
    Ru,
}

impl Language {
    /// All four, in the order a switch shows them.
    pub const ALL: [Self; 4] = [Self::Es, Self::En, Self::Ro, Self::Ru];

    /// The BCP 47 tag, as written in `lang` attributes and stored.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Es => "es",
            Self::En => "en",
            Self::Ro => "ro",
            Self::Ru => "ru",
        }
    }

    /// The language's own name for itself.
    pub const fn endonym(self) -> &'static str {
        match self {
            Self::Es => "Español",
            Self::En => "English",
            Self::Ro => "Română",
            Self::Ru => "Русский",
        }
    }

    /// The language of a BCP 47 tag such as `ro-MD`; `None` when it is not one of ours.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next()?.to_ascii_lowercase();
        Self::ALL.into_iter().find(|language| language.tag() == primary)
    }

    /// The best of an `Accept-Language` header (RFC 9110 §12.5.4); `None` when it names none of ours.
    pub fn from_accept(header: &str) -> Option<Self> {
        let mut wishes: Vec<(f32, Self)> = header
            .split(',')
            .filter_map(|part| {
                let (tag, params) = part.split_once(';').unwrap_or((part, ""));
                let weight = params.trim().strip_prefix("q=").and_then(|q| q.parse().ok()).unwrap_or(1.0);
                Some((weight, Self::from_tag(tag)?))
            })
            .filter(|(weight, _)| *weight > 0.0)
            .collect();
        wishes.sort_by(|a, b| b.0.total_cmp(&a.0));
        wishes.first().map(|(_, language)| *language)
    }

    fn identifier(self) -> &'static LanguageIdentifier {
        static IDS: [LanguageIdentifier; 4] = [langid!("es"), langid!("en"), langid!("ro"), langid!("ru")];
        &IDS[self as usize]
    }
}

/// The words of `key` in `language`.
pub fn say(language: Language, key: &str) -> String {
    LOCALES.lookup(language.identifier(), key)
}

/// The words of `key` with its variables filled in. Numbers choose the plural form of the language.
pub fn say_with(language: Language, key: &str, args: Vec<(&'static str, Word<'_>)>) -> String {
    let args: HashMap<Cow<'static, str>, Word<'_>> =
        args.into_iter().map(|(k, v)| (Cow::Borrowed(k), v)).collect();
    LOCALES.lookup_with_args(language.identifier(), key, &args)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accept_language_chooses_by_weight() {
        assert_eq!(Language::from_accept("fr, ru;q=0.4, ro-MD;q=0.9"), Some(Language::Ro));
        assert_eq!(Language::from_accept("de, en;q=0"), None);
        assert_eq!(Language::from_accept(""), None);
    }

    #[test]
    fn the_identifiers_stand_in_the_enum_s_order() {
        for language in Language::ALL {
            assert_eq!(language.identifier().to_string(), language.tag());
        }
    }
}
