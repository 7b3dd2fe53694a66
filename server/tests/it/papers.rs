//! Papers and scans through the staff's doors: who may, what stands there, what is written down, and where labels come from.

use domain::{
    Language,
    order::{
        Paper,
        scan::{Outcome, Wish, scan},
    },
    staff::{Person, Role},
};
use reqwest::{StatusCode, header};
use serde_json::json;
use sqlx::PgPool;

use crate::{
    label_world::{labelled, later},
    support::World,
};

/// A page as a browser asks for it: status and text.
async fn page(world: &World, cookie: &str, path: &str) -> (u16, String) {
    let request = world.http.get(format!("{}{path}", world.url)).header(header::COOKIE, cookie);
    let answer = request.send().await.unwrap();
    (answer.status().as_u16(), answer.text().await.unwrap())
}

/// A form as a browser posts it: status, where it leads, and text.
async fn post(world: &World, cookie: &str, path: &str, form: &[(&str, &str)]) -> (u16, String, String) {
    let request = world.http.post(format!("{}{path}", world.url)).header(header::COOKIE, cookie);
    let answer = request.header("sec-fetch-site", "same-origin").form(form).send().await.unwrap();
    let to = answer.headers().get(header::LOCATION).map(|to| to.to_str().unwrap().to_owned());
    (answer.status().as_u16(), to.unwrap_or_default(), answer.text().await.unwrap())
}

