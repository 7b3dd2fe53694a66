//! An account as it is typed.

use domain::{Language, staff::Role};

/// What stands in the form.
#[derive(Debug, Clone)]
pub struct ColleagueForm {
    /// How colleagues and histories name them.
    pub name: String,
    /// What they sign in with. Only an invitation asks.
    pub email: String,
    /// What they may do.
    pub role: Role,
    /// The language of their mail and their pages. Only an invitation asks.
    pub language: Language,
    /// Which version of the account whoever types had seen; an invitation has none.
    pub version: i64,
}

/// What is wrong: the field's name, and a sentence.
pub type Flaws = Vec<(&'static str, String)>;
