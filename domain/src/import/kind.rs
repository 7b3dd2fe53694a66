//! What a file holds, where its import stands, and what comes of a line.

use crate::{Language, language::say};

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "import_kind", rename_all = "lowercase")]
pub enum ImportKind {
    /// Orders that were paid elsewhere.
    Orders,
    /// Products.
    Products,
}

impl ImportKind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Orders, Self::Products];

    /// The word in addresses and forms.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Orders => "orders",
            Self::Products => "products",
        }
    }

    /// The kind of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    /// The word people read.
    pub fn say(self, language: Language) -> String {
        say(language, &format!("import-kind-{}", self.as_str()))
    }
}

/// Where an import stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "import_state", rename_all = "lowercase")]
pub enum ImportState {
    /// Looked at; nothing has changed.
    Checked,
    /// Being brought in.
    Running,
    /// Every line has its outcome.
    Done,
}

impl ImportState {
    /// The word as stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Checked => "checked",
            Self::Running => "running",
            Self::Done => "done",
        }
    }
}

/// What comes of a line, foretold or done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "import_outcome", rename_all = "lowercase")]
pub enum ImportOutcome {
    /// It is new.
    Created,
    /// Something of it is new.
    Changed,
    /// It is so already.
    Same,
    /// It stays out, and its problems say why.
    Wrong,
}

impl ImportOutcome {
    /// The word as stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Changed => "changed",
            Self::Same => "same",
            Self::Wrong => "wrong",
        }
    }
}
