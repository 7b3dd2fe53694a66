//! Whether a document of the API breaks programs that were written by an older one: pure, held by tables of changes.
//!
//! What a program sends must still be taken: every old request is among the new ones. What it is answered must still be understood: every new
//! answer is among the old ones, where fields that are new do not count.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

/// Which way a schema's values go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Sent,
    Answered,
}

/// One document beside a newer one.
struct Pair<'a> {
    old: &'a Value,
    new: &'a Value,
    breaks: BTreeSet<String>,
}

/// Everything that breaks a program, in words.
pub fn breaks(old: &Value, new: &Value) -> BTreeSet<String> {
    let mut pair = Pair { old, new, breaks: BTreeSet::new() };
    for (path, operations) in object(&old["paths"]) {
        for (method, operation) in object(operations) {
            let at = format!("{} {path}", method.to_uppercase());
            let now = &new["paths"][path][method];
            if now.is_null() {
                pair.breaks.insert(format!("{at} is gone"));
            } else {
                pair.operation(&at, operation, now);
            }
        }
    }
    pair.breaks
}

fn object(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flat_map(Map::iter)
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn texts(value: &Value) -> BTreeSet<&str> {
    match value {
        Value::String(text) => BTreeSet::from([text.as_str()]),
        value => list(value).filter_map(Value::as_str).collect(),
    }
}

impl Pair<'_> {
    fn note(&mut self, at: &str, what: &str) {
        self.breaks.insert(format!("{at} {what}"));
    }

    fn operation(&mut self, at: &str, old: &Value, new: &Value) {
        if old["operationId"] != new["operationId"] {
            self.note(at, "has another operationId: generated clients call it by that");
        }
        for way in list(&old["security"]) {
            if !list(&new["security"]).any(|now| opens(way, now)) {
                self.note(at, &format!("no longer opens to {way}"));
            }
        }
        self.parameters(at, old, new);
        self.body(at, &old["requestBody"], &new["requestBody"]);
        for (status, answer) in object(&old["responses"]) {
            let (at, now) = (format!("{at} {status}"), &new["responses"][status]);
            if now.is_null() {
                self.note(&at, "is no longer answered");
                continue;
            }
            for (header, _) in
                object(&answer["headers"]).filter(|(header, _)| now["headers"].get(header.as_str()).is_none())
            {
                self.note(&at, &format!("has no header {header} any more"));
            }
            self.content(&at, &answer["content"], &now["content"], Way::Answered);
        }
    }

    fn parameters(&mut self, at: &str, old: &Value, new: &Value) {
        let same = |one: &Value, other: &Value| one["in"] == other["in"] && one["name"] == other["name"];
        for parameter in list(&old["parameters"]) {
            let at = format!("{at} {}", parameter["name"].as_str().unwrap_or_default());
            match list(&new["parameters"]).find(|now| same(parameter, now)) {
                None => self.note(&at, "is no parameter any more"),
                Some(now) => self.schema(&at, &parameter["schema"], &now["schema"], Way::Sent, 0),
            }
        }
        for parameter in list(&new["parameters"]).filter(|parameter| parameter["required"] == true) {
            let before = list(&old["parameters"]).find(|before| same(before, parameter));
            if before.is_none_or(|before| before["required"] != true) {
                self.note(at, &format!("now needs {}", parameter["name"]));
            }
        }
    }

    fn body(&mut self, at: &str, old: &Value, new: &Value) {
        if new["required"] == true && old["required"] != true {
            self.note(at, "now needs a body");
        }
        self.content(&format!("{at} body"), &old["content"], &new["content"], Way::Sent);
    }

    fn content(&mut self, at: &str, old: &Value, new: &Value, way: Way) {
        for (kind, media) in object(old) {
            match new.get(kind) {
                None => self.note(at, &format!("is no {kind} any more")),
                Some(now) => self.schema(at, &media["schema"], &now["schema"], way, 0),
            }
        }
    }

    /// Looks at a schema and its successor, wherever they refer to.
    fn schema(&mut self, at: &str, old: &Value, new: &Value, way: Way, depth: usize) {
        let (old, new) = (resolve(self.old, old), resolve(self.new, new));
        // A schema may hold itself; what has changed has shown by then.
        if depth > 12 {
            return;
        }
        let (olds, news) = (alternatives(&old), alternatives(&new));
        if let ([old], [new]) = (olds.as_slice(), news.as_slice()) {
            let (old, new) = (resolve(self.old, old), resolve(self.new, new));
            return self.one(at, &old, &new, way, depth);
        }
        let (narrow, wide) = if way == Way::Sent { (&olds, &news) } else { (&news, &olds) };
        for one in narrow {
            let fits = wide.iter().any(|other| {
                let (old, new) = if way == Way::Sent { (one, other) } else { (other, one) };
                let mut trial = Pair { old: self.old, new: self.new, breaks: BTreeSet::new() };
                trial.schema(at, old, new, way, depth + 1);
                trial.breaks.is_empty()
            });
            if !fits {
                let verb = if way == Way::Sent { "no longer takes" } else { "may now be" };
                self.note(at, &format!("{verb} {}", brief(one)));
            }
        }
    }

    fn one(&mut self, at: &str, old: &Value, new: &Value, way: Way, depth: usize) {
        let (narrow, wide) = if way == Way::Sent { (old, new) } else { (new, old) };
        self.kinds(at, narrow, wide, way);
        self.limits(at, narrow, wide, way);
        self.members(at, old, new, way, depth);
        for part in ["items", "additionalProperties"] {
            if old[part].is_object() && new[part].is_object() {
                self.schema(&format!("{at}/*"), &old[part], &new[part], way, depth + 1);
            }
        }
    }

    fn kinds(&mut self, at: &str, narrow: &Value, wide: &Value, way: Way) {
        let changed = if way == Way::Sent { "no longer takes" } else { "may now be" };
        let (kinds, allowed) = (texts(&narrow["type"]), texts(&wide["type"]));
        let within =
            |kind: &&str| allowed.contains(kind) || (*kind == "integer" && allowed.contains("number"));
        if !allowed.is_empty() && (kinds.is_empty() || !kinds.iter().all(within)) {
            self.note(at, &format!("{changed} {kinds:?}"));
        }
        let (words, allowed) = (words(narrow), words(wide));
        match (words, allowed) {
            (_, None) => (),
            (None, Some(_)) => self.note(at, &format!("{changed} any word")),
            (Some(words), Some(allowed)) => {
                for word in words.difference(&allowed) {
                    self.note(at, &format!("{changed} {word}"));
                }
            }
        }
        if wide["format"].is_string()
            && narrow["format"] != wide["format"]
            && !is_integer_width(&wide["format"])
        {
            self.note(at, &format!("has another format than {}", wide["format"]));
        }
    }

    /// Bounds of what is sent. An answer may be bounded more or less: programs read it all the same.
    fn limits(&mut self, at: &str, narrow: &Value, wide: &Value, way: Way) {
        if way == Way::Answered {
            return;
        }
        for (name, lower) in [
            ("minimum", true),
            ("minLength", true),
            ("minItems", true),
            ("maximum", false),
            ("maxLength", false),
            ("maxItems", false),
        ] {
            let (was, is) = (narrow[name].as_f64(), wide[name].as_f64());
            let tighter = match (was, is) {
                (_, None) => false,
                (None, Some(_)) => true,
                (Some(was), Some(is)) => {
                    if lower {
                        is > was
                    } else {
                        is < was
                    }
                }
            };
            if tighter {
                self.note(at, &format!("has a tighter {name}"));
            }
        }
        if wide["pattern"].is_string() && wide["pattern"] != narrow["pattern"] {
            self.note(at, "has another pattern");
        }
    }

    fn members(&mut self, at: &str, old: &Value, new: &Value, way: Way, depth: usize) {
        for (name, schema) in object(&old["properties"]) {
            let at = format!("{at}/{name}");
            match new["properties"].get(name) {
                None => self.note(&at, "is gone"),
                Some(now) => self.schema(&at, schema, now, way, depth + 1),
            }
        }
        let (was, is) = (texts(&old["required"]), texts(&new["required"]));
        let (more, less, what) =
            if way == Way::Sent { (is, was, "is needed now") } else { (was, is, "may be missing now") };
        for name in more.difference(&less) {
            // What is gone altogether was said above.
            if way == Way::Sent || new["properties"].get(*name).is_some() {
                self.note(&format!("{at}/{name}"), what);
            }
        }
        if way == Way::Sent
            && new["additionalProperties"] == false
            && old["type"] == "object"
            && old["additionalProperties"] != false
        {
            self.note(at, "no longer takes other fields");
        }
    }
}

