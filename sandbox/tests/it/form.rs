//! What Stripe would refuse is refused, in its words.

use serde_json::Value;

use crate::world::{ORDER, World, config};

async fn refusal(world: &World, change: (&str, Option<&str>)) -> (u16, Value) {
    let mut form: Vec<(&str, &str)> = ORDER.iter().copied().filter(|(name, _)| *name != change.0).collect();
    form.extend(change.1.map(|value| (change.0, value)));
    let answer = world.post("/v1/checkout/sessions").form(&form).send().await.expect("an answer");
    let status = answer.status().as_u16();
    (status, answer.json::<Value>().await.expect("JSON")["error"].clone())
}

#[tokio::test]
async fn parameters_are_checked() {
    let world = World::start(config()).await;
    let price = "line_items[0][price_data][unit_amount]";
    for (change, code, param) in [
        (("success_url", None), "parameter_missing", "success_url"),
        (("success_url", Some("shop")), "url_invalid", "success_url"),
        ((price, None), "parameter_missing", price),
        ((price, Some("15.00")), "parameter_invalid_integer", price),
        ((price, Some("-1")), "parameter_invalid_integer", price),
        (
            ("line_items[0][price_data][name]", Some("x")),
            "parameter_unknown",
            "line_items[0][price_data][name]",
        ),
        (("success", Some("x")), "parameter_unknown", "success"),
        (("locale", Some("tlh")), "parameter_invalid", "locale"),
        (("expires_at", Some("1700000000")), "parameter_invalid", "expires_at"),
        (("customer_email", Some("ana")), "email_invalid", "customer_email"),
    ] {
        let (status, error) = refusal(&world, change).await;
        assert_eq!(
            (status, error["code"].as_str(), error["param"].as_str()),
            (400, Some(code), Some(param)),
            "{error}"
        );
        assert_eq!(error["type"], "invalid_request_error");
    }
}

#[tokio::test]
async fn a_key_is_needed_and_only_a_test_key() {
    let world = World::start(config()).await;
    for key in [None, Some("sk_live_abc"), Some("sk_test_")] {
        let request = world.client.get(world.url("/v1/events"));
        let request = key.map_or(request.try_clone().unwrap(), |key| request.bearer_auth(key));
        let answer = request.send().await.unwrap();
        assert_eq!(answer.status(), 401);
        assert!(answer.headers().contains_key("request-id"));
        assert_eq!(answer.json::<Value>().await.unwrap()["error"]["type"], "invalid_request_error");
    }
}

#[tokio::test]
async fn an_unknown_object_or_path_is_said_to_be() {
    let world = World::start(config()).await;
    assert_eq!(world.read("/v1/checkout/sessions/cs_test_no").await["error"]["code"], "resource_missing");
    assert_eq!(world.read("/v1/payment_intents/pi_no").await["error"]["code"], "resource_missing");
    let message = world.read("/v1/customers").await["error"]["message"].as_str().unwrap().to_owned();
    assert!(message.starts_with("Unrecognized request URL (GET: /v1/customers)"), "{message}");
}
