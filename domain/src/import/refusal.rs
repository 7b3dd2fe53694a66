//! Why a file is not read at all, as a sentence that says what to do.

use super::{ImportKind, columns::columns};
use crate::{
    Language,
    language::{Word, say, say_with},
};

/// Nothing of the file was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// No file, or nothing but a header.
    Empty,
    /// More than [`super::LARGEST`] bytes.
    TooLarge,
    /// Not UTF-8, as found out on this line.
    NotUtf8 {
        /// As an editor counts.
        line: usize,
    },
    /// A column of the header is none of ours.
    UnknownColumn {
        /// As it stands there.
        name: String,
        /// What the file was said to hold.
        kind: ImportKind,
    },
    /// A column that every file needs is not there.
    MissingColumn {
        /// Its name.
        name: &'static str,
    },
    /// A column stands there twice.
    ColumnTwice {
        /// Its name.
        name: &'static str,
    },
}

impl Refusal {
    /// What is wrong and what to do.
    pub fn say(&self, language: Language) -> String {
        let with =
            |key: &str, name: &str| say_with(language, key, vec![("name", Word::from(name.to_owned()))]);
        match self {
            Self::Empty => say(language, "import-refused-empty"),
            Self::TooLarge => say(language, "import-refused-large"),
            Self::NotUtf8 { line } => with("import-refused-encoding", &line.to_string()),
            Self::UnknownColumn { name, kind } => {
                let known = columns(*kind).iter().map(|column| column.name).collect::<Vec<_>>().join(", ");
                let name: String = name.chars().take(60).collect();
                let args = vec![("name", Word::from(name)), ("known", Word::from(known))];
                say_with(language, "import-refused-unknown-column", args)
            }
            Self::MissingColumn { name } => with("import-refused-missing-column", name),
            Self::ColumnTwice { name } => with("import-refused-column-twice", name),
        }
    }
}
