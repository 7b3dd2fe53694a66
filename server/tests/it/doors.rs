//! Staff doors: sessions, set-up, and requests from other sites.

use std::time::Duration;

use domain::{
    ids::OrderId,
    secret::Purpose,
    staff::{self, Role},
};
use reqwest::{StatusCode, header};
use sqlx::PgPool;

use crate::{
    my_world::{Browser, leads_to},
    support::World,
};

async fn admin(world: &World, cookie: &str) -> StatusCode {
    world
        .http
        .get(format!("{}/admin/orders", world.url))
        .header(header::COOKIE, cookie)
        .send()
        .await
        .unwrap()
        .status()
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_session_ends_when_it_is_told_to_and_a_stolen_row_is_no_cookie(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (_, cookie) = world.person(Role::Viewer).await;
    assert_eq!(admin(&world, &cookie).await, 200);
    assert_eq!(admin(&world, "clew_session=guess").await, 303);
    let hash: Vec<u8> =
        sqlx::query_scalar("select token_hash from session").fetch_one(&world.shop.pool).await.unwrap();
    assert_eq!(admin(&world, &format!("clew_session={}", hex::encode(hash))).await, 303);
    let out = world.http.post(format!("{}/admin/sign-out", world.url)).header(header::COOKIE, &cookie);
    assert_eq!(out.header("sec-fetch-site", "same-origin").send().await.unwrap().status(), 303);
    assert_eq!(admin(&world, &cookie).await, 303);
}

/// In a busy shop no stream is ever quiet for long enough to look for itself.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn who_has_signed_out_hears_no_more_however_busy_the_shop_is(pool: PgPool) {
    let world = World::stopped(pool).await;
    let (_, cookie) = world.person(Role::Viewer).await;
    let request = world.http.get(format!("{}/admin/live", world.url)).header(header::COOKIE, &cookie);
    let mut live = request.send().await.unwrap();
    assert_eq!(live.status(), 200);
    let (shop, token) = (&world.shop, cookie.strip_prefix("clew_session=").unwrap());
    staff::revoke(&shop.pool, token, shop.clock.now()).await.unwrap();
    shop.clock.set(shop.clock.now().plus(16));
    shop.bell.ring_anything();
    let ended = async { while live.chunk().await.unwrap().is_some() {} };
    // Sooner than a quiet stream would look.
    tokio::time::timeout(Duration::from_secs(10), ended).await.expect("the next ring ends it");
}

