//! Orders over the API: read whole or in part, changed from the version that was seen, and moved along their arrows.

use domain::{order::OrderNumber, secret::Purpose, staff::Role};
use reqwest::{Method, RequestBuilder, header::COOKIE};
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::support::{World, operators_key};

/// A program with a key that may do everything.
pub struct Program<'a> {
    pub world: &'a World,
    pub key: String,
}

/// What was answered: status, tag and body.
pub type Said = (u16, String, Value);

pub async fn said(request: RequestBuilder) -> Said {
    let answer = request.send().await.unwrap();
    let tag = answer.headers().get("etag").map(|tag| tag.to_str().unwrap().to_owned()).unwrap_or_default();
    let status = answer.status().as_u16();
    let text = answer.text().await.unwrap();
    (status, tag, serde_json::from_str(&text).unwrap_or(Value::String(text)))
}

impl<'a> Program<'a> {
    pub async fn of(world: &'a World) -> Self {
        Self { world, key: operators_key(&world.shop, "The office's robot").await }
    }

    pub fn ask(&self, method: Method, path: &str) -> RequestBuilder {
        self.world.http.request(method, format!("{}/api/orders{path}", self.world.url)).bearer_auth(&self.key)
    }

    pub async fn get(&self, path: &str) -> Value {
        let (status, _, found) = said(self.ask(Method::GET, path)).await;
        assert_eq!(status, 200, "{path}: {found}");
        found
    }

    pub async fn post(&self, path: &str, key: &str, body: Value) -> Said {
        said(self.ask(Method::POST, path).header("idempotency-key", key).json(&body)).await
    }
}

fn link(world: &World, order: domain::ids::OrderId) -> String {
    world.shop.secret.sign_order(Purpose::Link, order, world.shop.clock.now().plus(3600))
}

