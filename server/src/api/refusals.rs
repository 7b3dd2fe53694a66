//! What every operation may be refused with, written into the document once: handlers document what they give, not what all share.

use serde_json::{Map, Value, json};

const ALWAYS: &[(&str, &str)] = &[
    ("400", "Not understood: nothing was done."),
    ("429", "Too many requests: `Retry-After` says when to go on."),
    ("500", "Something went wrong here; send the same request with the same `Idempotency-Key` again."),
    ("503", "The database or a provider does not answer; send it again later."),
];
const KNOWN: &[(&str, &str)] =
    &[("401", "Nobody we know: no valid key, token or session."), ("403", "Known, but not allowed to.")];
const CHANGES: &[(&str, &str)] = &[
    ("409", "Changed meanwhile, not possible any more, or being done just now under this `Idempotency-Key`."),
    ("413", "Too large."),
    (
        "422",
        "Some fields are not valid, the shop's rules say no, or the `Idempotency-Key` came with another request.",
    ),
];

/// Adds them, and `Idempotency-Key` to whatever changes something.
pub(super) fn add(document: &mut Value) {
    for (path, operations) in document["paths"].as_object_mut().into_iter().flatten() {
        for (method, operation) in operations.as_object_mut().into_iter().flatten() {
            complete(path, method, operation);
        }
    }
}

fn complete(path: &str, method: &str, operation: &mut Value) {
    let changes = method != "get";
    let public =
        operation["security"].as_array().is_some_and(|ways| ways.iter().any(|way| way == &json!({})));
    if changes && !public && !has_header(operation, "Idempotency-Key") {
        let key = json!({
            "name": "Idempotency-Key", "in": "header", "required": false,
            "description": "Under it the request is done once, however often it is sent in a day.",
            "schema": { "type": "string", "minLength": 1, "maxLength": 255 },
        });
        match operation["parameters"].as_array_mut() {
            Some(parameters) => parameters.push(key),
            None => operation["parameters"] = json!([key]),
        }
    }
    let conditional = has_header(operation, "If-Match");
    let Some(responses) = operation["responses"].as_object_mut() else { return };
    add_all(responses, ALWAYS);
    if !public {
        add_all(responses, KNOWN);
    }
    if path.contains('{') {
        add_all(responses, &[("404", "There is no such thing, or it is not yours.")]);
    }
    if changes {
        add_all(responses, CHANGES);
    }
    if conditional {
        add_all(
            responses,
            &[("412", "Changed meanwhile: the version named by `If-Match` is not the newest.")],
        );
    }
}

fn add_all(responses: &mut Map<String, Value>, refusals: &[(&str, &str)]) {
    for (status, description) in refusals {
        responses.entry(*status).or_insert_with(|| {
            json!({
                "description": description,
                "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } },
            })
        });
    }
}

fn has_header(operation: &Value, name: &str) -> bool {
    let mut parameters = operation["parameters"].as_array().into_iter().flatten();
    parameters.any(|one| one["in"] == "header" && one["name"] == name)
}
