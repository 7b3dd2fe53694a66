//! A telephone number: written in one way, sealed where it is kept, shown so that only its owner knows it.

use rlibphonenumber::{PhoneNumber, PhoneNumberFormat, PhoneNumberType, Region};
use uuid::Uuid;

use crate::{Shop, secret::Cell};

/// The number in E.164, whatever stands between its digits; without a `+` it is one of the shop's country. `None` for what is no
/// number, and for one that takes no text messages or costs who sends them (premium, toll-free).
pub(super) fn clean(shop: &Shop, typed: &str) -> Option<String> {
    in_country(typed, &shop.about.ship_from.address.country)
}

fn in_country(typed: &str, country: &str) -> Option<String> {
    // Longer than any number with all its brackets; the parser's work grows with its input.
    if typed.chars().count() > 40 {
        return None;
    }
    let number = PhoneNumber::parse(typed, country.parse::<Region>().ok()).ok()?;
    let takes_texts =
        matches!(number.get_type(), PhoneNumberType::Mobile | PhoneNumberType::FixedLineOrMobile);
    (number.is_valid() && takes_texts).then(|| number.format_as(PhoneNumberFormat::E164).to_string())
}

/// "+34 ••• ••• 222": its last three digits are enough for its owner.
pub(super) fn mask(number: &str) -> String {
    let end: String = number.chars().skip(number.chars().count().saturating_sub(3)).collect();
    let country: String = number.chars().take(3).collect();
    format!("{country} ••• ••• {end}")
}

const fn cell(customer: Uuid) -> Cell {
    Cell { table: "customer", column: "phone", row: customer }
}

pub(super) fn seal(shop: &Shop, customer: Uuid, number: &str) -> anyhow::Result<Vec<u8>> {
    shop.secret.seal(cell(customer), number)
}

/// `None` for what was sealed elsewhere or with another secret: it is then as if nobody had given a number.
pub(super) fn open(shop: &Shop, customer: Uuid, sealed: &[u8]) -> Option<String> {
    shop.secret.open(cell(customer), sealed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_written_in_one_way() {
        for typed in
            ["600 111 222", "+34 600-111-222", "0034600111222", "(600) 11 12 22", "tel:+34-600-111-222"]
        {
            assert_eq!(in_country(typed, "ES").as_deref(), Some("+34600111222"), "{typed}");
        }
        assert_eq!(in_country("07400 123456", "GB").as_deref(), Some("+447400123456"));
        assert_eq!(in_country("+373 621 12 345", "ES").as_deref(), Some("+37362112345"));
        assert_eq!(mask("+34600111222"), "+34 ••• ••• 222");
    }

    #[test]
    fn what_takes_no_messages_is_no_number() {
        for typed in [
            "",
            "ana",
            "12",
            "+34 600",
            "+34 910 000 000",
            "+34 803 123 456",
            "900 123 456",
            "112",
            "+999 123456789",
        ] {
            assert_eq!(in_country(typed, "ES"), None, "{typed}");
        }
        assert_eq!(in_country(&"6".repeat(10_000), "ES"), None);
    }
}
