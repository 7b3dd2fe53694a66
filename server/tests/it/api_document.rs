//! The API's document beside the last released one, and beside what people read of it.

use std::{fs, path::Path};

use serde_json::{Value, json};
use sqlx::PgPool;

use crate::{api_breaking::breaks, api_fits::flaws, support::World};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

fn document() -> Value {
    server::api::document().unwrap()
}

#[test]
fn the_document_breaks_no_program_written_by_the_released_one() {
    let released = fs::read_to_string(root().join("docs/api/openapi-released.json")).unwrap();
    let broken = breaks(&serde_json::from_str(&released).unwrap(), &document());
    assert!(broken.is_empty(), "CONTRIBUTING.md says what to do:\n{broken:#?}");
}

/// A small document of which every part may be changed.
fn small() -> Value {
    json!({
        "paths": { "/things/{id}": { "put": {
            "operationId": "putThing",
            "security": [{ "apiKey": ["things:write"] }, { "session": ["operator"] }],
            "parameters": [
                { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } },
                { "name": "limit", "in": "query", "required": false, "schema": { "type": "integer", "maximum": 100 } },
            ],
            "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/New" } } } },
            "responses": {
                "200": { "headers": { "ETag": {} }, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } },
                "409": { "content": {} },
            },
        } } },
        "components": { "schemas": {
            "New": { "type": "object", "required": ["name"], "additionalProperties": false, "properties": {
                "name": { "type": "string", "maxLength": 40 }, "kind": { "$ref": "#/components/schemas/Kind" },
                "note": { "type": ["string", "null"] },
            } },
            "Kind": { "type": "string", "enum": ["poster", "card"] },
            "Thing": { "type": "object", "required": ["id", "kinds"], "properties": {
                "id": { "type": "string", "format": "uuid" }, "kinds": { "type": "array", "items": { "$ref": "#/components/schemas/Kind" } },
                "seen": { "oneOf": [{ "type": "null" }, { "type": "string", "format": "date-time" }] },
            } },
        } },
    })
}

const OPERATION: &str = "/paths/~1things~1{id}/put";
const SCHEMAS: &str = "/components/schemas";

/// Puts a value into the small document; `null` takes it out.
fn changed(pointer: &str, value: Value) -> Value {
    let mut document = small();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    let name = &name.replace("~1", "/");
    let parent = document.pointer_mut(parent).unwrap_or_else(|| panic!("{pointer}"));
    match (parent, value) {
        (Value::Object(fields), Value::Null) => assert!(fields.remove(name).is_some(), "{pointer}"),
        (Value::Object(fields), value) => drop(fields.insert(name.to_owned(), value)),
        (Value::Array(items), Value::Null) => drop(items.remove(name.parse().unwrap())),
        (Value::Array(items), value) => items.push(value),
        _ => panic!("{pointer}"),
    }
    document
}

