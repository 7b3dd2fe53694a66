//! In whose hands an order is, as lists ask for it.

use serde::{Deserialize, Serialize};

use crate::ids::StaffId;

/// Somebody, nobody, or whoever is reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Hands {
    /// The reader's own. A kept list that the team shares shows everybody theirs.
    Mine,
    /// Nobody's.
    Nobody,
    /// This person's.
    Of(StaffId),
}

impl Hands {
    /// The hands of a word in an address or a form.
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "mine" => Some(Self::Mine),
            "nobody" => Some(Self::Nobody),
            id => id.parse().ok().map(Self::Of),
        }
    }
}

impl From<Hands> for String {
    fn from(hands: Hands) -> Self {
        match hands {
            Hands::Mine => "mine".to_owned(),
            Hands::Nobody => "nobody".to_owned(),
            Hands::Of(id) => id.to_string(),
        }
    }
}

impl TryFrom<String> for Hands {
    type Error = &'static str;

    fn try_from(word: String) -> Result<Self, Self::Error> {
        Self::parse(&word).ok_or("nobody's hands")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_and_nothing_else_is() {
        let somebody = Hands::Of("01939f2e-0000-7000-8000-000000000000".parse().unwrap());
        for hands in [Hands::Mine, Hands::Nobody, somebody] {
            assert_eq!(Hands::parse(&String::from(hands)), Some(hands));
        }
        assert_eq!(Hands::parse("everybody"), None);
    }
}
