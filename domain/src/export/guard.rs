//! Text that no spreadsheet takes for a formula, and the way back to the same text.
//!
//! A cell that begins with `=`, `+`, `-`, `@` (or their full-width forms), a tab or a line break may be run when a file is opened
//! (<https://owasp.org/www-community/attacks/CSV_Injection>). A spreadsheet that expects another separator than ours begins a cell after
//! each of *its* separators, whatever our quotes say, so what follows one inside a text is guarded, too. The mark is `'`.

const MARK: char = '\'';

/// Text as it stands in a file.
pub fn guarded(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 1);
    let mut before = None;
    for (at, c) in text.char_indices() {
        if is_dangerous(before, &text[at..]) {
            out.push(MARK);
        }
        out.push(c);
        before = Some(c);
    }
    out
}

/// The text that was written as this, whoever wrote it: what has no mark of ours stays as it is.
pub fn unguarded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = None;
    for (at, c) in text.char_indices() {
        let mark = c == MARK && is_dangerous(before, &text[at + MARK.len_utf8()..]);
        // A mark is not what stands before the rest.
        if !mark {
            out.push(c);
        }
        before = Some(c);
    }
    out
}

/// Whether a cell would begin here, and as a formula. Quotes and marks that stand before one hide nothing.
fn is_dangerous(before: Option<char>, rest: &str) -> bool {
    let begins = |c: char| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    let first = rest.trim_start_matches([MARK, '"']).chars().next();
    match before {
        None => first.is_some_and(|c| begins(c) || matches!(c, '\t' | '\r' | '\n')),
        Some(',' | ';' | '\t' | '\r' | '\n') => first.is_some_and(begins),
        Some(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn no_text_is_a_formula() {
        for evil in
            ["=cmd|'/C calc'!A0", "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "'=1", "\"=1"]
        {
            let written = guarded(evil);
            assert!(written.starts_with(MARK), "{evil:?}: {written:?}");
            assert_eq!(unguarded(&written), evil);
        }
        for harmless in ["", "Zoë = Co", "O'Neil", "7+1", "'quoted'", "🧵", "אבג", "a-b", "7K3QD-2M4XP"]
        {
            assert_eq!((guarded(harmless), unguarded(harmless)), (harmless.to_owned(), harmless.to_owned()));
        }
    }

    #[test]
    fn another_separator_begins_no_formula_either() {
        for (text, written) in [
            ("Ana;=cmd|calc", "Ana;'=cmd|calc"),
            ("Ana,\"=1+1\"", "Ana,'\"=1+1\""),
            ("one\n-two", "one\n'-two"),
            ("one\r\ntwo, three; -four", "one\r\ntwo, three; -four"),
        ] {
            assert_eq!(guarded(text), written);
            assert_eq!(unguarded(written), text);
        }
    }

    proptest! {
        #[test]
        fn every_text_comes_back(text in "[=+@',;\"\t\r\nab＝-]{0,12}|\\PC{0,12}") {
            prop_assert_eq!(unguarded(&guarded(&text)), text);
        }

        #[test]
        fn no_cell_of_any_separator_begins_as_a_formula(text in "[=+@',;\"\tab-]{0,12}") {
            for cell in guarded(&text).split([',', ';', '\t']) {
                let first = cell.trim_start_matches('"').chars().next();
                prop_assert!(!first.is_some_and(|c| "=+-@".contains(c)), "{}", cell);
            }
        }
    }
}
