//! How a parcel is to be handed over: said on the customer's page or by a program, read wherever the address stands.

use domain::{
    Language,
    clock::At,
    handover::{self, DeliveryWish, Way},
    order::{self, By, OrderNumber, Status, record::Recorded},
    secret::{Purpose, token, token_hash},
    staff::Role,
};
use futures::future::join_all;
use reqwest::{Method, RequestBuilder, header};
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::{
    my_world::{Browser, leads_to},
    support::{API_KEY, World, operators_key},
};

/// A browser that has looked the order up.
pub async fn looking<'a>(world: &'a World, number: &OrderNumber) -> Browser<'a> {
    let browser = Browser::new(world);
    let name = number.to_string();
    let found = browser.click("/track", &[("number", &name), ("email", "ana@customer.test")]).await;
    assert_eq!(leads_to(&found), format!("/o/{name}"));
    browser
}

/// A box on its way, with what is believed of it since then.
pub async fn add_box(world: &World, number: &OrderNumber, position: i16, tracking: &str, at: At) {
    let sql = "insert into parcel (id, order_id, position, carrier, tracking_number, created_at, tracking, tracking_at)
               values ($1, $2, $3, 'Correos', 'PQ' || $1::text, now(), $4::tracking_status, $5)";
    let order = world.id(number).await;
    let query =
        sqlx::query(sql).bind(uuid::Uuid::now_v7()).bind(order.0).bind(position).bind(tracking).bind(at);
    query.execute(&world.shop.pool).await.unwrap();
}

pub async fn read(browser: &Browser<'_>, path: &str) -> String {
    browser.read(path).await.replace("<!>", "")
}

fn api(world: &World, method: Method, number: &OrderNumber) -> RequestBuilder {
    world.http.request(method, format!("{}/api/orders/{number}/delivery-preferences", world.url))
}

async fn answer(request: RequestBuilder) -> (u16, Value) {
    let answer = request.send().await.unwrap();
    (answer.status().as_u16(), answer.json().await.unwrap())
}

