//! Text for elements in which a browser reads no markup.

/// What stands inside `<title>` or `<textarea>` as `inner_html`. Children would not do: the comments with which Leptos marks where a text
/// ends are read as text there (HTML, 13.1.2 "escapable raw text elements").
pub fn raw_text(text: &str) -> String {
    // A textarea swallows a line break at its very beginning; one more keeps it.
    let first = if text.starts_with('\n') { "\n" } else { "" };
    format!("{first}{}", text.replace('&', "&amp;").replace('<', "&lt;"))
}

#[cfg(test)]
mod tests {
    use super::raw_text;

    #[test]
    fn nothing_ends_the_element_and_nothing_is_lost() {
        assert_eq!(raw_text("</title><b>Tom & Jo"), "&lt;/title>&lt;b>Tom &amp; Jo");
        assert_eq!(raw_text("\nfirst"), "\n\nfirst");
    }
}
