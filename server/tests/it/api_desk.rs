//! The help desk over the API: messages, webhooks received, bulk changes, and what needs a person.

use domain::{
    alert::{AlertKind, store as alerts},
    api_key::Scope,
    staff::Role,
};
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::{
    api_world::{Caller, pointer},
    bulk_world::{TORN, stand},
    notice_world::the_order,
    support::World,
};

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn messages_are_found_read_and_tried_once_more(pool: PgPool) {
    let world = World::start(pool).await;
    let number = world.paid_order(|_| ()).await;
    world.paid_order(|body| body["customer"]["email"] = "bea@customer.test".into()).await;
    world.mail("ana@customer.test", 1).await;
    world.mail("bea@customer.test", 1).await;
    world.idle().await;
    let desk = Caller::program(&world, &[Scope::ReadNotices, Scope::WriteNotices]).await;
    let path = format!("/api/notices?order={number}&channel=email&kind=confirmation&state=sent");
    let found = desk.all(&path, 1).await;
    assert_eq!(found.len(), 1);
    assert_eq!(
        (&found[0]["order"], &found[0]["to"]),
        (&json!(number.to_string()), &json!("ana@customer.test"))
    );
    assert_eq!(desk.all("/api/notices?channel=email", 1).await.len(), 2, "page by page");
    for wrong in ["order=x", "state=lost", "cursor=x", "limit=0"] {
        assert_eq!(desk.get(&format!("/api/notices?{wrong}")).await.0, 400, "{wrong}");
    }
    let one = format!("/api/notices/{}", found[0]["id"].as_str().unwrap());
    let (_, message) = desk.get(&one).await;
    assert!(message["text"].as_str().unwrap().contains(&number.to_string()), "{message}");
    let steps: Vec<&Value> = message["life"].as_array().unwrap().iter().map(|step| &step["step"]).collect();
    assert_eq!(steps, ["planned", "sent"]);
    // What was sent is not sent again.
    let (status, problem) = desk.post(&format!("{one}/retry"), &json!({})).await;
    assert_eq!((status, problem["type"].as_str()), (409, Some("/problems/not-given-up")), "{problem}");
    let lost = "update notice set state = 'dead', reason = 'gave_up' where channel = 'email' and recipient = 'ana@customer.test'";
    sqlx::query(lost).execute(&world.shop.pool).await.unwrap();
    let (status, message) = desk.post(&format!("{one}/retry"), &json!({})).await;
    assert_eq!(
        (status, &message["acts"][0]["what"], &message["acts"][0]["by"]),
        (202, &json!("retry"), &json!("help desk"))
    );
    world.mail("ana@customer.test", 2).await;
    assert_eq!(desk.get("/api/notices/01939f2e-0000-7000-8000-000000000000").await.0, 404);
    let reader = Caller::program(&world, &[Scope::ReadNotices]).await;
    assert_eq!(reader.post(&format!("{one}/retry"), &json!({})).await.0, 403);
    assert_eq!(Caller::person(&world, Role::Viewer).await.get(&one).await.0, 403, "operators read messages");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn webhooks_received_are_found_and_heard_again(pool: PgPool) {
    let world = World::start(pool).await;
    let number = world.paid_order(|_| ()).await;
    world.idle().await;
    let desk = Caller::program(&world, &[Scope::ReadWebhooks, Scope::WriteWebhooks]).await;
    let path = format!(
        "/api/inbox?search=checkout.session.completed&provider=stripe&state=processed&order={number}"
    );
    let found = desk.all(&path, 1).await;
    assert_eq!(found.len(), 1);
    assert!(desk.all("/api/inbox?state=failed", 50).await.is_empty());
    assert_eq!(desk.all("/api/inbox", 1).await.len(), desk.all("/api/inbox", 100).await.len());
    let one = format!("/api/inbox/{}", found[0]["id"].as_str().unwrap());
    let (_, whole) = desk.get(&one).await;
    assert!(
        whole["body"].as_str().unwrap().contains("checkout.session.completed")
            && whole["provider"] == "stripe",
        "{whole}"
    );
    let events = world.events("payment_succeeded").await;
    let (status, line) = desk.post(&format!("{one}/replay"), &json!({})).await;
    assert_eq!((status, &line["id"]), (202, &found[0]["id"]));
    world.idle().await;
    assert_eq!(desk.get(&one).await.1["state"], "processed");
    assert_eq!(world.events("payment_succeeded").await, events, "hearing twice is harmless");
    // Personal data stands in a body: administrators only, and a replay as well.
    let operator = Caller::person(&world, Role::Operator).await;
    assert_eq!(operator.get("/api/inbox").await.0, 200);
    assert_eq!(
        (operator.get(&one).await.0, operator.post(&format!("{one}/replay"), &json!({})).await.0),
        (403, 403)
    );
    let reader = Caller::program(&world, &[Scope::ReadWebhooks]).await;
    assert_eq!(reader.post(&format!("{one}/replay"), &json!({})).await.0, 403);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn many_orders_are_looked_at_changed_once_and_taken_back(pool: PgPool) {
    let world = World::without_worker(pool).await;
    stand(&world, 4, "new").await;
    stand(&world, 1, "shipped").await;
    let program = Caller::program(&world, &[Scope::WriteBulk]).await;
    let into = |dry: bool| json!({ "filter": {}, "action": { "do": "move", "stage": "in_production" }, "dryRun": dry });
    let (status, look) = program.post("/api/bulk", &into(true)).await;
    assert_eq!(
        (status, &look["state"], &look["predicted"]["changed"]),
        (200, &json!("preview"), &json!(4)),
        "{look}"
    );
    assert_eq!(look["refusals"][0]["count"], 1);
    let mut ids = Vec::new();
    for _ in 0..3 {
        let (status, begun) = program.post_as("friday", "/api/bulk", &into(false)).await;
        assert_eq!(status, 202, "{begun}");
        ids.push(begun["id"].as_str().unwrap().to_owned());
    }
    ids.dedup();
    assert_eq!(ids.len(), 1);
    domain::queue::drain(&world.shop).await.unwrap();
    let one = format!("/api/bulk/{}", ids[0]);
    let (_, done) = program.get(&one).await;
    assert_eq!(
        (&done["state"], &done["outcome"], &done["askedBy"]),
        (&json!("done"), &look["predicted"], &json!("help desk"))
    );
    let (status, _) = program.post(&format!("{one}/undo"), &json!({})).await;
    assert_eq!(status, 202);
    domain::queue::drain(&world.shop).await.unwrap();
    let (status, undone) = program.post(&format!("{one}/undo"), &json!({})).await;
    assert_eq!(
        (status, &undone["state"], &undone["undone"]["changed"]),
        (202, &json!("undone"), &json!(4)),
        "twice is once"
    );
    assert_eq!(world.count(TORN).await, 0);
    assert_eq!(world.count("select count(*) from orders where stage = 'in_production'").await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_bulk_change_that_cannot_be_meant_is_refused_at_its_field(pool: PgPool) {
    let world = World::without_worker(pool).await;
    stand(&world, 2, "new").await;
    let program = Caller::program(&world, &[Scope::WriteBulk]).await;
    let note = json!({ "do": "note", "text": "look here" });
    for (body, field) in [
        (json!({ "filter": { "statsu": "confirmed" }, "action": note }), "#/filter/statsu"),
        (json!({ "filter": {}, "orders": [], "action": note }), "#"),
        (json!({ "orders": ["nothing like a number"], "action": note }), "#/orders/0"),
        (json!({ "filter": {}, "action": { "do": "move", "stage": "nowhere" } }), "#/action/stage"),
        (json!({ "filter": {}, "action": { "do": "note", "text": " " } }), "#/action/text"),
    ] {
        let (status, problem) = program.post("/api/bulk", &body).await;
        assert_eq!((status, pointer(&problem)), (422, field), "{problem}");
    }
    // An action takes what belongs to it, and nothing else.
    for action in [json!({ "do": "release", "stage": "new" }), json!({ "do": "erase" }), json!({})] {
        assert_eq!(program.post("/api/bulk", &json!({ "filter": {}, "action": action })).await.0, 400);
    }
    // Buying costs money: an administrator's session, whatever the key may do.
    let labels = json!({ "filter": {}, "action": { "do": "labels" } });
    assert_eq!(program.post("/api/bulk", &labels).await.0, 403);
    let admin = Caller::person(&world, Role::Admin).await;
    assert_eq!(
        admin
            .post("/api/bulk", &json!({ "filter": {}, "action": { "do": "labels" }, "dryRun": true }))
            .await
            .0,
        200
    );
    let keyless =
        program.request(reqwest::Method::POST, "/api/bulk").json(&json!({ "filter": {}, "action": note }));
    let answer = keyless.send().await.unwrap();
    assert_eq!(answer.status(), 400);
    assert_eq!(answer.json::<Value>().await.unwrap()["type"], "/problems/idempotency-key-missing");
    assert_eq!(world.count("select count(*) from event where kind = 'note_added'").await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn what_needs_a_person_is_listed_and_cleared_by_name(pool: PgPool) {
    let world = World::without_worker(pool).await;
    stand(&world, 1, "new").await;
    let order = the_order(&world).await;
    let mut conn = world.shop.pool.acquire().await.unwrap();
    let now = world.shop.clock.now();
    for (kind, minutes) in
        [(AlertKind::Oversold, 3), (AlertKind::LabelUnknown, 2), (AlertKind::ReturnRequested, 1)]
    {
        alerts::raise(&mut conn, order, kind, json!({ "detail": "as told" }), now.plus(-60 * minutes))
            .await
            .unwrap();
    }
    let desk = Caller::program(&world, &[Scope::ReadOrders, Scope::WriteOrders]).await;
    let found = desk.all("/api/alerts", 1).await;
    let kinds: Vec<&Value> = found.iter().map(|alert| &alert["kind"]).collect();
    assert_eq!(kinds, ["oversold", "label_unknown", "return_requested"], "the oldest first");
    assert!(
        found[0]["order"].is_string() && found[0]["detail"] == "as told" && found[0]["sentence"].is_string()
    );
    let clear = format!("/api/alerts/{}/clear", found[1]["id"].as_str().unwrap());
    for _ in 0..2 {
        assert_eq!(desk.post(&clear, &json!({})).await.0, 204, "twice is once");
    }
    assert_eq!(desk.all("/api/alerts", 50).await.len(), 2);
    let kept = "select count(*) from event where kind = 'alert_cleared' and actor = 'help desk'";
    assert_eq!(world.count(kept).await, 1);
    let reader = Caller::program(&world, &[Scope::ReadOrders]).await;
    assert_eq!(reader.post(&clear, &json!({})).await.0, 403);
    assert_eq!(desk.post("/api/alerts/01939f2e-0000-7000-8000-000000000000/clear", &json!({})).await.0, 404);
}
