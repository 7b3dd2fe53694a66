//! What the document's schemas are in Rust: structs, words, alternatives.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::names::{Taken, pascal, snake};

/// One type.
#[derive(Debug)]
pub struct Shape {
    pub name: String,
    pub about: String,
    pub made: Made,
}

/// What it is made of.
#[derive(Debug)]
pub enum Made {
    Struct(Vec<Field>),
    /// (variant, word).
    Words(Vec<(String, String)>),
    /// (variant, type).
    Either(Vec<(String, String)>),
    Alias(String),
}

/// One field of a struct.
#[derive(Debug)]
pub struct Field {
    pub name: String,
    pub wire: String,
    pub about: String,
    /// The Rust type, without the `Option` of a field that may be left out.
    pub kind: String,
    pub required: bool,
}

/// All types so far.
#[derive(Debug)]
pub struct Shapes<'a> {
    document: &'a Value,
    refs: BTreeMap<String, String>,
    taken: Taken,
    pub shapes: Vec<Shape>,
}

const SCHEMAS: &str = "#/components/schemas/";

impl<'a> Shapes<'a> {
    /// The document's components.
    pub fn of(document: &'a Value) -> Self {
        let none = Map::new();
        let components = document["components"]["schemas"].as_object().unwrap_or(&none);
        let mut taken = Taken::types();
        let refs = components.keys().map(|key| (key.clone(), taken.free(pascal(key)))).collect();
        let mut shapes = Self { document, refs, taken, shapes: Vec::new() };
        for (key, schema) in components {
            let name = shapes.refs[key].clone();
            shapes.add(name, schema);
        }
        shapes
    }

    /// The Rust type of a schema. One that needs a name of its own gets the hint's.
    pub fn kind(&mut self, schema: &Value, hint: &str) -> String {
        if let Some(name) = self.named(schema) {
            return name;
        }
        if let Some(inner) = without_null(schema) {
            let kind = self.kind(&inner, hint);
            return if kind == "Value" { kind } else { format!("Option<{kind}>") };
        }
        if let [only] = all_of(schema) {
            return self.kind(only, hint);
        }
        match schema["type"].as_str() {
            Some("string") if words(schema).is_none() => "String".to_owned(),
            Some("integer") => "i64".to_owned(),
            Some("number") => "f64".to_owned(),
            Some("boolean") => "bool".to_owned(),
            Some("array") if schema["items"].is_object() => {
                format!("Vec<{}>", self.kind(&schema["items"], &format!("{hint}Item")))
            }
            Some("object")
                if schema["properties"].is_null() && schema["additionalProperties"].is_object() =>
            {
                let each = self.kind(&schema["additionalProperties"], &format!("{hint}Value"));
                format!("BTreeMap<String, {each}>")
            }
            _ if words(schema).is_some()
                || self.members(schema).is_some()
                || alternatives(schema).len() > 1 =>
            {
                let name = self.taken.free(pascal(hint));
                self.add(name.clone(), schema);
                name
            }
            _ => "Value".to_owned(),
        }
    }

    /// A struct that is no schema of the document's: an operation's query.
    pub fn add_struct(&mut self, hint: &str, about: &str, fields: Vec<Field>) -> String {
        let name = self.taken.free(pascal(hint));
        self.shapes.push(Shape { name: name.clone(), about: about.to_owned(), made: Made::Struct(fields) });
        name
    }

    fn named(&self, schema: &Value) -> Option<String> {
        let key = schema["$ref"].as_str()?.strip_prefix(SCHEMAS)?;
        self.refs.get(key).cloned()
    }

    fn add(&mut self, name: String, schema: &Value) {
        let about = about(schema);
        let made = if let Some(words) = words(schema) {
            let mut taken = Taken::default();
            Made::Words(words.into_iter().map(|word| (taken.free(pascal(&word)), word)).collect())
        } else if let Some(members) = self.members(schema) {
            Made::Struct(self.fields(&name, members))
        } else if alternatives(schema).len() > 1 && without_null(schema).is_none() {
            Made::Either(self.either(&name, schema))
        } else {
            let hint = format!("{name}Inner");
            Made::Alias(self.kind(schema, &hint))
        };
        self.shapes.push(Shape { name, about, made });
    }

