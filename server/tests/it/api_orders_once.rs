//! Orders over the API: what a request has done is not done again, money least of all.

use domain::{api_key::Scope, api_request, order::OrderNumber, parcel::LabelStatus, staff::Role};
use reqwest::Method;
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::{
    api_orders::{Program, Said, paid_order, said},
    api_world::Caller,
    label_world::{becomes, paid, purchases},
    support::{World, operators_key},
};

/// An answer was on its way when the process died: what was done is done, and nobody knows what was said.
pub async fn forget_answers(world: &World) {
    sqlx::query("update api_request set answer = null, lease_until = created_at")
        .execute(&world.shop.pool)
        .await
        .unwrap();
}

/// More than a day goes by, and what is forgotten after a day is.
async fn a_day_passes(world: &World, swept: bool) {
    sqlx::query(
        "update api_request set created_at = created_at - interval '25 hours', lease_until = lease_until - interval '25 hours'",
    )
    .execute(&world.shop.pool)
    .await
    .unwrap();
    if swept {
        let mut conn = world.shop.pool.acquire().await.unwrap();
        api_request::sweep(&mut conn, world.shop.clock.now()).await.unwrap();
        assert_eq!(world.count("select count(*) from api_request").await, 0);
    }
}

/// The process dies after it has done what was asked, and before it has kept what it answered.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn what_a_killed_request_has_done_its_retry_finds(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let robot = Program::of(&world).await;
    let number = paid_order(&world).await;
    let twice = async |path: &str, key: &str, body: Value| -> (Said, Said) {
        let first = robot.post(&format!("/{number}/{path}"), key, body.clone()).await;
        forget_answers(&world).await;
        let second = robot.post(&format!("/{number}/{path}"), key, body).await;
        (first, second)
    };
    let (first, second) = twice("notes", "note", json!({ "text": "Once." })).await;
    assert_eq!((first.0, &first.2), (201, &second.2), "the same note");
    let (first, second) = twice("stage", "on", json!({})).await;
    assert_eq!(
        (first.0, second.0, &second.2["stage"]),
        (200, 200, &json!("in_production")),
        "one stage, not two"
    );
    assert_eq!(first.2, second.2);
    let (first, second) = twice("refunds", "back", json!({ "amount": 100, "note": "A crease." })).await;
    assert_eq!((first.0, second.0, &first.2["id"]), (201, 201, &second.2["id"]), "{} {}", first.2, second.2);
    let (_, second) =
        twice("parcels", "box", json!({ "carrier": "UPS", "trackingNumber": "1Z5R89390357567127" })).await;
    assert_eq!(second.2["parcels"].as_array().unwrap().len(), 1, "one box");
    let (first, second) = twice(
        "parcels",
        "left",
        json!({ "carrier": "Correos", "trackingNumber": "PQ12345678", "shipped": true }),
    )
    .await;
    assert_eq!(
        (&first.2["status"], &second.2["status"]),
        (&json!("shipped"), &json!("shipped")),
        "{}",
        second.2
    );
    assert_eq!(second.2["parcels"].as_array().unwrap().len(), 2);
    let (first, second) = twice("returns", "wish", json!({ "reason": "Too small." })).await;
    assert_eq!((first.0, second.0, &second.2["return"]), (200, 200, &json!("requested")));
    let (first, second) = twice("returns/decline", "no", json!({})).await;
    assert_eq!((first.0, second.0), (200, 200), "{}", second.2);
    for kind in ["note_added", "refund_requested", "parcel_added", "return_requested", "return_declined"] {
        assert_eq!(world.events(kind).await, 1, "{kind}");
    }
    assert_eq!(world.events("stage_entered").await, 2, "in production, and shipped");
    assert_eq!(world.count("select count(*) from refund").await, 1);
    assert_eq!(world.count("select reserved from payment order by reserved desc limit 1").await, 100);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn labels_are_bought_once_and_given_back_and_money_needs_a_key(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let robot = Program::of(&world).await;
    let (number, id, _) = paid(&world).await;
    let rates =
        robot.get(&format!("/{number}/rates?lengthMm=420&widthMm=100&heightMm=100&weightGrams=600")).await;
    assert!(rates["rates"].as_array().unwrap().len() > 1 && rates["shipmentId"].is_string(), "{rates}");
    assert_eq!(said(robot.ask(Method::GET, &format!("/{number}/rates?lengthMm=420"))).await.0, 400);
    for path in ["labels", "refunds", "call-off"] {
        let (status, _, problem) =
            said(robot.ask(Method::POST, &format!("/{number}/{path}")).json(&json!({}))).await;
        assert_eq!((status, &problem["type"]), (400, &json!("/problems/idempotency-key-missing")), "{path}");
    }
    let path = format!("/{number}/labels");
    let buy = async || robot.post(&path, "label", json!({ "fileType": "PDF_A6" })).await;
    let (status, _, first) = buy().await;
    assert_eq!(
        (status, &first["status"], &first["fileType"]),
        (202, &json!("intended"), &json!("PDF_A6")),
        "{first}"
    );
    forget_answers(&world).await;
    assert_eq!(buy().await.2["id"], first["id"], "the retry of a killed request finds it");
    let label = first["id"].as_str().unwrap().parse().unwrap();
    becomes(&world, label, LabelStatus::Bought).await;
    assert_eq!(purchases(&world).await.len(), 1);
    let bought = robot.get(&format!("/{number}/labels")).await["items"][0].clone();
    assert_eq!((&bought["status"], bought["cost"].is_i64()), (&json!("bought"), true), "{bought}");
    assert!(bought["fileUrl"].as_str().unwrap().starts_with("http"), "{bought}");
    // A label is given back on its own order's address only.
    let (other, _) = world.order(|_| ()).await;
    let void = |number: &OrderNumber| said(robot.ask(Method::DELETE, &format!("/{number}/labels/{label}")));
    assert_eq!(void(&other).await.0, 404);
    let (status, _, voiding) = void(&number).await;
    assert_eq!((status, &voiding["status"]), (202, &json!("voiding")));
    assert_eq!(void(&number).await.0, 202, "twice is once");
    becomes(&world, label, LabelStatus::Voided).await;

    let refund = async |key: &str, body: Value| robot.post(&format!("/{id}/refunds"), key, body).await;
    let (status, _, problem) = refund("much", json!({ "amount": 999_999 })).await;
    assert_eq!((status, &problem["type"]), (422, &json!("/problems/refused")), "{problem}");
    let (status, _, problem) = refund("none", json!({ "amount": 0 })).await;
    assert_eq!((status, &problem["errors"][0]["pointer"]), (422, &json!("#/amount")));
    let (status, _, made) = refund("all", json!({ "reason": "duplicate" })).await;
    let total = robot.get(&format!("/{number}")).await["total"].clone();
    assert_eq!((status, &made["amount"], &made["reason"]), (201, &total, &json!("duplicate")));
    world.idle().await;
    let settled = robot.get(&format!("/{number}/refunds")).await["items"][0].clone();
    assert_eq!(
        (&settled["status"], &settled["by"]),
        (&json!("succeeded"), &json!("The office's robot")),
        "{settled}"
    );
    assert_eq!(robot.get(&format!("/{number}")).await["payment"], "refunded");
}

