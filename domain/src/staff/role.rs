//! What a person may do.

use serde::{Deserialize, Serialize};

use crate::{Language, Reason, ids::StaffId, language::say};

/// Roles, each including the ones before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "ssr", derive(sqlx::Type), sqlx(type_name = "role", rename_all = "lowercase"))]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Looks.
    Viewer,
    /// Moves orders, writes notes.
    Operator,
    /// Everything.
    Admin,
}

impl Role {
    /// The word as stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Viewer => "viewer",
            Self::Operator => "operator",
            Self::Admin => "admin",
        }
    }

    /// The role of a word.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Viewer, Self::Operator, Self::Admin].into_iter().find(|role| role.as_str() == word)
    }

    /// The word people read.
    pub fn say(self, language: Language) -> String {
        say(language, &format!("role-{}", self.as_str()))
    }
}

/// Somebody who is signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Their id.
    pub id: StaffId,
    /// Their name.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// The language they read.
    pub language: Language,
}

impl Person {
    /// Whether their role covers the needed one.
    ///
    /// # Errors
    /// [`Reason::RoleTooLow`].
    pub fn must_be(&self, needed: Role) -> Result<(), Reason> {
        if self.role >= needed { Ok(()) } else { Err(Reason::RoleTooLow) }
    }
}

#[cfg(feature = "ssr")]
impl Person {
    /// As events name them.
    pub fn actor(&self) -> crate::history::Actor {
        let name = Some(self.name.clone());
        crate::history::Actor { source: crate::event::Source::Staff, name, request: None }
    }
}
