//! Messages over the API, as the seed names its endpoints: every one of them answers, and writing to many does what the bulk page does, once.

use domain::{queue, staff::Role};
use reqwest::{
    Method, RequestBuilder,
    header::{COOKIE, ORIGIN},
};
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::{
    bulk_world::{everything, look, stand, ten_minutes_pass, to},
    notice_by_hand::silence,
    support::{API_KEY, World, operators_key},
};

const SEND: &str = "/api/admin/notifications/bulk-send";
const TEMPLATES: &str = "/api/admin/notifications/templates";

/// `seeds/order-status-updates.txt`, "API Endpoints", in its own words.
const SEED: &str = "
- `GET /api/notifications/preferences` - Get user notification preferences
- `PUT /api/notifications/preferences` - Update notification preferences
- `POST /api/notifications/verify-phone` - Verify phone number for SMS
- `GET /api/notifications/history` - Get notification history
- `POST /api/notifications/test` - Send test notification
- `GET /api/admin/notifications/templates` - List notification templates
- `POST /api/admin/notifications/templates` - Create notification template
- `PUT /api/admin/notifications/templates/:id` - Update template
- `GET /api/admin/notifications/analytics` - Get notification analytics
- `POST /api/admin/notifications/bulk-send` - Send bulk notifications
";

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn every_notification_endpoint_of_the_seed_answers_and_asks_who_it_is(pool: PgPool) {
    let world = World::without_worker(pool).await;
    for line in SEED.trim().lines() {
        let (method, path) = line.split('`').nth(1).unwrap().split_once(' ').unwrap();
        let url = format!("{}{}", world.url, path.replace(":id", "shipped.email.es"));
        let ask = world.http.request(method.parse().unwrap(), url);
        let answer = ask.try_clone().unwrap().send().await.unwrap();
        assert_eq!(answer.status(), 401, "{line}");
        assert_eq!(answer.headers()["content-type"], "application/problem+json", "{line}");
        if path.starts_with("/api/admin/") {
            assert_eq!(
                ask.bearer_auth(API_KEY).send().await.unwrap().status(),
                403,
                "a storefront's key: {line}"
            );
        }
    }
}

/// A program with an operator's key.
struct Program<'a> {
    world: &'a World,
    key: String,
}

impl<'a> Program<'a> {
    async fn of(world: &'a World) -> Self {
        Self { world, key: operators_key(&world.shop, "The office's robot").await }
    }

    fn ask(&self, method: Method, path: &str) -> RequestBuilder {
        self.world.http.request(method, format!("{}{path}", self.world.url)).bearer_auth(&self.key)
    }

    async fn send(&self, key: &str, body: &Value) -> (u16, Value) {
        answer(self.ask(Method::POST, SEND).header("idempotency-key", key).json(body)).await
    }
}

async fn answer(request: RequestBuilder) -> (u16, Value) {
    let answer = request.send().await.unwrap();
    (answer.status().as_u16(), answer.json().await.unwrap())
}

fn body(filter: Value) -> Value {
    json!({ "filter": filter, "subject": "Closed on Friday", "message": "Orders leave on Monday." })
}

