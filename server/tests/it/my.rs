//! Signing in by a link in a mail, and what one sees then.

use domain::customer;
use futures::future::join_all;
use reqwest::{Response, StatusCode, header};
use serde_json::Value;
use sqlx::PgPool;

use crate::{
    my_world::{Browser, leads_to, path},
    support::World,
};

async fn ask(browser: &Browser<'_>, email: &str) -> Response {
    browser.click("/my", &[("email", email)]).await
}

/// The link in the newest mail to Ana.
fn link_in(mail: &Value) -> String {
    let text = mail["text"].as_str().unwrap();
    text.split_whitespace()
        .find(|word| word.contains("/my/sign-in/"))
        .unwrap_or_else(|| panic!("{text}"))
        .to_owned()
}

async fn mailed(world: &World, count: usize) -> String {
    let mails = world.mail("ana@customer.test", count).await;
    let newest = mails.iter().find(|mail| mail["text"].as_str().unwrap().contains("/my/sign-in/"));
    link_in(newest.unwrap())
}

async fn sign_in(browser: &Browser<'_>, link: &str) -> Response {
    let token = link.rsplit('/').next().unwrap();
    browser.click("/my/sign-in", &[("token", token)]).await
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_link_signs_in_once_and_only_by_a_click(pool: PgPool) {
    let world = World::start(pool).await;
    let (first, _) = world.order(|_| ()).await;
    let (second, _) = world.order(|body| body["items"][0]["name"] = "<b>Koi</b>".into()).await;
    let (others, _) = world.order(|body| body["customer"]["email"] = "bob@customer.test".into()).await;
    let browser = Browser::new(&world);
    assert!(browser.read("/my").await.contains("name=\"email\""));
    assert_eq!(ask(&browser, " ANA@customer.test").await.status(), 200);
    let link = mailed(&world, 1).await;
    // A scanner opens it, twice: nobody is signed in, and it still works.
    for _ in 0..2 {
        let opened = Browser::new(&world).open(&path(&link)).await;
        assert_eq!(opened.status(), 200);
        assert!(opened.headers().get(header::SET_COOKIE).is_none());
    }
    let entered = sign_in(&browser, &link).await;
    assert_eq!((entered.status(), leads_to(&entered)), (StatusCode::SEE_OTHER, "/my".to_owned()));
    let cookie = entered.headers()[header::SET_COOKIE].to_str().unwrap();
    for part in ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=2592000"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    let page = browser.read("/my").await;
    let at = |number: &domain::order::OrderNumber| page.find(&number.to_string());
    assert!(at(&second) < at(&first) && at(&second).is_some(), "newest first");
    assert!(at(&others).is_none() && page.contains("&lt;b&gt;Koi") && !page.contains("ana@customer.test"));
    // Spent: by a click, by opening it, by another browser.
    assert_eq!(sign_in(&Browser::new(&world), &link).await.status(), 410);
    assert_eq!(browser.open(&path(&link)).await.status(), 410);
    // Each order is opened by its own cookie; nobody else's is.
    let opened = browser.open(&format!("/my/orders/{first}")).await;
    assert_eq!(leads_to(&opened), format!("/o/{first}"));
    assert_eq!(browser.open(&format!("/o/{first}")).await.status(), 200);
    assert_eq!(leads_to(&browser.open(&format!("/my/orders/{others}")).await), "/my");
    assert_eq!(browser.open("/my/preferences").await.status(), 200);
    assert_eq!(browser.click_from("/my/sign-out", &[], "cross-site").await.status(), 403);
    let held = browser.cookies_for("/my");
    assert_eq!(leads_to(&browser.click("/my/sign-out", &[]).await), "/my");
    let replayed =
        world.http.get(format!("{}/my", world.url)).header(header::COOKIE, held).send().await.unwrap();
    assert!(replayed.text().await.unwrap().contains("name=\"email\""), "a session that was ended is over");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn every_address_gets_the_same_answer_and_only_buyers_a_mail(pool: PgPool) {
    let world = World::without_worker(pool).await;
    world.order(|_| ()).await;
    let whole = async |email: &str| {
        let answer = ask(&Browser::new(&world), email).await;
        let own = |name: &header::HeaderName| *name == header::DATE || name.as_str() == "x-request-id";
        let headers = answer.headers().iter().filter(|(name, _)| !own(name));
        let headers: Vec<_> = headers.map(|(name, value)| format!("{name}: {value:?}")).collect();
        (answer.status().as_u16(), headers, answer.text().await.unwrap())
    };
    let known = whole("ana@customer.test").await;
    for nobody in ["nobody@customer.test", "", "not an address", "a@b\r\nBcc: c@d", "%00", &"x".repeat(9_000)]
    {
        assert_eq!(whole(nobody).await, known, "{nobody}");
    }
    assert_eq!(world.count("select count(*) from notice where kind = 'sign_in'").await, 1);
    assert_eq!(world.count("select count(*) from sign_in_link").await, 1);
    domain::queue::drain(&world.shop).await.unwrap();
    assert_eq!(world.count("select count(*) from job").await, 0, "what finds nothing is done");
    // Too many for one address: the same answer, and no further mail.
    for _ in 0..8 {
        assert_eq!(whole("ana@customer.test").await, known);
    }
    assert_eq!(world.count("select count(*) from notice where kind = 'sign_in'").await, 5);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn asking_too_often_from_one_place_has_to_wait(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let browser = Browser::new(&world);
    for attempt in 0..22 {
        let answer = ask(&browser, &format!("guess{attempt}@customer.test")).await;
        if attempt < 20 {
            assert_eq!(answer.status(), 200, "{attempt}");
        } else {
            assert_eq!(answer.status(), 429, "{attempt}");
            let wait: u64 = answer.headers()["retry-after"].to_str().unwrap().parse().unwrap();
            assert!((1..=600).contains(&wait));
        }
    }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn two_clicks_at_the_same_moment_are_one_session(pool: PgPool) {
    let world = World::start(pool).await;
    world.order(|_| ()).await;
    ask(&Browser::new(&world), "ana@customer.test").await;
    let link = mailed(&world, 1).await;
    let browsers: Vec<_> = (0..8).map(|_| Browser::new(&world)).collect();
    let entered = join_all(browsers.iter().map(|browser| sign_in(browser, &link))).await;
    assert_eq!(entered.iter().filter(|answer| answer.status() == 303).count(), 1);
    assert_eq!(world.count("select count(*) from customer_session").await, 1);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn old_and_forged_links_sign_nobody_in(pool: PgPool) {
    let world = World::start(pool).await;
    let (number, _) = world.order(|_| ()).await;
    let browser = Browser::new(&world);
    ask(&browser, "ana@customer.test").await;
    let link = mailed(&world, 1).await;
    sqlx::query("update sign_in_link set expires_at = now() - interval '1 second'")
        .execute(&world.shop.pool)
        .await
        .unwrap();
    assert_eq!(sign_in(&browser, &link).await.status(), 410);
    let id = world.id(&number).await;
    for purpose in [domain::secret::Purpose::Link, domain::secret::Purpose::Preferences] {
        let token = world.shop.secret.sign_order(purpose, id, world.shop.clock.now().plus(60));
        assert_eq!(sign_in(&browser, &token).await.status(), 410);
    }
    assert_eq!(sign_in(&browser, "").await.status(), 410);
    assert_eq!(browser.click_from("/my/sign-in", &[("token", "x")], "cross-site").await.status(), 403);
    assert_eq!(world.count("select count(*) from customer_session").await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_stolen_table_opens_nothing_and_a_sweep_forgets(pool: PgPool) {
    let world = World::start(pool).await;
    world.order(|_| ()).await;
    let browser = Browser::new(&world);
    ask(&browser, "ana@customer.test").await;
    sign_in(&browser, &mailed(&world, 1).await).await;
    let kept: Vec<String> = sqlx::query_scalar(
        "select to_jsonb(s)::text from customer_session s union all select to_jsonb(l)::text from sign_in_link l",
    )
    .fetch_all(&world.shop.pool)
    .await
    .unwrap();
    let held = browser.cookies_for("/my");
    let token = held.split("clew_customer=").nth(1).and_then(|rest| rest.split(';').next()).unwrap();
    assert!(kept.len() == 2 && !kept.iter().any(|row| row.contains(token)));
    let past = "update sign_in_link set expires_at = now() - interval '1 hour'";
    sqlx::query(past).execute(&world.shop.pool).await.unwrap();
    sqlx::query("update notice set created_at = now() - interval '1 hour'")
        .execute(&world.shop.pool)
        .await
        .unwrap();
    customer::sweep(&world.shop).await.unwrap();
    assert_eq!(world.count("select count(*) from sign_in_link").await, 0);
    let said =
        "select count(*) from notice where kind = 'sign_in' and (body_text is not null or payload <> '{}')";
    assert_eq!(world.count(said).await, 0);
    assert_eq!(world.count("select count(*) from customer_session").await, 1, "who is signed in stays so");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn many_orders_come_in_pages_without_gaps(pool: PgPool) {
    let world = World::start(pool).await;
    let mut placed = Vec::new();
    for _ in 0..23 {
        placed.push(world.order(|_| ()).await.0.to_string());
    }
    let browser = Browser::new(&world);
    ask(&browser, "ana@customer.test").await;
    sign_in(&browser, &mailed(&world, 1).await).await;
    let first = browser.read("/my").await;
    let next = first.split("/my?after=").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let second = browser.read(&format!("/my?after={next}")).await;
    for number in &placed {
        let shown =
            [&first, &second].iter().filter(|page| page.contains(&format!("/my/orders/{number}\""))).count();
        assert_eq!(shown, 1, "{number}");
    }
    assert!(!second.contains("/my?after=") && browser.read("/my?after=nonsense").await.contains(&placed[22]));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_session_speaks_to_the_api_but_no_other_site_through_it(pool: PgPool) {
    let world = World::start(pool).await;
    world.order(|_| ()).await;
    let browser = Browser::new(&world);
    ask(&browser, "ana@customer.test").await;
    sign_in(&browser, &mailed(&world, 1).await).await;
    let put = async |site: &str| {
        let request = world.http.put(format!("{}/api/notifications/preferences", world.url));
        let request =
            request.header(header::COOKIE, browser.cookies_for("/api")).header("sec-fetch-site", site);
        request.body("{\"timezone\":\"Europe/Chisinau\"}").send().await.unwrap()
    };
    assert_eq!(put("cross-site").await.status(), 403);
    assert_eq!(world.count("select count(*) from customer").await, 0);
    let done: Value = put("same-origin").await.json().await.unwrap();
    assert_eq!(done["timezone"], "Europe/Chisinau");
}
