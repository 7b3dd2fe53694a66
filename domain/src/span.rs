//! How long, in words: only as exactly as somebody plans by.

use crate::{Language, language::say_with};

/// "3 h 20 min", "2 d 5 h", "12 min": of so many minutes, whichever way they lie.
pub fn span(minutes: i64, language: Language) -> String {
    let all = minutes.unsigned_abs();
    let whole = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    let (days, hours, minutes) = (all / 1440, all / 60 % 24, all % 60);
    let key = if days > 0 {
        "span-days"
    } else if hours > 0 {
        "span-hours"
    } else {
        "span-minutes"
    };
    let args = vec![
        ("days", whole(days).into()),
        ("hours", whole(hours).into()),
        ("minutes", whole(minutes).into()),
    ];
    say_with(language, key, args)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_is_as_exact_as_it_is_near() {
        for (minutes, words) in [
            (0, "0 min"),
            (12, "12 min"),
            (200, "3 h 20 min"),
            (-200, "3 h 20 min"),
            (1439, "23 h 59 min"),
            (3180, "2 d 5 h"),
        ] {
            assert_eq!(span(minutes, Language::En), words);
        }
        for language in Language::ALL {
            assert!(
                span(200, language).starts_with('3') && !span(5, language).contains("Unknown"),
                "{language:?}"
            );
        }
    }
}
