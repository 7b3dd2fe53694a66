//! The addresses inside a message, so that people can follow them although the message itself is kept in a cage.

/// Every web address in the text and in the links of the HTML, once each, in order.
pub fn links(text: Option<&str>, html: Option<&str>) -> Vec<String> {
    let in_text = text.unwrap_or_default().split_whitespace().filter_map(web).map(str::to_owned);
    let in_html = html.unwrap_or_default().split("href=").skip(1).filter_map(quoted);
    let mut found: Vec<String> = Vec::new();
    for link in in_text.chain(in_html) {
        if !found.contains(&link) {
            found.push(link);
        }
    }
    found
}

fn web(word: &str) -> Option<&str> {
    let start = word.find("https://").or_else(|| word.find("http://"))?;
    Some(word[start..].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '>', '"', '\'']))
}

fn quoted(after: &str) -> Option<String> {
    let quote = after.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    let (value, _) = after[1..].split_once(quote)?;
    web(value.trim()).map(|link| link.replace("&amp;", "&"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_found_once() {
        let text = "Follow it: <https://a.test/t?x=1&y=2>.\nBye";
        let html = r#"<a href="https://a.test/t?x=1&amp;y=2">here</a> <a href='javascript:alert(1)'>no</a>"#;
        assert_eq!(links(Some(text), Some(html)), ["https://a.test/t?x=1&y=2"]);
    }
}
