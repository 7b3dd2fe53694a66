//! Role × endpoint × own and other people's orders, over every operation of the served document. What each operation asks of its caller is
//! written down twice, in the document (which the guard reads) and in `table.rs` (which nothing but this test reads): a handler that is
//! opened by mistake, and one without a row, fail here.

mod callers;
mod objects;
mod table;

use std::collections::BTreeMap;

use futures::{StreamExt, future::join_all, stream};
use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::support::World;
use callers::{Caller, callers};
use objects::Objects;
use table::{Row, rows};

/// One operation of the served document.
struct Operation {
    id: String,
    method: Method,
    path: String,
    /// What it asks of its caller: each way in, in the document's order.
    who: String,
    takes_body: bool,
    /// Names of the fields of its body.
    own_fields: Vec<String>,
}

impl Operation {
    /// Whether the object in its path is one order, which has one customer.
    fn is_about_an_order(&self) -> bool {
        self.path.starts_with("/api/orders/{number}") || self.path.contains("{trackingNumber}")
    }
}

fn who(operation: &Value) -> String {
    let ways = operation["security"].as_array().unwrap().iter().map(|way| {
        let Some((scheme, words)) = way.as_object().unwrap().iter().next() else {
            return "anybody".to_owned();
        };
        let words: Vec<&str> = words.as_array().unwrap().iter().map(|word| word.as_str().unwrap()).collect();
        match scheme.as_str() {
            "orderLink" => "link".to_owned(),
            "preferencesLink" => "preferences".to_owned(),
            _ => words.join("+"),
        }
    });
    ways.collect::<Vec<_>>().join(" | ")
}

/// The names of the fields of an operation's body.
fn fields(document: &Value, operation: &Value) -> Vec<String> {
    let schema = &operation["requestBody"]["content"]["application/json"]["schema"];
    let named = schema["$ref"].as_str().and_then(|name| document.pointer(&name[1..]));
    let fields = named.unwrap_or(schema)["properties"].as_object();
    fields.map(|fields| fields.keys().cloned().collect()).unwrap_or_default()
}

async fn operations(world: &World) -> Vec<Operation> {
    let document = world.http.get(format!("{}/api/openapi.json", world.url)).send().await.unwrap();
    let document: Value = document.json().await.unwrap();
    let paths = document["paths"].as_object().unwrap();
    let all = paths.iter().flat_map(|(path, methods)| {
        methods.as_object().unwrap().iter().map(|(method, operation)| Operation {
            id: operation["operationId"].as_str().unwrap().to_owned(),
            method: method.to_uppercase().parse().unwrap(),
            path: path.clone(),
            who: who(operation),
            takes_body: operation.get("requestBody").is_some(),
            own_fields: fields(&document, operation),
        })
    });
    all.collect()
}

/// Every operation with its row: neither is without the other, and both say the same of who is let in.
fn matched(operations: Vec<Operation>, rows: Vec<Row>) -> Vec<(Operation, Row)> {
    let mut rows: BTreeMap<_, _> = rows.into_iter().map(|row| (row.operation, row)).collect();
    let matched: Vec<_> = operations
        .into_iter()
        .map(|operation| {
            let row = rows.remove(operation.id.as_str());
            let row =
                row.unwrap_or_else(|| panic!("{} ({}) has no row in table.rs", operation.id, operation.who));
            assert_eq!(operation.who, row.who, "{}: who may is not what was agreed", operation.id);
            assert_eq!(operation.takes_body, !row.body.is_null(), "{}: has a body", operation.id);
            (operation, row)
        })
        .collect();
    assert!(rows.is_empty(), "rows of no operation: {:?}", rows.keys().collect::<Vec<_>>());
    matched
}

