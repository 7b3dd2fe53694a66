//! Orders over the API: read whole or in part, changed from the version that was seen, and nothing done twice.

use domain::{
    order::OrderNumber,
    secret::Purpose,
    staff::Role,
};
use reqwest::{Method, RequestBuilder, header::COOKIE};
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::{
    label_world::{becomes, paid, purchases},
    support::{World, operators_key},
};

/// A program with a key that may do everything.
struct Program<'a> {
    world: &'a World,
    key: String,
}

/// What was answered: status, tag and body.
type Said = (u16, String, Value);

async fn said(request: RequestBuilder) -> Said {
    let answer = request.send().await.unwrap();
    let tag = answer.headers().get("etag").map(|tag| tag.to_str().unwrap().to_owned()).unwrap_or_default();
    let status = answer.status().as_u16();
    let text = answer.text().await.unwrap();
    (status, tag, serde_json::from_str(&text).unwrap_or(Value::String(text)))
}

impl<'a> Program<'a> {
    async fn of(world: &'a World) -> Self {
        Self { world, key: operators_key(&world.shop, "The office's robot").await }
    }

    fn ask(&self, method: Method, path: &str) -> RequestBuilder {
        self.world.http.request(method, format!("{}/api/orders{path}", self.world.url)).bearer_auth(&self.key)
    }

    async fn get(&self, path: &str) -> Value {
        let (status, _, found) = said(self.ask(Method::GET, path)).await;
        assert_eq!(status, 200, "{path}: {found}");
        found
    }

    async fn post(&self, path: &str, key: &str, body: Value) -> Said {
        said(self.ask(Method::POST, path).header("idempotency-key", key).json(&body)).await
    }
}

/// An answer was on its way when the process died: what was done is done, and nobody knows what was said.
async fn forget_answers(world: &World) {
    sqlx::query("update api_request set answer = null, lease_until = created_at").execute(&world.shop.pool).await.unwrap();
}

fn link(world: &World, order: domain::ids::OrderId) -> String {
    world.shop.secret.sign_order(Purpose::Link, order, world.shop.clock.now().plus(3600))
}

