//! Amounts: minor units and an ISO 4217 currency, never a float.

use iso_currency::Currency;

use crate::Language;

/// An amount of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Money {
    /// Minor units: cents for EUR, yen for JPY.
    pub minor: i64,
    /// ISO 4217.
    pub currency: Currency,
}

impl Money {
    /// An amount in a currency given by its three letters, any case; `None` for an unknown currency.
    pub fn parse(minor: i64, code: &str) -> Option<Self> {
        Some(Self { minor, currency: Currency::from_code(&code.to_ascii_uppercase())? })
    }

    /// An amount as providers write it in JSON, `29.00`: exactly, or not at all. Finer than the currency is `None`, except zeros.
    pub fn from_decimal(amount: &str, code: &str) -> Option<Self> {
        let currency = Currency::from_code(&code.trim().to_ascii_uppercase())?;
        let digits = currency.exponent().map_or(2, usize::from);
        let (units, fraction) = amount.trim().split_once('.').unwrap_or((amount.trim(), ""));
        let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if units.is_empty() || !plain(units) || !plain(fraction) {
            return None;
        }
        let (kept, finer) = fraction.split_at(fraction.len().min(digits));
        let exact = finer.bytes().all(|byte| byte == b'0');
        let minor = format!("{units}{kept:0<digits$}").parse().ok().filter(|_| exact)?;
        Some(Self { minor, currency })
    }

    /// As a person of that language writes it: `€1,234.50`, `1.234,50 €`, `1 234,50 €`.
    pub fn say(self, language: Language) -> String {
        let digits = self.currency.exponent().map_or(2, usize::from);
        let scale = 10_u64.pow(u32::try_from(digits).unwrap_or(2));
        let units = self.minor.unsigned_abs() / scale;
        let (group, point) = match language {
            Language::En => (",", "."),
            Language::Es | Language::Ro => (".", ","),
            Language::Ru => ("\u{a0}", ","),
        };
        let mut number = grouped(units, group, language);
        if digits > 0 {
            number.push_str(&format!("{point}{:0digits$}", self.minor.unsigned_abs() % scale));
        }
        let sign = if self.minor < 0 { "−" } else { "" };
        let symbol = self.symbol();
        match language {
            Language::En if symbol.len() > 2 && symbol.is_ascii() => format!("{sign}{symbol}\u{a0}{number}"),
            Language::En => format!("{sign}{symbol}{number}"),
            _ => format!("{sign}{number}\u{a0}{symbol}"),
        }
    }

    /// An amount as a person types it, with either decimal sign and any grouping: `12`, `12.5`, `1 234,50`. `None` for what cannot be
    /// read in one way only, or has more decimals than the currency: money is never rounded by guess.
    pub fn read(typed: &str, code: &str) -> Option<Self> {
        let currency = Currency::from_code(&code.to_ascii_uppercase())?;
        let digits = currency.exponent().map_or(2, usize::from);
        let text: String = typed.chars().filter(|c| !c.is_whitespace() && *c != '\'').collect();
        let (units, part) = match text.rfind(['.', ',']) {
            // The last sign is the decimal one; the other kind before it groups.
            Some(at) if text.matches(['.', ',']).count() == 1 || !text[..at].contains(&text[at..=at]) => {
                (&text[..at], &text[at + 1..])
            }
            _ => (&*text, ""),
        };
        let groups: Vec<_> = units.split(['.', ',']).collect();
        let grouped = groups.len() == 1
            || (groups[0].len() <= 3
                && !groups[0].is_empty()
                && groups[1..].iter().all(|group| group.len() == 3));
        let plain = groups.concat();
        let all_digits = plain.chars().chain(part.chars()).all(|c| c.is_ascii_digit());
        if plain.is_empty() || !grouped || !all_digits || part.len() > digits {
            return None;
        }
        format!("{plain}{part:0<digits$}").parse().ok().map(|minor| Self { minor, currency })
    }

    /// As it stands in a field where it may be changed: no sign, no groups.
    pub fn typed(self, language: Language) -> String {
        let digits = self.currency.exponent().map_or(2, usize::from);
        let scale = 10_u64.pow(u32::try_from(digits).unwrap_or(2));
        let minor = self.minor.unsigned_abs();
        let point = if language == Language::En { "." } else { "," };
        if digits == 0 {
            minor.to_string()
        } else {
            format!("{}{point}{:0digits$}", minor / scale, minor % scale)
        }
    }