fn request(
    world: &World,
    objects: &Objects,
    operation: &Operation,
    caller: &Caller,
    body: &Value,
) -> RequestBuilder {
    let path = objects.fill(&operation.id, &operation.path);
    let mut request = world.http.request(operation.method.clone(), format!("{}{path}", world.url));
    request = caller.shows(request.header("sec-fetch-site", "same-origin"));
    if operation.method != Method::GET {
        request = request.header("idempotency-key", uuid::Uuid::now_v7().to_string());
    }
    if body.is_null() { request } else { request.json(body) }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn exactly_those_who_may_are_let_in(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let objects = Objects::make(&world).await;
    let callers = callers(&world, &objects).await;
    let operations = matched(operations(&world).await, rows(&objects));
    let try_one = async |(operation, row): &(Operation, Row), caller: &Caller| -> Option<String> {
        let answer = request(&world, &objects, operation, caller, &row.body).send().await.unwrap();
        let status = answer.status().as_u16();
        let may = caller.may(row.who, operation.is_about_an_order());
        let barred = matches!(status, 401 | 403 | 404);
        let in_order = if may { !barred && status < 500 } else { barred };
        if in_order {
            return None;
        }
        // What is let in may be a stream that never ends.
        let stream = answer.headers().get("content-type").is_some_and(|kind| kind == "text/event-stream");
        let said = if stream { "a stream".to_owned() } else { answer.text().await.unwrap() };
        let not = if may { "" } else { "not " };
        Some(format!("{} as {}, who may {not}call it: {status} {said}", operation.id, caller.name))
    };
    let mut wrong = Vec::new();
    let (guessing, known): (Vec<_>, Vec<_>) = callers.iter().partition(|caller| caller.opens_nothing);
    for caller in guessing {
        for some in operations.chunks(25) {
            // Whoever guesses keys is held up after thirty tries in a minute; here a minute has passed.
            sqlx::query("delete from limit_window").execute(&world.shop.pool).await.unwrap();
            wrong.extend(join_all(some.iter().map(|one| try_one(one, caller))).await);
        }
    }
    let pairs = known.iter().flat_map(|caller| operations.iter().map(move |one| (one, *caller)));
    wrong.extend(
        stream::iter(pairs)
            .map(|(one, caller)| try_one(one, caller))
            .buffer_unordered(16)
            .collect::<Vec<_>>()
            .await,
    );
    let (tried, wrong): (usize, Vec<_>) = (wrong.len(), wrong.into_iter().flatten().collect());
    assert!(wrong.is_empty(), "{} of {tried}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(tried >= 1_200, "{tried}");
}

/// Everything the shop has of an order, for comparison.
async fn standing(world: &World, objects: &Objects) -> Value {
    sqlx::query_scalar(
        "select jsonb_build_object('order', to_jsonb(o), 'payment', (select to_jsonb(p) from payment p where p.order_id = o.id),
             'events', (select count(*) from event e where e.order_id = o.id), 'orders', (select count(*) from orders),
             'refunds', (select count(*) from refund), 'staff', (select jsonb_agg(s.role) from staff s))
         from orders o where o.id = $1",
    )
    .bind(objects.own.1.0)
    .fetch_one(&world.shop.pool)
    .await
    .unwrap()
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn what_a_body_may_not_say_changes_nothing(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let objects = Objects::make(&world).await;
    let callers = callers(&world, &objects).await;
    let operations = matched(operations(&world).await, rows(&objects));
    let before = standing(&world, &objects).await;
    let mut wrong = Vec::new();
    for (operation, row) in operations.iter().filter(|(operation, _)| operation.takes_body) {
        let about = operation.is_about_an_order();
        let caller = callers.iter().find(|caller| caller.may(row.who, about)).unwrap();
        for (field, value) in [
            ("status", json!("delivered")),
            ("refunded", json!(1)),
            ("role", json!("admin")),
            ("version", json!(99)),
        ] {
            let mut body = row.body.clone();
            // Where the field is the operation's own, it is no trespass.
            if body.get(field).is_some() || operation.own_fields.iter().any(|own| own == field) {
                continue;
            }
            body[field] = value;
            let answer = request(&world, &objects, operation, caller, &body).send().await.unwrap();
            let status = answer.status().as_u16();
            let problem: Value = answer.json().await.unwrap_or_default();
            let pointed = problem["errors"][0]["pointer"] == format!("#/{field}");
            if !matches!(status, 400 | 422) || !pointed {
                wrong.push(format!("{} with {field}: {status} {problem}", operation.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(standing(&world, &objects).await, before);
}