async fn paid_order(world: &World) -> OrderNumber {
    let (number, page) = world.order(|body| body["notes"] = "Ring twice.".into()).await;
    world.pay(&page).await;
    world.idle_until_staged(&number).await;
    number
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn an_order_is_read_whole_by_the_shop_and_in_part_by_its_customer(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let robot = Program::of(&world).await;
    let number = paid_order(&world).await;
    let (other, _) = world.order(|_| ()).await;
    let id = world.id(&number).await;
    let (ana, cookie) = world.person(Role::Operator).await;
    let change = json!({ "assignee": ana.id, "priority": "rush" });
    assert_eq!(said(robot.ask(Method::PATCH, &format!("/{number}")).json(&change)).await.0, 200);
    assert_eq!(robot.post(&format!("/{number}/notes"), "n", json!({ "text": "Complains often." })).await.0, 201);
    assert_eq!(robot.post(&format!("/{number}/parcels"), "p", json!({ "trackingNumber": "1Z5R89390357567127" })).await.0, 200);

    let (status, tag, whole) = said(robot.ask(Method::GET, &format!("/{id}"))).await;
    assert_eq!((status, &whole["number"]), (200, &json!(number.to_string())), "an id stands for its number");
    assert_eq!(tag, format!("\"{}\"", whole["version"]));
    assert_eq!((&whole["customer"]["email"], &whole["location"]), (&json!("ana@customer.test"), &json!("Taller Secreto")));
    assert_eq!((&whole["total"], &whole["captured"], &whole["currency"]), (&json!(3490), &json!(3490), &json!("EUR")));
    assert_eq!((&whole["stage"], &whole["nextStages"]), (&json!("new"), &json!(["in_production"])));
    assert_eq!((&whole["priority"], &whole["assignee"]["name"]), (&json!("rush"), &json!("Operator")));
    assert_eq!((&whole["notes"], &whole["parcels"][0]["carrier"]), (&json!("Ring twice."), &json!("UPS")));
    let known = robot.ask(Method::GET, &format!("/{number}")).header("if-none-match", &tag);
    assert_eq!(said(known).await, (304, tag, json!("")), "what is known is not sent again");
    let staff = world.http.get(format!("{}/api/orders/{number}", world.url)).header(COOKIE, cookie);
    assert_eq!(said(staff).await.2, whole, "staff read the same");

    // Its customer reads what is theirs, and nothing of what follows anywhere.
    let inside = ["ana@customer.test", "Taller Secreto", &id.to_string(), "Complains", "Operator", "robot", "rush", "Mayor 12", "in_production"];
    for path in [format!("/{number}"), format!("/{number}/status"), format!("/{number}/timeline"), "/track/1z5r-89390357567127".into(), "/user/active".into()] {
        let url = format!("{}/api/orders{path}", world.url);
        let (status, _, part) = said(world.http.get(&url).bearer_auth(link(&world, id))).await;
        assert_eq!(status, 200, "{path}: {part}");
        let text = part.to_string();
        assert!(text.contains(&number.to_string()), "{path}: {text}");
        for secret in inside {
            assert!(!text.contains(secret), "{path} tells {secret}: {text}");
        }
        // Somebody else's link opens nothing of it.
        let (status, _, foreign) = said(world.http.get(&url).bearer_auth(link(&world, world.id(&other).await))).await;
        assert!(status == 404 || (path == "/user/active" && !foreign.to_string().contains(&number.to_string())), "{path}: {status} {foreign}");
    }
    let url = format!("{}/api/orders/{number}", world.url);
    let part = said(world.http.get(url).bearer_auth(link(&world, id))).await.2;
    assert_eq!((&part["maskedAddress"], &part["mayCancel"]), (&json!("C••• M••• 1•••, 28••• Madrid, ES"), &json!(true)));
    assert_eq!(part["parcels"][0]["trackingNumber"], "1Z5R89390357567127");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn the_list_is_the_staffs_list_page_by_page(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let robot = Program::of(&world).await;
    let mut placed = Vec::new();
    for number in 0..5 {
        let email = format!("{number}@customer.test");
        placed.push(world.order(|body| body["customer"]["email"] = email.into()).await.0.to_string());
    }
    placed.reverse();
    let numbers = |page: &Value| -> Vec<String> {
        page["items"].as_array().unwrap().iter().map(|one| one["number"].as_str().unwrap().to_owned()).collect()
    };
    let first = robot.get("?limit=2").await;
    assert_eq!(numbers(&first), placed[..2]);
    // What is placed in between moves no page.
    world.order(|_| ()).await;
    let second = robot.get(&format!("?limit=2&cursor={}", first["nextCursor"].as_str().unwrap())).await;
    assert_eq!(numbers(&second), placed[2..4]);
    let last = robot.get(&format!("?limit=2&cursor={}", second["nextCursor"].as_str().unwrap())).await;
    assert_eq!((numbers(&last), &last["nextCursor"]), (placed[4..].to_vec(), &Value::Null));
    assert_eq!(numbers(&robot.get("?q=3@customer.test").await), [placed[1].clone()]);
    assert_eq!(numbers(&robot.get("?status=confirmed").await), Vec::<String>::new());
    for wrong in ["?status=paid", "?limit=0", "?limit=101", "?cursor=x", "?from=yesterday", "?stauts=pending"] {
        let (status, _, problem) = said(robot.ask(Method::GET, wrong)).await;
        assert_eq!((status, &problem["type"]), (400, &json!("/problems/malformed")), "{wrong}");
    }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn what_has_changed_since_it_was_seen_is_not_changed(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let robot = Program::of(&world).await;
    let number = paid_order(&world).await;
    let path = format!("/{number}");
    let patch = async |tag: Option<&str>, body: Value| {
        let request = robot.ask(Method::PATCH, &path).json(&body);
        said(match tag {
            Some(tag) => request.header("if-match", tag),
            None => request,
        })
        .await
    };
    let (_, seen, _) = said(robot.ask(Method::GET, &path)).await;
    let (status, newer, order) = patch(Some(&seen), json!({ "priority": "rush" })).await;
    assert_eq!((status, &order["priority"]), (200, &json!("rush")));
    assert_ne!(newer, seen);
    for (request, what) in [
        (robot.ask(Method::PATCH, &path).json(&json!({ "priority": "hold" })), "patch"),
        (robot.ask(Method::POST, &format!("{path}/stage")).json(&json!({})), "stage"),
        (robot.ask(Method::POST, &format!("{path}/hold")).json(&json!({ "why": "ink" })), "hold"),
        (robot.ask(Method::POST, &format!("{path}/parcels")).json(&json!({ "carrier": "UPS" })), "parcels"),
    ] {
        let (status, _, problem) = said(request.header("if-match", &seen)).await;
        assert_eq!((status, &problem["type"]), (412, &json!("/problems/changed")), "{what}: {problem}");
    }
    assert_eq!(said(robot.ask(Method::GET, &path)).await.1, newer, "nothing was done");
    // All of it or nothing: nobody of that id works here.
    let nobody = json!({ "priority": "standard", "assignee": "01939f2e-0000-7000-8000-000000000000" });
    assert_eq!(patch(Some(&newer), nobody).await.0, 422);
    assert_eq!(said(robot.ask(Method::GET, &path)).await.1, newer);
    let (status, _, order) = patch(None, json!({ "notes": null, "priority": "hold" })).await;
    assert_eq!((status, &order["notes"], &order["priority"]), (200, &Value::Null, &json!("hold")));
    let (_, _, released) = robot.post(&format!("{path}/release"), "r", json!({})).await;
    assert_eq!(released["priority"], "rush", "as urgent as before");
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
    assert_eq!((first.0, second.0, &second.2["stage"]), (200, 200, &json!("in_production")), "one stage, not two");
    assert_eq!(first.2, second.2);
    let (first, second) = twice("refunds", "back", json!({ "amount": 100, "note": "A crease." })).await;
    assert_eq!((first.0, second.0, &first.2["id"]), (201, 201, &second.2["id"]), "{} {}", first.2, second.2);
    let (_, second) = twice("parcels", "box", json!({ "carrier": "UPS", "trackingNumber": "1Z5R89390357567127" })).await;
    assert_eq!(second.2["parcels"].as_array().unwrap().len(), 1, "one box");
    let (first, second) = twice("parcels", "left", json!({ "carrier": "Correos", "trackingNumber": "PQ12345678", "shipped": true })).await;
    assert_eq!((&first.2["status"], &second.2["status"]), (&json!("shipped"), &json!("shipped")), "{}", second.2);
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
    let rates = robot.get(&format!("/{number}/rates?lengthMm=420&widthMm=100&heightMm=100&weightGrams=600")).await;
    assert!(rates["rates"].as_array().unwrap().len() > 1 && rates["shipmentId"].is_string(), "{rates}");
    assert_eq!(said(robot.ask(Method::GET, &format!("/{number}/rates?lengthMm=420"))).await.0, 400);
    for path in ["labels", "refunds"] {
        let (status, _, problem) = said(robot.ask(Method::POST, &format!("/{number}/{path}")).json(&json!({}))).await;
        assert_eq!((status, &problem["type"]), (400, &json!("/problems/idempotency-key-missing")), "{path}");
    }
    let buy = || robot.post(&format!("/{number}/labels"), "label", json!({ "fileType": "PDF_A6" }));
    let (status, _, first) = buy().await;
    assert_eq!((status, &first["status"], &first["fileType"]), (202, &json!("intended"), &json!("PDF_A6")), "{first}");
    forget_answers(&world).await;
    assert_eq!(buy().await.2["id"], first["id"], "the retry of a killed request finds it");
    let label = first["id"].as_str().unwrap().parse().unwrap();
    becomes(&world, label, domain::parcel::LabelStatus::Bought).await;
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
    becomes(&world, label, domain::parcel::LabelStatus::Voided).await;

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
    assert_eq!((&settled["status"], &settled["by"]), (&json!("succeeded"), &json!("The office's robot")), "{settled}");
    assert_eq!(robot.get(&format!("/{number}")).await["payment"], "refunded");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_program_moves_an_order_along_its_arrows_and_takes_it_back(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let robot = Program::of(&world).await;
    let number = paid_order(&world).await;
    let status = async |body: Value| {
        let url = format!("{}/api/admin/orders/{number}/status", world.url);
        said(world.http.post(url).bearer_auth(&robot.key).json(&body)).await
    };
    let stage = async |body: Value| said(robot.ask(Method::POST, &format!("/{number}/stage")).json(&body)).await;
    for (body, pointer) in [
        (json!({ "status": "cancelled" }), "#/status"),
        (json!({ "status": "returned" }), "#/status"),
        (json!({ "status": "processing", "trackingNumber": "1Z5R89390357567127" }), "#/trackingNumber"),
        (json!({ "status": "shipped", "trackingUrl": "javascript:alert(1)" }), "#/trackingUrl"),
    ] {
        let (code, _, problem) = status(body).await;
        assert_eq!((code, &problem["errors"][0]["pointer"]), (422, &json!(pointer)), "{problem}");
    }
    // No status is set by force: only an arrow leads there.
    for body in [json!({ "status": "delivered" }), json!({ "status": "shipped" }), json!({ "status": "exception" })] {
        let (code, _, problem) = status(body).await;
        assert_eq!((code, &problem["type"]), (422, &json!("/problems/refused")), "{problem}");
    }
    let (code, _, order) = status(json!({ "status": "processing", "notes": "Begun." })).await;
    assert_eq!((code, &order["stage"]), (200, &json!("in_production")), "{order}");
    assert_eq!(robot.get(&format!("/{number}/notes")).await["items"][0]["text"], "Begun.");
    assert_eq!(stage(json!({ "back": true })).await.2["stage"], "new");
    assert_eq!(stage(json!({ "stage": "shipped" })).await.0, 422, "no arrow leads there");
    assert_eq!(stage(json!({ "message": "Too thin." })).await.0, 422, "nothing is reviewed in this workflow");
    assert_eq!(stage(json!({ "message": "Too thin.", "back": true })).await.2["errors"][0]["pointer"], "#/message");
    assert_eq!(stage(json!({ "stage": "in_production" })).await.0, 200);
    let (code, _, order) = status(json!({ "status": "shipped", "carrier": "correos", "trackingNumber": "PQ12345678" })).await;
    assert_eq!((code, &order["status"], &order["parcels"][0]["carrier"]), (200, &json!("shipped"), &json!("Correos")));
    assert_eq!(status(json!({ "status": "shipped" })).await.0, 200, "so it is already");
    // A customer's program asks to send it back; the shop has it back.
    let url = format!("{}/api/orders/{number}/returns", world.url);
    let wish = world.http.post(&url).bearer_auth(link(&world, world.id(&number).await)).json(&json!({ "reason": "Torn." }));
    assert_eq!(said(wish).await.0, 409, "not while it is under way");
    assert_eq!(robot.post(&format!("/{number}/returns"), "ask", json!({ "reason": "Torn." })).await.2["return"], "requested");
    let (code, _, order) = robot.post(&format!("/{number}/returns/receive"), "have", json!({})).await;
    assert_eq!((code, &order["status"]), (200, &json!("returned")), "{order}");
    let entry = robot.get(&format!("/{number}/returns")).await["items"][0].clone();
    assert_eq!((&entry["status"], &entry["by"]), (&json!("received"), &json!("The office's robot")));
    let url = format!("{}/api/admin/orders/status-overview", world.url);
    let (_, _, seen) = said(world.http.get(url).bearer_auth(&robot.key)).await;
    let returned = seen["byStatus"].as_array().unwrap().iter().find(|one| one["status"] == "returned");
    assert_eq!(returned.unwrap()["count"], 1, "{seen}");
}
