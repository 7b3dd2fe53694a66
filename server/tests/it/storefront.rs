//! What a storefront may ask for its customer after the order is placed: call it off, send it back.

use domain::{
    Language,
    order::{self, Move, OrderNumber, Status},
    parcel::ParcelDetails,
    staff::Role,
};
use futures::future::join_all;
use reqwest::Response;
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::support::{API_KEY, World};

async fn ask(world: &World, number: &str, what: &str, body: Value) -> Response {
    let url = format!("{}/api/orders/{number}/{what}", world.url);
    world.http.post(url).bearer_auth(API_KEY).json(&body).send().await.unwrap()
}

async fn answer(response: Response) -> (u16, Value) {
    (response.status().as_u16(), response.json().await.unwrap())
}

/// Leads a paid order on, stage by stage.
async fn lead(world: &World, number: &OrderNumber, to: Status) {
    let (ana, _) = world.person(Role::Operator).await;
    let id = world.id(number).await;
    let version = async || world.load(number).await.version;
    order::advance(&world.shop, &ana, id, Move::On("in_production".into()), version().await).await.unwrap();
    if to >= Status::Shipped {
        order::ship(&world.shop, &ana, id, ParcelDetails::default(), version().await).await.unwrap();
    }
    if to == Status::Delivered {
        order::advance(&world.shop, &ana, id, Move::On("delivered".into()), version().await).await.unwrap();
    }
    assert_eq!(world.load(number).await.state.status, to);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_storefront_calls_an_order_off_once_however_often_it_asks(pool: PgPool) {
    let world = World::start(pool).await;
    let number = world.paid_order(|_| ()).await;
    let name = number.to_string();
    let answers = join_all((0..5).map(|_| ask(&world, &name, "cancel", json!({ "status": "paid" })))).await;
    for answer in answers {
        assert_eq!(answer.status(), 200);
        let said: Value = answer.json().await.unwrap();
        assert_eq!((&said["number"], &said["status"]), (&json!(name), &json!("cancelled")));
    }
    world.idle().await;
    let (status, said) = answer(ask(&world, &name, "cancel", json!({})).await).await;
    assert_eq!(
        (status, said),
        (200, json!({ "number": name, "status": "cancelled", "payment": "refunded" }))
    );
    assert_eq!(
        world.count("select count(*) from event where kind = 'order_cancelled' and source = 'api'").await,
        1
    );
    assert_eq!(world.count("select count(*) from refund").await, 1);
}

/// Customers' rules hold for storefronts: what is being made only a person of the shop decides.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn too_late_is_said_in_the_order_s_language_with_whom_to_write_to(pool: PgPool) {
    let world = World::start(pool).await;
    let mut sentences = std::collections::BTreeSet::new();
    for language in Language::ALL {
        let tag = language.tag();
        let number = world.paid_order(|body| body["language"] = tag.into()).await;
        lead(&world, &number, Status::Shipped).await;
        for (what, body) in [("cancel", json!({})), ("return", json!({ "reason": "x" }))] {
            let refused = ask(&world, &number.to_string(), what, body).await;
            assert_eq!(refused.headers()["content-language"], tag);
            assert_eq!(refused.headers()["content-type"], "application/problem+json");
            let (status, problem) = answer(refused).await;
            assert_eq!((status, &problem["type"]), (409, &json!("/problems/too-late")), "{tag} {what}");
            assert_eq!(problem["contact"], "help@shop.test");
            let detail = problem["detail"].as_str().unwrap();
            assert!(detail.contains("help@shop.test"), "{detail}");
            sentences.insert(detail.to_owned());
        }
        assert_eq!(world.load(&number).await.state.status, Status::Shipped);
    }
    assert_eq!(sentences.len(), 4, "{sentences:#?}");
    assert_eq!(world.count("select count(*) from refund").await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_return_is_asked_for_once_with_a_reason(pool: PgPool) {
    let world = World::start(pool).await;
    // This shop takes things back for two weeks.
    let days = "update workflow set definition = jsonb_set(definition, '{return_days}', '14')";
    sqlx::query(days).execute(&world.shop.pool).await.unwrap();
    let number = world.paid_order(|_| ()).await;
    lead(&world, &number, Status::Delivered).await;
    let name = number.to_string();
    for (body, status) in [
        (json!({}), 400),
        (json!({ "reason": "x", "status": "returned" }), 400),
        (json!({ "reason": " " }), 422),
        (json!({ "reason": "x".repeat(501) }), 422),
    ] {
        let (got, problem) = answer(ask(&world, &name, "return", body.clone()).await).await;
        assert_eq!(got, status, "{body}: {problem}");
        if status == 422 {
            assert_eq!(problem["errors"][0]["pointer"], "#/reason");
        }
    }
    let expected = json!({ "number": name, "status": "delivered", "payment": "paid", "return": "requested" });
    for _ in 0..2 {
        let said = answer(ask(&world, &name, "return", json!({ "reason": "Too small" })).await).await;
        assert_eq!(said, (200, expected.clone()));
    }
    assert_eq!(world.count("select count(*) from order_return where reason = 'Too small'").await, 1);
    assert_eq!(world.count("select count(*) from event where kind = 'return_requested'").await, 1);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn what_nobody_ordered_is_not_found_and_nobody_without_a_key_asks(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (number, _) = world.order(|_| ()).await;
    for (what, body) in [("cancel", json!({})), ("return", json!({ "reason": "x" }))] {
        for unknown in ["7K3QD-2M4XP", "nonsense", "%00", "..%2F.."] {
            assert_eq!(ask(&world, unknown, what, body.clone()).await.status(), 404, "{what} {unknown}");
        }
        let url = format!("{}/api/orders/{number}/{what}", world.url);
        let bare = world.http.post(&url).json(&body).send().await.unwrap();
        assert_eq!(bare.status(), 401);
        let wrong = world.http.post(&url).bearer_auth("clew_guess").json(&body).send().await.unwrap();
        assert_eq!(wrong.status(), 401);
    }
    assert_eq!(world.load(&number).await.version, 1);
}
