//! Other systems' texts, made fit for our fields: shorter, without line breaks where we have one line.

/// At most so many characters, without the blanks around them; `None` where nothing is left.
pub fn cut(text: Option<&str>, most: usize) -> Option<String> {
    let text: String = text?.trim().chars().take(most).collect();
    Some(text.trim_end().to_owned()).filter(|text| !text.is_empty())
}

/// [`cut`], in one line: what is no printable character becomes a blank.
pub fn one_line(text: Option<&str>, most: usize) -> Option<String> {
    let broken = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    let line: String = text?.chars().map(|c| if broken(c) { ' ' } else { c }).collect();
    cut(Some(&line), most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_become_fit() {
        assert_eq!(one_line(Some(" a\r\nb\u{2028}c "), 9).as_deref(), Some("a  b c"));
        assert_eq!(cut(Some("añoño"), 3).as_deref(), Some("año"));
        assert_eq!((cut(Some("  "), 3), one_line(None, 3)), (None, None));
    }
}
