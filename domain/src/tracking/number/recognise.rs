//! Verb: say whose number it may be. Patterns overlap, so this suggests and a person confirms.

use serde::{Deserialize, Serialize};

use super::{
    Why,
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
    /// Whether it was pasted as an address.
    pub address: bool,
}

/// A check digit is right by accident once in seven to eleven: of plain digits only longer numbers, which have more to fit, are sure.
const SURE_DIGITS: usize = 20;

impl Recognised {
    /// Our key of the carrier on whose page it stood.
    pub fn page_of(&self) -> Option<&str> {
        self.suggestions.first().filter(|one| one.why == Why::Page)?.carrier.as_deref()
    }

    /// Our key of the carrier, where nobody has to be asked: it stood on its page, or its check digit alone is right and that is no
    /// accident. Carriers without check digits (GLS, Evri) have numbers of ten to twelve digits, too.
    pub fn sure(&self) -> Option<&str> {
        let mut found = self.suggestions.iter();
        let first = found.next()?;
        let alone = found.all(|other| other.why > first.why);
        let telling =
            self.number.contains(|c: char| c.is_ascii_uppercase()) || self.number.len() >= SURE_DIGITS;
        let sure = match first.why {
            Why::Page => true,
            Why::Checked => alone && telling,
            Why::Shape => false,
        };
        first.carrier.as_deref().filter(|_| sure)
    }
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

/// The posts of countries whose pages we know.
const POSTS: [(&str, &str); 4] =
    [("ES", "correos"), ("GB", "royal_mail"), ("US", "usps"), ("CA", "canada_post")];

/// Says whose number it may be. Spaces, dashes, small letters and addresses of tracking pages are tolerated.
pub fn recognise(pasted: &str) -> Recognised {
    let pasted = clean(pasted);
    let mut best = Recognised { address: pasted.address, ..Recognised::default() };
    for number in &pasted.numbers {
        let suggestions = suggest(number, &pasted.page_of);
        let strength = |found: &[Suggestion]| found.iter().map(|one| one.why).min();
        let stronger = match (strength(&suggestions), strength(&best.suggestions)) {
            (Some(new), Some(old)) => new < old,
            (new, None) => new.is_some() || best.number.is_empty(),
            (None, Some(_)) => false,
        };
        if stronger {
            best = Recognised { number: number.clone(), suggestions, ..best };
        }
    }
    // Of several carriers that share a page, the one whose number it can be.
    let fits = best.suggestions.iter().filter_map(|one| one.carrier.as_deref());
    let fits = fits.into_iter().find_map(|key| pasted.page_of.iter().find(|of| **of == key));
    if let Some(carrier) = fits.or(pasted.page_of.first()).filter(|_| !best.number.is_empty()) {
        best.suggestions.retain(|one| one.carrier.as_deref() != Some(*carrier));
        let page = Suggestion { carrier: Some((*carrier).to_owned()), country: None, why: Why::Page };
        best.suggestions.insert(0, page);
    }
    best
}

/// Whose a clean number may be. Of two that fit equally well, the one whose page it stood on is first.
fn suggest(number: &str, page_of: &[&str]) -> Vec<Suggestion> {
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
    found.sort_by_key(|one| (one.why, !one.carrier.as_deref().is_some_and(|key| page_of.contains(&key))));
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

    #[test]
    fn a_page_that_carriers_share_is_the_one_s_whose_number_it_can_be() {
        let dhl =
            |number: &str| carriers(&format!("https://www.dhl.com/en/express/tracking.html?AWB={number}"));
        assert_eq!(dhl("3318810025"), ["dhl_express"]);
        assert_eq!(dhl("GM2951173225174494"), ["dhl_ecommerce"]);
        assert_eq!(dhl("7777777"), ["dhl"]);
        assert_eq!(carriers("https://wwwapps.ups.com/track?n=1Z5R89390357567127"), ["ups"], "a house of UPS");
        assert_eq!(recognise("https://notups.com/track?n=7777777").page_of(), None);
    }

    #[test]
    fn sure_is_only_what_is_no_accident() {
        let sure = |pasted: &str| recognise(pasted).sure().map(str::to_owned);
        for (pasted, carrier) in [
            ("1Z5R89390357567127", "ups"),
            ("RB123456785ES", "correos"),
            ("RX123456785US", "usps"),
            ("9400111202555842332669", "usps"),
            ("https://www.fedex.com/wtrk/track/?trknbr=986578788855", "fedex"),
            ("https://gls-group.eu/EU/en/parcel-tracking?match=98657878885", "gls"),
        ] {
            assert_eq!(sure(pasted).as_deref(), Some(carrier), "{pasted}");
        }
        for pasted in ["986578788855", "3318810025", "JD014600006281230704", "RB123456785CV", "hello", ""] {
            assert_eq!(sure(pasted), None, "{pasted}");
        }
    }
}