async fn in_language(world: &World, person: Person, language: Language) {
    domain::staff::set_language(&world.shop, &person, language).await.unwrap();
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn papers_and_scans_need_a_session_and_a_role(pool: PgPool) {
    let world = World::start(pool).await;
    let number = world.paid_order(|_| ()).await;
    let print = format!("/admin/print?order={number}");
    let run = [("run", "01939f2e-0000-7000-8000-000000000000")];
    let code = [("code", "00000-00000"), ("mode", "advance")];
    for path in [print.as_str(), "/admin/scan"] {
        let answer = world.http.get(format!("{}{path}", world.url)).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::SEE_OTHER, "{path}");
        let to = answer.headers()[header::LOCATION].to_str().unwrap().to_owned();
        assert!(to.starts_with("/admin/sign-in?next=%2Fadmin%2F"), "{to}");
    }
    assert_eq!(post(&world, "", &print, &run).await.0, 303);
    assert_eq!(post(&world, "", "/admin/scan", &code).await.0, 303);
    for (role, status) in [(Role::Viewer, 403), (Role::Operator, 200), (Role::Admin, 200)] {
        let (_, cookie) = world.person(role).await;
        assert_eq!(page(&world, &cookie, &print).await.0, status, "{role:?}");
        assert_eq!(page(&world, &cookie, "/admin/scan").await.0, status, "{role:?}");
        let marked = post(&world, &cookie, &print, &run).await.0;
        assert_eq!(marked == 403, role == Role::Viewer, "{role:?}: {marked}");
        let scanned = post(&world, &cookie, "/admin/scan", &code).await.0;
        assert_eq!(scanned == 403, role == Role::Viewer, "{role:?}: {scanned}");
    }
    let other_site = world
        .http
        .post(format!("{}{print}", world.url))
        .header(header::COOKIE, world.person(Role::Admin).await.1)
        .header("sec-fetch-site", "cross-site")
        .form(&run);
    assert_eq!(other_site.send().await.unwrap().status(), 403);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn looking_writes_nothing_and_a_run_is_one_event_per_order(pool: PgPool) {
    let world = World::start(pool).await;
    let (one, other) = (world.paid_order(|_| ()).await, world.paid_order(|_| ()).await);
    let (_, cookie) = world.person(Role::Operator).await;
    let print = format!("/admin/print?order={one}&order={other}&what=ticket,slip");
    let (_, html) = page(&world, &cookie, &print).await;
    page(&world, &cookie, &print).await;
    assert_eq!(world.events("printed").await, 0, "opened twice, printed never");
    let run = html.split("name=\"run\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    for _ in 0..3 {
        let (status, to, _) = post(&world, &cookie, &print, &[("run", run)]).await;
        assert_eq!((status, to.contains("noted=yes")), (303, true), "{to}");
    }
    assert_eq!(world.events("printed").await, 2, "one for each order, however often the button is pressed");
    assert!(page(&world, &cookie, &format!("{print}&noted=yes")).await.1.contains("Ctrl+P"));
    // What a script gets, and many buttons at once.
    let again = uuid::Uuid::now_v7();
    let script = || {
        let request = world.http.post(format!("{}{print}", world.url)).header(header::COOKIE, &cookie);
        let request =
            request.header("sec-fetch-site", "same-origin").header(header::ACCEPT, "application/json");
        request.form(&[("run", again)]).send()
    };
    for answer in futures::future::join_all((0..8).map(|_| script())).await {
        assert_eq!(answer.unwrap().status(), StatusCode::NO_CONTENT);
    }
    assert_eq!(world.events("printed").await, 4);
    let public = "select count(*) from event where kind = 'printed' and visibility = 'public'";
    assert_eq!(world.count(public).await, 0);
    let (_, sheet) = page(&world, &cookie, &format!("/admin/orders/{one}")).await;
    assert!(sheet.contains("Printed") && sheet.contains("Job ticket · Packing slip"), "{sheet}");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn tickets_speak_to_staff_and_slips_to_the_customer(pool: PgPool) {
    let world = World::start(pool).await;
    let number = world
        .paid_order(|body| {
            body["language"] = json!("ro");
            body["reference"] = json!("WEB-1042");
            body["items"] = json!([{
                "name": "Tort <Opera>", "quantity": 3, "unitAmount": 1450, "sku": "CAKE-1",
                "options": { "Alergeni": "nuci, ouă", "Glazură": "ciocolată" },
                "printFileUrl": "https://files.example/opera.pdf"
            }]);
        })
        .await;
    let other = world.paid_order(|_| ()).await;
    let (person, cookie) = world.person(Role::Operator).await;
    domain::order::add_note(&world.shop, &person, world.id(&number).await, "Ring twice").await.unwrap();
    in_language(&world, person, Language::Ru).await;

    let (_, ticket) =
        page(&world, &cookie, &format!("/admin/print?order={number}&what=ticket&size=small")).await;
    assert!(ticket.contains("size-small") && ticket.contains("Рабочий лист"), "{ticket}");
    for word in
        ["Tort &lt;Opera&gt;", "nuci, ouă", "ciocolată", "opera.pdf", "CAKE-1", "WEB-1042", "Ring twice"]
    {
        assert!(ticket.contains(word), "{word} is missing: {ticket}");
    }
    assert!(ticket.contains("class=\"boxed warning\""), "allergens are boxed");
    assert!(!ticket.contains("14,50") && !ticket.contains("43,50"), "a ticket names no price");
    assert!(ticket.contains(&format!("/admin/orders/{number}")));

    let print = format!("/admin/print?order={other}&order={number}&order=00000-00000&what=slip");
    let (_, slips) = page(&world, &cookie, &print).await;
    assert!(
        slips.contains("Listă de ambalare") && slips.contains("Packing slip"),
        "each in its own language"
    );
    assert!(slips.find("Packing slip") < slips.find("Listă de ambalare"), "in the order asked for");
    assert!(slips.contains("43,50"));
    assert!(slips.contains("Calle Mayor 12") && slips.contains("00000-00000"), "what is missing is named");
    assert!(
        !slips.contains("Ring twice") && !slips.contains("opera.pdf"),
        "nothing internal lies in a parcel"
    );
    let (_, gift) = page(&world, &cookie, &format!("/admin/print?order={number}&what=slip&gift=yes")).await;
    assert!(!gift.contains("43,50") && !gift.contains("14,50"), "a gift has no price");
    // An order that says so itself is a gift in every run; the one beside it is not.
    let given = world.paid_order(|body| body["gift"] = json!(true)).await;
    let (_, both) =
        page(&world, &cookie, &format!("/admin/print?order={given}&order={other}&what=slip")).await;
    let slips: Vec<_> = both.split("<article").skip(1).collect();
    assert_eq!(slips.iter().map(|slip| slip.contains("29.00")).collect::<Vec<_>>(), [false, true], "{both}");
    assert!(both.contains("подарок"), "and whoever prints is told: {both}");
    assert_eq!(page(&world, &cookie, "/admin/print?order=00000-00000").await.0, 404);
    assert_eq!(page(&world, &cookie, "/admin/print").await.0, 404);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn labels_are_printed_along_and_fetched_from_shippo_only(pool: PgPool) {
    let world = World::start(pool).await;
    let (number, _, _, label) = labelled(&world).await;
    let bare = world.paid_order(|_| ()).await;
    let (_, cookie) = world.person(Role::Operator).await;
    let print = format!("/admin/print?order={number}&order={bare}&what=label");
    let (_, html) = page(&world, &cookie, &print).await;
    let picture = html.split("src=\"data:image/svg+xml;base64,").nth(1).expect("the label as a picture");
    assert!(picture.split('"').next().unwrap().len() > 4000, "with something on it");
    assert!(html.contains("label-small") && html.contains("No label has been bought"), "{}", &html[..2000]);

    // An address that has run out is asked for anew.
    let set = async |address: &str| {
        sqlx::query("update label set label_url = $2 where id = $1")
            .bind(label.0)
            .bind(address)
            .execute(&world.shop.pool)
            .await
            .unwrap();
    };
    set(&format!("{}/shippo/labels/gone.pdf", world.sandbox.http)).await;
    assert!(page(&world, &cookie, &print).await.1.contains("data:image/svg+xml"));

    // Nobody is called at an address that is not Shippo's, and the other papers are there all the same.
    let trap = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    set(&format!("http://{}/label.pdf", trap.local_addr().unwrap())).await;
    let (status, html) = page(&world, &cookie, &format!("{print},ticket")).await;
    assert_eq!(status, 200);
    assert!(html.contains("The label could not be fetched") && html.contains("Job ticket"));
    let called = tokio::time::timeout(std::time::Duration::ZERO, trap.accept()).await;
    assert!(called.is_err(), "somebody knocked");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_scan_opens_or_moves_on_and_says_why_not(pool: PgPool) {
    let world = World::start(pool).await;
    let number = world.paid_order(|_| ()).await;
    let (person, cookie) = world.person(Role::Operator).await;
    let plain = number.as_str().to_lowercase();

    let open =
        async |code: &str| post(&world, &cookie, "/admin/scan", &[("code", code), ("mode", "open")]).await;
    for code in
        [plain.as_str(), &format!("{}/admin/orders/{number}", world.url), &format!("http://x/o/{number}?a")]
    {
        assert_eq!(open(code).await.1, format!("/admin/orders/{number}"), "{code}");
    }
    let (status, _, html) = open("<b>1Z999</b>").await;
    assert_eq!(status, 200);
    assert!(html.contains("No order belongs to “&lt;b&gt;1Z999&lt;/b&gt;”"), "{html}");

    let advance = async |code: &str, was: &str| {
        let form = [("was", was), ("code", code), ("mode", "advance")];
        post(&world, &cookie, "/admin/scan", &form).await.2
    };
    let html = advance(&plain, "").await;
    assert!(html.contains("verdict good") && html.contains("now “In production”"), "{html}");
    let was = html.split("name=\"was\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    // The scanner is held still and reads twice; the line before travels along.
    let html = advance(&plain, was).await;
    assert!(html.contains("verdict ask") && html.contains("only a moment ago"), "{html}");
    assert!(html.find("only a moment ago") < html.find("now “In production”"), "newest first");
    assert_eq!(world.load(&number).await.state.stage.as_deref(), Some("in_production"));

    let shop = later(&world, 10);
    let again = scan(&shop, &person, &plain, &Wish::Advance).await.unwrap();
    assert_eq!((again.outcome, again.stage.as_str()), (Outcome::Moved, "Shipped"));
    let shop = later(&world, 20);
    assert_eq!(scan(&shop, &person, &plain, &Wish::Advance).await.unwrap().stage, "Delivered");
    let Outcome::Refused(why) =
        scan(&later(&world, 30), &person, &plain, &Wish::Advance).await.unwrap().outcome
    else {
        panic!("it is over");
    };
    assert!(why.contains("Delivered"), "{why}");

    let (unpaid, _) = world.order(|_| ()).await;
    let html = advance(unpaid.as_str(), "").await;
    assert!(html.contains("verdict bad") && html.contains("pay"), "{html}");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn where_there_are_several_ways_a_scan_asks(pool: PgPool) {
    let world = World::start(pool).await;
    let fork = "update workflow set definition =
        jsonb_set(definition, '{arrows}', (definition->'arrows') || '[[\"new\", \"shipped\"]]') where key = 'print-factory'";
    sqlx::query(fork).execute(&world.shop.pool).await.unwrap();
    let number = world.paid_order(|_| ()).await;
    let (_, cookie) = world.person(Role::Operator).await;
    let form = [("code", number.as_str()), ("mode", "advance")];
    let (_, _, html) = post(&world, &cookie, "/admin/scan", &form).await;
    assert!(html.contains("verdict ask"), "{html}");
    assert_eq!(world.load(&number).await.state.stage.as_deref(), Some("new"), "nothing was chosen");
    let choices: Vec<&str> =
        html.split("name=\"choice\" value=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert_eq!(choices.len(), 2, "{html}");
    let chosen = [("code", "of the next one"), ("mode", "advance"), ("choice", choices[1])];
    let (_, _, html) = post(&world, &cookie, "/admin/scan", &chosen).await;
    assert!(html.contains("now “Shipped”"), "{html}");
    // The same button on an old page: the order has changed since.
    let stale = [("mode", "advance"), ("choice", choices[0])];
    let (_, _, html) = post(&world, &cookie, "/admin/scan", &stale).await;
    assert!(html.contains("verdict bad") && html.contains("stays at “Shipped”"), "{html}");
}

#[test]
fn every_paper_has_its_word() {
    for language in Language::ALL {
        for paper in Paper::ALL {
            assert!(!paper.say(language).contains("Unknown"), "{language:?} {paper:?}");
            assert_eq!(Paper::parse(paper.as_str()), Some(paper));
        }
    }
}
