//! Where an order goes.

use garde::Validate;
use serde::{Deserialize, Serialize};

/// A postal address; field names are Stripe's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Address {
    /// Street and number.
    #[garde(length(chars, min = 1, max = 200))]
    pub line1: String,
    /// Flat, floor, company.
    #[garde(length(chars, max = 200))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line2: Option<String>,
    /// Town.
    #[garde(length(chars, min = 1, max = 100))]
    pub city: String,
    /// Province or state.
    #[garde(length(chars, max = 100))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    /// Postcode.
    #[garde(length(chars, max = 20))]
    #[serde(default)]
    pub postal_code: String,
    /// ISO 3166-1 alpha-2.
    #[garde(custom(known_country))]
    pub country: String,
}

fn known_country(code: &str, _: &()) -> garde::Result {
    match rust_iso3166::from_alpha2(code) {
        Some(_) => Ok(()),
        None => Err(garde::Error::new("is not an ISO 3166-1 alpha-2 country code in capitals")),
    }
}

impl Address {
    /// Everything that is wrong, as (field, why).
    pub fn flaws(&self) -> Vec<(String, String)> {
        let report = self.validate().err().into_iter();
        report
            .flat_map(|report| {
                let flaws = report.iter().map(|(path, error)| (path.to_string(), error.to_string()));
                flaws.collect::<Vec<_>>()
            })
            .collect()
    }

    /// Line by line, for staff and labels.
    pub fn lines(&self) -> Vec<String> {
        let town = [self.postal_code.as_str(), self.city.as_str()].into_iter().filter(|s| !s.is_empty());
        [
            Some(self.line1.clone()),
            self.line2.clone(),
            Some(town.collect::<Vec<_>>().join(" ")),
            self.state.clone(),
            Some(self.country.clone()),
        ]
        .into_iter()
        .flatten()
        .filter(|line| !line.trim().is_empty())
        .collect()
    }

    /// Enough for its owner to recognise, too little for a stranger to visit: "C••• M•••, 28••• Madrid, ES".
    pub fn masked(&self) -> String {
        let street: Vec<String> = self.line1.split_whitespace().take(3).map(|word| mask(word, 1)).collect();
        let town = [mask(&self.postal_code, 2), self.city.clone()];
        let town = town.into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join(" ");
        format!("{}, {town}, {}", street.join(" "), self.country)
    }
}

fn mask(word: &str, shown: usize) -> String {
    // A word that would be shown whole (a house number of one digit) is not shown at all.
    let shown = if word.chars().count() > shown { shown } else { 0 };
    let mut out: String = word.chars().take(shown).collect();
    if !word.is_empty() {
        out.push_str("•••");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_masked_address_gives_no_house_away() {
        let address = Address {
            line1: "Calle Mayor 12".into(),
            line2: Some("3º B".into()),
            city: "Madrid".into(),
            state: None,
            postal_code: "28013".into(),
            country: "ES".into(),
        };
        assert_eq!(address.masked(), "C••• M••• 1•••, 28••• Madrid, ES");
        let short = Address { line1: "9 Bridge Street".into(), ..address.clone() };
        assert_eq!(short.masked(), "••• B••• S•••, 28••• Madrid, ES");
        assert_eq!(address.lines(), ["Calle Mayor 12", "3º B", "28013 Madrid", "ES"]);
    }
}
