//! Who may ask a carrier, and what goes wrong on purpose.

use std::time::Duration;

use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::carriers::{CORREOS, Carriers, DHL, FEDEX, UPS, answer};

#[tokio::test]
async fn a_token_is_given_for_an_id_and_a_secret_and_opens_its_own_carrier_only() {
    let carriers = Carriers::start().await;
    let (_, fedex) = answer(carriers.token_call("fedex", "shop", "secret")).await;
    assert_eq!((&fedex["expires_in"], &fedex["scope"]), (&json!(3600), &json!("CXS")));
    let (_, ups) = answer(carriers.token_call("ups", "shop", "secret")).await;
    assert_eq!((&ups["expires_in"], &ups["client_id"]), (&json!("14399"), &json!("shop")));
    let ups = ups["access_token"].as_str().unwrap();
    assert_eq!(answer(carriers.ups_call(ups, UPS)).await.0, 200);
    let (status, body) = answer(carriers.fedex_call(ups, &[FEDEX])).await;
    assert_eq!((status.as_u16(), &body["errors"][0]["code"]), (401, &json!("NOT.AUTHORIZED.ERROR")));
    assert_eq!(answer(carriers.ups_call("", UPS)).await.0, 401);
}

#[tokio::test]
async fn where_credentials_were_agreed_no_others_open() {
    let carriers = Carriers::start().await;
    for carrier in ["fedex", "ups"] {
        assert_eq!(answer(carriers.token_call(carrier, "", "")).await.0, 401, "{carrier}");
        let path = format!("/_control/carriers/{carrier}/credentials");
        let agreed = json!({ "id": "shop", "secret": "right" });
        assert_eq!(carriers.0.post(&path).json(&agreed).send().await.unwrap().status(), 204);
        assert_eq!(answer(carriers.token_call(carrier, "shop", "wrong")).await.0, 401, "{carrier}");
        assert_eq!(answer(carriers.token_call(carrier, "shop", "right")).await.0, 200, "{carrier}");
    }
    let (_, wrong) = answer(carriers.token_call("ups", "shop", "wrong")).await;
    assert_eq!(
        wrong,
        json!({ "response": { "errors": [{ "code": "10401", "message": "ClientId is Invalid" }] } })
    );
    let agreed = json!({ "id": "another" });
    carriers.0.post("/_control/carriers/dhl/credentials").json(&agreed).send().await.unwrap();
    let (status, problem) = answer(carriers.dhl_call(DHL)).await;
    assert_eq!((status.as_u16(), &problem["status"]), (401, &json!(401)));
}

/// Waits for the second at which the token has run out, by asking until it has.
#[tokio::test]
async fn a_token_runs_out_and_can_be_taken_back_before() {
    let carriers = Carriers::start().await;
    carriers.faults(json!({ "fedex": { "token_lasts_s": 1 }, "ups": { "token_lasts_s": 1 } })).await;
    let (fedex, ups) = (carriers.token("fedex").await, carriers.token("ups").await);
    let late = loop {
        let (status, body) = answer(carriers.ups_call(&ups, UPS)).await;
        if status != 200 {
            break body;
        }
    };
    assert_eq!(late["response"]["errors"][0]["code"], "251004");
    let (status, body) = answer(carriers.fedex_call(&fedex, &[FEDEX])).await;
    assert_eq!(status, 401);
    assert!(body["errors"][0]["message"].as_str().unwrap().starts_with("Access token expired"), "{body}");
    carriers.faults(json!({ "ups": { "token_lasts_s": 0 } })).await;
    let fresh = carriers.token("ups").await;
    assert_eq!(answer(carriers.ups_call(&fresh, UPS)).await.0, 200);
    carriers.0.post("/_control/carriers/ups/tokens/forget").send().await.unwrap();
    assert_eq!(answer(carriers.ups_call(&fresh, UPS)).await.0, 401);
}

#[tokio::test]
async fn revoked_credentials_close_one_carrier_until_they_are_restored() {
    let carriers = Carriers::start().await;
    let (fedex, ups) = (carriers.token("fedex").await, carriers.token("ups").await);
    carriers
        .faults(
            json!({ "ups": { "revoked": true }, "dhl": { "revoked": true }, "correos": { "revoked": true } }),
        )
        .await;
    assert_eq!(answer(carriers.ups_call(&ups, UPS)).await.0, 401);
    assert_eq!(answer(carriers.token_call("ups", "shop", "secret")).await.0, 401);
    assert_eq!(answer(carriers.dhl_call(DHL)).await.0, 401);
    assert_eq!(answer(carriers.fedex_call(&fedex, &[FEDEX])).await.0, 200);
    // Correos has nothing to revoke but a contract.
    carriers.correos(CORREOS).await;
    let contract = || {
        carriers.0.client.get(
            carriers
                .0
                .url(&format!("/correos/canonico/eventos_envio_servicio_auth/{CORREOS}?indUltEvento=S")),
        )
    };
    assert_eq!(answer(contract().basic_auth("shop", Some("secret"))).await.0, 401);
    carriers.faults(json!({ "ups": { "revoked": false }, "correos": { "revoked": false } })).await;
    assert_eq!(answer(carriers.ups_call(&ups, UPS)).await.0, 200);
    let (status, latest) = answer(contract().basic_auth("shop", Some("secret"))).await;
    assert_eq!((status.as_u16(), latest[0]["eventos"].as_array().unwrap().len()), (200, 1));
    assert_eq!(answer(contract()).await.0, 401);
}

#[tokio::test]
async fn each_carrier_fails_in_its_own_words() {
    let carriers = Carriers::start().await;
    let (fedex, ups) = (carriers.token("fedex").await, carriers.token("ups").await);
    let correos = carriers.0.url(&format!("/correos/canonico/eventos_envio_servicio/{CORREOS}"));
    let call = |carrier: &str| match carrier {
        "fedex" => carriers.fedex_call(&fedex, &[FEDEX]),
        "ups" => carriers.ups_call(&ups, UPS),
        "dhl" => carriers.dhl_call(DHL),
        _ => carriers.0.client.get(&correos),
    };
    for (carrier, code) in
        [("fedex", "/errors/0/code"), ("ups", "/response/errors/0/code"), ("dhl", "/title"), ("correos", "")]
    {
        carriers.faults(json!({ carrier: { "api_5xx": 1 } })).await;
        let (status, body) = answer(call(carrier)).await;
        assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR, "{carrier}");
        assert!(body.pointer(code).is_some_and(Value::is_string), "{carrier}: {body}");
        carriers.faults(json!({ carrier: { "api_429": 1 } })).await;
        let busy = call(carrier).send().await.unwrap();
        assert_eq!(
            (busy.status().as_u16(), busy.headers()["retry-after"].to_str().unwrap()),
            (429, "7"),
            "{carrier}"
        );
        carriers.faults(json!({ carrier: { "api_timeout": 1 } })).await;
        let silent = call(carrier).timeout(Duration::from_millis(300)).send().await;
        assert!(silent.is_err_and(|error| error.is_timeout()), "{carrier}");
        assert_eq!(call(carrier).send().await.unwrap().status(), 200, "{carrier}");
    }
    let calls = carriers.0.read("/_control/carriers").await["calls"].clone();
    assert_eq!(calls, json!({ "fedex": 4, "ups": 4, "dhl": 4, "correos": 4 }));
    carriers.faults(json!({ "fedex": { "down": true } })).await;
    assert_eq!(answer(carriers.token_call("fedex", "shop", "secret")).await.0, 503);
}
