//! What a customer wants to hear: through the page, as their browser does, and through the API, as their program does.

use domain::{
    customer::{self, Topic, Who},
    notice::Channel,
    secret::Purpose,
};
use reqwest::{Method, Response, header};
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::{
    my_world::{Browser, leads_to, path},
    support::World,
};

const GOOD: [(&str, &str); 7] = [
    ("channel", "email"),
    ("w:shipped:email", "on"),
    ("w:delivered:email", "on"),
    ("language", "ru"),
    ("zone", "America/Argentina/Buenos_Aires"),
    ("quiet_from", "21:30"),
    ("quiet_until", "07:15"),
];

fn ana(world: &World) -> Who {
    Who::new(&world.shop, "ana@customer.test")
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_link_opens_what_one_hears_and_what_is_chosen_stays(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (number, _) = world.order(|_| ()).await;
    let browser = Browser::with_link(&world, &number).await;
    let page = browser.read("/my/preferences").await;
    assert!(page.contains("a•••@customer.test") && !page.contains("ana@customer.test"), "{page}");
    assert!(page.contains("<option value=\"Europe/Madrid\" selected"), "the shop's zone stands first");
    assert!(!page.contains("<script") && page.contains("scope=\"row\"") && page.contains("scope=\"col\""));
    assert_eq!(
        page.matches("name=\"w:").count(),
        page.matches("name=\"channel\"").count() * Topic::ALL.len()
    );
    let mut form = GOOD.to_vec();
    form.push(("quiet", "on"));
    let saved = browser.click("/my/preferences", &form).await;
    assert_eq!((saved.status().as_u16(), leads_to(&saved)), (303, "/my/preferences?done=saved".to_owned()));
    let page = browser.read("/my/preferences?done=saved").await;
    assert!(page.contains("role=\"status\"") && page.contains("Saved."));
    assert!(page.contains("value=\"21:30\"") && page.contains("America/Argentina/Buenos_Aires\" selected"));
    let kept = customer::read(&world.shop, &ana(&world)).await.unwrap();
    assert!(kept.wants(Topic::Shipped, Channel::Email) && !kept.wants(Topic::Processing, Channel::Email));
    assert!(kept.wants(Topic::Shipped, Channel::Sms), "a column that was not shown stays as it was");
    assert_eq!(kept.language.map(|language| language.tag()), Some("ru"));
    // The same address in another case and another order are the same customer.
    let (other, _) = world.order(|body| body["customer"]["email"] = "ANA@customer.test".into()).await;
    let other = Browser::with_link(&world, &other).await;
    assert!(other.read("/my/preferences").await.contains("value=\"21:30\""));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn what_is_wrong_is_said_at_its_field_and_nothing_is_lost(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (number, _) = world.order(|_| ()).await;
    let browser = Browser::with_link(&world, &number).await;
    let form = [
        ("channel", "email"),
        ("w:delayed:email", "on"),
        ("language", "<script>alert(1)</script>"),
        ("zone", "Nowhere/\"><img src=x>"),
        ("quiet_from", "99:99"),
        ("quiet_until", "06:45"),
        ("quiet", "on"),
    ];
    let refused = browser.click("/my/preferences", &form).await;
    assert_eq!(refused.status(), 422);
    let page = refused.text().await.unwrap();
    for field in ["language", "zone", "quiet_from"] {
        assert!(page.contains(&format!("id=\"{field}-flaw\"")), "{field}");
        assert!(page.contains(&format!("aria-describedby=\"{field}-flaw\"")), "{field}");
    }
    assert!(
        !page.contains("quiet_until-flaw")
            && page.contains("value=\"06:45\"")
            && page.contains("value=\"99:99\"")
    );
    assert!(!page.contains("<script>alert") && !page.contains("<img"));
    let ticked = page.split("name=\"w:delayed:email\"").nth(1).unwrap().split('>').next().unwrap();
    assert!(ticked.contains("checked"), "{ticked}");
    assert_eq!(world.count("select count(*) from customer").await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn only_links_for_this_open_it(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (number, _) = world.order(|_| ()).await;
    let id = world.id(&number).await;
    let now = world.shop.clock.now();
    let browser = Browser::new(&world);
    assert_eq!(leads_to(&browser.open("/my/preferences").await), "/my");
    assert_eq!(leads_to(&browser.click("/my/preferences", &GOOD).await), "/my");
    for purpose in
        [Purpose::Link, Purpose::Cookie, Purpose::Unsubscribe, Purpose::SignIn, Purpose::PreferencesCookie]
    {
        let token = world.shop.secret.sign_order(purpose, id, now.plus(60));
        assert_eq!(browser.open(&format!("/p/{token}")).await.status(), 404, "{purpose:?}");
    }
    let old = world.shop.secret.sign_order(Purpose::Preferences, id, now.plus(-1));
    assert_eq!(browser.open(&format!("/p/{old}")).await.status(), 410);
    for nonsense in ["x", "%00", "..%2f..", &"A".repeat(5_000)] {
        assert_eq!(browser.open(&format!("/p/{nonsense}")).await.status(), 404);
    }
    assert_eq!(world.count("select count(*) from customer").await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn no_other_site_chooses_for_a_customer(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (number, _) = world.order(|_| ()).await;
    let browser = Browser::with_link(&world, &number).await;
    for site in ["cross-site", "same-site"] {
        assert_eq!(browser.click_from("/my/preferences", &GOOD, site).await.status(), 403);
    }
    assert_eq!(world.count("select count(*) from customer").await, 0);
}

/// A program with the token of a mail's link.
async fn call(world: &World, method: Method, what: &str, token: &str, body: Option<&Value>) -> Response {
    let request =
        world.http.request(method, format!("{}/api/notifications/{what}", world.url)).bearer_auth(token);
    match body {
        Some(body) => request.json(body).send().await.unwrap(),
        None => request.send().await.unwrap(),
    }
}

async fn token_of(world: &World, number: &domain::order::OrderNumber) -> String {
    let id = world.id(number).await;
    world.shop.secret.sign_order(Purpose::Preferences, id, world.shop.clock.now().plus(60))
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_program_reads_and_changes_what_the_seed_names(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (number, _) = world.order(|_| ()).await;
    let token = token_of(&world, &number).await;
    let first: Value = call(&world, Method::GET, "preferences", &token, None).await.json().await.unwrap();
    assert_eq!(first["emailNotifications"]["processing"], true);
    assert_eq!(first["smsNotifications"]["order_confirmed"], false);
    assert_eq!(first["pushNotifications"]["processing"], false);
    assert_eq!(first["quietHours"], json!({ "start": "22:00", "end": "08:00" }));
    assert_eq!((&first["timezone"], &first["languagePreference"]), (&json!("Europe/Madrid"), &json!("es")));
    // What was read may be sent back as it is.
    let same = call(&world, Method::PUT, "preferences", &token, Some(&first)).await;
    assert_eq!(same.status(), 200);
    let change = json!({ "emailNotifications": { "processing": false }, "quietHours": null, "languagePreference": "ro" });
    let changed: Value =
        call(&world, Method::PUT, "preferences", &token, Some(&change)).await.json().await.unwrap();
    assert_eq!(changed["emailNotifications"]["processing"], false);
    assert_eq!(changed["emailNotifications"]["shipped"], true);
    assert_eq!((&changed["quietHours"], &changed["languagePreference"]), (&Value::Null, &json!("ro")));
    assert!(customer::read(&world.shop, &ana(&world)).await.unwrap().wants(Topic::Shipped, Channel::Email));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_program_changes_nothing_else_and_hears_all_flaws_at_once(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (number, _) = world.order(|_| ()).await;
    let token = token_of(&world, &number).await;
    let bad = json!({
        "phoneVerified": true, "phoneNumber": "+34600111222", "userId": "me", "timezone": "Mars/Olympus",
        "emailNotifications": { "free/beer": true }, "quietHours": { "start": "x", "end": "08:00" },
    });
    let refused = call(&world, Method::PUT, "preferences", &token, Some(&bad)).await;
    assert_eq!(refused.status(), 422);
    assert_eq!(refused.headers()[header::CONTENT_TYPE], "application/problem+json");
    let problem: Value = refused.json().await.unwrap();
    let pointers: Vec<_> =
        problem["errors"].as_array().unwrap().iter().map(|error| error["pointer"].clone()).collect();
    for field in [
        "userId",
        "phoneNumber",
        "phoneVerified",
        "emailNotifications/free~1beer",
        "timezone",
        "quietHours/start",
    ] {
        assert!(pointers.contains(&json!(format!("#/{field}"))), "{field}: {pointers:?}");
    }
    for extra in ["status", "refunded", "role", "tenant_id"] {
        let body = json!({ extra: "x" });
        assert_eq!(
            call(&world, Method::PUT, "preferences", &token, Some(&body)).await.status(),
            400,
            "{extra}"
        );
    }
    for (other, barred) in [("", 401), ("x", 401), (crate::support::API_KEY, 403)] {
        assert_eq!(call(&world, Method::GET, "preferences", other, None).await.status(), barred);
        assert_eq!(call(&world, Method::GET, "history", other, None).await.status(), barred);
        assert_eq!(call(&world, Method::POST, "test", other, None).await.status(), barred);
    }
    assert_eq!(world.count("select count(*) from customer").await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn the_history_holds_ones_own_messages_and_a_test_goes_to_oneself(pool: PgPool) {
    let world = World::start(pool).await;
    let number = world.paid_order(|_| ()).await;
    let other = world.paid_order(|body| body["customer"]["email"] = "bob@customer.test".into()).await;
    let sent = world.mail("ana@customer.test", 1).await;
    world.mail("bob@customer.test", 1).await;
    assert_eq!(sent.len(), 1);
    let token = token_of(&world, &number).await;
    let told: Value = call(&world, Method::GET, "history", &token, None).await.json().await.unwrap();
    let mails = told["notifications"].as_array().unwrap().iter().filter(|one| one["channel"] == "email");
    let mails: Vec<_> = mails.collect();
    assert_eq!(mails.len(), 1);
    assert_eq!(
        (&mails[0]["orderNumber"], &mails[0]["notificationType"]),
        (&json!(number.to_string()), &json!("confirmation"))
    );
    assert!(!told.to_string().contains(&other.to_string()));
    for attempt in 0..6 {
        let asked = call(&world, Method::POST, "test", &token, None).await;
        assert_eq!(asked.status(), if attempt < 5 { 202 } else { 429 }, "attempt {attempt}");
    }
    let trials = "select count(*) from notice where kind = 'message' and recipient = 'ana@customer.test'";
    assert_eq!(world.count(trials).await, 5);
    assert_eq!(world.mail("ana@customer.test", 6).await.len(), 6);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_browser_subscribes_to_one_order_through_its_cookie(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (number, _) = world.order(|_| ()).await;
    let (other, _) = world.order(|_| ()).await;
    let browser = Browser::new(&world);
    let link =
        world.shop.secret.sign_order(Purpose::Link, world.id(&number).await, world.shop.clock.now().plus(60));
    browser.open(&format!("/t/{link}")).await;
    let key = "BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM";
    let keys = json!({ "p256dh": key, "auth": "tBHItJI5svbpez7KI4CCXg" });
    let send = async |method: Method, order: &str, endpoint: &str, site: &str| {
        let at = format!("/o/{order}/push");
        let request = world.http.request(method, format!("{}{at}", world.url));
        let request = request.header(header::COOKIE, browser.cookies_for(&at)).header("sec-fetch-site", site);
        request.json(&json!({ "endpoint": endpoint, "keys": keys })).send().await.unwrap().status().as_u16()
    };
    let (mine, good) = (number.to_string(), "https://updates.push.services.mozilla.com/wpush/v2/abc");
    assert_eq!(send(Method::POST, &mine, good, "cross-site").await, 403);
    assert_eq!(send(Method::POST, &other.to_string(), good, "same-origin").await, 404);
    assert_eq!(send(Method::POST, &mine, "http://169.254.169.254/latest", "same-origin").await, 422);
    for _ in 0..2 {
        assert_eq!(send(Method::POST, &mine, good, "same-origin").await, 204);
    }
    let live = "select count(*) from push_subscription where gone_at is null";
    assert_eq!(world.count(live).await, 1);
    for more in 0..12 {
        let expected = if more < 9 { 204 } else { 422 };
        assert_eq!(
            send(Method::POST, &mine, &format!("{good}{more}"), "same-origin").await,
            expected,
            "{more}"
        );
    }
    assert_eq!(send(Method::DELETE, &mine, good, "same-origin").await, 204);
    assert_eq!(world.count(live).await, 9);
    sqlx::query("update orders set status = 'delivered', updated_at = now() - interval '2 days'")
        .execute(&world.shop.pool)
        .await
        .unwrap();
    customer::sweep(&world.shop).await.unwrap();
    assert_eq!(world.count(live).await, 0, "a subscription ends with its order");
    assert_eq!(send(Method::POST, &mine, good, "same-origin").await, 422);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn every_mail_about_an_order_can_be_had_no_more_of(pool: PgPool) {
    let world = World::start(pool).await;
    world.paid_order(|_| ()).await;
    let mail = &world.mail("ana@customer.test", 1).await[0];
    let header = |name: &str| {
        let mut headers = mail["headers"].as_array().unwrap().iter();
        let found = headers.find(|header| header["name"].as_str().unwrap().eq_ignore_ascii_case(name));
        found.map(|header| header["value"].as_str().unwrap().trim().to_owned()).unwrap_or_default()
    };
    assert_eq!(header("List-Unsubscribe-Post"), "List-Unsubscribe=One-Click");
    let at = header("List-Unsubscribe");
    let link = at.strip_prefix('<').and_then(|at| at.strip_suffix('>')).unwrap_or_else(|| panic!("{at}"));
    assert!(link.starts_with(&format!("{}/u/", world.url)) && !link.contains(char::is_whitespace), "{link}");
    let done = world.http.post(link).form(&[("List-Unsubscribe", "One-Click")]).send().await.unwrap();
    assert_eq!(done.status(), 200);
    assert!(customer::is_unsubscribed(&world.shop, &ana(&world)).await.unwrap());
    assert_eq!(world.http.get(format!("{}{}", world.url, path(link))).send().await.unwrap().status(), 200);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn the_shop_s_app_hears_of_the_order_whose_link_it_holds(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (number, _) = world.order(|_| ()).await;
    let id = world.id(&number).await;
    let token = |purpose| world.shop.secret.sign_order(purpose, id, world.shop.clock.now().plus(60));
    let ask = async |method: Method, purpose, device: &str| {
        let request = world.http.request(method, format!("{}/api/notifications/devices", world.url));
        let body = json!({ "token": device, "language": "ro" });
        request.bearer_auth(token(purpose)).json(&body).send().await.unwrap().status()
    };
    assert_eq!(ask(Method::PUT, Purpose::Link, "token-1").await, 403, "a link that is shown around");
    assert_eq!(ask(Method::PUT, Purpose::Preferences, "").await, 422);
    for _ in 0..2 {
        assert_eq!(ask(Method::PUT, Purpose::Preferences, "token-1").await, 204);
    }
    let listens =
        "select count(*) from push_subscription where kind = 'fcm' and language = 'ro' and gone_at is null";
    assert_eq!(world.count(listens).await, 1);
    assert_eq!(ask(Method::DELETE, Purpose::Preferences, "token-1").await, 204);
    assert_eq!(world.count(listens).await, 0);
}
