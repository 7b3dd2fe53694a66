//! What sending costs: asked at checkout, chosen in the order, and only what was offered can be chosen.

use serde_json::{Value, json};
use sqlx::PgPool;

use crate::support::{API_KEY, World, body};

async fn ask(world: &World, wish: &Value) -> (u16, Value) {
    let url = format!("{}/api/shipping/rates", world.url);
    let answer = world.http.post(url).bearer_auth(API_KEY).json(wish).send().await.unwrap();
    (answer.status().as_u16(), answer.json().await.unwrap())
}

/// The parts of an order that say what is sent where.
fn wish(change: impl FnOnce(&mut Value)) -> Value {
    let mut order = body(|_| ());
    let mut wish = json!({
        "customer": { "name": "Ana Ruiz", "phone": "+34 600 000 000" },
        "address": order["address"].take(), "items": order["items"].take(), "currency": "eur"
    });
    wish["items"][0]["weightGrams"] = 700.into();
    change(&mut wish);
    wish
}

fn choice(quoted: &Value) -> Value {
    let rate = &quoted["rates"][0];
    json!({ "shipmentId": quoted["shipmentId"], "serviceToken": rate["serviceToken"], "carrier": rate["carrier"] })
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn rates_have_what_a_checkout_shows_and_the_order_keeps_the_choice(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (status, quoted) = ask(&world, &wish(|_| ())).await;
    assert_eq!(status, 200, "{quoted}");
    assert!(quoted["shipmentId"].is_string() && quoted["goodUntil"].is_string(), "{quoted}");
    assert_ne!(quoted["address"]["valid"], false);
    assert_eq!(quoted["parcels"][0]["weightGrams"].as_i64().unwrap() / 1400, 1, "{quoted}");
    let rates = quoted["rates"].as_array().unwrap();
    assert!(!rates.is_empty());
    for rate in rates {
        for text in ["serviceToken", "carrier", "carrierName", "service", "currency"] {
            assert!(!rate[text].as_str().unwrap().is_empty(), "{text}: {rate}");
        }
        assert!(rate["amount"].as_i64().unwrap() > 0 && rate["attributes"].is_array(), "{rate}");
    }
    let (number, _) = world.order(|body| body["shipping"]["rate"] = choice(&quoted)).await;
    let kept: (String, String, String) =
        sqlx::query_as("select shipment_id, service_token, carrier_token from orders")
            .fetch_one(&world.shop.pool)
            .await
            .unwrap();
    let named = |value: &Value| value.as_str().unwrap().to_owned();
    let first = &quoted["rates"][0];
    assert_eq!(
        kept,
        (named(&quoted["shipmentId"]), named(&first["serviceToken"]), named(&first["carrier"])),
        "{number}"
    );
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_choice_that_was_never_offered_is_refused_at_its_field(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (_, quoted) = ask(&world, &wish(|_| ())).await;
    let with = |field: &str, value: &str| {
        let mut rate = choice(&quoted);
        rate[field] = value.into();
        body(|body| body["shipping"]["rate"] = rate)
    };
    for (field, pointer) in [
        ("shipmentId", "#/shipping/rate/shipmentId"),
        ("serviceToken", "#/shipping/rate/serviceToken"),
        ("carrier", "#/shipping/rate/serviceToken"),
    ] {
        let refused = world.create(&format!("k-{field}"), &with(field, "made_up")).await;
        assert_eq!(refused.status(), 422, "{field}");
        let problem: Value = refused.json().await.unwrap();
        assert_eq!(problem["errors"][0]["pointer"], pointer, "{problem}");
    }
    let good = body(|body| body["shipping"]["rate"] = choice(&quoted));
    assert_eq!(world.create("k-good", &good).await.status(), 201);
    assert_eq!(world.create("k-good", &good).await.status(), 201, "its answer is kept for a day");
    for older in [
        "update quote set created_at = created_at - interval '7 days 1 minute'",
        "update api_request set created_at = created_at - interval '7 days 1 minute'",
    ] {
        sqlx::query(older).execute(&world.shop.pool).await.unwrap();
    }
    assert_eq!(world.create("k-late", &good).await.status(), 422);
    assert_eq!(world.create("k-good", &good).await.status(), 200, "what is placed stays placed");
    assert_eq!(world.count("select count(*) from orders").await, 1);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_product_s_own_measures_are_used_where_the_line_has_none(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let mug = json!({ "name": "Mug", "onHand": 9, "weightGrams": 2000, "lengthMm": 600, "widthMm": 90, "heightMm": 100 });
    let url = format!("{}/api/products/MUG", world.url);
    assert_eq!(world.http.put(url).bearer_auth(API_KEY).json(&mug).send().await.unwrap().status(), 200);
    let (status, quoted) = ask(
        &world,
        &wish(|wish| {
            wish["items"] = json!([{ "name": "Mug", "quantity": 1, "unitAmount": 900, "sku": "MUG" }])
        }),
    )
    .await;
    let parcel = &quoted["parcels"][0];
    assert_eq!(status, 200, "{quoted}");
    assert!(
        parcel["weightGrams"].as_i64() >= Some(2000) && parcel["lengthMm"].as_i64() >= Some(600),
        "{quoted}"
    );
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn across_a_border_and_for_bad_wishes_there_is_an_answer_too(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let far = wish(|wish| {
        wish["address"] = json!({
            "line1": "965 Mission St", "city": "San Francisco", "state": "CA", "postalCode": "94103", "country": "US"
        });
    });
    let (status, quoted) = ask(&world, &far).await;
    assert_eq!(status, 200);
    assert!(!quoted["rates"].as_array().unwrap().is_empty(), "customs are declared: {quoted}");
    for (change, pointer) in [
        (json!({ "currency": "zzz" }), "#/currency"),
        (json!({ "items": [] }), "#/items"),
        (json!({ "customer": { "email": "nonsense" } }), "#/customer/email"),
    ] {
        let mut wrong = wish(|_| ());
        wrong.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        let (status, problem) = ask(&world, &wrong).await;
        assert_eq!(status, 422, "{problem}");
        assert!(problem["errors"][0]["pointer"].as_str().unwrap().starts_with(pointer), "{problem}");
    }
    assert_eq!(ask(&world, &wish(|wish| wish["rate"] = "free".into())).await.0, 400);
    let bare = world
        .http
        .post(format!("{}/api/shipping/rates", world.url))
        .json(&wish(|_| ()))
        .send()
        .await
        .unwrap();
    assert_eq!(bare.status(), 401);
    world.faults(json!({ "shippo": { "down": true } })).await;
    let (status, problem) = ask(&world, &wish(|_| ())).await;
    assert_eq!((status, &problem["type"]), (503, &json!("/problems/provider-down")));
    assert!(!problem.to_string().to_lowercase().contains("shippo"), "{problem}");
}
