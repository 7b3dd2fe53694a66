//! One method per operation.

use std::fmt::Write;

use serde_json::{Map, Value};

use super::{
    names::{pascal, snake},
    print::doc,
    shapes::{Field, Shapes, about},
};

const JSON: &str = "application/json";

/// `impl Client`, whole.
pub fn write(document: &Value, shapes: &mut Shapes<'_>) -> String {
    let mut text = "impl Client {\n".to_owned();
    for (path, operations) in document["paths"].as_object().into_iter().flatten() {
        for (method, operation) in operations.as_object().into_iter().flatten() {
            if operation["operationId"].is_string() {
                call(&mut text, shapes, path, method, operation);
            }
        }
    }
    text.push_str("}\n");
    text
}

/// What a call takes and how it says so.
#[derive(Default)]
struct Parts {
    arguments: String,
    /// What is put onto the request.
    adds: String,
}

fn call(text: &mut String, shapes: &mut Shapes<'_>, path: &str, method: &str, operation: &Value) {
    let id = operation["operationId"].as_str().unwrap_or_default();
    let mut parts = Parts::default();
    for argument in path.split('/').filter_map(variable) {
        let _ = write!(parts.arguments, ", {argument}: &str");
    }
    for parameter in parameters(operation, "header").filter(|parameter| parameter["required"] == true) {
        let argument = snake(name(parameter));
        let _ = write!(parts.arguments, ", {argument}: &str");
        let _ = write!(parts.adds, ".header({:?}, {argument})", name(parameter));
    }
    query(&mut parts, shapes, id, operation);
    body(&mut parts, shapes, id, operation);
    let segments: Vec<String> = path.split('/').filter(|segment| !segment.is_empty()).map(segment).collect();
    let (answer, how) = answer(shapes, id, operation);
    let summary = operation["summary"].as_str().unwrap_or_default();
    let method = method.to_uppercase();
    let _ = writeln!(
        text,
        "    #[doc = {}]\n    #[doc = \"\"]\n    #[doc = \"`{method} {path}`\"]",
        doc(summary, "One call.")
    );
    let _ = writeln!(
        text,
        "    #[doc = \"\"]\n    #[doc = \"# Errors\"]\n    #[doc = \"A refusal, or no answer.\"]"
    );
    let _ = writeln!(
        text,
        "    pub async fn {}(&self{}) -> Result<{answer}, Error> {{",
        snake(id),
        parts.arguments
    );
    let _ = writeln!(
        text,
        "        let request = self.request(Method::{method}, &[{}])?{};",
        segments.join(", "),
        parts.adds
    );
    let _ = writeln!(text, "        {how}(request).await\n    }}\n");
}

fn segment(segment: &str) -> String {
    variable(segment).unwrap_or_else(|| format!("{segment:?}"))
}

fn variable(segment: &str) -> Option<String> {
    segment.strip_prefix('{')?.strip_suffix('}').map(snake)
}

fn name(parameter: &Value) -> &str {
    parameter["name"].as_str().unwrap_or_default()
}

fn parameters<'a>(operation: &'a Value, place: &'a str) -> impl Iterator<Item = &'a Value> {
    operation["parameters"].as_array().into_iter().flatten().filter(move |parameter| parameter["in"] == place)
}

fn query(parts: &mut Parts, shapes: &mut Shapes<'_>, id: &str, operation: &Value) {
    let mut fields = Vec::new();
    for parameter in parameters(operation, "query") {
        let wire = name(parameter).to_owned();
        let kind = shapes.kind(&parameter["schema"], &format!("{id}Query{}", pascal(&wire)));
        let kind =
            kind.strip_prefix("Option<").and_then(|kind| kind.strip_suffix('>')).unwrap_or(&kind).to_owned();
        let required = parameter["required"] == true;
        fields.push(Field { name: snake(&wire), wire, about: about(parameter), kind, required });
    }
    if !fields.is_empty() {
        let kind =
            shapes.add_struct(&format!("{id}Query"), &format!("What `{id}` may be asked for."), fields);
        let _ = write!(parts.arguments, ", query: &types::{kind}");
        parts.adds.push_str(".query(&pairs(query)?)");
    }
}

fn body(parts: &mut Parts, shapes: &mut Shapes<'_>, id: &str, operation: &Value) {
    let Some(content) = operation["requestBody"]["content"].as_object() else { return };
    if let Some(json) = content.get(JSON) {
        let kind = shapes.kind(&json["schema"], &format!("{id}Body"));
        let _ = write!(parts.arguments, ", body: &{}", qualified(&kind));
        parts.adds.push_str(".json(body)");
    } else if let Some(kind) = content.keys().next() {
        parts.arguments.push_str(", body: impl Into<reqwest::Body>");
        let _ = write!(parts.adds, ".header(\"content-type\", {kind:?}).body(body)");
    }
}

/// What a success is, and the method that reads it.
fn answer(shapes: &mut Shapes<'_>, id: &str, operation: &Value) -> (String, &'static str) {
    let none = Map::new();
    let mut kinds = Vec::new();
    let (mut bare, mut other) = (false, false);
    for (status, response) in operation["responses"].as_object().unwrap_or(&none) {
        if !status.starts_with('2') {
            continue;
        }
        let content = response["content"].as_object().unwrap_or(&none);
        match content.get(JSON) {
            Some(json) => kinds.push(shapes.kind(&json["schema"], &format!("{id}Answer"))),
            None if content.is_empty() => bare = true,
            None => other = true,
        }
    }
    kinds.dedup();
    match kinds.as_slice() {
        _ if other => ("Response".to_owned(), "self.raw"),
        [] => ("()".to_owned(), "self.read"),
        [kind] if bare => (format!("Option<{}>", qualified(kind)), "self.read"),
        [kind] => (qualified(kind), "self.read"),
        _ => ("Value".to_owned(), "self.read"),
    }
}

/// Types are in a module of their own; those of Rust are not.
fn qualified(kind: &str) -> String {
    for holder in ["Vec<", "Option<", "BTreeMap<String, "] {
        if let Some(inner) = kind.strip_prefix(holder).and_then(|inner| inner.strip_suffix('>')) {
            return format!("{holder}{}>", qualified(inner));
        }
    }
    match kind {
        "String" | "i64" | "f64" | "bool" | "Value" => kind.to_owned(),
        _ => format!("types::{kind}"),
    }
}