    /// The sign where it is unmistakable, the code elsewhere ("$" alone could be twenty currencies).
    fn symbol(self) -> String {
        match self.currency {
            Currency::EUR => "€".to_owned(),
            Currency::GBP => "£".to_owned(),
            Currency::USD => "$".to_owned(),
            Currency::RUB => "₽".to_owned(),
            other => other.code().to_owned(),
        }
    }
}

fn grouped(units: u64, separator: &str, language: Language) -> String {
    let plain = units.to_string();
    // Spanish does not group four digits (RAE, Ortografía 2010, VIII.2.1).
    if plain.len() < 4 || (language == Language::Es && plain.len() == 4) {
        return plain;
    }
    let mut out = String::new();
    for (i, digit) in plain.chars().enumerate() {
        if i > 0 && (plain.len() - i).is_multiple_of(3) {
            out.push_str(separator);
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_as_people_write_it() {
        let say = |minor, code, language| Money::parse(minor, code).unwrap().say(language);
        assert_eq!(say(123_450, "eur", Language::En), "€1,234.50");
        assert_eq!(say(123_450, "EUR", Language::Es), "1234,50\u{a0}€");
        assert_eq!(say(12_345_678, "EUR", Language::Es), "123.456,78\u{a0}€");
        assert_eq!(say(123_450, "RON", Language::Ro), "1.234,50\u{a0}RON");
        assert_eq!(say(123_450, "RUB", Language::Ru), "1\u{a0}234,50\u{a0}₽");
        assert_eq!(say(500, "JPY", Language::En), "JPY\u{a0}500");
        assert_eq!(say(-5, "EUR", Language::En), "−€0.05");
        assert_eq!(Money::parse(1, "ZZZ"), None);
    }

    #[test]
    fn typed_amounts_are_read_exactly_or_not_at_all() {
        let read = |typed, code| Money::read(typed, code).map(|money| money.minor);
        for (typed, minor) in [
            ("12", 1200),
            ("12.5", 1250),
            (" 12,50 ", 1250),
            ("0.01", 1),
            ("1 234,50", 123_450),
            ("1.234,50", 123_450),
            ("1,234.50", 123_450),
            ("1,234,567", 123_456_700),
            ("12.", 1200),
        ] {
            assert_eq!(read(typed, "EUR"), Some(minor), "{typed}");
        }
        for typed in ["", "-1", "1,234", "1.005", "12a", "1,2,3", "€5", "..", ",5", "99999999999999999999"]
        {
            assert_eq!(read(typed, "EUR"), None, "{typed}");
        }
        assert_eq!(
            (read("500", "JPY"), read("5.0", "JPY"), read("1.234", "KWD")),
            (Some(500), None, Some(1234))
        );
        for language in Language::ALL {
            let money = Money::parse(123_405, "EUR").unwrap();
            assert_eq!(Money::read(&money.typed(language), "EUR"), Some(money));
        }
    }

    #[test]
    fn decimals_are_read_exactly_or_not_at_all() {
        let read = |amount, code| Money::from_decimal(amount, code).map(|money| money.minor);
        for (amount, code, minor) in [
            ("29.00", "ZAR", 2900),
            ("29", "zar", 2900),
            ("0.29", "EUR", 29),
            ("5.5", "EUR", 550),
            ("5.5000", "EUR", 550),
            ("1200", "JPY", 1200),
            ("1200.0", "JPY", 1200),
            ("1.234", "BHD", 1234),
            ("90071992547409.93", "USD", 9_007_199_254_740_993),
        ] {
            assert_eq!(read(amount, code), Some(minor), "{amount} {code}");
        }
        for amount in [
            "",
            ".",
            ".50",
            "1.005",
            "-1.00",
            "+1",
            "1e3",
            "1,50",
            "1 000",
            "1.5 EUR",
            "NaN",
            "99999999999999999999",
        ] {
            assert_eq!(read(amount, "EUR"), None, "{amount}");
        }
        assert_eq!(read("1.00", "ZZZ"), None);
        assert_eq!(read("1.5", "JPY"), None);
    }
}
