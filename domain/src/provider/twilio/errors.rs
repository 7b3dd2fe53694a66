//! What Twilio's error codes mean for the number and for the message (<https://www.twilio.com/docs/api/errors>).

use crate::notice::Undeliverable;

/// Why a message with this code never arrives; `None` where the same message may arrive later.
pub fn meaning(code: &str) -> Option<Undeliverable> {
    Some(match code {
        // No number, no mobile, nobody's, a landline: writing there again is useless.
        "21211" | "21214" | "21217" | "21612" | "21614" | "21635" | "30005" | "30006" => {
            Undeliverable::Invalid
        }
        "21610" => Undeliverable::OptedOut,
        // Switched off or out of reach, a carrier's hiccup: tomorrow is another day.
        "30001" | "30003" | "30008" | "30009" | "30010" => return None,
        // The account, the sender, the words: the number may be good.
        _ => Undeliverable::Content,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_wrong_with_a_number_is_held_against_it() {
        let table = [
            ("21211", Some(Undeliverable::Invalid)),
            ("21614", Some(Undeliverable::Invalid)),
            ("30005", Some(Undeliverable::Invalid)),
            ("30006", Some(Undeliverable::Invalid)),
            ("21610", Some(Undeliverable::OptedOut)),
            ("21617", Some(Undeliverable::Content)),
            ("21606", Some(Undeliverable::Content)),
            ("30007", Some(Undeliverable::Content)),
            ("30003", None),
            ("30008", None),
        ];
        for (code, expected) in table {
            assert_eq!(meaning(code), expected, "{code}");
        }
    }
}
