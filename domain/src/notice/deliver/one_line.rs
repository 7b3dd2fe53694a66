//! What a header, a subject or a title may hold: one line, of letters that do what they look like.

/// The text without what breaks a line, controls a terminal or turns the direction of what follows; blanks are one blank, and it is at
/// most so many characters long.
pub fn one_line(text: &str, most: usize) -> String {
    let harmless = text.chars().map(|letter| if breaks(letter) { ' ' } else { letter });
    let line: String = harmless.filter(|letter| !turns(*letter)).collect();
    let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= most {
        return line;
    }
    let cut: String = line.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", cut.trim_end())
}

/// Controls, among them CR, LF, NUL and the C1 set; line and paragraph separators.
const fn breaks(letter: char) -> bool {
    matches!(letter, '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}')
}

/// Bidirectional controls (UAX #9 §2), and marks that nobody sees.
const fn turns(letter: char) -> bool {
    matches!(
        letter,
        '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_is_one_line_and_says_what_it_looks_like() {
        for (text, line) in [
            ("A\r\nBcc: x@y.test", "A Bcc: x@y.test"),
            ("bare\rreturn \u{2028} and\u{2029}others\0", "bare return and others"),
            ("\u{202e}gnp.exe\u{2066}", "gnp.exe"),
            ("Заказ № 7 · ăîșț", "Заказ № 7 · ăîșț"),
            ("\u{85}next\u{9b}31m", "next 31m"),
            ("12345678901", "123456789…"),
        ] {
            assert_eq!(one_line(text, 10.max(line.chars().count())), line, "{text:?}");
        }
        assert_eq!(one_line(&"ж".repeat(10_000), 200).chars().count(), 200);
    }
}