#[test]
fn every_kind_of_change_that_breaks_a_program_is_found() {
    let needed = |place: &str, required: bool| json!({ "name": "since", "in": place, "required": required, "schema": { "type": "string" } });
    let changes = [
        ("/paths/~1things~1{id}", Value::Null, "is gone"),
        (&format!("{OPERATION}/operationId"), json!("storeThing"), "operationId"),
        (&format!("{OPERATION}/security/0"), Value::Null, "no longer opens"),
        (
            &format!("{OPERATION}/security/0/apiKey"),
            json!(["things:write", "money:write"]),
            "no longer opens",
        ),
        (&format!("{OPERATION}/security/1/session"), json!(["admin"]), "no longer opens"),
        (&format!("{OPERATION}/parameters/1"), Value::Null, "is no parameter any more"),
        (&format!("{OPERATION}/parameters/-"), needed("query", true), "now needs"),
        (&format!("{OPERATION}/parameters/1/required"), json!(true), "now needs"),
        (&format!("{OPERATION}/parameters/1/schema/maximum"), json!(50), "tighter maximum"),
        (&format!("{OPERATION}/responses/200"), Value::Null, "is no longer answered"),
        (&format!("{OPERATION}/responses/200/headers/ETag"), Value::Null, "no header ETag"),
        (
            &format!("{OPERATION}/responses/200/content/application~1json"),
            Value::Null,
            "is no application/json",
        ),
        (&format!("{SCHEMAS}/New/required"), json!(["name", "kind"]), "body/kind is needed now"),
        (&format!("{SCHEMAS}/New/properties/kind"), Value::Null, "body/kind is gone"),
        (&format!("{SCHEMAS}/New/properties/name/maxLength"), json!(20), "tighter maxLength"),
        (&format!("{SCHEMAS}/New/properties/name/pattern"), json!("^a"), "another pattern"),
        (&format!("{SCHEMAS}/New/properties/name/type"), json!("integer"), "no longer takes"),
        (&format!("{SCHEMAS}/New/properties/note/type"), json!("string"), "no longer takes"),
        (&format!("{SCHEMAS}/Kind/enum"), json!(["poster"]), "no longer takes \"card\""),
        (&format!("{SCHEMAS}/Kind/enum"), json!(["poster", "card", "mug"]), "may now be \"mug\""),
        (&format!("{SCHEMAS}/Thing/required"), json!(["id"]), "kinds may be missing now"),
        (&format!("{SCHEMAS}/Thing/properties/seen"), Value::Null, "seen is gone"),
        (&format!("{SCHEMAS}/Thing/properties/id/format"), Value::Null, "another format"),
        (&format!("{SCHEMAS}/Thing/properties/id/type"), json!(["string", "null"]), "may now be"),
        (&format!("{SCHEMAS}/Thing/properties/seen/oneOf/-"), json!({ "type": "integer" }), "may now be"),
    ];
    for (pointer, value, says) in changes {
        let found = breaks(&small(), &changed(pointer, value.clone()));
        assert!(found.iter().any(|one| one.contains(says)), "{pointer} = {value}: {found:?}");
    }
}

#[test]
fn what_only_adds_or_loosens_breaks_nothing() {
    let more = json!({ "name": "since", "in": "query", "required": false, "schema": { "type": "string" } });
    let changes = [
        ("/paths/~1others", json!({ "get": {} })),
        (&format!("{OPERATION}/security/-"), json!({ "orderLink": [] })),
        (&format!("{OPERATION}/security/0/apiKey"), json!([])),
        (&format!("{OPERATION}/security/1/session"), json!(["viewer"])),
        (&format!("{OPERATION}/parameters/-"), more),
        (&format!("{OPERATION}/parameters/1/schema/maximum"), json!(200)),
        (&format!("{OPERATION}/parameters/1/schema/type"), json!("number")),
        (&format!("{OPERATION}/responses/422"), json!({})),
        (&format!("{SCHEMAS}/New/properties/size"), json!({ "type": "integer" })),
        (&format!("{SCHEMAS}/New/properties/name/maxLength"), Value::Null),
        (&format!("{SCHEMAS}/New/required"), json!([])),
        (&format!("{SCHEMAS}/Thing/properties/size"), json!({ "type": "integer" })),
        (&format!("{SCHEMAS}/Thing/required"), json!(["id", "kinds", "seen"])),
        (&format!("{SCHEMAS}/Thing/properties/seen/oneOf/0"), Value::Null),
    ];
    for (pointer, value) in changes {
        let found = breaks(&small(), &changed(pointer, value.clone()));
        assert!(found.is_empty(), "{pointer} = {value}: {found:?}");
    }
}

/// One `curl` of a page of the documentation.
#[derive(Debug)]
struct Curl {
    method: String,
    path: String,
    query: Vec<String>,
    headers: Vec<String>,
    body: Option<String>,
}

/// The words of a command, as a shell reads them.
fn words(command: &str) -> Vec<String> {
    let (mut words, mut word, mut quote) = (Vec::new(), String::new(), None);
    for letter in command.chars() {
        match quote {
            Some(open) if letter == open => quote = None,
            None if letter == '\'' || letter == '"' => quote = Some(letter),
            None if letter.is_whitespace() => {
                words.extend(Some(std::mem::take(&mut word)).filter(|word| !word.is_empty()))
            }
            _ => word.push(letter),
        }
    }
    words.extend(Some(word).filter(|word| !word.is_empty()));
    words
}

/// What follows a flag.
fn after<'a>(words: &'a [String], flag: &'a str) -> impl Iterator<Item = &'a str> {
    words.windows(2).filter(move |pair| pair[0] == flag).map(|pair| pair[1].as_str())
}

