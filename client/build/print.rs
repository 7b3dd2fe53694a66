//! The types as Rust text.

use std::{collections::BTreeSet, fmt::Write};

use super::shapes::{Field, Made, Shape, Shapes};

/// All of them.
pub fn types(shapes: &Shapes<'_>) -> String {
    let empty = that_can_be_empty(&shapes.shapes);
    let mut text = String::new();
    for shape in &shapes.shapes {
        shape_text(&mut text, shape, empty.contains(shape.name.as_str()));
    }
    text
}

/// One line of documentation: a paragraph of the document, without what Rust's own tools would read as markup.
pub fn doc(about: &str, otherwise: &str) -> String {
    let paragraph = about.split("\n\n").next().unwrap_or_default();
    let line = paragraph.split_whitespace().collect::<Vec<_>>().join(" ").replace(['[', ']', '<', '>'], "");
    format!("{:?}", if line.is_empty() { otherwise } else { &line })
}

fn shape_text(text: &mut String, shape: &Shape, empty: bool) {
    let Shape { name, about, made } = shape;
    let derives = if empty {
        "Debug, Clone, Default, PartialEq, Serialize, Deserialize"
    } else {
        "Debug, Clone, PartialEq, Serialize, Deserialize"
    };
    let _ = writeln!(text, "#[doc = {}]", doc(about, "Part of the API's document."));
    let _ = match made {
        Made::Alias(kind) => writeln!(text, "pub type {name} = {kind};\n"),
        Made::Struct(fields) => {
            let fields: String = fields.iter().map(field).collect();
            writeln!(text, "#[derive({derives})]\npub struct {name} {{\n{fields}}}\n")
        }
        Made::Words(words) => {
            writeln!(text, "#[derive({derives})]\npub enum {name} {{\n{}}}\n", variants(words))
        }
        Made::Either(either) => {
            let variants: String = either
                .iter()
                .map(|(variant, kind)| {
                    format!("    #[doc = \"One of them.\"]\n    {variant}(Box<{kind}>),\n")
                })
                .collect();
            writeln!(text, "#[derive({derives})]\n#[serde(untagged)]\npub enum {name} {{\n{variants}}}\n")
        }
    };
}

/// A list of words may grow: one that came later is kept as it is. A single word is what alternatives are told apart by.
fn variants(words: &[(String, String)]) -> String {
    let mut variants: String = words
        .iter()
        .map(|(variant, word)| {
            format!(
                "    #[doc = {:?}]\n    #[serde(rename = {word:?})]\n    {variant},\n",
                format!("`{word}`")
            )
        })
        .collect();
    if words.len() > 1 {
        let taken = |name: &str| words.iter().any(|(variant, _)| variant == name);
        let name = ["Unrecognised", "UnrecognisedWord"]
            .into_iter()
            .find(|name| !taken(name))
            .unwrap_or("UnrecognisedOther");
        let _ = write!(
            variants,
            "    #[doc = \"A word that came after this client.\"]\n    #[serde(untagged)]\n    {name}(String),\n"
        );
    }
    variants
}

fn field(field: &Field) -> String {
    let Field { name, wire, about, kind, required } = field;
    let mut text = format!("    #[doc = {}]\n", doc(about, "As its name says."));
    if name.trim_start_matches("r#") != wire {
        let _ = writeln!(text, "    #[serde(rename = {wire:?})]");
    }
    if *required {
        let _ = writeln!(text, "    pub {name}: {kind},");
    } else {
        let _ = writeln!(
            text,
            "    #[serde(default, skip_serializing_if = \"Option::is_none\")]\n    pub {name}: Option<{kind}>,"
        );
    }
    text
}

/// Structs without anything that must be chosen: they can be written down by what differs from `..Default::default()`.
fn that_can_be_empty(shapes: &[Shape]) -> BTreeSet<&str> {
    let mut empty: BTreeSet<&str> = shapes
        .iter()
        .filter(|shape| matches!(shape.made, Made::Struct(_)))
        .map(|shape| shape.name.as_str())
        .collect();
    loop {
        let fits = |shape: &&Shape| match &shape.made {
            Made::Struct(fields) => fields
                .iter()
                .filter(|field| field.required)
                .all(|field| is_empty(&field.kind, &empty, shapes)),
            _ => false,
        };
        let next: BTreeSet<&str> = shapes
            .iter()
            .filter(|shape| empty.contains(shape.name.as_str()))
            .filter(fits)
            .map(|shape| shape.name.as_str())
            .collect();
        if next.len() == empty.len() {
            return next;
        }
        empty = next;
    }
}

fn is_empty(kind: &str, empty: &BTreeSet<&str>, shapes: &[Shape]) -> bool {
    let own = ["String", "i64", "f64", "bool", "Value"].contains(&kind);
    let holds = ["Vec<", "Option<", "BTreeMap<"].iter().any(|holder| kind.starts_with(holder));
    let alias = shapes.iter().find(|shape| shape.name == kind).and_then(|shape| match &shape.made {
        Made::Alias(inner) => Some(inner),
        _ => None,
    });
    own || holds || empty.contains(kind) || alias.is_some_and(|inner| is_empty(inner, empty, shapes))
}
