//! Whether a value is what a schema of the API's document says: as much of JSON Schema as the document uses.

use serde_json::Value;

/// What is wrong with it, and where.
pub fn flaws(document: &Value, schema: &Value, value: &Value, at: &str) -> Vec<String> {
    if let Some(link) = schema["$ref"].as_str().and_then(|link| link.strip_prefix('#')) {
        return match document.pointer(link) {
            Some(target) => flaws(document, target, value, at),
            None => vec![format!("{at}: the document has no {link}")],
        };
    }
    let mut found = Vec::new();
    for part in list(&schema["allOf"]) {
        found.extend(flaws(document, part, value, at));
    }
    let either: Vec<&Value> = list(&schema["oneOf"]).chain(list(&schema["anyOf"])).collect();
    if !either.is_empty() && either.iter().all(|one| !flaws(document, one, value, at).is_empty()) {
        found.push(format!("{at}: is none of the alternatives: {value}"));
    }
    let kinds: Vec<&Value> = match &schema["type"] {
        Value::Null => Vec::new(),
        Value::Array(kinds) => kinds.iter().collect(),
        kind => vec![kind],
    };
    if !kinds.is_empty() && !kinds.iter().any(|kind| is(value, kind.as_str().unwrap_or_default())) {
        found.push(format!("{at}: {value} is no {}", schema["type"]));
    }
    if schema["enum"].is_array() && !list(&schema["enum"]).any(|word| word == value) {
        found.push(format!("{at}: {value} is none of {}", schema["enum"]));
    }
    if let Some(fields) = value.as_object() {
        for name in
            list(&schema["required"]).filter_map(Value::as_str).filter(|name| !fields.contains_key(*name))
        {
            found.push(format!("{at}: {name} is missing"));
        }
        for (name, value) in fields {
            let at = format!("{at}/{name}");
            match (schema["properties"].get(name), &schema["additionalProperties"]) {
                (Some(property), _) => found.extend(flaws(document, property, value, &at)),
                (None, Value::Bool(false)) => found.push(format!("{at}: there is no such field")),
                (None, Value::Object(_)) => {
                    found.extend(flaws(document, &schema["additionalProperties"], value, &at))
                }
                (None, _) => (),
            }
        }
    }
    for (position, item) in list(value).enumerate() {
        if schema["items"].is_object() {
            found.extend(flaws(document, &schema["items"], item, &format!("{at}/{position}")));
        }
    }
    found
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn is(value: &Value, kind: &str) -> bool {
    match kind {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        _ => false,
    }
}
