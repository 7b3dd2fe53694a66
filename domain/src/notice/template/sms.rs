//! How many text messages a text is: 160 characters of the old alphabet, or 70 of any (3GPP TS 23.038 §6.1.2.1, 6.2.1).

use serde::{Deserialize, Serialize};

const BASIC: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const EXTENDED: &str = "^{}\\[~]|€";

/// What a text takes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Segments {
    /// How many messages it is paid as.
    pub count: u32,
    /// Characters, as the network counts them.
    pub units: u32,
    /// Whether a letter is outside the old alphabet, so that only 70 fit.
    pub unicode: bool,
}

/// Counts.
pub fn segments(text: &str) -> Segments {
    let size = |c: char| match c {
        c if BASIC.contains(c) => Some(1),
        c if EXTENDED.contains(c) => Some(2),
        _ => None,
    };
    let sizes: Option<Vec<u32>> = text.chars().map(size).collect();
    let unicode = sizes.is_none();
    let sizes =
        sizes.unwrap_or_else(|| text.chars().map(|c| u32::try_from(c.len_utf16()).unwrap_or(2)).collect());
    let (alone, each) = if unicode { (70, 67) } else { (160, 153) };
    let units: u32 = sizes.iter().sum();
    let count = if units <= alone {
        u32::from(units > 0)
    } else {
        // A character of two units is never cut in half.
        let (full, last) = sizes.iter().fold((0, 0), |(full, used), size| {
            if used + size > each { (full + 1, *size) } else { (full, used + size) }
        });
        full + u32::from(last > 0)
    };
    Segments { count, units, unicode }
}

/// The same text without the typographer's signs that would more than double its price.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '’' | '‘' | '′' => out.push('\''),
            '“' | '”' | '„' | '«' | '»' => out.push('"'),
            '–' | '—' | '−' | '‑' => out.push('-'),
            '…' => out.push_str("..."),
            '×' => out.push('x'),
            '\u{a0}' | '\u{202f}' | '\u{2009}' => out.push(' '),
            '·' => out.push('-'),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segments_are_counted_as_the_network_does() {
        let count = |text: &str| (segments(text).count, segments(text).units, segments(text).unicode);
        assert_eq!(count(""), (0, 0, false));
        assert_eq!(count(&"a".repeat(160)), (1, 160, false));
        assert_eq!(count(&"a".repeat(161)), (2, 161, false));
        assert_eq!(count(&"a".repeat(306)), (2, 306, false));
        assert_eq!(count(&"a".repeat(307)), (3, 307, false));
        assert_eq!(count(&"€".repeat(80)), (1, 160, false));
        // 76 euros and one character of two in the rest of 153.
        assert_eq!(count(&"€".repeat(153)), (3, 306, false));
        assert_eq!(count(&"я".repeat(70)), (1, 70, true));
        assert_eq!(count(&"я".repeat(71)), (2, 71, true));
        assert_eq!(count("\u{1f4e6}"), (1, 2, true));
        assert_eq!(plain("“Ana’s” 2 × 3\u{a0}€ – …"), "\"Ana's\" 2 x 3 € - ...");
    }
}
