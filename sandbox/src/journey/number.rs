//! Numbers that could be a carrier's own: those get a journey by being asked for. Patterns and check digits as
//! <https://github.com/jkeen/tracking_number_data> collects them; for Correos as they were observed.

use crate::carrier::Carrier;

/// Spaces and small letters do not matter to anybody.
pub fn plain(number: &str) -> String {
    number
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .map(|letter| letter.to_ascii_uppercase())
        .collect()
}

/// Whether the carrier could have given this number.
pub fn is_valid(carrier: Carrier, number: &str) -> bool {
    if !number.is_ascii() {
        return false;
    }
    match carrier {
        Carrier::Fedex => fedex(number),
        Carrier::Ups => ups(number),
        Carrier::Dhl => dhl(number),
        Carrier::Correos => correos(number),
    }
}

/// Whether UPS would even look for it.
pub fn is_shaped_for_ups(number: &str) -> bool {
    let rest = number.strip_prefix("1Z").or_else(|| number.strip_prefix("1R")).unwrap_or_default();
    rest.len() == 16 && rest.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
}

fn digits(text: &str) -> Option<Vec<u32>> {
    text.chars().map(|letter| letter.to_digit(10)).collect()
}

fn weighed(digits: &[u32], weights: &[u32]) -> u32 {
    digits.iter().zip(weights.iter().cycle()).map(|(digit, weight)| digit * weight).sum()
}

fn fedex(number: &str) -> bool {
    let Some(all) = digits(number) else { return false };
    let Some((check, serial)) = all.split_last() else { return false };
    match all.len() {
        12 => weighed(serial, &[3, 1, 7]) % 11 % 10 == *check,
        15 => (10 - weighed(serial, &[1, 3]) % 10) % 10 == *check,
        22 => number.starts_with("96") && (10 - weighed(&serial[7..], &[1, 3]) % 10) % 10 == *check,
        _ => false,
    }
}

fn ups(number: &str) -> bool {
    if !is_shaped_for_ups(number) {
        return false;
    }
    let value =
        |byte: u8| if byte.is_ascii_digit() { u32::from(byte - b'0') } else { (u32::from(byte) - 3) % 10 };
    let all: Vec<u32> = number.bytes().skip(2).map(value).collect();
    number.starts_with("1R") || (10 - weighed(&all[..15], &[1, 2]) % 10) % 10 == all[15]
}

fn dhl(number: &str) -> bool {
    if let Some(rest) = number.strip_prefix('J') {
        let letters = rest.bytes().take_while(u8::is_ascii_uppercase).count();
        return (1..=3).contains(&letters) && rest.len() >= 10 && digits(&rest[letters..]).is_some();
    }
    match (number.len(), number.parse::<u64>()) {
        (10 | 11, Ok(whole)) => whole / 10 % 7 == whole % 10,
        (14, Ok(_)) => true,
        _ => false,
    }
}

fn correos(number: &str) -> bool {
    let bytes = number.as_bytes();
    match bytes.len() {
        13 if number.ends_with("ES") && bytes[..2].iter().all(u8::is_ascii_uppercase) => {
            let Some(all) = digits(&number[2..11]) else { return false };
            let check = match 11 - weighed(&all[..8], &[8, 6, 4, 2, 3, 5, 9, 7]) % 11 {
                10 => 0,
                11 => 5,
                other => other,
            };
            check == all[8]
        }
        18 => number.starts_with("PR") && number.ends_with('C') && digits(&number[2..17]).is_some(),
        23 => {
            let sum: usize = bytes[..22].iter().map(|byte| usize::from(*byte)).sum();
            bytes[22] == b"TRWAGMYFPDXBNJZSQVHLCKE"[sum % 23]
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_each_carrier_are_told_by_their_check_digits() {
        let valid = [
            (Carrier::Fedex, "986578788855"),
            (Carrier::Fedex, "0414 4176 0228 964"),
            (Carrier::Fedex, "9611020987654312345672"),
            (Carrier::Ups, "1Z999AA10123456784"),
            (Carrier::Ups, "1z5r89390357567127"),
            (Carrier::Dhl, "3318810025"),
            (Carrier::Dhl, "73891051146"),
            (Carrier::Dhl, "JJD0099999999"),
            (Carrier::Dhl, "JD014600006281230704"),
            (Carrier::Correos, "RR123456785ES"),
        ];
        for (carrier, number) in valid {
            assert!(is_valid(carrier, &plain(number)), "{carrier:?} {number}");
        }
        let invalid = [
            (Carrier::Fedex, "986578788856"),
            (Carrier::Ups, "1Z999AA10123456785"),
            (Carrier::Dhl, "3318810026"),
            (Carrier::Correos, "RR123456784ES"),
            (Carrier::Correos, "Ñ"),
            (Carrier::Fedex, ""),
        ];
        for (carrier, number) in invalid {
            assert!(!is_valid(carrier, number), "{carrier:?} {number}");
        }
    }
}
