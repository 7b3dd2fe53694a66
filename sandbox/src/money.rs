//! Arithmetic with cards and amounts that people will read.

/// The check digit every card number carries.
pub fn luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(place, digit)| {
            let value = u32::from(digit - b'0') << (place % 2);
            if value > 9 { value - 9 } else { value }
        })
        .sum();
    sum.is_multiple_of(10)
}

/// Those of which Stripe's amounts have none: `isk` and `ugx` have none in life, and two, always 00, at Stripe
/// (<https://docs.stripe.com/currencies#special-cases>).
const WITHOUT_DECIMALS: [&str; 15] =
    ["bif", "clp", "djf", "gnf", "jpy", "kmf", "krw", "mga", "pyg", "rwf", "vnd", "vuv", "xaf", "xof", "xpf"];
const THREE_DECIMALS: [&str; 5] = ["bhd", "jod", "kwd", "omr", "tnd"];

fn decimals(currency: &str) -> u32 {
    if WITHOUT_DECIMALS.contains(&currency) {
        0
    } else if THREE_DECIMALS.contains(&currency) {
        3
    } else {
        2
    }
}

/// An amount as people who read `language` write it: `€1,234.50`, `1.234,50 €`, `1234,50 lei`.
pub fn written(amount: i64, currency: &str, language: &str) -> String {
    let (group, point) = match language {
        "en" => (',', '.'),
        "ru" => ('\u{a0}', ','),
        _ => ('.', ','),
    };
    let decimals = decimals(currency);
    let unit = 10_u64.pow(decimals);
    let (whole, part) = (amount.unsigned_abs() / unit, amount.unsigned_abs() % unit);
    let digits = whole.to_string();
    let mut number = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            number.push(group);
        }
        number.push(digit);
    }
    if decimals > 0 {
        number.push(point);
        number.push_str(&format!("{part:0width$}", width = decimals as usize));
    }
    let symbol = match currency {
        "eur" => "€".to_owned(),
        "usd" => "$".to_owned(),
        "gbp" => "£".to_owned(),
        "rub" if language == "ru" => "₽".to_owned(),
        "ron" if language == "ro" => "lei".to_owned(),
        other => other.to_uppercase(),
    };
    match (language, symbol.chars().all(char::is_alphabetic)) {
        ("en", false) => format!("{symbol}{number}"),
        ("en", true) => format!("{symbol}\u{a0}{number}"),
        _ => format!("{number}\u{a0}{symbol}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_read_like_the_language() {
        assert_eq!(written(123_450, "eur", "en"), "€1,234.50");
        assert_eq!(written(123_450, "eur", "es"), "1.234,50\u{a0}€");
        assert_eq!(written(123_450, "ron", "ro"), "1.234,50\u{a0}lei");
        assert_eq!(written(500, "jpy", "ru"), "500\u{a0}JPY");
        assert_eq!(written(1_234_567, "kwd", "en"), "KWD\u{a0}1,234.567");
        assert_eq!(written(50_000, "ugx", "en"), "UGX\u{a0}500.00");
        assert_eq!(written(50_000, "isk", "en"), "ISK\u{a0}500.00");
        assert_eq!(written(500, "mga", "en"), "MGA\u{a0}500");
    }

    #[test]
    fn a_wrong_check_digit_shows() {
        assert!(luhn("4242424242424242"));
        assert!(!luhn("4242424242424241"));
    }
}
