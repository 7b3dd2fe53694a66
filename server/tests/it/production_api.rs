//! `/api/production`, held against the studio's own document: the interface's text is parsed where it lies, field by field.

use std::{collections::BTreeMap, fs, path::Path};

use domain::{
    Fault, Language, Reason,
    order::{self, Status},
    payment::PaymentStatus,
    staff::Role,
};
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::{
    aloud,
    api_orders_once::forget_answers,
    products::put,
    support::{API_KEY, World, operators_key},
};

async fn tees(world: &World) {
    for (size, pieces) in [("S", 3), ("M", 10)] {
        let tee = json!({
            "name": format!("Tee {size}"), "onHand": pieces, "kind": "garment", "group": { "key": "TEE", "name": "Classic tee" },
            "options": { "size": size }, "price": 2599, "currency": "EUR", "weightGrams": 180
        });
        assert_eq!(put(world, &format!("TEE-{size}"), &tee).await.0, 200);
    }
}

fn wish(change: impl FnOnce(&mut Value)) -> Value {
    let mut wish = json!({
        "designUrl": "https://designs.studio.test/koi.png",
        "garmentId": "TEE",
        "sizes": [{ "size": "S", "quantity": 1 }, { "size": "m", "quantity": 2 }],
        "priority": "rush",
        "notes": "Centre it, please.",
        "technique": "screen",
        "customer": { "name": "Ana Ruiz", "email": "ana@customer.test" },
        "address": { "line1": "Calle Mayor 12", "city": "Madrid", "postalCode": "28013", "country": "ES" },
        "language": "en"
    });
    change(&mut wish);
    wish
}

async fn send(world: &World, method: &str, path: &str, key: &str, body: &Value) -> (u16, String, Value) {
    let method = method.parse::<reqwest::Method>().unwrap();
    let request = world.http.request(method, format!("{}{path}", world.url)).bearer_auth(key);
    let answer = request.json(body).send().await.unwrap();
    let location = answer.headers().get("location").map(|at| at.to_str().unwrap().to_owned());
    (answer.status().as_u16(), location.unwrap_or_default(), answer.json().await.unwrap())
}

/// The address of a new order, after it was paid.
async fn paid(world: &World, change: impl FnOnce(&mut Value)) -> String {
    let (status, location, created) = send(world, "POST", "/api/production", API_KEY, &wish(change)).await;
    assert_eq!(status, 201, "{created}");
    world.pay(created["checkoutUrl"].as_str().unwrap()).await;
    let order = get(world, &location).await;
    let number = order::OrderNumber::parse(order["reference"].as_str().unwrap()).unwrap();
    world.until(&number, |order| order.state.payment == PaymentStatus::Paid).await;
    location
}

async fn get(world: &World, path: &str) -> Value {
    let (status, _, found) = send(world, "GET", path, API_KEY, &json!(null)).await;
    assert_eq!(status, 200, "{found}");
    assert_eq!(found.as_object().unwrap().keys().collect::<Vec<_>>(), ["order"]);
    found["order"].clone()
}

fn seed() -> Option<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned();
    fs::read_to_string(root.join("../shared/seeds/production-orders.txt")).ok()
}

/// The text between two marks.
fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let rest =
        &text[text.find(from).unwrap_or_else(|| panic!("{from} is not in the document")) + from.len()..];
    &rest[..rest.find(to).unwrap()]
}

