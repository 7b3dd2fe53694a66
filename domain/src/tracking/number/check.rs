//! Check digits, by the carriers' published algorithms (`fixtures/tracking-number-data/CHECKSUM_ALGORITHMS.md`).
//!
//! Every function takes capital letters and digits only and answers `false` for anything else.

fn digit(byte: u8) -> Option<u32> {
    byte.is_ascii_digit().then(|| u32::from(byte - b'0'))
}

/// Mod 10 with a factor for the even and one for the odd places (counted from 0); letters count as (code − 3) mod 10.
pub(super) fn mod10(serial: &str, check: u8, evens: u32, odds: u32) -> bool {
    let value = |byte: u8| digit(byte).unwrap_or((u32::from(byte) - 3) % 10);
    let sum: u32 = serial
        .bytes()
        .enumerate()
        .map(|(place, byte)| value(byte) * if place % 2 == 0 { evens } else { odds })
        .sum();
    digit(check) == Some((10 - sum % 10) % 10)
}

/// A sum with weights, mod 11, mod 10: FedEx.
pub(super) fn mod11(serial: &str, check: u8, weights: [u32; 3]) -> bool {
    let sum: Option<u32> =
        serial.bytes().enumerate().map(|(place, byte)| Some(digit(byte)? * weights[place % 3])).sum();
    sum.is_some_and(|sum| digit(check) == Some(sum % 11 % 10))
}

/// The number itself mod 7: DHL Express.
pub(super) fn mod7(serial: &str, check: u8) -> bool {
    serial.parse::<u64>().is_ok_and(|serial| digit(check).map(u64::from) == Some(serial % 7))
}

/// The Universal Postal Union's S10: eight digits.
pub(super) fn s10(serial: &str, check: u8) -> bool {
    const WEIGHTS: [u32; 8] = [8, 6, 4, 2, 3, 5, 9, 7];
    if serial.len() != WEIGHTS.len() {
        return false;
    }
    let sum: Option<u32> =
        serial.bytes().zip(WEIGHTS).map(|(byte, weight)| Some(digit(byte)? * weight)).sum();
    sum.is_some_and(|sum| {
        let wanted = match sum % 11 {
            0 => 5,
            1 => 0,
            rest => 11 - rest,
        };
        digit(check) == Some(wanted)
    })
}

/// The last letter by the sum of all other characters' codes mod 23: Correos (observed, `providers.md` §4.4).
pub(super) fn mod23(serial: &str, check: u8) -> bool {
    const LETTERS: &[u8; 23] = b"TRWAGMYFPDXBNJZSQVHLCKE";
    let sum: usize = serial.bytes().map(usize::from).sum();
    LETTERS[sum % LETTERS.len()] == check
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_digit_off_is_never_right() {
        for (serial, right) in [("12345678", b'5'), ("47312482", b'9')] {
            let matching: Vec<u8> = (b'0'..=b'9').filter(|check| s10(serial, *check)).collect();
            assert_eq!(matching, [right], "{serial}");
        }
        assert!(mod7("331881002", b'5') && !mod7("331881002", b'4') && !mod7("33x", b'1'));
        assert!(mod11("98657878885", b'5', [3, 1, 7]) && !mod11("9865787888x", b'5', [3, 1, 7]));
        assert!(mod10("5R8939035756712", b'7', 1, 2) && !mod10("5R8939035756712", b'8', 1, 2));
        // "PK" is 80 + 75 = 155, and 155 mod 23 is 17: V.
        assert!(mod23("PK", b'V') && !mod23("PK", b'H'));
    }
}
