//! Countries as carriers see them: whose money, and whether a customs officer stands between two of them.

/// The customs union; the sandbox does not know its exceptions (islands, enclaves).
const UNION: [&str; 27] = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT",
    "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
];

/// Money of the countries that have their own, and what a euro buys of it, in hundredths. Rounded: nobody trades on it.
const MONEY: [(&str, &str, i64); 20] = [
    ("US", "USD", 110),
    ("GB", "GBP", 86),
    ("CA", "CAD", 150),
    ("AU", "AUD", 165),
    ("NZ", "NZD", 180),
    ("CH", "CHF", 95),
    ("NO", "NOK", 1150),
    ("SE", "SEK", 1130),
    ("DK", "DKK", 746),
    ("PL", "PLN", 430),
    ("CZ", "CZK", 2500),
    ("HU", "HUF", 39_500),
    ("RO", "RON", 498),
    ("ZA", "ZAR", 2000),
    ("MX", "MXN", 2000),
    ("BR", "BRL", 600),
    ("IN", "INR", 9000),
    ("MD", "MDL", 1950),
    ("UA", "UAH", 4500),
    ("TR", "TRY", 3700),
];

/// Whether goods between the two need papers.
pub fn crosses(from: &str, to: &str) -> bool {
    from != to && !(UNION.contains(&from) && UNION.contains(&to))
}

/// A country's currency, and hundredths of it per euro.
pub fn money(country: &str) -> (&'static str, i64) {
    MONEY.iter().find(|(known, ..)| *known == country).map_or(("EUR", 100), |(_, name, rate)| (*name, *rate))
}

/// Hundredths of a euro per one unit of this currency's hundredths; for the rates in a currency of the client's choice.
pub fn rate_of(currency: &str) -> Option<i64> {
    if currency == "EUR" {
        return Some(100);
    }
    MONEY.iter().find(|(_, name, _)| *name == currency).map(|(.., rate)| *rate)
}

#[cfg(test)]
mod tests {
    #[test]
    fn papers_are_needed_outside_the_union_only() {
        assert!(!super::crosses("ES", "ES"));
        assert!(!super::crosses("ES", "RO"));
        assert!(super::crosses("ES", "GB"));
        assert!(super::crosses("US", "CA"));
    }
}
