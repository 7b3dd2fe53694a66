//! Which form of a word goes with a whole number: CLDR 46, <https://www.unicode.org/cldr/charts/46/supplemental/language_plural_rules.html>.

use serde::{Deserialize, Serialize};

use crate::Language;

/// A plural category.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// 1; in Russian also 21, 31 …
    One,
    /// 2 to 4 in Russian, 0 and 2 to 19 in Romanian.
    Few,
    /// 5 and more in Russian; whole millions in Spanish.
    Many,
    /// What is left.
    Other,
}

impl Form {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::One, Self::Few, Self::Many, Self::Other];

    /// The word in a template.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::One => "one",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }

    /// The form of that word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.as_str() == word)
    }
}

/// The forms a language has, and of each whether a template needs it: one that only whole millions or fractions reach may be left
/// out, and [`Form::Other`] or, in Russian, [`Form::Many`] stands in.
pub const fn forms(language: Language) -> &'static [(Form, bool)] {
    match language {
        Language::En => &[(Form::One, true), (Form::Other, true)],
        Language::Es => &[(Form::One, true), (Form::Many, false), (Form::Other, true)],
        Language::Ro => &[(Form::One, true), (Form::Few, true), (Form::Other, true)],
        Language::Ru => &[(Form::One, true), (Form::Few, true), (Form::Many, true), (Form::Other, false)],
    }
}

/// The form that goes with a number.
pub const fn form(language: Language, n: u64) -> Form {
    let (tens, hundreds) = (n % 10, n % 100);
    match language {
        Language::En | Language::Es | Language::Ro if n == 1 => Form::One,
        Language::Es if n != 0 && n.is_multiple_of(1_000_000) => Form::Many,
        Language::En | Language::Es => Form::Other,
        Language::Ro if n == 0 || matches!(hundreds, 1..=19) => Form::Few,
        Language::Ro => Form::Other,
        Language::Ru if tens == 1 && hundreds != 11 => Form::One,
        Language::Ru if matches!(tens, 2..=4) && !matches!(hundreds, 12..=14) => Form::Few,
        Language::Ru => Form::Many,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_choose_the_form_of_the_language() {
        use Form::{Few, Many, One, Other};
        let table = [
            (0, [Other, Other, Few, Many]),
            (1, [One, One, One, One]),
            (2, [Other, Other, Few, Few]),
            (5, [Other, Other, Few, Many]),
            (11, [Other, Other, Few, Many]),
            (12, [Other, Other, Few, Many]),
            (20, [Other, Other, Other, Many]),
            (21, [Other, Other, Other, One]),
            (22, [Other, Other, Other, Few]),
            (101, [Other, Other, Few, One]),
            (111, [Other, Other, Few, Many]),
            (1_000_000, [Other, Many, Other, Many]),
        ];
        for (n, wanted) in table {
            let got =
                [Language::En, Language::Es, Language::Ro, Language::Ru].map(|language| form(language, n));
            assert_eq!(got, wanted, "{n}");
        }
    }
}