/// The stream for programs is open to staff's browsers, too.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn who_was_sent_away_hears_no_more_of_an_order(pool: PgPool) {
    let world = World::stopped(pool).await;
    let (number, _) = world.order(|_| ()).await;
    let (boss, _) = world.person(Role::Admin).await;
    let (person, cookie) = world.person(Role::Operator).await;
    let url = format!("{}/api/orders/{number}/events", world.url);
    let mut stream = world.http.get(url).header(header::COOKIE, &cookie).send().await.unwrap();
    assert_eq!(stream.status(), 200);
    staff::close(&world.shop, &boss, person.id).await.unwrap();
    world.shop.clock.set(world.shop.clock.now().plus(16));
    world.shop.bell.ring(world.id(&number).await);
    let ended = async { while stream.chunk().await.unwrap().is_some() {} };
    // A quarter of an hour sooner than a stream ends by itself.
    tokio::time::timeout(Duration::from_secs(10), ended).await.expect("the next ring ends it");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn idle_old_and_closed_accounts_are_out(pool: PgPool) {
    let world = World::without_worker(pool).await;
    for change in [
        "update session set last_seen_at = now() - interval '12 hours 1 minute'",
        "update session set expires_at = now() - interval '1 second'",
        "update staff set disabled_at = now()",
    ] {
        let (_, cookie) = world.person(Role::Viewer).await;
        assert_eq!(admin(&world, &cookie).await, 200);
        sqlx::query(change).execute(&world.shop.pool).await.unwrap();
        assert_eq!(admin(&world, &cookie).await, 303, "{change}");
    }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn no_unsafe_request_of_another_site_is_heard(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (_, cookie) = world.person(Role::Admin).await;
    for path in [
        "/track",
        "/admin/sign-in",
        "/admin/sign-out",
        "/admin/set-up",
        "/admin/forgot",
        "/admin/password",
        "/admin/team",
        "/admin/account",
        "/admin/fn/add_note",
        "/admin/fn/advance_order",
    ] {
        for method in
            [reqwest::Method::POST, reqwest::Method::PUT, reqwest::Method::DELETE, reqwest::Method::PATCH]
        {
            for (name, value) in [
                ("origin", "https://evil.example"),
                ("origin", "null"),
                ("sec-fetch-site", "cross-site"),
                ("sec-fetch-site", "same-site"),
            ] {
                let request = world
                    .http
                    .request(method.clone(), format!("{}{path}", world.url))
                    .header(header::COOKIE, &cookie);
                let answer = request.header(name, value).form(&[("a", "b")]).send().await.unwrap();
                // A method the path does not know at all may be answered first.
                assert!(
                    matches!(answer.status().as_u16(), 403 | 405),
                    "{method} {path} {name}: {value} → {}",
                    answer.status()
                );
                if method == reqwest::Method::POST {
                    assert_eq!(answer.status(), 403, "{path} {name}: {value}");
                }
            }
        }
    }
    assert_eq!(admin(&world, &cookie).await, 200, "the session is still there");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn the_set_up_link_makes_one_person_once(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let token = staff::set_up_link(&world.shop).await.unwrap();
    let use_it = async |password: &str| {
        let form =
            [("token", token.as_str()), ("name", "Ana"), ("email", "ana@shop.test"), ("password", password)];
        world
            .http
            .post(format!("{}/admin/set-up", world.url))
            .form(&form)
            .send()
            .await
            .unwrap()
            .status()
            .as_u16()
    };
    assert_eq!(use_it("short").await, 422);
    assert_eq!(use_it("a long enough password").await, 303);
    assert_eq!(use_it("a long enough password").await, 410);
    assert_eq!(world.count("select count(*) from staff").await, 1);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn doors_behind_links_speak_the_chosen_language_and_say_when_they_cannot_look(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let browser = Browser::new(&world);
    let set_up = format!("/admin/set-up/{}", staff::set_up_link(&world.shop).await.unwrap());
    let expires = world.shop.clock.now().plus(3600);
    let token = world.shop.secret.sign_order(Purpose::StaffLink, OrderId::new(), expires);
    let password = format!("/admin/password/{token}");
    let speak = async |language: &str| {
        for page in [&set_up, &password] {
            let chosen = browser.open(&format!("{page}?lang={language}")).await;
            assert_eq!((chosen.status().as_u16(), leads_to(&chosen)), (303, page.clone()), "{language}");
        }
    };
    for (language, title) in [("es", "Prepara tu tienda"), ("en", "Set up your shop")] {
        speak(language).await;
        let html = browser.read(&set_up).await;
        assert!(html.contains(&format!("<html lang=\"{language}\"")) && html.contains(title), "{html}");
    }
    for away in ["alter table setup_link rename to gone", "alter table staff_link rename to gone_too"] {
        sqlx::query(away).execute(&world.shop.pool).await.unwrap();
    }
    for (language, words) in [
        ("es", "Algo ha fallado por nuestra parte"),
        ("en", "Something went wrong on our side"),
        ("ro", "Ceva nu a mers la noi"),
        ("ru", "У нас что-то сломалось"),
    ] {
        speak(language).await;
        let choice = [("token", token.as_str()), ("password", "seven blue hedgehogs")];
        for answer in [
            browser.open(&set_up).await,
            browser.open(&password).await,
            browser.click("/admin/password", &choice).await,
        ] {
            assert_eq!(answer.status(), 500, "{language}");
            let html = answer.text().await.unwrap();
            assert!(html.contains(words), "{language}: {html}");
        }
    }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn guessing_a_password_runs_into_a_limit(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let guess = async || {
        let form = [("email", "ana@shop.test"), ("password", "wrong wrong wrong")];
        world.http.post(format!("{}/admin/sign-in", world.url)).form(&form).send().await.unwrap()
    };
    for _ in 0..10 {
        assert_eq!(guess().await.status(), 422);
    }
    let stopped = guess().await;
    assert_eq!(stopped.status(), 429);
    assert!(stopped.headers().contains_key(header::RETRY_AFTER));
}
