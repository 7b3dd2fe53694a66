//! Keys: made by administrators alone, shown once, rotated without a gap, revoked at once; over the API and on their pages.

use domain::{
    api_key::{self, NewKey, Scope},
    ids::ApiKeyId,
    staff::Role,
};
use reqwest::{Method, header};
use serde_json::{Value, json};
use sqlx::PgPool;
use uuid::Uuid;

use crate::{
    api_world::{Caller, pointer, read},
    staff_pages::hidden,
    support::World,
    workflows::Editor,
};

/// What a program with this secret is answered that reads products.
async fn opens(world: &World, secret: &str) -> u16 {
    Caller::with_secret(world, secret).get("/api/products").await.0
}

async fn patch(admin: &Caller<'_>, path: &str, body: Value) -> (u16, Value) {
    read(admin.request(Method::PATCH, path).json(&body).send().await.unwrap()).await
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_key_is_shown_once_and_does_what_its_scopes_say_until_it_ends(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let admin = Caller::person(&world, Role::Admin).await;
    let wish = json!({ "name": "Till", "scopes": ["products:read"], "origins": ["https://shop.example/"] });
    let (status, made) = admin.post_as("till", "/api/keys", &wish).await;
    assert_eq!(status, 201, "{made}");
    let secret = made["secret"].as_str().unwrap();
    assert!(secret.starts_with("clew_") && secret.starts_with(made["key"]["prefix"].as_str().unwrap()));
    assert_eq!(admin.post_as("till", "/api/keys", &wish).await.1, made, "the same request is the same key");
    let path = format!("/api/keys/{}", made["key"]["id"].as_str().unwrap());
    assert_eq!(opens(&world, secret).await, 200);
    let write = Caller::with_secret(&world, secret);
    let stock = json!({ "kind": "receive", "quantity": 1 });
    assert_eq!(write.post("/api/products/X/stock", &stock).await.0, 403, "not in its scopes");
    // Nobody is ever told it again.
    let (_, one) = admin.get(&path).await;
    let all = admin.all("/api/keys", 1).await;
    assert!(all.len() == 2 && !json!([one, all]).to_string().contains(secret), "{one} {all:?}");
    assert_eq!((&one["state"], &one["origins"]), (&json!("active"), &json!(["https://shop.example"])));
    assert!(one["lastUsedAt"].is_string());
    // Its end has come.
    let (status, over) = patch(&admin, &path, json!({ "expiresAt": "2020-01-01T00:00:00Z" })).await;
    assert_eq!((status, &over["state"]), (200, &json!("expired")), "{over}");
    assert_eq!(opens(&world, secret).await, 401);
    let (_, open) =
        patch(&admin, &path, json!({ "expiresAt": null, "scopes": ["products:read", "products:write"] }))
            .await;
    assert_eq!(
        (&open["state"], &open["name"]),
        (&json!("active"), &json!("Till")),
        "what is not named stays"
    );
    assert_eq!(write.post("/api/products/X/stock", &stock).await.0, 404, "in its scopes now");
    for (wrong, field) in [
        (json!({ "name": "", "scopes": ["products:read"] }), "#/name"),
        (json!({ "name": "x", "scopes": [] }), "#/scopes"),
        (json!({ "name": "x", "scopes": ["products:read"], "origins": ["*"] }), "#/origins/0"),
        (
            json!({ "name": "x", "scopes": ["products:read"], "expiresAt": "2020-01-01T00:00:00Z" }),
            "#/expiresAt",
        ),
    ] {
        let (status, problem) = admin.post("/api/keys", &wrong).await;
        assert_eq!((status, pointer(&problem)), (422, field), "{problem}");
    }
    assert_eq!(admin.post("/api/keys", &json!({ "name": "x", "scopes": ["staff:write"] })).await.0, 400);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn only_administrators_who_are_signed_in_make_keys(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let wish = json!({ "name": "Till", "scopes": ["orders:create"] });
    let admin = Caller::person(&world, Role::Admin).await;
    let (_, made) = admin.post("/api/keys", &wish).await;
    let path = format!("/api/keys/{}", made["key"]["id"].as_str().unwrap());
    let everything = Caller::program(&world, Scope::ALL).await;
    for caller in
        [everything, Caller::person(&world, Role::Operator).await, Caller::person(&world, Role::Viewer).await]
    {
        assert_eq!(caller.get("/api/keys").await.0, 403);
        assert_eq!(caller.get(&path).await.0, 403);
        assert_eq!(caller.post("/api/keys", &wish).await.0, 403);
        assert_eq!(caller.post(&format!("{path}/rotate"), &json!({})).await.0, 403);
        assert_eq!(patch(&caller, &path, json!({ "scopes": ["refunds:write"] })).await.0, 403);
        assert_eq!(caller.request(Method::DELETE, &path).send().await.unwrap().status(), 403);
    }
    assert_eq!(admin.get(&path).await.1, made["key"], "nothing has changed");
    // Another site cannot ride on an administrator's cookie.
    let (_, cookie) = world.person(Role::Admin).await;
    let foreign = world.http.delete(format!("{}{path}", world.url)).header(header::COOKIE, cookie);
    let foreign = foreign.header("sec-fetch-site", "cross-site").send().await.unwrap();
    assert_eq!(foreign.status(), 403);
    assert_eq!(admin.get(&path).await.1["state"], "active");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_rotation_leaves_no_gap_and_a_revocation_leaves_nothing(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let admin = Caller::person(&world, Role::Admin).await;
    let wish = json!({ "name": "Till", "scopes": ["products:read"] });
    let (_, made) = admin.post("/api/keys", &wish).await;
    let path = format!("/api/keys/{}", made["key"]["id"].as_str().unwrap());
    let rotate = |key: &'static str, overlap: i64| {
        let (admin, path) = (&admin, format!("{path}/rotate"));
        async move { admin.post_as(key, &path, &json!({ "overlapSeconds": overlap })).await }
    };
    let secret = |made: &Value| made["secret"].as_str().unwrap().to_owned();
    let old = secret(&made);
    let (status, fresh) = rotate("one", 3600).await;
    assert_eq!(status, 200, "{fresh}");
    let young = secret(&fresh);
    assert_eq!((opens(&world, &old).await, opens(&world, &young).await), (200, 200), "both open");
    assert!(fresh["key"]["previousUntil"].is_string());
    // The answer is lost, and what was kept of it: the same request gives another secret, and the one in use still opens.
    sqlx::query("update api_request set answer = null, lease_until = now() where key = 'one'")
        .execute(&world.shop.pool)
        .await
        .unwrap();
    let (status, again) = rotate("one", 3600).await;
    assert_eq!(status, 200, "{again}");
    let last = secret(&again);
    assert_eq!(
        (opens(&world, &old).await, opens(&world, &young).await, opens(&world, &last).await),
        (200, 401, 200)
    );
    // The overlap ends.
    sqlx::query("update api_key set previous_until = now() where previous_until is not null")
        .execute(&world.shop.pool)
        .await
        .unwrap();
    assert_eq!((opens(&world, &old).await, opens(&world, &last).await), (401, 200));
    // Without an overlap it ends at once.
    let at_once = secret(&rotate("two", 0).await.1);
    assert_eq!((opens(&world, &last).await, opens(&world, &at_once).await), (401, 200));
    for wrong in [-1, 31 * 86_400] {
        assert_eq!(pointer(&rotate("wrong", wrong).await.1), "#/overlapSeconds");
    }
    let newest = secret(&rotate("three", 3600).await.1);
    for _ in 0..2 {
        assert_eq!(admin.request(Method::DELETE, &path).send().await.unwrap().status(), 204, "twice is once");
    }
    assert_eq!(
        (opens(&world, &at_once).await, opens(&world, &newest).await),
        (401, 401),
        "the one before, too"
    );
    assert_eq!(admin.get(&path).await.1["state"], "revoked");
    assert_eq!(rotate("four", 0).await.0, 404);
    assert_eq!(patch(&admin, &path, json!({ "name": "Back" })).await.0, 404);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_key_in_use_is_never_made_again(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let id = ApiKeyId::new();
    let new = NewKey { name: "Till".into(), scopes: vec![Scope::ReadProducts], ..NewKey::default() };
    let lost = api_key::create(&world.shop, id, &new).await.unwrap();
    let shown = api_key::create(&world.shop, id, &new).await.unwrap();
    assert_eq!(
        (opens(&world, &lost).await, opens(&world, &shown).await),
        (401, 200),
        "one key, whose answer was lost once"
    );
    assert!(api_key::create(&world.shop, id, &new).await.is_err(), "somebody uses it");
    assert_eq!(opens(&world, &shown).await, 200);
    assert_eq!(world.count("select count(*) from api_key where name = 'Till'").await, 1);
}

fn form(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn the_pages_make_show_once_change_rotate_and_revoke(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (_, cookie) = world.person(Role::Admin).await;
    let admin = Editor { world: &world, cookie };
    let (status, page) = admin.get("/admin/keys").await;
    assert!(status == 200 && page.contains("New key"), "{page}");
    let id = hidden(&page, "id").to_owned();
    // What is wrong stands at its field, and what was typed is kept.
    let wrong = [("id", &*id), ("name", "Web shop"), ("last_day", "2020-01-01"), ("sites", "shop.example")];
    let (status, page) = admin.post("/admin/keys", &form(&wrong)).await;
    assert_eq!(status, 422);
    for words in
        ["Tick at least one thing", "This day has passed", "shop.example” is no site", "value=\"Web shop\""]
    {
        assert!(page.contains(words), "{words}: {page}");
    }
    let good =
        [("id", &*id), ("name", "Web shop"), ("scope", "products:read"), ("sites", "https://shop.example")];
    let (status, page) = admin.post("/admin/keys", &form(&good)).await;
    assert_eq!(status, 200);
    let secret = shown(&page).unwrap();
    assert_eq!(opens(&world, &secret).await, 200);
    // Sent again when it is in use, nothing is made.
    assert_eq!(admin.post("/admin/keys", &form(&good)).await.0, 303);
    assert_eq!(opens(&world, &secret).await, 200);
    let home = format!("/admin/keys/{id}");
    for path in ["/admin/keys", &*home] {
        let (_, page) = admin.get(path).await;
        assert!(
            page.contains("Web shop") && page.contains(&secret[..9]) && !page.contains(&secret),
            "{path}"
        );
    }
    let less =
        [("do", "change"), ("name", "Web shop"), ("scope", "places:read"), ("last_day", ""), ("sites", "")];
    assert_eq!(admin.post(&home, &form(&less)).await.0, 303);
    assert_eq!(opens(&world, &secret).await, 403);
    admin.post(&home, &form(&[("do", "change"), ("name", "Web shop"), ("scope", "products:read")])).await;
    let (_, page) = admin.get(&home).await;
    let rotation = hidden(&page, "rotation").to_owned();
    let (_, page) =
        admin.post(&home, &form(&[("do", "rotate"), ("rotation", &rotation), ("overlap", "86400")])).await;
    let young = shown(&page).unwrap();
    assert_eq!((opens(&world, &secret).await, opens(&world, &young).await), (200, 200));
    assert_eq!(admin.post(&home, &form(&[("do", "rotate"), ("overlap", "99999999")])).await.0, 400);
    // Nothing is revoked by a slip.
    admin.post(&home, &form(&[("do", "revoke")])).await;
    assert_eq!(opens(&world, &young).await, 200);
    assert_eq!(admin.post(&home, &form(&[("do", "revoke"), ("sure", "1")])).await.0, 303);
    assert_eq!((opens(&world, &secret).await, opens(&world, &young).await), (401, 401));
    assert!(admin.get("/admin/keys?revoked=1").await.1.contains("The key is revoked."));
    assert_eq!(admin.get(&format!("/admin/keys/{}", Uuid::now_v7())).await.0, 404);
}

/// The secret on a page, where it has one.
fn shown(page: &str) -> Option<String> {
    let at = page.find("id=\"secret\"")?;
    let tag = page[at..].split('>').next()?;
    Some(tag.split("value=\"").nth(1)?.split('"').next()?.to_owned())
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn the_pages_are_the_administrators(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let home = "/admin/keys";
    let id = ApiKeyId::new();
    let new = NewKey { name: "Till".into(), scopes: vec![Scope::ReadProducts], ..NewKey::default() };
    let secret = api_key::create(&world.shop, id, &new).await.unwrap();
    let one = format!("{home}/{id}");
    let keys = world.count("select count(*) from api_key").await;
    for role in [Role::Viewer, Role::Operator] {
        let (_, cookie) = world.person(role).await;
        let person = Editor { world: &world, cookie };
        let wish = form(&[("name", "Mine"), ("scope", "refunds:write")]);
        assert_eq!((person.get(home).await.0, person.get(&one).await.0), (403, 403), "{role:?}");
        assert_eq!(person.post(home, &wish).await.0, 403);
        for press in ["change", "rotate", "revoke"] {
            let press = form(&[
                ("do", press),
                ("sure", "1"),
                ("overlap", "0"),
                ("name", "x"),
                ("scope", "orders:read"),
            ]);
            assert_eq!(person.post(&one, &press).await.0, 403);
        }
        let (_, page) = person.get("/admin/settings").await;
        assert!(!page.contains("/admin/keys"), "nobody is led where they may not go");
    }
    assert_eq!(
        (opens(&world, &secret).await, world.count("select count(*) from api_key").await),
        (200, keys)
    );
    let stranger = world.http.get(format!("{}{home}", world.url)).send().await.unwrap();
    assert!(stranger.headers()[header::LOCATION].to_str().unwrap().contains("/admin/sign-in"));
    let (_, cookie) = world.person(Role::Admin).await;
    let foreign = world
        .http
        .post(format!("{}{home}", world.url))
        .header(header::COOKIE, cookie)
        .header("sec-fetch-site", "cross-site");
    assert_eq!(
        foreign.form(&form(&[("name", "x"), ("scope", "orders:read")])).send().await.unwrap().status(),
        403
    );
    let (_, cookie) = world.person(Role::Admin).await;
    assert!(Editor { world: &world, cookie }.get("/admin/settings").await.1.contains("/admin/keys"));
}
