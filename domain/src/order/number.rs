//! The order number people read, dictate and type.
//!
//! Ten characters of Crockford's base32 (<https://www.crockford.com/base32.html>), 50 random bits, shown as `7K3QD-2M4XP`.
//! Random, because a sequential number lets a stranger enumerate a shop's orders.

use serde::{Deserialize, Serialize};

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// An order's public number in its canonical form: ten upper-case characters, no hyphen.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(sqlx::Type), sqlx(transparent))]
#[serde(into = "String", try_from = "String")]
pub struct OrderNumber(String);

impl OrderNumber {
    /// The number of 50 bits; higher bits are ignored.
    pub fn from_bits(bits: u64) -> Self {
        Self((0..10).rev().map(|i| ALPHABET[(bits >> (5 * i) & 31) as usize] as char).collect())
    }

    /// A fresh random number. The unique index decides whether it is taken.
    #[cfg(feature = "ssr")]
    pub fn random() -> Self {
        Self::from_bits(rand::random())
    }

    /// Reads what a person typed: any case, with or without hyphen, spaces or `#`; I and L count as 1, O as 0,
    /// and Cyrillic look-alikes as the Latin letters they resemble. `None` when that is no number.
    pub fn parse(typed: &str) -> Option<Self> {
        let mut number = String::with_capacity(10);
        for c in typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '#' | '–' | '—' | '‑'))
        {
            let c = canonical(c)?;
            if number.len() == 10 {
                return None;
            }
            number.push(c);
        }
        (number.len() == 10).then_some(Self(number))
    }

    /// The canonical ten characters, as stored.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn canonical(c: char) -> Option<char> {
    let c = c.to_uppercase().next()?;
    let c = match c {
        'I' | 'L' | 'І' => '1',
        'O' | 'О' => '0',
        'А' => 'A',
        'В' => 'B',
        'С' => 'C',
        'Е' => 'E',
        'Н' => 'H',
        'К' => 'K',
        'М' => 'M',
        'Р' => 'P',
        'Т' => 'T',
        'Х' => 'X',
        'У' => 'Y',
        other => other,
    };
    (c.is_ascii() && ALPHABET.contains(&(c as u8))).then_some(c)
}

impl std::fmt::Display for OrderNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{}", &self.0[..5], &self.0[5..])
    }
}

impl From<OrderNumber> for String {
    fn from(number: OrderNumber) -> Self {
        number.to_string()
    }
}

impl TryFrom<String> for OrderNumber {
    type Error = &'static str;
    fn try_from(typed: String) -> Result<Self, Self::Error> {
        Self::parse(&typed).ok_or("not an order number")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn reads_what_people_type() {
        let number = OrderNumber::parse("7K3QD2M4XP").unwrap();
        for typed in ["7k3qd-2m4xp", " #7K3QD 2M4XP ", "7K3QD–2M4XP", "7К3QD-2М4ХР"] {
            assert_eq!(OrderNumber::parse(typed).as_ref(), Some(&number), "{typed}");
        }
        assert_eq!(OrderNumber::parse("OIL00-00000"), OrderNumber::parse("01100-00000"));
        for wrong in ["", "7K3QD-2M4X", "7K3QD-2M4XPP", "7K3QD-2M4XU", "7K3QD/2M4XP", "ы"] {
            assert_eq!(OrderNumber::parse(wrong), None, "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read_back(bits in any::<u64>()) {
            let number = OrderNumber::from_bits(bits);
            prop_assert_eq!(OrderNumber::parse(&number.to_string()), Some(number.clone()));
            prop_assert_eq!(OrderNumber::parse(&number.to_string().to_lowercase()), Some(number));
        }

        #[test]
        fn nothing_typed_panics(typed in ".*") {
            let _ = OrderNumber::parse(&typed);
        }
    }
}
