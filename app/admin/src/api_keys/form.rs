//! A key as it is typed.

use domain::api_key::Scope;

/// What stands in the form.
#[derive(Debug, Clone, Default)]
pub struct KeyForm {
    /// What the key is for.
    pub name: String,
    /// What is ticked.
    pub scopes: Vec<Scope>,
    /// The last day on which it opens something, `2027-01-16`; empty: no last day.
    pub last_day: String,
    /// Sites, one a line.
    pub sites: String,
}

/// What is wrong: the field's name, and a sentence.
pub type Flaws = Vec<(&'static str, String)>;