pub async fn paid_order(world: &World) -> OrderNumber {
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
    assert_eq!(
        robot.post(&format!("/{number}/notes"), "n", json!({ "text": "Complains often." })).await.0,
        201
    );
    assert_eq!(
        robot
            .post(&format!("/{number}/parcels"), "p", json!({ "trackingNumber": "1Z5R89390357567127" }))
            .await
            .0,
        200
    );

    let (status, tag, whole) = said(robot.ask(Method::GET, &format!("/{id}"))).await;
    assert_eq!((status, &whole["number"]), (200, &json!(number.to_string())), "an id stands for its number");
    assert_eq!(tag, format!("\"{}\"", whole["version"]));
    assert_eq!(
        (&whole["customer"]["email"], &whole["location"]),
        (&json!("ana@customer.test"), &json!("Taller Secreto"))
    );
    assert_eq!(
        (&whole["total"], &whole["captured"], &whole["currency"]),
        (&json!(3490), &json!(3490), &json!("EUR"))
    );
    assert_eq!((&whole["stage"], &whole["nextStages"]), (&json!("new"), &json!(["in_production"])));
    assert_eq!((&whole["priority"], &whole["assignee"]["name"]), (&json!("rush"), &json!("Operator")));
    assert_eq!((&whole["notes"], &whole["parcels"][0]["carrier"]), (&json!("Ring twice."), &json!("UPS")));
    let known = robot.ask(Method::GET, &format!("/{number}")).header("if-none-match", &tag);
    assert_eq!(said(known).await, (304, tag, json!("")), "what is known is not sent again");
    let staff = world.http.get(format!("{}/api/orders/{number}", world.url)).header(COOKIE, cookie);
    assert_eq!(said(staff).await.2, whole, "staff read the same");

    // Its customer reads what is theirs, and nothing of what follows anywhere.
    let inside = [
        "ana@customer.test",
        "Taller Secreto",
        &id.to_string(),
        "Complains",
        "Operator",
        "robot",
        "rush",
        "Mayor 12",
        "in_production",
    ];
    for path in [
        format!("/{number}"),
        format!("/{number}/status"),
        format!("/{number}/timeline"),
        "/track/1z5r-89390357567127".into(),
        "/user/active".into(),
    ] {
        let url = format!("{}/api/orders{path}", world.url);
        let (status, _, part) = said(world.http.get(&url).bearer_auth(link(&world, id))).await;
        assert_eq!(status, 200, "{path}: {part}");
        let text = part.to_string();
        assert!(text.contains(&number.to_string()), "{path}: {text}");
        for secret in inside {
            assert!(!text.contains(secret), "{path} tells {secret}: {text}");
        }
        // Somebody else's link opens nothing of it.
        let (status, _, foreign) =
            said(world.http.get(&url).bearer_auth(link(&world, world.id(&other).await))).await;
        assert!(
            status == 404 || (path == "/user/active" && !foreign.to_string().contains(&number.to_string())),
            "{path}: {status} {foreign}"
        );
    }
    let url = format!("{}/api/orders/{number}", world.url);
    let part = said(world.http.get(url).bearer_auth(link(&world, id))).await.2;
    assert_eq!(
        (&part["maskedAddress"], &part["mayCancel"]),
        (&json!("C••• M••• 1•••, 28••• Madrid, ES"), &json!(true))
    );
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
        page["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["number"].as_str().unwrap().to_owned())
            .collect()
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
    for wrong in [
        "?q=a%00b",
        "?status=paid",
        "?limit=0",
        "?limit=101",
        "?cursor=x",
        "?from=yesterday",
        "?stauts=pending",
    ] {
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
    // Neither is what no column holds.
    for (part, body) in [("notes", json!({ "text": "a\u{0}b" })), ("hold", json!({ "why": "a\u{0}b" }))] {
        let (status, _, problem) = said(robot.ask(Method::POST, &format!("{path}/{part}")).json(&body)).await;
        assert_eq!((status, &problem["type"]), (400, &json!("/problems/malformed")), "{part}: {problem}");
    }
    // All of it or nothing: nobody of that id works here.
    let nobody = json!({ "priority": "standard", "assignee": "01939f2e-0000-7000-8000-000000000000" });
    assert_eq!(patch(Some(&newer), nobody).await.0, 422);
    assert_eq!(said(robot.ask(Method::GET, &path)).await.1, newer);
    let (status, _, order) = patch(None, json!({ "notes": null, "priority": "hold" })).await;
    assert_eq!((status, &order["notes"], &order["priority"]), (200, &Value::Null, &json!("hold")));
    let (_, _, released) = robot.post(&format!("{path}/release"), "r", json!({})).await;
    assert_eq!(released["priority"], "rush", "as urgent as before");
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
    let stage =
        async |body: Value| said(robot.ask(Method::POST, &format!("/{number}/stage")).json(&body)).await;
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
    for body in
        [json!({ "status": "delivered" }), json!({ "status": "shipped" }), json!({ "status": "exception" })]
    {
        let (code, _, problem) = status(body).await;
        assert_eq!((code, &problem["type"]), (422, &json!("/problems/refused")), "{problem}");
    }
    let (code, _, order) = status(json!({ "status": "processing", "notes": "Begun." })).await;
    assert_eq!((code, &order["stage"]), (200, &json!("in_production")), "{order}");
    assert_eq!(robot.get(&format!("/{number}/notes")).await["items"][0]["text"], "Begun.");
    assert_eq!(stage(json!({ "back": true })).await.2["stage"], "new");
    assert_eq!(stage(json!({ "stage": "shipped" })).await.0, 422, "no arrow leads there");
    assert_eq!(stage(json!({ "message": "Too thin." })).await.0, 422, "nothing is reviewed in this workflow");
    assert_eq!(
        stage(json!({ "message": "Too thin.", "back": true })).await.2["errors"][0]["pointer"],
        "#/message"
    );
    assert_eq!(stage(json!({ "stage": "in_production" })).await.0, 200);
    let (code, _, order) =
        status(json!({ "status": "shipped", "carrier": "correos", "trackingNumber": "PQ12345678" })).await;
    assert_eq!(
        (code, &order["status"], &order["parcels"][0]["carrier"]),
        (200, &json!("shipped"), &json!("Correos"))
    );
    assert_eq!(status(json!({ "status": "shipped" })).await.0, 200, "so it is already");
    // A customer's program asks to send it back; the shop has it back.
    let url = format!("{}/api/orders/{number}/returns", world.url);
    let wish = world
        .http
        .post(&url)
        .bearer_auth(link(&world, world.id(&number).await))
        .json(&json!({ "reason": "Torn." }));
    assert_eq!(said(wish).await.0, 409, "not while it is under way");
    assert_eq!(
        robot.post(&format!("/{number}/returns"), "ask", json!({ "reason": "Torn." })).await.2["return"],
        "requested"
    );
    let (code, _, order) = robot.post(&format!("/{number}/returns/receive"), "have", json!({})).await;
    assert_eq!((code, &order["status"]), (200, &json!("returned")), "{order}");
    let entry = robot.get(&format!("/{number}/returns")).await["items"][0].clone();
    assert_eq!((&entry["status"], &entry["by"]), (&json!("received"), &json!("The office's robot")));
    let url = format!("{}/api/admin/orders/status-overview", world.url);
    let (_, _, seen) = said(world.http.get(url).bearer_auth(&robot.key)).await;
    let returned = seen["byStatus"].as_array().unwrap().iter().find(|one| one["status"] == "returned");
    assert_eq!(returned.unwrap()["count"], 1, "{seen}");
}
