//! Names of the document as names in Rust.

use std::collections::BTreeSet;

/// What the generated code says of Rust's own, or of this crate's.
const RESERVED: &[&str] = &[
    "BTreeMap",
    "Box",
    "Client",
    "Debug",
    "Default",
    "Deserialize",
    "Error",
    "Option",
    "Result",
    "Self",
    "Serialize",
    "Some",
    "None",
    "Ok",
    "Err",
    "String",
    "Value",
    "Vec",
];

const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro",
    "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait",
    "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Its parts: `nextSlot`, `next_slot` and `next-slot` have the same two.
fn parts(name: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut last = ' ';
    for letter in name.chars() {
        let begins = letter.is_ascii_uppercase() && (last.is_ascii_lowercase() || last.is_ascii_digit());
        if !letter.is_ascii_alphanumeric() || begins {
            parts.push(String::new());
        }
        if letter.is_ascii_alphanumeric() {
            parts.last_mut().into_iter().for_each(|part| part.push(letter.to_ascii_lowercase()));
        }
        last = letter;
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// The name of a type or of a variant.
pub fn pascal(name: &str) -> String {
    let mut pascal = String::new();
    for part in parts(name) {
        let (first, rest) = part.split_at(1);
        pascal.push_str(&first.to_ascii_uppercase());
        pascal.push_str(rest);
    }
    match pascal.chars().next() {
        None => "Empty".to_owned(),
        Some(first) if first.is_ascii_digit() => format!("N{pascal}"),
        Some(_) => pascal,
    }
}

/// The name of a field, a method or an argument.
pub fn snake(name: &str) -> String {
    let snake = parts(name).join("_");
    match snake.as_str() {
        "" => "empty".to_owned(),
        "self" | "super" | "crate" => format!("{snake}_"),
        word if KEYWORDS.contains(&word) => format!("r#{snake}"),
        word if word.starts_with(|first: char| first.is_ascii_digit()) => format!("n{snake}"),
        _ => snake,
    }
}

/// Names given out already.
#[derive(Debug, Default)]
pub struct Taken(BTreeSet<String>);

impl Taken {
    /// Of types: none may hide one of Rust's own.
    pub fn types() -> Self {
        Self(RESERVED.iter().map(|&name| name.to_owned()).collect())
    }

    /// That name, or the first with a number behind it that is free.
    pub fn free(&mut self, name: String) -> String {
        let name = match self.0.contains(&name) {
            true => (2..).map(|n| format!("{name}{n}")).find(|name| !self.0.contains(name)).unwrap_or(name),
            false => name,
        };
        self.0.insert(name.clone());
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_rusts() {
        assert_eq!((pascal("nextSlot").as_str(), snake("nextSlot").as_str()), ("NextSlot", "next_slot"));
        assert_eq!(
            (pascal("in_production").as_str(), snake("Idempotency-Key").as_str()),
            ("InProduction", "idempotency_key")
        );
        assert_eq!(
            (pascal("10x15"), pascal(""), snake("2nd")),
            ("N10x15".into(), "Empty".into(), "n2nd".into())
        );
        assert_eq!(
            (snake("return"), snake("type"), snake("self")),
            ("r#return".into(), "r#type".into(), "self_".into())
        );
        assert_eq!(pascal("orders:read"), "OrdersRead");
    }

    #[test]
    fn no_name_is_given_twice_nor_hides_one_of_rusts() {
        let mut taken = Taken::types();
        let free: Vec<_> =
            ["Order", "Order", "Option", "Order"].map(|name| taken.free(name.to_owned())).into();
        assert_eq!(free, ["Order", "Order2", "Option2", "Order3"]);
        assert_eq!(Taken::default().free("Option".to_owned()), "Option");
    }
}
