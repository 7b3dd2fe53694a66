//! What is wrong with a line: where, and what to do.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::columns::rule;
use crate::{
    Language,
    language::{Word, say, say_with},
};

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// Where its record begins, as an editor counts.
    pub line: usize,
    /// The column.
    pub column: String,
    /// What.
    pub what: Flaw,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "flaw", rename_all = "snake_case")]
pub enum Flaw {
    /// What stands there is not what may stand there.
    Rule,
    /// The key stood on an earlier line, and not right above.
    Repeated {
        /// That line.
        line: usize,
    },
    /// The lines of one order say different things here.
    Differs,
    /// The record has more cells than the header.
    TooManyCells,
    /// All prices together are nothing, or more than may be asked for; or there are more than a hundred lines.
    Total,
    /// It was imported before, and was something else then: orders are changed in the admin.
    Changed,
    /// Another order has the reference.
    Taken {
        /// Its number.
        number: String,
    },
    /// So many pieces are left.
    OutOfStock {
        /// How many.
        left: i64,
    },
    /// The location does not take it.
    Unplaceable,
}

impl Problem {
    /// What is wrong, in words.
    pub fn say(&self, language: Language) -> String {
        let with = |key: &str, name: String| say_with(language, key, vec![("name", Word::from(name))]);
        match &self.what {
            Flaw::Rule => rule(&self.column, language),
            Flaw::Repeated { line } => with("import-problem-repeated", line.to_string()),
            Flaw::Differs => say(language, "import-problem-differs"),
            Flaw::TooManyCells => say(language, "import-problem-cells"),
            Flaw::Total => say(language, "import-problem-total"),
            Flaw::Changed => say(language, "import-problem-changed"),
            Flaw::Taken { number } => with("import-problem-taken", number.clone()),
            Flaw::OutOfStock { left } => with("import-problem-stock", left.to_string()),
            Flaw::Unplaceable => say(language, "import-problem-place"),
        }
    }

    pub(super) fn new(line: usize, column: &str, what: Flaw) -> Self {
        Self { line, column: column.to_owned(), what }
    }
}

/// Problems as they are found: one for a cell.
#[derive(Debug, Default)]
pub(super) struct Problems {
    /// In the order in which they were found.
    pub found: Vec<Problem>,
    cells: HashSet<(usize, String)>,
}

impl Problems {
    pub(super) fn add(&mut self, line: usize, column: &str, what: Flaw) {
        if self.cells.insert((line, column.to_owned())) {
            self.found.push(Problem::new(line, column, what));
        }
    }
}
