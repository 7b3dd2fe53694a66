//! Fills a template's variables in. It can only print, choose a plural, and take one of two ways.

use super::{Node, Value, Variables, form};
use crate::Language;

/// The text of a template for one message. The plain text of variables goes in as it is: whoever makes HTML of it escapes all of it.
pub fn fill(nodes: &[Node], variables: &Variables, language: Language) -> String {
    let mut out = String::new();
    write(nodes, variables, language, &mut out);
    out
}

fn write(nodes: &[Node], variables: &Variables, language: Language, out: &mut String) {
    for node in nodes {
        match node {
            Node::Text(text) => out.push_str(text),
            Node::Print { variable, .. } => match variables.get(*variable) {
                Value::Text(text) => out.push_str(&text),
                Value::Count(count) => out.push_str(&count.to_string()),
                Value::Flag(_) => {}
            },
            Node::Plural { variable, forms, .. } => {
                if let Value::Count(count) = variables.get(*variable) {
                    let wanted = form(language, count);
                    // A form that hardly any number reaches may be missing; the last one given is the most general.
                    let words = forms.iter().find(|(form, _)| *form == wanted).or(forms.last());
                    out.push_str(words.map_or("", |(_, words)| words));
                }
            }
            Node::If { variable, yes, no, .. } => {
                let way = if variables.get(*variable).is_there() { yes } else { no };
                write(way, variables, language, out);
            }
        }
    }
}