/// How wide an integer is, is no promise: JSON's are.
fn is_integer_width(format: &Value) -> bool {
    matches!(
        format.as_str(),
        Some("int8" | "int16" | "int32" | "int64" | "uint8" | "uint16" | "uint32" | "uint64")
    )
}

/// Whether whoever passes by the first requirement passes by the second.
fn opens(old: &Value, new: &Value) -> bool {
    const ROLES: [&str; 3] = ["viewer", "operator", "admin"];
    object(new).all(|(scheme, words)| {
        let Some(had) = old.get(scheme) else { return false };
        let (had, needs) = (texts(had), texts(words));
        let rank = |words: &BTreeSet<&str>| {
            words.iter().filter_map(|word| ROLES.iter().position(|role| role == word)).max()
        };
        needs.is_subset(&had) || (scheme == "session" && rank(&needs) <= rank(&had))
    })
}

/// The schema itself, with what it refers to and is composed of.
fn resolve(document: &Value, schema: &Value) -> Value {
    let link = schema["$ref"].as_str().and_then(|link| link.strip_prefix('#'));
    let mut whole = link.and_then(|link| document.pointer(link)).unwrap_or(schema).clone();
    let parts: Vec<Value> = list(&whole["allOf"]).map(|part| resolve(document, part)).collect();
    for part in parts {
        for (name, value) in object(&part) {
            match (whole.get_mut(name), value) {
                (Some(Value::Object(have)), Value::Object(more)) => have.extend(more.clone()),
                (Some(Value::Array(have)), Value::Array(more)) => have.extend(more.iter().cloned()),
                (Some(_), _) => (),
                (None, _) => whole[name.as_str()] = value.clone(),
            }
        }
    }
    whole
}

fn alternatives(schema: &Value) -> Vec<Value> {
    let either = schema["oneOf"].as_array().or_else(|| schema["anyOf"].as_array());
    if let Some(either) = either {
        return either.clone();
    }
    match schema["type"].as_array() {
        // `["string", "null"]` is two alternatives like any others.
        Some(kinds) => {
            let alone = |kind: &Value| {
                let mut one = schema.clone();
                one["type"] = kind.clone();
                one
            };
            kinds.iter().map(alone).collect()
        }
        None => vec![schema.clone()],
    }
}

fn words(schema: &Value) -> Option<BTreeSet<String>> {
    if !schema["const"].is_null() {
        return Some(BTreeSet::from([schema["const"].to_string()]));
    }
    Some(schema["enum"].as_array()?.iter().map(Value::to_string).collect())
}

fn brief(schema: &Value) -> String {
    match schema["$ref"].as_str() {
        Some(link) => link.rsplit('/').next().unwrap_or(link).to_owned(),
        None => schema.to_string().chars().take(120).collect(),
    }
}