const SENT: &str = "select count(*) from notice where kind = 'message' and state = 'sent'";

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_program_writes_to_a_filtered_list_once_and_reads_how_far_it_is(pool: PgPool) {
    let world = World::without_worker(pool).await;
    stand(&world, 3, "in_production").await;
    stand(&world, 2, "new").await;
    let robot = Program::of(&world).await;
    let processing = body(json!({ "status": "processing" }));
    let mut dry = processing.clone();
    dry["dryRun"] = true.into();
    let (status, looked) = answer(robot.ask(Method::POST, SEND).json(&dry)).await;
    assert_eq!(
        (status, &looked["state"], &looked["predicted"]["changed"]),
        (200, &json!("preview"), &json!(3))
    );
    assert_eq!(world.count("select count(*) from notice where kind = 'message'").await, 0, "it only looked");

    let asks = futures::future::join_all((0..6).map(|_| robot.send("friday", &processing))).await;
    // Who asks while it is being done is told so; whoever gets an answer gets the one there is.
    let (begun, busy): (Vec<_>, Vec<_>) = asks.iter().partition(|(status, _)| *status == 202);
    assert!(!begun.is_empty() && begun.iter().all(|one| *one == begun[0]), "{asks:?}");
    assert!(busy.iter().all(|(status, _)| *status == 409), "{asks:?}");
    queue::drain(&world.shop).await.unwrap();
    assert_eq!(world.count("select count(*) from bulk where state <> 'preview'").await, 1);
    let here = format!("{SEND}/{}", begun[0].1["id"].as_str().unwrap());
    let (_, waits) = answer(robot.ask(Method::GET, &here)).await;
    assert_eq!((&waits["state"], &waits["messages"]), (&json!("done"), &json!({ "pending": 3 })));
    ten_minutes_pass(&world).await;
    let (_, over) = answer(robot.ask(Method::GET, &here)).await;
    assert_eq!((&over["messages"], &over["undoUntil"]), (&json!({ "sent": 3 }), &Value::Null));
    assert_eq!(world.mail("ana1@customer.test", 1).await[0]["subject"], "Closed on Friday");
    // The history says whose doing it was.
    let by = "select count(*) from event where kind = 'message_sent' and actor = 'The office''s robot'";
    assert_eq!(world.count(by).await, 3);
    // Asked once more it has the answer it had, and another body under the same key is refused.
    assert_eq!(&robot.send("friday", &processing).await, begun[0]);
    let (status, said) = robot.send("friday", &body(json!({}))).await;
    assert_eq!((status, &said["type"]), (422, &json!("/problems/idempotency-key-reused")));
    queue::drain(&world.shop).await.unwrap();
    assert_eq!(world.count(SENT).await, 3);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn what_a_program_sent_is_taken_back_before_its_hour(pool: PgPool) {
    let world = World::without_worker(pool).await;
    stand(&world, 2, "new").await;
    silence(&world, "ana2@customer.test").await;
    let deaf = "update orders set email_hash = (select address_hash from suppression) where email = 'ana2@customer.test'";
    sqlx::query(deaf).execute(&world.shop.pool).await.unwrap();
    let robot = Program::of(&world).await;
    let mut later = json!({ "orders": ["00000-00001", "00000-00002"], "message": "Back soon." });
    later["scheduledAt"] = world.shop.clock.now().plus(3 * 24 * 3600).rfc3339().into();
    let (status, begun) = robot.send("later", &later).await;
    assert_eq!((status, &begun["scheduledAt"], &begun["total"]), (202, &later["scheduledAt"], &json!(2)));
    assert_eq!(begun["undoUntil"], later["scheduledAt"]);
    assert_eq!(begun["refusals"], json!([]), "nothing is decided yet");
    queue::drain(&world.shop).await.unwrap();
    let here = format!("{SEND}/{}", begun["id"].as_str().unwrap());
    let (_, waits) = answer(robot.ask(Method::GET, &here)).await;
    assert_eq!(
        (&waits["messages"], &waits["refusals"][0]["orders"]),
        (&json!({ "deferred": 1 }), &json!(["00000-00002"]))
    );
    for _ in 0..2 {
        assert_eq!(answer(robot.ask(Method::DELETE, &here)).await.0, 202);
    }
    queue::drain(&world.shop).await.unwrap();
    let (_, gone) = answer(robot.ask(Method::GET, &here)).await;
    assert_eq!((&gone["state"], &gone["messages"]), (&json!("undone"), &json!({ "withdrawn": 1 })));
    assert_eq!(world.count(SENT).await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn what_cannot_be_read_writes_to_nobody(pool: PgPool) {
    let world = World::without_worker(pool).await;
    stand(&world, 2, "new").await;
    let robot = Program::of(&world).await;
    let with = |name: &str, value: Value| {
        let mut all = body(json!({}));
        all[name] = value;
        all
    };
    for (sent, pointer) in [
        (body(json!({ "stauts": "new" })), "#/filter/stauts"),
        (body(json!({ "status": "shiped" })), "#/filter/status"),
        (body(json!({ "from": "2027-13-01" })), "#/filter/from"),
        (body(json!({ "after": "x" })), "#/filter/after"),
        (body(json!({ "status": "delivered" })), "#"),
        (with("orders", json!(["00000-00001"])), "#"),
        (with("message", json!(" ")), "#/message"),
        (with("scheduledAt", json!("2020-01-01T00:00:00Z")), "#/scheduledAt"),
        (json!({ "message": "x" }), "#"),
        (json!({ "message": "x", "orders": ["00000-00001", "no number at all"] }), "#/orders/1"),
    ] {
        let (status, said) = robot.send("x", &sent).await;
        assert_eq!((status, &said["errors"][0]["pointer"]), (422, &json!(pointer)), "{sent}: {said}");
    }
    assert_eq!(robot.send("x", &json!({ "text": "x" })).await.0, 400);
    let (status, said) = answer(robot.ask(Method::POST, SEND).json(&body(json!({})))).await;
    assert_eq!((status, &said["type"]), (400, &json!("/problems/idempotency-key-missing")));
    assert_eq!(world.count("select count(*) from bulk").await, 0);
    // A change of another kind is none of these.
    let (ana, _) = world.person(Role::Operator).await;
    let moved = look(&world, &ana, &everything(), &to("shipped")).await;
    let other = format!("{SEND}/{moved}");
    assert_eq!(answer(robot.ask(Method::GET, &other)).await.0, 404);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_browser_that_has_signed_in_does_the_same_and_other_sites_do_not(pool: PgPool) {
    let world = World::without_worker(pool).await;
    stand(&world, 1, "new").await;
    let (_, operator) = world.person(Role::Operator).await;
    let (_, viewer) = world.person(Role::Viewer).await;
    let ask = async |cookie: &str, origin: &str| {
        let request = world.http.post(format!("{}{SEND}", world.url)).header("idempotency-key", "one");
        answer(request.header(COOKIE, cookie).header(ORIGIN, origin).json(&body(json!({})))).await.0
    };
    assert_eq!(ask(&operator, "https://evil.example").await, 403);
    assert_eq!(ask(&viewer, &world.url).await, 403);
    assert_eq!(world.count("select count(*) from bulk").await, 0);
    assert_eq!((ask(&operator, &world.url).await, ask(&operator, &world.url).await), (202, 202));
    // Another's key of the same name is another's.
    assert_eq!(Program::of(&world).await.send("one", &body(json!({}))).await.0, 202);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn templates_are_read_by_programs_and_written_by_administrators_alone(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let robot = Program::of(&world).await;
    let (_, list) = answer(robot.ask(Method::GET, TEMPLATES)).await;
    let lines = list["templates"].as_array().unwrap();
    assert_eq!(lines.len(), domain::notice::NoticeKind::ALL.len() * 3 * 4);
    assert!(lines.contains(
        &json!({ "id": "shipped.email.es", "type": "shipped", "channel": "email", "language": "es",
        "state": "built_in", "version": 0 })
    ));
    let new = json!({ "type": "shipped", "channel": "email", "language": "es", "subject": "En camino",
        "content": "Pedido {{ number }}: {{ link }}" });
    assert_eq!(answer(robot.ask(Method::POST, TEMPLATES).json(&new)).await.0, 403);
    let (_, admin) = world.person(Role::Admin).await;
    let write = async |method: Method, path: &str, body: &Value| {
        let request = world.http.request(method, format!("{}{path}", world.url));
        answer(request.header(COOKIE, &admin).header(ORIGIN, &world.url).json(body)).await
    };
    let mut hostile = new.clone();
    hostile["content"] = "{{ number.__class__ }}".into();
    let (status, said) = write(Method::POST, TEMPLATES, &hostile).await;
    assert_eq!((status, &said["errors"][0]["pointer"]), (422, &json!("#/content")), "{said}");
    let (status, made) = write(Method::POST, TEMPLATES, &new).await;
    assert_eq!((status, &made["version"], &made["own"]), (201, &json!(1), &json!(true)), "{made}");
    let here = format!("{TEMPLATES}/shipped.email.es");
    let change = json!({ "subject": "Ya va", "content": new["content"], "version": 1 });
    assert_eq!(write(Method::PUT, &here, &change).await.1["version"], 2);
    let mut other = change.clone();
    other["subject"] = "Otra cosa".into();
    assert_eq!(
        write(Method::PUT, &here, &other).await.0,
        409,
        "written from a version that is not the newest"
    );
    let (_, read) = answer(robot.ask(Method::GET, &here)).await;
    assert_eq!((&read["subject"], &read["version"]), (&json!("Ya va"), &json!(2)));
    assert!(read["variables"].as_array().unwrap().contains(&json!("number")), "{read}");
    assert_eq!(answer(robot.ask(Method::GET, &format!("{TEMPLATES}/shipped.fax.es"))).await.0, 404);
}