/// An answer is kept for a day; what was paid back or bought under a key is known by it for ever.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_day_later_the_same_key_pays_back_and_buys_nothing_more(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let robot = Program::of(&world).await;
    let (number, _, _) = paid(&world).await;
    let (refunds, labels) = (format!("/{number}/refunds"), format!("/{number}/labels"));
    let crease = json!({ "amount": 100, "note": "A crease." });
    let (status, _, bought) = robot.post(&labels, "label", json!({})).await;
    assert_eq!(status, 202, "{bought}");
    let (status, _, back) = robot.post(&refunds, "back", crease.clone()).await;
    assert_eq!(status, 201, "{back}");
    for swept in [false, true] {
        a_day_passes(&world, swept).await;
        let (status, _, again) = robot.post(&labels, "label", json!({})).await;
        assert_eq!((status, &again["id"]), (202, &bought["id"]), "{again}");
        let (status, _, again) = robot.post(&refunds, "back", crease.clone()).await;
        assert_eq!((status, &again["id"]), (201, &back["id"]), "{again}");
    }
    for (path, key, other) in [
        (&refunds, "back", json!({ "amount": 101, "note": "A crease." })),
        (&refunds, "back", json!({ "amount": 100, "reason": "duplicate" })),
        (&labels, "label", json!({ "box": 2 })),
        (&labels, "label", json!({ "fileType": "PDF_A6" })),
        (
            &labels,
            "label",
            json!({ "rate": { "shipmentId": "another", "serviceToken": "one", "carrier": "ups" } }),
        ),
    ] {
        a_day_passes(&world, true).await;
        let (status, _, problem) = robot.post(path, key, other).await;
        assert_eq!(
            (status, &problem["type"]),
            (422, &json!("/problems/idempotency-key-reused")),
            "{problem}"
        );
    }
    assert_eq!(world.count("select count(*) from refund").await, 1);
    assert_eq!(world.count("select count(*) from label").await, 1);
    assert_eq!(world.count("select reserved from payment").await, 100);
    // Another program's key of that name is another key.
    let other = Program { world: &world, key: operators_key(&world.shop, "another robot").await };
    let (status, _, theirs) = other.post(&refunds, "back", crease).await;
    assert_eq!((status, theirs["id"] != back["id"]), (201, true), "{theirs}");
}