fn curl(arguments: &str) -> Option<Curl> {
    let words = words(arguments);
    let address = words.iter().find_map(|word| word.strip_prefix("$CLEW"))?;
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let body = after(&words, "--json").next().map(str::to_owned);
    let method = after(&words, "-X").next().unwrap_or(if body.is_some() { "POST" } else { "GET" });
    let pairs = query.split('&').filter_map(|pair| Some(pair.split_once('=')?.0.to_owned()));
    let headers = after(&words, "-H").filter_map(|header| Some(header.split_once(':')?.0.to_lowercase()));
    Some(Curl {
        method: method.to_lowercase(),
        path: path.to_owned(),
        query: pairs.collect(),
        headers: headers.collect(),
        body,
    })
}

/// The operation of a path in which shell variables stand for parameters.
fn operation<'a>(document: &'a Value, curl: &Curl) -> Option<&'a Value> {
    let fits = |template: &str| {
        let (parts, segments): (Vec<_>, Vec<_>) =
            (template.split('/').collect(), curl.path.split('/').collect());
        let same = |(part, segment): (&&str, &&str)| part == segment || part.starts_with('{');
        parts.len() == segments.len() && parts.iter().zip(&segments).all(same)
    };
    document["paths"].as_object()?.iter().find(|(path, _)| fits(path))?.1.get(&curl.method)
}

#[test]
fn every_curl_of_the_documentation_is_a_call_the_document_describes() {
    let text = fs::read_to_string(root().join("docs/api.md")).unwrap();
    let document = document();
    let mut calls = 0;
    for block in text.split("```sh\n").skip(1).filter_map(|rest| rest.split("\n```").next()) {
        for command in format!("\n{block}").split("\ncurl ").skip(1) {
            let curl = curl(command).unwrap_or_else(|| panic!("not read: {command}"));
            let found = operation(&document, &curl).unwrap_or_else(|| panic!("no such operation: {command}"));
            let parameters: Vec<&Value> = found["parameters"].as_array().into_iter().flatten().collect();
            for name in &curl.query {
                assert!(
                    parameters.iter().any(|one| one["in"] == "query" && one["name"] == name.as_str()),
                    "{name}: {command}"
                );
            }
            for needed in parameters.iter().filter(|one| one["in"] == "header" && one["required"] == true) {
                let name = needed["name"].as_str().unwrap().to_lowercase();
                assert!(curl.headers.contains(&name), "{name} is missing: {command}");
            }
            let schema = &found["requestBody"]["content"]["application/json"]["schema"];
            if let Some(body) = &curl.body {
                let body: Value =
                    serde_json::from_str(body).unwrap_or_else(|error| panic!("{error}: {body}"));
                assert_eq!(flaws(&document, schema, &body, "#"), Vec::<String>::new(), "{command}");
            } else {
                assert!(found["requestBody"]["required"] != true, "a body is missing: {command}");
            }
            calls += 1;
        }
    }
    assert!(calls >= 15, "{calls}");
}

/// The tests' doorway has no built files: whoever forgot to ship them reads what to do.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn the_page_says_so_where_the_viewer_is_missing(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let page = world
        .http
        .get(format!("{}/api/docs", world.url))
        .header("cookie", "clew_language=ro")
        .send()
        .await
        .unwrap();
    assert_eq!(page.status(), 503);
    let policy = page.headers()["content-security-policy"].to_str().unwrap().to_owned();
    assert!(!policy.contains("unsafe") && policy.contains("style-src 'self';"), "{policy}");
    let html = page.text().await.unwrap();
    assert!(
        html.contains("Vizualizatorul")
            && html.contains("./clew build")
            && html.contains("/api/openapi.json")
            && !html.contains("<script"),
        "{html}"
    );
    for (file, kind) in [("start.js", "text/javascript"), ("page.css", "text/css")] {
        let answer = world.http.get(format!("{}/api/docs/{file}", world.url)).send().await.unwrap();
        assert_eq!(answer.status(), 200, "{file}");
        assert!(answer.headers()["content-type"].to_str().unwrap().starts_with(kind), "{file}");
    }
    let missing =
        world.http.get(format!("{}/api/docs/viewer/swagger-ui.css", world.url)).send().await.unwrap();
    assert_eq!(missing.status(), 404);
}