fn quoted(text: &str) -> Vec<String> {
    text.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Names of the columns of a table of the document, as JSON writes them, without the ones that point to other tables.
fn columns(document: &str, table: &str) -> Vec<String> {
    let body = between(document, &format!("create table public.{table} ("), "\n);");
    let names = body.lines().filter_map(|line| line.split_whitespace().next());
    let camel = |name: &str| {
        let mut parts = name.split('_');
        let first = parts.next().unwrap().to_owned();
        parts.fold(first, |name, part| name + &part[..1].to_uppercase() + &part[1..])
    };
    let mut names: Vec<_> = names.filter(|name| *name != "order_id").map(camel).collect();
    names.sort();
    names
}

fn fields(value: &Value) -> Vec<String> {
    let mut names: Vec<_> = value.as_object().unwrap().keys().cloned().collect();
    names.sort();
    names
}

/// Whether a value is of a type, in the words of TypeScript.
fn is(value: &Value, kind: &str, words: &BTreeMap<&str, Vec<String>>) -> bool {
    let kind = kind.trim();
    if kind.contains('|') {
        return kind.split('|').any(|kind| is(value, kind, words));
    }
    if let Some(each) = kind.strip_suffix("[]") {
        return value
            .as_array()
            .is_some_and(|values| !values.is_empty() && values.iter().all(|one| is(one, each, words)));
    }
    match kind {
        "string" => value.is_string(),
        "number" => value.is_number(),
        "null" => value.is_null(),
        "Record<string, unknown>" => value.is_object(),
        literal if literal.starts_with('"') => value.as_str() == Some(literal.trim_matches('"')),
        "LineItem" | "FulfillmentEvent" => fields(value) == words[kind],
        "Garment" => value["title"].is_string() && value["price"].is_number(),
        named => value.as_str().is_some_and(|word| words[named].iter().any(|known| known == word)),
    }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn an_answer_is_the_interface_of_the_document_field_by_field(pool: PgPool) {
    let Some(document) = seed() else {
        aloud::skipped("the studio's document is not beside this checkout");
        return;
    };
    let world = World::start(pool).await;
    tees(&world).await;
    let order = get(&world, &paid(&world, |_| ()).await).await;
    let keys = between(&document, "Record<ProductionOrderState, ProductionStatus> = {", "}");
    let words = BTreeMap::from([
        ("ProductionStatus", quoted(between(&document, "STATUS_FLOW: ProductionStatus[] = [", "]"))),
        (
            "ProductionOrderState",
            keys.lines().filter_map(|line| Some(line.split_once(':')?.0.trim().to_owned())).collect(),
        ),
        ("LineItem", columns(&document, "production_line_items")),
        ("FulfillmentEvent", columns(&document, "fulfillment_events")),
    ]);
    assert_eq!((words["ProductionStatus"].len(), words["ProductionOrderState"].len()), (5, 6));
    let interface = between(&document, "interface ProductionOrderSummary {", "\n}");
    let mut named = Vec::new();
    for line in interface.lines().filter(|line| line.contains(':')) {
        let (name, kind) = line.trim().trim_end_matches(';').split_once(':').unwrap();
        assert!(is(&order[name], kind, &words), "{name}: {kind} is {}", order[name]);
        named.push(name.to_owned());
    }
    named.sort();
    assert_eq!((fields(&order), named.len()), (named, 15), "no field more and none fewer");
    // The document's own table says which status belongs to which state.
    for line in keys.lines().filter(|line| line.contains(':')) {
        let (state, status) = line.split_once(':').unwrap();
        let state: domain::production::ProductionOrderState =
            serde_json::from_value(state.trim().into()).unwrap();
        assert_eq!(serde_json::to_value(state.status()).unwrap(), quoted(status)[0]);
    }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_production_order_costs_what_the_products_cost_and_takes_their_stock(pool: PgPool) {
    let world = World::start(pool).await;
    tees(&world).await;
    let order = get(&world, &paid(&world, |_| ()).await).await;
    assert_eq!(order["metadata"]["total"], 3 * 2599);
    assert_eq!((&order["garment"]["id"], &order["garment"]["price"]), (&json!("TEE"), &json!(25.99)));
    assert_eq!((&order["priority"], &order["notes"]), (&json!("Rush"), &json!("Centre it, please.")));
    assert_eq!(order["imageUrl"], "https://designs.studio.test/koi.png");
    let lines: Vec<_> = order["lineItems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| (&line["size"], &line["quantity"], &line["technique"]))
        .collect();
    assert_eq!(
        lines,
        [(&json!("S"), &json!(1), &json!("screen")), (&json!("M"), &json!(2), &json!("screen"))]
    );
    assert_eq!(world.count("select sum(on_hand)::bigint from product").await, 10);
    let refused = |change: fn(&mut Value)| {
        let world = &world;
        async move { send(world, "POST", "/api/production", API_KEY, &wish(change)).await }
    };
    type Case = (fn(&mut Value), &'static str);
    let wrong: [Case; 5] = [
        (|body| body["sizes"][1]["size"] = "XXL".into(), "#/sizes/1/size"),
        (|body| body["garmentId"] = "NONE".into(), "#/garmentId"),
        (|body| body["designUrl"] = "http://designs.studio.test/koi.png".into(), "#/designUrl"),
        (|body| body["priority"] = "asap".into(), "#/priority"),
        (|body| body["customer"]["email"] = "nobody".into(), "#/customer/email"),
    ];
    for (change, pointer) in wrong {
        let (status, _, problem) = refused(change).await;
        assert_eq!((status, &problem["errors"][0]["pointer"]), (422, &json!(pointer)), "{problem}");
    }
    let (status, _, _) = refused(|body| body["price"] = 1.into()).await;
    assert_eq!(status, 400, "a body cannot say what it pays");
    let (status, _, problem) = refused(|body| body["sizes"][0]["quantity"] = 3.into()).await;
    assert_eq!((status, &problem["errors"][0]["pointer"]), (409, &json!("#/sizes/0")), "{problem}");
    assert_eq!(world.count("select count(*) from orders").await, 1);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn only_an_operators_key_moves_a_production_order_and_only_along_its_arrows(pool: PgPool) {
    let world = World::start(pool).await;
    tees(&world).await;
    let at = paid(&world, |body| body["priority"] = "standard".into()).await;
    let key = operators_key(&world.shop, "floor screen").await;
    let patch = async |key: &str, body: Value| send(&world, "PATCH", &at, key, &body).await;
    assert_eq!(patch(API_KEY, json!({ "status": "approved" })).await.0, 403);
    assert_eq!(patch("clew_nobody", json!({ "status": "approved" })).await.0, 401);
    assert_eq!(patch(&key, json!({ "status": "printing" })).await.0, 400, "no word of the document");
    let (status, _, problem) = patch(&key, json!({ "status": "in_production" })).await;
    assert_eq!((status, &problem["type"]), (422, &json!("/problems/refused")), "no arrow leads there");
    for (state, page) in [
        ("submitted", "Queued"),
        ("approved", "Printing"),
        ("approved", "Printing"),
        ("in_production", "Finishing"),
    ] {
        let (status, _, found) = patch(&key, json!({ "status": state })).await;
        let order = &found["order"];
        assert_eq!(
            (status, &order["orderStatus"], &order["status"]),
            (200, &json!(state), &json!(page)),
            "{found}"
        );
    }
    let (status, _, found) = patch(&key, json!({ "priority": "Hold", "notes": "wait for ink" })).await;
    assert_eq!(
        (status, &found["order"]["priority"], &found["order"]["notes"]),
        (200, &json!("Hold"), &json!("wait for ink"))
    );
    // Held work does not move; what cannot be done whole is not done in part.
    let (status, _, _) = patch(&key, json!({ "status": "fulfilled", "notes": "gone" })).await;
    assert_eq!((status, get(&world, &at).await["notes"].clone()), (422, json!("wait for ink")));
    let (status, _, found) = patch(&key, json!({ "status": "fulfilled", "priority": "rush" })).await;
    assert_eq!(
        (status, &found["order"]["status"], &found["order"]["etaDays"]),
        (200, &json!("Ready"), &json!(0)),
        "{found}"
    );
    let by = "select count(*) from event where actor = 'floor screen' and source = 'staff'";
    assert!(world.count(by).await >= 6);
    let (status, _, _) = patch(&key, json!({ "status": "canceled" })).await;
    assert_eq!(status, 422, "it has left");
}

/// The process dies after it has moved the order and before it has kept what it answered.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn what_a_killed_change_has_done_its_retry_does_not_do_again(pool: PgPool) {
    let world = World::start(pool).await;
    tees(&world).await;
    let at = paid(&world, |body| body["priority"] = "standard".into()).await;
    let key = operators_key(&world.shop, "floor screen").await;
    let patch = async |name: &str, state: &str| -> Value {
        let request = world.http.patch(format!("{}{at}", world.url)).bearer_auth(&key);
        let request = request.header("idempotency-key", name).json(&json!({ "status": state }));
        let found: Value = request.send().await.unwrap().json().await.unwrap();
        found["order"]["orderStatus"].clone()
    };
    assert_eq!(patch("on", "submitted").await, json!("submitted"));
    forget_answers(&world).await;
    assert_eq!(patch("further", "approved").await, json!("approved"));
    assert_eq!(patch("on", "submitted").await, json!("approved"), "nobody took it back");
    assert_eq!(patch("back", "submitted").await, json!("submitted"), "but who asks anew");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn specs_that_cannot_be_made_go_back_to_the_customer_with_a_message(pool: PgPool) {
    let world = World::start(pool).await;
    tees(&world).await;
    let at = paid(&world, |_| ()).await;
    let number = order::OrderNumber::parse(get(&world, &at).await["reference"].as_str().unwrap()).unwrap();
    let id = world.id(&number).await;
    let (ana, _) = world.person(Role::Operator).await;
    let shop = &world.shop;
    let seen = world.load(&number).await.version;
    let empty = order::send_back(shop, &ana, id, "  ", seen).await;
    assert!(matches!(empty, Err(Fault::Refused(Reason::EmptyNote))), "{empty:?}");
    order::send_back(shop, &ana, id, "The <b>lines</b> are too thin.", seen).await.unwrap();
    let late = order::send_back(shop, &ana, id, "Again.", seen).await;
    assert!(matches!(late, Err(Fault::Conflict(_))), "{late:?}");
    world.idle().await;
    let mails = world.mail("ana@customer.test", 2).await;
    let about: Vec<_> = mails.iter().filter(|mail| mail.to_string().contains("too thin")).collect();
    assert_eq!(about.len(), 1, "{mails:?}");
    let told = get(&world, &at).await;
    let messages: Vec<_> =
        told["events"].as_array().unwrap().iter().filter_map(|event| event["message"].as_str()).collect();
    assert!(messages.contains(&"The <b>lines</b> are too thin."), "{messages:?}");
    let tracked = order::track(&shop.pool, id).await.unwrap();
    assert_eq!(tracked.events[0].message.as_deref(), Some("The <b>lines</b> are too thin."));
    let page = order::page(shop, &number, Language::En).await.unwrap();
    assert!(page.reviewable);
    assert_eq!(page.items[0].technique, Some(domain::product::Technique::Screen));
    // Once it is being made, it is not sent back any more.
    let key = operators_key(shop, "floor").await;
    for state in ["submitted", "approved", "in_production", "fulfilled"] {
        assert_eq!(send(&world, "PATCH", &at, &key, &json!({ "status": state })).await.0, 200, "{state}");
    }
    let order = world.load(&number).await;
    assert_eq!(order.state.status, Status::Shipped);
    let refused = order::send_back(shop, &ana, id, "Too late.", order.version).await;
    assert!(matches!(refused, Err(Fault::Refused(Reason::NoReviewNow))), "{refused:?}");
}
