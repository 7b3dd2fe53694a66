//! JSON laid out to be read, without touching what it says: order of fields, numbers and escapes stay as they came.

/// One value a line, two spaces a level. What is no JSON stays as it is.
pub fn pretty(text: &str) -> String {
    if serde_json::from_str::<serde::de::IgnoredAny>(text).is_err() {
        return text.to_owned();
    }
    let (mut out, mut depth, mut quoted, mut escaped) =
        (String::with_capacity(text.len() * 2), 0, false, false);
    let mut letters = text.chars().filter(|c| *c != '\r').peekable();
    while let Some(letter) = letters.next() {
        if quoted {
            out.push(letter);
            quoted = escaped || letter != '"';
            escaped = !escaped && letter == '\\';
            continue;
        }
        match letter {
            _ if letter.is_whitespace() => {}
            '{' | '[' => {
                while letters.next_if(|next| next.is_whitespace()).is_some() {}
                out.push(letter);
                match letters.next_if(|next| matches!(next, '}' | ']')) {
                    Some(end) => out.push(end),
                    None => {
                        depth += 1;
                        line(&mut out, depth);
                    }
                }
            }
            '}' | ']' => {
                depth -= 1;
                line(&mut out, depth);
                out.push(letter);
            }
            ',' => {
                out.push(letter);
                line(&mut out, depth);
            }
            ':' => out.push_str(": "),
            letter => {
                quoted = letter == '"';
                out.push(letter);
            }
        }
    }
    out
}

fn line(out: &mut String, depth: usize) {
    out.push('\n');
    out.extend(std::iter::repeat_n("  ", depth));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn laid_out_and_otherwise_untouched() {
        let raw = r#"{"b":[1.50, {} ,[ ]],"a":"x: {\"y\", \\","n":12345678901234567890}"#;
        let wanted = "{\n  \"b\": [\n    1.50,\n    {},\n    []\n  ],\n  \"a\": \"x: {\\\"y\\\", \\\\\",\n  \"n\": 12345678901234567890\n}";
        assert_eq!(pretty(raw), wanted);
        assert_eq!(pretty("no {json"), "no {json");
    }
}
