//! Verb: say whose number it may be. Patterns overlap, so this suggests and a person confirms.

use serde::{Deserialize, Serialize};

use super::{
    clean::clean,
    patterns::{Fit, PATTERNS, postal},
};

/// What was pasted, and whose it may be.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Recognised {
    /// The number: capital letters and digits. Empty when nothing in the paste can be one.
    pub number: String,
    /// Whose it may be, likeliest first, each carrier once; empty when nothing fits.
    pub suggestions: Vec<Suggestion>,
}

/// One carrier it may be of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestion {
    /// Our key of it, as in [`crate::parcel::Carrier`]; `None` for a post we have no page of.
    pub carrier: Option<String>,
    /// The country whose post gave the number (ISO 3166-1 alpha-2), for postal numbers.
    pub country: Option<String>,
    /// What speaks for it.
    pub why: Why,
}

/// What speaks for a carrier, strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// It stood in an address of the carrier's page.
    Page,
    /// Shape and check digit are right.
    Checked,
    /// The shape is right.
    Shape,
}

/// The posts of countries whose pages we know.
const POSTS: [(&str, &str); 4] =
    [("ES", "correos"), ("GB", "royal_mail"), ("US", "usps"), ("CA", "canada_post")];

/// Says whose number it may be. Spaces, dashes, small letters and addresses of tracking pages are tolerated.
pub fn recognise(pasted: &str) -> Recognised {
    let pasted = clean(pasted);
    let mut best = Recognised::default();
    for number in &pasted.numbers {
        let suggestions = suggest(number, pasted.page_of);
        let strength = |found: &[Suggestion]| found.iter().map(|one| one.why).min();
        let stronger = match (strength(&suggestions), strength(&best.suggestions)) {
            (Some(new), Some(old)) => new < old,
            (new, None) => new.is_some() || best.number.is_empty(),
            (None, Some(_)) => false,
        };
        if stronger {
            best = Recognised { number: number.clone(), suggestions };
        }
    }
    if let Some(carrier) = pasted.page_of.filter(|_| !best.number.is_empty()) {
        best.suggestions.retain(|one| one.carrier.as_deref() != Some(carrier));
        best.suggestions
            .insert(0, Suggestion { carrier: Some(carrier.to_owned()), country: None, why: Why::Page });
    }
    best
}

/// Whose a clean number may be. Of two that fit equally well, the one whose page it stood on is first.
fn suggest(number: &str, page_of: Option<&str>) -> Vec<Suggestion> {
    let mut found: Vec<Suggestion> = Vec::new();
    if let Some(country) = postal(number) {
        let carrier =
            POSTS.iter().find(|(known, _)| *known == country).map(|(_, carrier)| (*carrier).to_owned());
        found.push(Suggestion { carrier, country: Some(country.to_owned()), why: Why::Checked });
    }
    for pattern in &PATTERNS {
        let Some(fit) = (pattern.fit)(number) else { continue };
        if found.iter().all(|one| one.carrier.as_deref() != Some(pattern.carrier)) {
            let why = if fit == Fit::Checked { Why::Checked } else { Why::Shape };
            found.push(Suggestion { carrier: Some(pattern.carrier.to_owned()), country: None, why });
        }
    }
    // Stable: the table's order among equals.
    found.sort_by_key(|one| (one.why, one.carrier.as_deref() != page_of));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn carriers(pasted: &str) -> Vec<String> {
        let name = |one: Suggestion| one.carrier.or(one.country).unwrap();
        recognise(pasted).suggestions.into_iter().map(name).collect()
    }

    #[test]
    fn the_likeliest_carrier_is_first_and_the_others_follow() {
        assert_eq!(carriers(" 1z5r-8939 0357567127"), ["ups"]);
        assert_eq!(carriers("986578788855"), ["fedex"]);
        assert_eq!(carriers("3318810025"), ["dhl_express"]);
        assert_eq!(carriers("RB123456785ES"), ["correos"]);
        assert_eq!(carriers("RB123456785CV"), ["CV"], "a post whose page we do not know");
        assert_eq!(
            carriers("RX123456785US"),
            ["usps", "dhl_ecommerce"],
            "a right check digit before a shape"
        );
        assert_eq!(carriers("PR123456789012345C"), ["correos"]);
        assert_eq!(carriers("JD014600006281230704"), ["dhl_express"], "a piece of DHL's own sample");
    }

    #[test]
    fn nothing_is_suggested_that_does_not_fit() {
        for pasted in [
            "1Z5R89390357567128",
            "RB123456786ES",
            "RB123456785XX",
            "2Z5R89390357567127",
            "hello",
            "",
            "1",
            "Ж1234567890",
        ] {
            assert_eq!(carriers(pasted), [""; 0], "{pasted}");
        }
        assert_eq!(recognise("ABC-123").number, "ABC123", "the number is kept all the same");
    }

    #[test]
    fn a_page_speaks_louder_than_a_pattern() {
        let found = recognise("https://www.fedex.com/wtrk/track/?trknbr=3318810025&x=1");
        assert_eq!(found.number, "3318810025");
        assert_eq!(found.suggestions[0].why, Why::Page);
        assert_eq!(carriers("https://www.fedex.com/wtrk/track/?trknbr=3318810025"), ["fedex", "dhl_express"]);
        let elsewhere = "https://shop.example/2026/11/1234567890/?q=1Z5R89390357567127";
        assert_eq!(recognise(elsewhere).number, "1Z5R89390357567127");
        assert_eq!(carriers(elsewhere), ["ups"]);
    }
}