/// Without an amount all that is left is asked for: under a new key what is left now, or it is said that nothing is; under a known key only
/// where that was asked for, and it is not paid twice.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn all_that_is_left_is_neither_found_under_the_key_of_a_part_nor_paid_twice(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let robot = Program::of(&world).await;
    let path = format!("/{}/refunds", paid_order(&world).await);
    let (status, _, part) = robot.post(&path, "part", json!({ "amount": 100 })).await;
    assert_eq!(status, 201, "{part}");
    a_day_passes(&world, true).await;
    let (status, _, problem) = robot.post(&path, "part", json!({})).await;
    assert_eq!((status, &problem["type"]), (422, &json!("/problems/idempotency-key-reused")), "{problem}");
    let (status, _, rest) = robot.post(&path, "rest", json!({})).await;
    assert_eq!((status, &rest["amount"]), (201, &json!(3390)), "{rest}");
    for swept in [false, true] {
        a_day_passes(&world, swept).await;
        let (status, _, again) = robot.post(&path, "rest", json!({})).await;
        assert_eq!((status, &again["id"]), (201, &rest["id"]), "{again}");
    }
    a_day_passes(&world, true).await;
    let (status, _, problem) = robot.post(&path, "rest", json!({ "amount": 3390 })).await;
    assert_eq!((status, &problem["type"]), (422, &json!("/problems/idempotency-key-reused")), "{problem}");
    let (status, _, problem) = robot.post(&path, "more", json!({})).await;
    assert_eq!((status, &problem["type"]), (422, &json!("/problems/refused")), "{problem}");
    assert!(problem["detail"].as_str().unwrap().contains("nothing left to refund"), "{problem}");
    assert_eq!(world.count("select count(*) from refund").await, 2);
    assert_eq!(world.count("select reserved from payment").await, 3490);
}

/// The customer's rules are the customer's: the shop decides until the order has left it.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn the_shop_calls_an_order_off_once_and_pays_back_once(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let robot = Program::of(&world).await;
    let number = paid_order(&world).await;
    let (path, whole) = (format!("/{number}/call-off"), format!("/api/orders/{number}/call-off"));
    // Money goes back with it: neither who moves orders nor who pays back may do it alone.
    for scope in [Scope::CreateOrders, Scope::WriteOrders, Scope::WriteRefunds] {
        let (status, problem) = Caller::program(&world, &[scope]).await.post(&whole, &json!({})).await;
        assert_eq!(status, 403);
        let detail = problem["detail"].as_str().unwrap();
        assert!(detail.contains("orders:write and refunds:write"), "{detail}");
    }
    assert_eq!(Caller::person(&world, Role::Operator).await.post(&whole, &json!({})).await.0, 403);
    assert_eq!(robot.post("/7K3QD-2M4XP/call-off", "nobody's", json!({})).await.0, 404);
    assert_eq!(robot.post(&format!("/{number}/stage"), "on", json!({})).await.0, 200);
    let (status, _, problem) = robot.post(&format!("/{number}/cancel"), "theirs", json!({})).await;
    assert_eq!((status, &problem["type"]), (409, &json!("/problems/too-late")), "{problem}");
    let stale = robot.ask(Method::POST, &path).header("idempotency-key", "stale").header("if-match", "\"1\"");
    let (status, _, problem) = said(stale).await;
    assert_eq!((status, &problem["type"]), (412, &json!("/problems/changed")), "{problem}");
    assert_eq!(world.events("order_cancelled").await, 0);

    let (status, tag, order) = robot.post(&path, "off", json!({})).await;
    assert_eq!((status, &order["status"]), (200, &json!("cancelled")), "{order}");
    assert_eq!(tag, format!("\"{}\"", order["version"]));
    assert_eq!(robot.post(&path, "off", json!({})).await.2, order, "the answer it had");
    forget_answers(&world).await;
    for key in ["off", "another"] {
        let (status, again, _) = robot.post(&path, key, json!({})).await;
        assert_eq!((status, &again), (200, &tag), "{key}: twice is once");
    }
    world.idle().await;
    assert_eq!(robot.get(&format!("/{number}")).await["payment"], "refunded");
    assert_eq!(world.get("/_control/stripe/refunds").await.as_array().unwrap().len(), 1);
    for kind in ["order_cancelled", "refund_requested", "refund_succeeded"] {
        assert_eq!(world.events(kind).await, 1, "{kind}");
    }
    let who = "select count(*) from event where kind = 'order_cancelled' and actor = 'The office''s robot'";
    assert_eq!(world.count(who).await, 1, "under the key's name");

    // What has left the shop has left it.
    let sent = paid_order(&world).await;
    let left = json!({ "carrier": "Correos", "trackingNumber": "PQ12345678", "shipped": true });
    assert_eq!(robot.post(&format!("/{sent}/stage"), "on too", json!({})).await.0, 200);
    assert_eq!(robot.post(&format!("/{sent}/parcels"), "left", left).await.2["status"], "shipped");
    let (status, _, problem) = robot.post(&format!("/{sent}/call-off"), "late", json!({})).await;
    assert_eq!((status, &problem["type"]), (422, &json!("/problems/refused")), "{problem}");
    // A person may where they may on the order's page.
    let (unpaid, _) = world.order(|_| ()).await;
    let admin = Caller::person(&world, Role::Admin).await;
    let (status, order) = admin.post(&format!("/api/orders/{unpaid}/call-off"), &json!({})).await;
    assert_eq!((status, &order["status"]), (200, &json!("cancelled")), "{order}");
}