fn neighbour(note: &str) -> DeliveryWish {
    DeliveryWish { way: Way::Neighbour, note: note.into(), instructions: String::new() }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_customer_says_it_without_script_and_it_stands_by_the_address(pool: PgPool) {
    let world = World::start(pool).await;
    let number = world.paid_order(|_| ()).await;
    let (page, form) = (format!("/o/{number}"), format!("/o/{number}/delivery"));
    let ana = looking(&world, &number).await;
    assert!(read(&ana, &page).await.contains(&format!("href=\"{form}\"")));
    let asks = read(&ana, &form).await;
    assert!(asks.contains("If nobody opens the door") && !asks.contains("<script"), "{asks}");
    assert_eq!(asks.matches("type=\"radio\"").count(), 4);
    let wish = [
        ("way", "neighbour"),
        ("note", " López <b>2º B</b> "),
        ("instructions", "Ring twice.\r\nThe dog is kind."),
    ];
    for _ in 0..2 {
        let kept = ana.click(&form, &wish).await;
        assert_eq!((kept.status().as_u16(), leads_to(&kept)), (303, format!("{page}#handover")));
    }
    assert_eq!(world.events("delivery_wished").await, 1, "the same again is so already");
    let html = read(&ana, &page).await;
    assert!(html.contains("Leave it with a neighbour: <bdi>López &lt;b&gt;2º B&lt;/b&gt;</bdi>"), "{html}");
    assert!(html.contains("Ring twice.\nThe dog is kind.</p>"), "{html}");
    let history = html.split("class=\"history\"").nth(1).unwrap().split("</section>").next().unwrap();
    assert!(!history.contains("preference") && !history.contains("López"), "{history}");
    // The form shows what is kept.
    let asks = read(&ana, &form).await;
    assert!(asks.contains("value=\"neighbour\" checked"), "{asks}");
    assert!(
        asks.contains("value=\"López &lt;b&gt;2º B&lt;/b&gt;\"")
            && asks.contains("The dog is kind.</textarea>")
    );

    let (person, cookie) = world.person(Role::Operator).await;
    let seen = order::page(&world.shop, &number, Language::En).await.unwrap();
    assert_eq!((seen.wish.way, &*seen.wish.note), (Way::Neighbour, "López <b>2º B</b>"));
    assert_eq!(seen.events[0].detail.as_deref(), Some("Leave it with a neighbour"));
    assert!(!seen.events[0].public);
    let admin = format!("{}/admin/orders/{number}", world.url);
    let admin =
        world.http.get(admin).header(header::COOKIE, &cookie).send().await.unwrap().text().await.unwrap();
    assert!(admin.contains("López &lt;b&gt;2º B&lt;/b&gt;"), "{admin}");
    let print = format!("{}/admin/print?order={number}&what=slip,ticket", world.url);
    let papers =
        world.http.get(print).header(header::COOKIE, cookie).send().await.unwrap().text().await.unwrap();
    assert_eq!(papers.matches("<bdi>López &lt;b&gt;2º B&lt;/b&gt;</bdi>").count(), 2, "{papers}");
    assert_eq!(papers.matches("<bdi>The dog is kind.</bdi>").count(), 2);
    // Words about neighbours stand where they can be changed, and nowhere else.
    let kept = "select count(*) from (select payload::text from event union all select payload::text from job
                    union all select payload::text from alert) as t(kept) where kept like '%López%' or kept like '%dog%'";
    assert_eq!(world.count(kept).await, 0);
    // It contradicts nobody who saw the order before.
    let before = world.load(&number).await.version - 1;
    let to = order::Move::On("in_production".into());
    order::advance(&world.shop, &person, world.id(&number).await, to, before).await.unwrap();
    let none = ana.click(&form, &[("way", "none"), ("note", "López"), ("instructions", "")]).await;
    assert_eq!(none.status(), 303);
    assert!(!read(&ana, &page).await.contains("López"));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn all_that_is_wrong_with_a_wish_is_said_at_once(pool: PgPool) {
    let world = World::start(pool).await;
    let number = world.paid_order(|_| ()).await;
    let ana = looking(&world, &number).await;
    let form = format!("/o/{number}/delivery");
    let long = "x".repeat(301);
    let refused = ana.click(&form, &[("way", "safe_place"), ("note", "  "), ("instructions", &long)]).await;
    assert_eq!(refused.status(), 422);
    let html = refused.text().await.unwrap().replace("<!>", "");
    for part in [
        "role=\"alert\"",
        "href=\"#note\"",
        "href=\"#instructions\"",
        "aria-describedby=\"note-flaw note-hint\"",
        "value=\"safe_place\" checked",
        &long,
    ] {
        assert!(html.contains(part), "{part}: {html}");
    }
    for (body, pointers) in [
        (json!({ "preference": "roof", "note": "a\u{0}b" }), vec!["#/preference", "#/note"]),
        (json!({ "preference": "safe_place" }), vec!["#/note"]),
        (json!({ "preference": "in_person", "note": "the shed" }), vec!["#/note"]),
        (
            json!({ "preference": "neighbour", "note": "x".repeat(121), "instructions": "\u{202e}x" }),
            vec!["#/note", "#/instructions"],
        ),
    ] {
        let (status, problem) =
            answer(api(&world, Method::POST, &number).bearer_auth(API_KEY).json(&body)).await;
        let named: Vec<_> =
            problem["errors"].as_array().unwrap().iter().map(|error| error["pointer"].clone()).collect();
        assert_eq!((status, named), (422, pointers.into_iter().map(Value::from).collect()), "{body}");
    }
    for body in [json!({ "way": "none" }), json!({ "preference": "none", "door": 1 }), json!([])] {
        let (status, _) = answer(api(&world, Method::POST, &number).bearer_auth(API_KEY).json(&body)).await;
        assert_eq!(status, 400, "{body}");
    }
    assert_eq!(
        (world.events("delivery_wished").await, world.count("select count(*) from delivery_wish").await),
        (0, 0)
    );
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn it_is_taken_until_the_driver_has_it_then_the_reader_hears_whom_to_ask(pool: PgPool) {
    let world = World::start(pool).await;
    let mut sentences = std::collections::BTreeSet::new();
    for language in Language::ALL {
        let tag = language.tag();
        let number = world.paid_order(|body| body["language"] = tag.into()).await;
        let ana = looking(&world, &number).await;
        let form = format!("/o/{number}/delivery");
        let now = world.shop.clock.now();
        add_box(&world, &number, 1, "transit", now).await;
        let shed = json!({ "preference": "safe_place", "note": "shed", "instructions": "" });
        let send = |body: &Value| api(&world, Method::POST, &number).bearer_auth(API_KEY).json(body);
        let (status, said) = answer(send(&shed)).await;
        assert_eq!((status, &said["changeable"]), (200, &json!(true)));
        add_box(&world, &number, 2, "out_for_delivery", now).await;
        // The same again is so already, however late.
        let (status, said) = answer(send(&shed)).await;
        assert_eq!((status, &said["changeable"], &said["note"]), (200, &json!(false), &json!("shed")));
        let refused = send(&json!({ "preference": "none" })).send().await.unwrap();
        assert_eq!(
            (refused.status().as_u16(), refused.headers()["content-language"].to_str().unwrap()),
            (409, tag)
        );
        let problem: Value = refused.json().await.unwrap();
        assert_eq!(
            (&problem["type"], &problem["contact"]),
            (&json!("/problems/too-late"), &json!("help@shop.test"))
        );
        let detail = problem["detail"].as_str().unwrap();
        assert!(detail.contains("help@shop.test"), "{detail}");
        sentences.insert(detail.to_owned());
        // On the page, in the reader's language.
        assert_eq!(ana.open(&format!("{form}?lang={tag}")).await.status(), 303);
        let asked = ana.open(&form).await;
        let clicked = ana.click(&form, &[("way", "in_person")]).await;
        for refused in [asked, clicked] {
            assert_eq!(refused.status(), 409);
            let html = refused.text().await.unwrap().replace("<!>", "");
            let (before, _) = detail.split_once("help@shop.test").unwrap();
            assert!(html.contains(before) && html.contains("href=\"mailto:help@shop.test\""), "{html}");
        }
        let html = read(&ana, &format!("/o/{number}")).await;
        assert!(html.contains("shed</bdi>") && !html.contains(&form), "{html}");
    }
    assert_eq!(sentences.len(), 4);
    assert_eq!(world.events("delivery_wished").await, 4);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn ten_wishes_at_once_are_one(pool: PgPool) {
    let world = World::start(pool).await;
    let number = world.paid_order(|_| ()).await;
    let id = world.id(&number).await;
    let wish = neighbour("López");
    let all = join_all((0..10).map(|_| handover::choose(&world.shop, &By::Customer, id, &wish))).await;
    let moved = all.into_iter().map(Result::unwrap).filter(|answer| *answer != Recorded::Already);
    assert_eq!((moved.count(), world.events("delivery_wished").await), (1, 1));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn everybody_who_speaks_for_an_order_may_say_it_and_nobody_else(pool: PgPool) {
    let world = World::start(pool).await;
    let number = world.paid_order(|_| ()).await;
    let other = world.paid_order(|body| body["customer"]["email"] = "bob@customer.test".into()).await;
    let wish = |note: &str| json!({ "preference": "neighbour", "note": note });
    let post = |number: &OrderNumber, note: &str| api(&world, Method::POST, number).json(&wish(note));
    // A storefront, and an operator's program under its name.
    let (status, said) = answer(post(&number, "from the shop's site").bearer_auth(API_KEY)).await;
    assert_eq!((status, &said["preference"]), (200, &json!("neighbour")));
    assert!(said["updatedAt"].is_string() && said.get("instructions").is_none(), "{said}");
    let robot = operators_key(&world.shop, "The office's robot").await;
    assert_eq!(answer(post(&number, "by the robot").bearer_auth(robot)).await.0, 200);
    // The customer, by the link of one order.
    let expires = world.shop.clock.now().plus(3600);
    let id = world.id(&number).await;
    let link = world.shop.secret.sign_order(Purpose::Link, id, expires);
    assert_eq!(answer(post(&number, "by link").bearer_auth(&link)).await.0, 200);
    assert_eq!(answer(post(&other, "by link").bearer_auth(&link)).await.0, 404);
    let (status, said) = answer(api(&world, Method::GET, &number).bearer_auth(&link)).await;
    assert_eq!((status, &said["note"]), (200, &json!("by link")));
    // A link to the preferences is known, and opens no order.
    for (purpose, refused) in
        [(Purpose::Cookie, 401), (Purpose::Preferences, 403), (Purpose::Unsubscribe, 401)]
    {
        let token = world.shop.secret.sign_order(purpose, id, expires);
        assert_eq!(answer(post(&number, "x").bearer_auth(token)).await.0, refused);
    }
    // The customer who has signed in, from a page of ours.
    let session = token();
    let sql = "insert into customer_session (id, token_hash, email, email_hash, created_at, expires_at)
               select $1, $2, email, email_hash, now(), now() + interval '1 hour' from orders where id = $3";
    let query = sqlx::query(sql).bind(uuid::Uuid::now_v7()).bind(token_hash(&session)).bind(id.0);
    query.execute(&world.shop.pool).await.unwrap();
    let mine = format!("clew_customer={session}");
    let (_, desk) = world.person(Role::Operator).await;
    let (_, viewer) = world.person(Role::Viewer).await;
    for (cookie, order, site, status) in [
        (&mine, &number, "same-origin", 200),
        (&mine, &other, "same-origin", 404),
        (&mine, &number, "cross-site", 403),
        (&desk, &other, "same-origin", 200),
        (&desk, &other, "cross-site", 403),
        (&viewer, &other, "same-origin", 403),
    ] {
        let request = post(order, &format!("by {cookie}")[..20]).header(header::COOKIE, cookie);
        assert_eq!(answer(request.header("sec-fetch-site", site)).await.0, status, "{cookie} {site}");
    }
    assert_eq!(answer(post(&number, "x")).await.0, 401);
    assert_eq!(answer(post(&number, "x").bearer_auth("clew_wrong")).await.0, 401);
    assert_eq!(answer(api(&world, Method::GET, &number)).await.0, 401);
    let nobody = OrderNumber::parse("00000-00000").unwrap();
    assert_eq!(answer(post(&nobody, "x").bearer_auth(API_KEY)).await.0, 404);
    let said =
        "select string_agg(source::text || coalesce(' ' || actor, ''), ', ' order by recorded_at, version)
                from event where kind = 'delivery_wished'";
    let said: String = sqlx::query_scalar(said).fetch_one(&world.shop.pool).await.unwrap();
    assert_eq!(said, "api, staff The office's robot, customer, customer, staff Operator");
    // On the page the order's cookie decides, and no other site clicks.
    let ana = looking(&world, &number).await;
    let form = [("way", "in_person")];
    let foreign = ana.click_from(&format!("/o/{number}/delivery"), &form, "cross-site").await;
    assert_eq!(foreign.status(), 403);
    assert_eq!(leads_to(&ana.click(&format!("/o/{other}/delivery"), &form).await), "/track");
    assert_eq!(
        leads_to(&Browser::new(&world).click(&format!("/o/{number}/delivery"), &form).await),
        "/track"
    );
    assert_eq!(world.events("delivery_wished").await, 5);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_customer_changes_their_mind_so_often_and_staff_always(pool: PgPool) {
    let world = World::start(pool).await;
    let number = world.paid_order(|_| ()).await;
    let id = world.id(&number).await;
    for turn in 0..20 {
        handover::choose(&world.shop, &By::Customer, id, &neighbour(&turn.to_string())).await.unwrap();
    }
    let wish = json!({ "preference": "in_person" });
    let many = api(&world, Method::POST, &number).bearer_auth(API_KEY).json(&wish).send().await.unwrap();
    assert_eq!((many.status().as_u16(), many.headers().contains_key(header::RETRY_AFTER)), (429, true));
    let ana = looking(&world, &number).await;
    let many = ana.click(&format!("/o/{number}/delivery"), &[("way", "in_person")]).await;
    assert_eq!((many.status().as_u16(), many.headers().contains_key(header::RETRY_AFTER)), (429, true));
    assert_eq!(world.events("delivery_wished").await, 20);
    let (person, _) = world.person(Role::Operator).await;
    handover::choose(&world.shop, &By::Staff(person), id, &neighbour("López")).await.unwrap();
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn what_no_carrier_brings_has_nothing_to_arrange(pool: PgPool) {
    let world = World::start(pool).await;
    for workflow in ["digital", "kitchen"] {
        let (number, till) = world.order(|body| body["workflow"] = workflow.into()).await;
        world.pay(&till).await;
        world.until(&number, |order| order.state.status == Status::Confirmed).await;
        let ana = looking(&world, &number).await;
        assert!(!read(&ana, &format!("/o/{number}")).await.contains("id=\"handover\""), "{workflow}");
        let refused = ana.click(&format!("/o/{number}/delivery"), &[("way", "in_person")]).await;
        assert_eq!(refused.status(), 409, "{workflow}");
        let wish = json!({ "preference": "in_person" });
        let (status, problem) =
            answer(api(&world, Method::POST, &number).bearer_auth(API_KEY).json(&wish)).await;
        assert_eq!((status, &problem["contact"]), (409, &json!("help@shop.test")));
    }
}
