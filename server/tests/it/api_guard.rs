//! The API's one door: who is let in, how often, from which sites, and in which words others are refused.

use domain::{
    api_key::{self, NewKey, Scope},
    ids::ApiKeyId,
    staff::Role,
};
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::support::{API_KEY, World};

async fn key(world: &World, new: NewKey) -> String {
    let new = NewKey { name: "till".into(), ..new };
    api_key::create(&world.shop, ApiKeyId::new(), &new).await.unwrap()
}

fn ask(world: &World, key: &str) -> reqwest::RequestBuilder {
    world.http.get(format!("{}/api/admin/notifications/templates", world.url)).bearer_auth(key)
}

async fn problem(answer: reqwest::Response) -> (u16, Value) {
    assert_eq!(answer.headers()["content-type"], "application/problem+json");
    assert!(answer.headers().contains_key("x-request-id"));
    (answer.status().as_u16(), answer.json().await.unwrap())
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_key_opens_what_its_scopes_say_until_it_ends(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let reads = key(&world, NewKey { scopes: vec![Scope::ReadNotices], ..NewKey::default() }).await;
    let answer = ask(&world, &reads).send().await.unwrap();
    assert_eq!(answer.status(), 200);
    assert!(answer.headers().contains_key("ratelimit-remaining"));
    let (status, refusal) = problem(ask(&world, API_KEY).send().await.unwrap()).await;
    assert_eq!((status, refusal["type"].as_str()), (403, Some("/problems/forbidden")));
    assert!(refusal["detail"].as_str().unwrap().contains("notices:read"));
    let end = Some(world.shop.clock.now().plus(3600));
    let ends =
        key(&world, NewKey { scopes: vec![Scope::ReadNotices], expires_at: end, ..NewKey::default() }).await;
    assert_eq!(ask(&world, &ends).send().await.unwrap().status(), 200);
    sqlx::query("update api_key set expires_at = now() where expires_at is not null")
        .execute(&world.shop.pool)
        .await
        .unwrap();
    let (status, refusal) = problem(ask(&world, &ends).send().await.unwrap()).await;
    assert_eq!((status, refusal["type"].as_str()), (401, Some("/problems/unauthorized")));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_rotated_key_opens_with_both_secrets_for_a_while(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let id = ApiKeyId::new();
    let new = NewKey { name: "till".into(), scopes: vec![Scope::ReadNotices], ..NewKey::default() };
    let old = api_key::create(&world.shop, id, &new).await.unwrap();
    let young = api_key::rotate(&world.shop, id, 60, uuid::Uuid::now_v7()).await.unwrap();
    for key in [&old, &young] {
        assert_eq!(ask(&world, key).send().await.unwrap().status(), 200);
    }
    sqlx::query("update api_key set previous_until = now() where id = $1")
        .bind(id.0)
        .execute(&world.shop.pool)
        .await
        .unwrap();
    assert_eq!(ask(&world, &old).send().await.unwrap().status(), 401);
    assert_eq!(ask(&world, &young).send().await.unwrap().status(), 200);
    api_key::revoke(&world.shop, id).await.unwrap();
    assert_eq!(ask(&world, &young).send().await.unwrap().status(), 401);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn pages_of_a_keys_sites_may_use_it_and_no_others(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let site = "https://shop.example";
    let new = NewKey { scopes: vec![Scope::ReadNotices], origins: vec![site.into()], ..NewKey::default() };
    let key = key(&world, new).await;
    let url = format!("{}/api/admin/notifications/templates", world.url);
    let preflight = |origin: &'static str| {
        let asked = world.http.request(reqwest::Method::OPTIONS, &url).header("origin", origin);
        asked.header("access-control-request-method", "GET").send()
    };
    let told = preflight(site).await.unwrap();
    assert_eq!(
        (told.status().as_u16(), told.headers()["access-control-allow-origin"].to_str().unwrap()),
        (204, site)
    );
    assert!(told.headers()["access-control-allow-headers"].to_str().unwrap().contains("idempotency-key"));
    assert!(!told.headers().contains_key("access-control-allow-credentials"));
    assert!(
        !preflight("https://evil.example")
            .await
            .unwrap()
            .headers()
            .contains_key("access-control-allow-origin")
    );
    let answer = ask(&world, &key).header("origin", site).send().await.unwrap();
    assert_eq!(answer.headers()["access-control-allow-origin"], site);
    let (status, refusal) =
        problem(ask(&world, &key).header("origin", "https://evil.example").send().await.unwrap()).await;
    assert_eq!((status, refusal["type"].as_str()), (403, Some("/problems/origin-not-allowed")));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn staff_are_let_in_by_role_and_from_our_own_pages(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let url = format!("{}/api/admin/notifications/templates", world.url);
    let (_, viewer) = world.person(Role::Viewer).await;
    let (_, admin) = world.person(Role::Admin).await;
    let read = |cookie: &str| world.http.get(&url).header("cookie", cookie.to_owned()).send();
    assert_eq!(read(&viewer).await.unwrap().status(), 403);
    assert_eq!(read(&admin).await.unwrap().status(), 200);
    assert_eq!(read("clew_session=nobody").await.unwrap().status(), 401);
    let write = world.http.post(&url).header("cookie", admin).json(&json!({}));
    let (status, refusal) = problem(write.send().await.unwrap()).await;
    assert_eq!((status, refusal["title"].as_str()), (403, Some("From another site")));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn guessed_keys_and_unknown_addresses_are_refused_in_words_programs_read(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let get = |path: &str| world.http.get(format!("{}{path}", world.url)).bearer_auth(API_KEY).send();
    assert_eq!(problem(get("/api/nothing/here").await.unwrap()).await.0, 404);
    let wrong_way = get("/api/shipping/rates").await.unwrap();
    assert_eq!(wrong_way.headers()["allow"], "POST");
    assert_eq!(problem(wrong_way).await.0, 405);
    let document: Value = get("/api/openapi.json").await.unwrap().json().await.unwrap();
    assert!(document["paths"]["/api/orders"]["post"]["responses"]["409"].is_object());
    for _ in 0..30 {
        assert_eq!(ask(&world, "clew_guessed").send().await.unwrap().status(), 401);
    }
    let stopped = ask(&world, "clew_guessed").send().await.unwrap();
    assert!(stopped.headers().contains_key("retry-after"));
    assert_eq!(problem(stopped).await.0, 429);
    // A good key from the same address is not held up by somebody's guessing.
    assert_ne!(get("/api/shipping/rates").await.unwrap().status(), 429);
}
