//! How a typed number is kept: as the carrier writes it, so that its news finds it.

use super::{
    clean::{blank, is_between},
    recognise::recognise,
};

/// What is kept of what was typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Kept {
    /// The number; `None` when there is none in it.
    pub number: Option<String>,
    /// The address it was taken from, when it was pasted as one.
    pub address: Option<String>,
    /// Our key of the carrier whose page that is.
    pub page_of: Option<String>,
}

/// Takes the number out of an address, and blanks out of a number. Dashes go, and letters become capitals, where it is a number of a
/// carrier we know and `ours` says that it may be one: what another carrier's dashes mean, nobody here knows.
pub fn keep(typed: &str, ours: bool) -> Kept {
    let found = recognise(typed);
    if found.address {
        let typed = typed.trim();
        let address = if typed.contains("://") { typed.to_owned() } else { format!("https://{typed}") };
        let page_of = found.page_of().map(str::to_owned);
        let number = Some(found.number).filter(|number| !number.is_empty());
        return Kept { number, address: Some(address), page_of };
    }
    let known = ours && !found.suggestions.is_empty();
    let number = if known { found.number } else { bare(typed) };
    Kept { number: Some(number).filter(|number| !number.is_empty()), ..Kept::default() }
}

/// Without the blanks and invisible marks that come along with a copied number; words stay as they are.
pub fn bare(typed: &str) -> String {
    let bare: String = typed.chars().filter(|c| !blank(*c)).collect();
    let number = |c: char| c.is_ascii_alphanumeric() || is_between(c) || matches!(c, '.' | '/' | '_');
    if bare.chars().all(number) && bare.contains(|c: char| c.is_ascii_digit()) {
        bare
    } else {
        typed.trim_matches(blank).to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(typed: &str, ours: bool) -> Option<String> {
        keep(typed, ours).number
    }

    #[test]
    fn a_known_carriers_number_is_kept_as_it_writes_it_and_anothers_without_blanks() {
        let some = |kept: &str| Some(kept.to_owned());
        assert_eq!(number(" 1z5r-8939 0357567127 ", true), some("1Z5R89390357567127"));
        assert_eq!(number("1z5r-8939 0357567127", false), some("1z5r-89390357567127"), "not one of ours");
        assert_eq!(number("MD-0000 0000\u{a0}42\u{200b}", true), some("MD-0000000042"));
        assert_eq!(number("ask at the bar", true), some("ask at the bar"), "words are no number");
        assert_eq!(number(" \u{200b} ", true), None);
    }

    #[test]
    fn an_address_is_taken_apart() {
        let kept = keep("www.ups.com/track?tracknum=1Z5R89390357567127", true);
        assert_eq!(kept.number.as_deref(), Some("1Z5R89390357567127"));
        assert_eq!(kept.page_of.as_deref(), Some("ups"));
        assert_eq!(kept.address.unwrap(), "https://www.ups.com/track?tracknum=1Z5R89390357567127");
        let nowhere = keep("https://bob.example/where", true);
        assert_eq!((nowhere.number, nowhere.page_of), (None, None));
    }
}
