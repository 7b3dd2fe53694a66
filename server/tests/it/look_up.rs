//! The customer's door, tried by strangers.

use domain::{
    limit::Limit,
    order::{Limits, OrderNumber},
};
use reqwest::{Response, header};
use sqlx::PgPool;

use crate::support::World;

async fn guess(world: &World, number: &str, email: &str) -> Response {
    let form = [("number", number), ("email", email)];
    world.http.post(format!("{}/track", world.url)).form(&form).send().await.unwrap()
}

/// Status, headers without the date and the answer's own name, and body: everything a stranger could compare.
async fn whole(answer: Response) -> (u16, Vec<(String, String)>, String) {
    let own = |name: &header::HeaderName| *name == header::DATE || name.as_str() == "x-request-id";
    let headers = answer.headers().iter().filter(|(name, _)| !own(name));
    let headers =
        headers.map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned())).collect();
    (answer.status().as_u16(), headers, answer.text().await.unwrap())
}

fn generous() -> Limits {
    let most = Limit { tries: i32::MAX, seconds: 3600 };
    Limits { by_ip: most, by_number: most, by_email: most }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn ten_thousand_guesses_get_one_answer(pool: PgPool) {
    let world = World::with_limits(pool, generous()).await;
    let (number, _) = world.order(|_| ()).await;
    let number = number.to_string();
    let refusal = whole(guess(&world, "00000-00000", "nobody@customer.test").await).await;
    assert_eq!(refusal.0, 404);
    for i in 0..10_000_u64 {
        let answer = match i % 4 {
            0 => guess(&world, &number, &format!("stranger{i}@customer.test")).await,
            1 => {
                guess(
                    &world,
                    &OrderNumber::from_bits(i.wrapping_mul(0x9E37_79B9_7F4A_7C15)).to_string(),
                    "ana@customer.test",
                )
                .await
            }
            2 => guess(&world, "not a number", "not an email").await,
            _ => guess(&world, "", "").await,
        };
        assert_eq!(whole(answer).await, refusal, "guess {i}");
    }
    let found = guess(&world, &number.to_lowercase().replace('-', " "), " ANA@customer.TEST ").await;
    assert_eq!(found.status(), 303);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn guesses_run_into_the_limits_and_a_forged_address_changes_nothing(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (number, _) = world.order(|_| ()).await;
    let mut refused = 0;
    for i in 0..40 {
        let answer = world
            .http
            .post(format!("{}/track", world.url))
            .header("x-forwarded-for", format!("203.0.113.{i}"))
            .header("forwarded", format!("for=203.0.113.{i}"))
            .form(&[
                ("number", format!("00000-0000{}", i % 10)),
                ("email", format!("guess{i}@customer.test")),
            ])
            .send()
            .await
            .unwrap();
        if answer.status() == 429 {
            let wait: u64 = answer.headers()["retry-after"].to_str().unwrap().parse().unwrap();
            assert!((1..=3600).contains(&wait));
            refused += 1;
        }
    }
    assert_eq!(refused, 10, "30 tries of one address, then none");
    assert_eq!(guess(&world, &number.to_string(), "ana@customer.test").await.status(), 429);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn one_number_and_one_email_have_limits_of_their_own(pool: PgPool) {
    let mut limits = Limits::default();
    limits.by_ip.tries = i32::MAX;
    let world = World::with_limits(pool, limits).await;
    for i in 0..11 {
        let answer = guess(&world, "7K3QD-2M4XP", &format!("guess{i}@customer.test")).await;
        assert_eq!(answer.status(), if i < 10 { 404 } else { 429 }, "number, try {i}");
    }
    for i in 0..11 {
        let answer = guess(&world, &OrderNumber::from_bits(i).to_string(), "one@customer.test").await;
        assert_eq!(answer.status(), if i < 10 { 404 } else { 429 }, "email, try {i}");
    }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn the_page_holds_nothing_internal_and_the_cookie_opens_one_order_only(pool: PgPool) {
    let world = World::start(pool).await;
    let number = world.paid_order(|_| ()).await;
    let other = world.paid_order(|_| ()).await;
    let (person, _) = world.person(domain::staff::Role::Operator).await;
    let id = world.id(&number).await;
    domain::order::add_note(&world.shop, &person, id, "SECRET NOTE").await.unwrap();
    let found = guess(&world, &number.to_string(), "ana@customer.test").await;
    let cookie = found.headers()[header::SET_COOKIE].to_str().unwrap().to_owned();
    assert_eq!(found.headers()[header::LOCATION].to_str().unwrap(), format!("/o/{number}"));
    for part in [format!("Path=/o/{number}"), "HttpOnly".into(), "SameSite=Lax".into()] {
        assert!(cookie.contains(&part), "{cookie}");
    }
    let cookie = cookie.split(';').next().unwrap().to_owned();
    let open = async |path: String| {
        world.http.get(format!("{}{path}", world.url)).header(header::COOKIE, &cookie).send().await.unwrap()
    };
    for path in [format!("/o/{number}"), format!("/o/{number}/fragment")] {
        let page = open(path).await;
        assert_eq!(page.status(), 200);
        assert_eq!(page.headers()[header::CACHE_CONTROL], "no-store, private");
        assert_eq!(page.headers()[header::REFERRER_POLICY], "same-origin");
        let html = page.text().await.unwrap();
        assert!(html.contains(&number.to_string()));
        for internal in [
            id.to_string().as_str(),
            "SECRET NOTE",
            "Taller Secreto",
            "ana@customer.test",
            "Calle Mayor",
            "pi_",
        ] {
            assert!(!html.contains(internal), "{internal}");
        }
    }
    assert_eq!(open(format!("/o/{other}")).await.status(), 303);
    assert_eq!(open(format!("/o/{other}/fragment")).await.status(), 404);
    assert_eq!(open(format!("/o/{other}/live")).await.status(), 204);
    let bare = world.http.get(format!("{}/o/{number}", world.url)).send().await.unwrap();
    assert_eq!(
        (bare.status().as_u16(), &bare.headers()[header::LOCATION]),
        (303, &header::HeaderValue::from_static("/track"))
    );
}
