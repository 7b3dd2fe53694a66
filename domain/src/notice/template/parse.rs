//! Reads a template: Jinja's signs, and of its language only what cannot loop, call, reckon or reach into anything.
//!
//! `{{ variable }}`, `{{ count | plural(one="…", other="…") }}` and `{% if variable %}…{% else %}…{% endif %}`; every other sentence of
//! Jinja is refused where it stands. What was read is a tree of a closed kind, so filling it in takes time in proportion to its length
//! and can do nothing else. An `if`, `else` or `endif` alone on its line takes the line with it.

use super::{Form, Problem, Variable};

/// Nobody reads further, and no stack grows.
const DEEPEST: usize = 5;

/// A piece of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// As it stands.
    Text(String),
    /// A variable's value.
    Print {
        /// Which.
        variable: Variable,
        /// Where, in bytes from the start.
        at: usize,
    },
    /// The form that goes with a number.
    Plural {
        /// Whose number.
        variable: Variable,
        /// What to say for each form.
        forms: Vec<(Form, String)>,
        /// Where.
        at: usize,
    },
    /// One of two ways.
    If {
        /// Whether this is there.
        variable: Variable,
        /// Then.
        yes: Vec<Self>,
        /// Else.
        no: Vec<Self>,
        /// Where.
        at: usize,
    },
}

/// What was read, and what could not be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parsed {
    /// The tree.
    pub nodes: Vec<Node>,
    /// What is wrong, with where, in bytes from the start. Empty for a template that may be used.
    pub problems: Vec<(usize, Problem)>,
}

/// An `if` that is still open; without a variable when its name was wrong.
struct Open {
    variable: Option<Variable>,
    at: usize,
    yes: Vec<Node>,
    no: Option<Vec<Node>>,
}

struct Reader<'a> {
    source: &'a str,
    out: Parsed,
    open: Vec<Open>,
}

/// Reads a template to its end, whatever is wrong on the way.
pub fn parse(source: &str) -> Parsed {
    let mut reader = Reader { source, out: Parsed::default(), open: Vec::new() };
    let mut here = 0;
    while let Some(start) = next_tag(source, here) {
        let (sign, end) = (&source[start..start + 2], tag_end(source, start));
        let block = sign == "{%";
        let (before, after) = match end {
            Some(end) if block => whole_line(source, here, start, end),
            Some(end) => (start, end),
            None => (start, source.len()),
        };
        reader.text(here, before);
        match end {
            None => reader.wrong(start, Problem::Unclosed),
            Some(_) if sign == "{#" => reader.wrong(start, Problem::Forbidden(snippet(source, start))),
            Some(end) if block => reader.block(start, source[start + 2..end - 2].trim()),
            Some(end) => reader.print(start, source[start + 2..end - 2].trim()),
        }
        here = after;
    }
    reader.text(here, source.len());
    while let Some(open) = reader.open.pop() {
        reader.wrong(open.at, Problem::Unclosed);
    }
    reader.out.problems.sort_by_key(|(at, _)| *at);
    reader.out
}

fn next_tag(source: &str, from: usize) -> Option<usize> {
    ["{{", "{%", "{#"].iter().filter_map(|sign| source[from..].find(sign)).min().map(|at| from + at)
}

/// Just behind the tag's end; signs inside quotes do not end it.
fn tag_end(source: &str, start: usize) -> Option<usize> {
    let closing: &[u8] = match &source[start..start + 2] {
        "{{" => b"}}",
        "{%" => b"%}",
        _ => b"#}",
    };
    let bytes = source.as_bytes();
    let (mut at, mut quote) = (start + 2, None);
    while at + 1 < bytes.len() {
        let byte = bytes[at];
        match quote {
            Some(_) if byte == b'\\' => at += 1,
            Some(open) if byte == open => quote = None,
            Some(_) => {}
            None if bytes[at..at + 2] == *closing => return Some(at + 2),
            None if closing != b"#}" && (byte == b'"' || byte == b'\'') => quote = Some(byte),
            None => {}
        }
        at += 1;
    }
    None
}

/// Where the text before a block ends and the text after it begins: the whole line goes when nothing else is on it.
fn whole_line(source: &str, from: usize, start: usize, end: usize) -> (usize, usize) {
    let before = &source[from..start];
    let line = before.rfind('\n').map_or(0, |at| at + 1);
    let begins =
        before[line..].trim().is_empty() && (line > 0 || from == 0 || source[..from].ends_with('\n'));
    let rest = source[end..].trim_start_matches([' ', '\t', '\r']);
    let after = source.len() - rest.len();
    match rest.strip_prefix('\n') {
        Some(_) if begins => (from + line, after + 1),
        None if begins && rest.is_empty() => (from + line, after),
        _ => (start, end),
    }
}

