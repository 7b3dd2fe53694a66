//! The reader's language, for everything below [`crate::AdminApp`].

use domain::{
    Language,
    language::{Word, say, say_with},
};
use leptos::prelude::use_context;

/// The language the page is in.
pub fn language() -> Language {
    use_context().unwrap_or_default()
}

/// The words of a key.
pub fn t(key: &str) -> String {
    say(language(), key)
}

/// The words of a key around a number, in the plural form the number asks for.
pub fn t_count(key: &str, count: i64) -> String {
    say_with(language(), key, vec![("count", Word::from(count))])
}

/// The words of a key around a text.
pub fn t_name(key: &str, name: &str) -> String {
    say_with(language(), key, vec![("name", Word::from(name.to_owned()))])
}

/// The words of a key around two texts.
pub fn t_two(key: &str, name: &str, other: &str) -> String {
    say_with(
        language(),
        key,
        vec![("name", Word::from(name.to_owned())), ("other", Word::from(other.to_owned()))],
    )
}