    fn fields(&mut self, name: &str, members: Members) -> Vec<Field> {
        let mut taken = Taken::default();
        let mut fields = Vec::new();
        for (wire, schema) in members.properties {
            let required = members.required.contains(&wire);
            let kind = self.kind(&schema, &format!("{name}{}", pascal(&wire)));
            // What may be null may be left out: both say that there is none.
            let kind = match (required, kind.strip_prefix("Option<").and_then(|kind| kind.strip_suffix('>')))
            {
                (false, Some(inner)) => inner.to_owned(),
                _ => kind,
            };
            let about = about(&schema);
            fields.push(Field { name: taken.free(snake(&wire)), wire, about, kind, required });
        }
        fields
    }

    fn either(&mut self, name: &str, schema: &Value) -> Vec<(String, String)> {
        let mut taken = Taken::default();
        let mut either = Vec::new();
        for (at, one) in alternatives(schema).iter().enumerate() {
            let word = match (self.named(one), self.tag(one)) {
                (Some(name), _) => name,
                (None, Some(word)) => pascal(&word),
                (None, None) => format!("Case{}", at + 1),
            };
            let variant = taken.free(word);
            let kind = self.kind(one, &format!("{name}{variant}"));
            either.push((variant, kind));
        }
        either
    }

    /// The word by which an alternative is known: the only one some field may hold, or its only field's name.
    fn tag(&self, schema: &Value) -> Option<String> {
        let members = self.members(schema)?;
        let only =
            members.properties.iter().find_map(|(_, schema)| words(schema).filter(|words| words.len() == 1));
        match (only, members.properties.as_slice()) {
            (Some(mut words), _) => words.pop(),
            (None, [(name, _)]) => Some(name.clone()),
            (None, _) => None,
        }
    }

    /// The fields of an object, those of its parts among them; nothing for what is none.
    fn members(&self, schema: &Value) -> Option<Members> {
        let mut members = Members::default();
        self.collect(schema, &mut members).then_some(members)
    }

    fn collect(&self, schema: &Value, members: &mut Members) -> bool {
        let schema = match schema["$ref"].as_str().and_then(|link| link.strip_prefix('#')) {
            Some(pointer) => self.document.pointer(pointer).unwrap_or(&Value::Null),
            None => schema,
        };
        let parts = all_of(schema);
        let object = schema["type"] == "object"
            && (schema["properties"].is_object() || schema["additionalProperties"] == false);
        if !object && parts.is_empty() {
            return false;
        }
        for (name, property) in schema["properties"].as_object().into_iter().flatten() {
            members.properties.retain(|(known, _)| known != name);
            members.properties.push((name.clone(), property.clone()));
        }
        let required = schema["required"].as_array().into_iter().flatten();
        members.required.extend(required.filter_map(|name| name.as_str().map(str::to_owned)));
        parts.iter().all(|part| self.collect(part, members))
    }
}

#[derive(Debug, Default)]
struct Members {
    properties: Vec<(String, Value)>,
    required: Vec<String>,
}

/// What a reader of the document is told of a schema.
pub fn about(schema: &Value) -> String {
    schema["description"].as_str().unwrap_or_default().to_owned()
}

fn all_of(schema: &Value) -> &[Value] {
    schema["allOf"].as_array().map(Vec::as_slice).unwrap_or_default()
}

fn alternatives(schema: &Value) -> &[Value] {
    let either = schema["oneOf"].as_array().or_else(|| schema["anyOf"].as_array());
    either.map(Vec::as_slice).unwrap_or_default()
}

/// The words a text may be.
fn words(schema: &Value) -> Option<Vec<String>> {
    if let Some(word) = schema["const"].as_str() {
        return Some(vec![word.to_owned()]);
    }
    let words: Vec<String> =
        schema["enum"].as_array()?.iter().filter_map(|word| word.as_str().map(str::to_owned)).collect();
    (!words.is_empty() && schema["type"] == "string").then_some(words)
}

/// What a schema is besides null, where it may be null.
fn without_null(schema: &Value) -> Option<Value> {
    let is_null = |schema: &Value| schema["type"] == "null";
    if let Some(kinds) = schema["type"].as_array() {
        let others: Vec<_> = kinds.iter().filter(|kind| *kind != "null").cloned().collect();
        let mut inner = schema.clone();
        inner["type"] = match <[Value; 1]>::try_from(others) {
            Ok([only]) => only,
            Err(_) => return Some(Value::Null),
        };
        return Some(inner);
    }
    let either = alternatives(schema);
    let others: Vec<&Value> = either.iter().filter(|one| !is_null(one)).collect();
    match others.as_slice() {
        [only] if either.len() == 2 => Some((*only).clone()),
        _ => None,
    }
}
