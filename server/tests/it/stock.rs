//! What a storefront says is in stock, and what it hears when there is less.

use serde_json::{Value, json};
use sqlx::PgPool;

use crate::support::{API_KEY, World, body};

async fn put(world: &World, sku: &str, product: &Value) -> (u16, Value) {
    let url = format!("{}/api/products/{sku}", world.url);
    let answer = world.http.put(url).bearer_auth(API_KEY).json(product).send().await.unwrap();
    (answer.status().as_u16(), answer.json().await.unwrap())
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_product_is_written_whole_and_keeps_its_measures(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let whole = json!({ "name": "Mug", "onHand": 5, "weightGrams": 400, "lengthMm": 120, "widthMm": 90, "heightMm": 100 });
    let mut expected = whole.clone();
    expected["sku"] = "MUG/1 rojo".into();
    for (field, value) in [
        ("group", json!(null)),
        ("kind", json!("goods")),
        ("options", json!({})),
        ("price", json!(null)),
        ("currency", json!(null)),
        ("reorderPoint", json!(null)),
        ("offered", json!(false)),
        ("locations", json!([])),
    ] {
        expected[field] = value;
    }
    assert_eq!(put(&world, "MUG%2F1%20rojo", &whole).await, (200, expected.clone()));
    let counted = put(&world, "MUG%2F1%20rojo", &json!({ "name": "Taza", "onHand": 3 })).await;
    (expected["name"], expected["onHand"]) = ("Taza".into(), 3.into());
    assert_eq!(counted, (200, expected), "nobody said that it weighs nothing");
    let (status, problem) =
        put(&world, "MUG", &json!({ "name": "", "onHand": -1, "weightGrams": 0, "lengthMm": 10_001 })).await;
    let pointers: Vec<_> =
        problem["errors"].as_array().unwrap().iter().map(|error| &error["pointer"]).collect();
    assert_eq!(status, 422);
    for pointer in ["#/name", "#/onHand", "#/weightGrams", "#/lengthMm"] {
        assert!(pointers.iter().any(|got| *got == pointer), "{pointer} in {pointers:?}");
    }
    assert_eq!(put(&world, "MUG", &json!({ "name": "Mug", "onHand": 1, "sku": "CUP" })).await.0, 400);
    assert_eq!(put(&world, &"x".repeat(101), &json!({ "name": "Mug", "onHand": 1 })).await.0, 404);
    assert_eq!(put(&world, "A%0AB", &json!({ "name": "Mug", "onHand": 1 })).await.0, 404);
    let bare = world.http.put(format!("{}/api/products/MUG", world.url)).json(&whole).send().await.unwrap();
    assert_eq!(bare.status(), 401);
    assert_eq!(world.count("select count(*) from product").await, 1);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn what_is_not_in_stock_is_refused_by_name_and_line(pool: PgPool) {
    let world = World::without_worker(pool).await;
    put(&world, "MUG", &json!({ "name": "Mug", "onHand": 3 })).await;
    let order = body(|body| {
        let mug = json!({ "name": "Mug", "quantity": 2, "unitAmount": 900, "sku": "MUG" });
        body["items"].as_array_mut().unwrap().extend([mug.clone(), mug]);
        body["language"] = "es".into();
    });
    let refused = world.create("k-1", &order).await;
    assert_eq!(
        (refused.status().as_u16(), &refused.headers()["content-language"]),
        (409, &"es".parse().unwrap())
    );
    let problem: Value = refused.json().await.unwrap();
    assert_eq!(problem["type"], "/problems/out-of-stock");
    assert!(problem["detail"].as_str().unwrap().contains("MUG"), "{problem}");
    let pointers: Vec<_> =
        problem["errors"].as_array().unwrap().iter().map(|error| &error["pointer"]).collect();
    assert_eq!(pointers, ["#/items/1", "#/items/2"]);
    assert_eq!(world.count("select count(*) from orders").await, 0);
    assert_eq!(world.count("select on_hand::bigint from product").await, 3);
    // The key is not spent: with more in stock the same request is an order.
    put(&world, "MUG", &json!({ "name": "Mug", "onHand": 4 })).await;
    assert_eq!(world.create("k-1", &order).await.status(), 201);
    assert_eq!(world.count("select on_hand::bigint from product").await, 0);
}
