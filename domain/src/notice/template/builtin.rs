//! The words Clew comes with: `locales/*/letters.txt`, a section for each kind and channel, in the language of templates.
//!
//! `@subject` there stands for the Fluent message `notice-<kind>-subject`, `@title` for its title, and so on: sentences that were there
//! before templates, and by whose key tests find a mail.

use std::{collections::HashMap, sync::LazyLock};

use super::{Draft, TemplateKey};
use crate::{
    Language,
    language::say_with,
    notice::{Channel, NoticeKind},
};

type Book = HashMap<TemplateKey, Draft>;

static BOOK: LazyLock<Book> = LazyLock::new(|| {
    let mut book = Book::new();
    for (language, text) in [
        (Language::En, include_str!("../../../../locales/en/letters.txt")),
        (Language::Es, include_str!("../../../../locales/es/letters.txt")),
        (Language::Ro, include_str!("../../../../locales/ro/letters.txt")),
        (Language::Ru, include_str!("../../../../locales/ru/letters.txt")),
    ] {
        read(language, text, &mut book);
    }
    book
});

/// Our words for a template. Every key has some: a test reads them all.
pub fn builtin(key: TemplateKey) -> Draft {
    BOOK.get(&key.of_words()).cloned().unwrap_or_default()
}

fn read(language: Language, text: &str, book: &mut Book) {
    for section in format!("\n{text}").split("\n[").skip(1) {
        let Some((name, words)) = section.split_once("]\n") else { continue };
        let Some((kind, channel)) = name.split_once(' ') else { continue };
        let (Some(kind), Some(channel)) = (NoticeKind::parse(kind), Channel::parse(channel)) else {
            continue;
        };
        let (subject, body) = match words.strip_prefix("subject: ").and_then(|words| words.split_once('\n')) {
            Some((subject, body)) => (subject, body),
            None => ("", words),
        };
        let draft = Draft {
            subject: quoting(language, kind, subject.trim()),
            body: quoting(language, kind, body.trim()),
        };
        book.insert(TemplateKey { kind, channel, language }, draft);
    }
}

/// Puts Fluent's sentences where `@name` stands, their variables as a template writes them.
fn quoting(language: Language, kind: NoticeKind, text: &str) -> String {
    let mut parts = text.split('@');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(|c: char| !c.is_ascii_lowercase() && c != '-').unwrap_or(part.len());
        let (name, rest) = part.split_at(end);
        let variable = |name: &'static str| (name, format!("{{{{ {name} }}}}").into());
        let args = vec![variable("number"), variable("shop"), variable("stage"), variable("amount")];
        out.push_str(&say_with(language, &format!("notice-{}-{name}", kind.as_str()), args));
        out.push_str(rest);
    }
    out
}

#[cfg(test)]
#[path = "builtin_tests.rs"]
mod tests;
