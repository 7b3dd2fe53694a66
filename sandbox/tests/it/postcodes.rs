//! Postcodes: known, gone, unknown, nowhere; and a service that fails on demand.

use serde_json::{Value, json};

use crate::world::{World, config};

async fn ask(world: &World, path: &str) -> (u16, Value) {
    let answer = world.get(&format!("/postcodes_io{path}")).send().await.expect("an answer");
    (answer.status().as_u16(), answer.json().await.expect("JSON"))
}

#[tokio::test]
async fn a_postcode_is_found_whatever_its_case_and_spaces() {
    let world = World::start(config()).await;
    for written in ["SW1A%201AA", "sw1a1aa"] {
        let (status, answer) = ask(&world, &format!("/postcodes/{written}")).await;
        assert_eq!((status, &answer["status"]), (200, &json!(200)));
        assert_eq!(answer["result"]["postcode"], "SW1A 1AA");
        assert!(answer["result"]["latitude"].is_f64() && answer["result"]["longitude"].is_f64());
    }
    let (status, island) = ask(&world, "/postcodes/GY11WR").await;
    assert_eq!(
        (status, &island["result"]["latitude"], &island["result"]["quality"]),
        (200, &Value::Null, &json!(9))
    );
}

#[tokio::test]
async fn what_is_no_postcode_is_said_as_postcodes_io_says_it() {
    let world = World::start(config()).await;
    let missing = |sentence: &str| (404, json!({ "status": 404, "error": sentence }));
    assert_eq!(ask(&world, "/postcodes/28013").await, missing("Invalid postcode"));
    assert_eq!(ask(&world, "/postcodes/SW1A9ZZ").await, missing("Postcode not found"));
    let (status, gone) = ask(&world, "/postcodes/EC1Y1AA").await;
    assert_eq!((status, &gone["terminated"]["year_terminated"]), (404, &json!(1996)));
    for (postcode, valid) in [("SW1A1AA", true), ("SW1A9ZZ", false), ("EC1Y1AA", false), ("28013", false)] {
        let answer = ask(&world, &format!("/postcodes/{postcode}/validate")).await;
        assert_eq!(answer, (200, json!({ "status": 200, "result": valid })), "{postcode}");
    }
}

#[tokio::test]
async fn its_faults_are_its_own() {
    let world = World::start(config()).await;
    world.control("/_control/faults", json!({ "postcodes": { "api_5xx": 1 } })).await;
    assert_eq!(ask(&world, "/postcodes/SW1A1AA").await.0, 500);
    assert_eq!(ask(&world, "/postcodes/SW1A1AA").await.0, 200);
    world.control("/_control/faults", json!({ "postcodes": { "down": true } })).await;
    assert_eq!(ask(&world, "/postcodes/SW1A1AA").await.0, 503);
    assert_eq!(world.read("/v1/events").await["data"], json!([]), "Stripe is well");
}