fn snippet(source: &str, at: usize) -> String {
    source[at..].chars().take_while(|c| *c != '\n').take(30).collect()
}

impl Reader<'_> {
    fn wrong(&mut self, at: usize, problem: Problem) {
        self.out.problems.push((at, problem));
    }

    fn push(&mut self, node: Node) {
        let nodes = match self.open.last_mut() {
            Some(open) => open.no.as_mut().unwrap_or(&mut open.yes),
            None => &mut self.out.nodes,
        };
        nodes.push(node);
    }

    /// Braces that stand alone are a slip, or another program's signs: nobody's customer should read them.
    fn text(&mut self, from: usize, until: usize) {
        let text = &self.source[from..until];
        if let Some(at) = text.find(['{', '}']).or_else(|| text.find("<%")).or_else(|| text.find("%>")) {
            self.wrong(from + at, Problem::Braces);
        }
        if !text.is_empty() {
            self.push(Node::Text(text.to_owned()));
        }
    }

    fn variable(&mut self, at: usize, name: &str) -> Option<Variable> {
        let found = Variable::parse(name);
        if found.is_none() {
            self.wrong(at, Problem::UnknownVariable(name.to_owned()));
        }
        found
    }

    fn print(&mut self, at: usize, inside: &str) {
        if is_name(inside) {
            if let Some(variable) = self.variable(at, inside) {
                self.push(Node::Print { variable, at });
            }
            return;
        }
        match plural(inside) {
            Some((name, forms)) => {
                let variable = self.variable(at, name);
                if forms.iter().any(|(_, words)| words.contains(['{', '}', '\n'])) {
                    self.wrong(at, Problem::Braces);
                }
                if let Some(variable) = variable {
                    self.push(Node::Plural { variable, forms, at });
                }
            }
            None => self.wrong(at, Problem::Forbidden(snippet(self.source, at))),
        }
    }

    fn block(&mut self, at: usize, inside: &str) {
        let mut words = inside.split_whitespace();
        match (words.next(), words.next(), words.next()) {
            (Some("if"), Some(name), None) if is_name(name) => {
                let variable = self.variable(at, name);
                if self.open.len() >= DEEPEST {
                    self.wrong(at, Problem::TooDeep);
                }
                self.open.push(Open { variable, at, yes: Vec::new(), no: None });
            }
            (Some("else"), None, _) => match self.open.last_mut() {
                Some(open) if open.no.is_none() => open.no = Some(Vec::new()),
                _ => self.wrong(at, Problem::Stray),
            },
            (Some("endif"), None, _) => match self.open.pop() {
                Some(Open { variable: Some(variable), at, yes, no }) => {
                    self.push(Node::If { variable, yes, no: no.unwrap_or_default(), at });
                }
                Some(_) => {}
                None => self.wrong(at, Problem::Stray),
            },
            _ => self.wrong(at, Problem::Forbidden(snippet(self.source, at))),
        }
    }
}

fn is_name(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
}

/// `name | plural(one="…", few='…')`, and nothing that is merely like it.
fn plural(inside: &str) -> Option<(&str, Vec<(Form, String)>)> {
    let (name, call) = inside.split_once('|')?;
    let (name, call) = (name.trim(), call.trim());
    let mut rest = call.strip_prefix("plural")?.trim_start().strip_prefix('(')?.strip_suffix(')')?.trim();
    let mut forms = Vec::new();
    while !rest.is_empty() {
        let (word, value) = rest.split_once('=')?;
        let form = Form::parse(word.trim())?;
        let (words, left) = quoted(value.trim_start())?;
        if forms.iter().any(|(given, _)| *given == form) {
            return None;
        }
        forms.push((form, words));
        rest = left.trim_start();
        match rest.strip_prefix(',') {
            Some(more) => rest = more.trim_start(),
            None if rest.is_empty() => {}
            None => return None,
        }
    }
    (is_name(name) && !forms.is_empty()).then_some((name, forms))
}

fn quoted(text: &str) -> Option<(String, &str)> {
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let (mut words, mut chars) = (String::new(), text[1..].char_indices());
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' => words.push(chars.next()?.1),
            c if c == quote => return Some((words, &text[1 + at + 1..])),
            c => words.push(c),
        }
    }
    None
}
