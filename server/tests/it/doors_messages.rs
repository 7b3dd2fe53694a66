//! The doors of Twilio and Resend: believed only when signed, kept once, and nothing of their answer reaches a telephone.

use domain::{
    notice::Channel,
    order::Limits,
    provider::signature::{standard, twilio},
    queue::drain,
};
use secrecy::SecretString;
use server::webhooks::Secrets;
use sqlx::PgPool;

use crate::{
    channel_world::{plan, quiet_order, stands},
    support::{RESEND_SECRET, TWILIO_TOKEN, World, secrets},
};

const FORM: [(&str, &str); 4] =
    [("MessageSid", "SM1"), ("MessageStatus", "sent"), ("To", "+34600111222"), ("AccountSid", "ACsandbox")];

fn owned(form: &[(&str, &str)]) -> Vec<(String, String)> {
    form.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

async fn post(world: &World, query: &str, signature: &str, form: &[(&str, &str)]) -> reqwest::Response {
    let url = format!("{}/api/webhooks/twilio{query}", world.url);
    world.http.post(url).header("x-twilio-signature", signature).form(form).send().await.unwrap()
}

fn signed(world: &World, query: &str, form: &[(&str, &str)], token: &str) -> String {
    let url = format!("{}/api/webhooks/twilio{query}", world.url);
    twilio::sign(&url, &owned(form), &SecretString::from(token))
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn twilio_is_believed_by_its_signature_over_our_own_address(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let good = signed(&world, "", &FORM, TWILIO_TOKEN);
    let answer = post(&world, "", &good, &FORM).await;
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.headers()["content-type"], "text/xml", "plain text would be sent to the customer");
    assert!(answer.text().await.unwrap().ends_with("<Response/>"));
    let mut other = FORM;
    other[1].1 = "delivered";
    let elsewhere = twilio::sign(
        "https://shop.example/api/webhooks/twilio",
        &owned(&FORM),
        &SecretString::from(TWILIO_TOKEN),
    );
    for (query, signature, form) in [
        ("", String::new(), FORM),
        ("", signed(&world, "", &FORM, "another token"), FORM),
        ("", good.clone(), other),
        ("?x=1", good.clone(), FORM),
        ("", elsewhere, FORM),
    ] {
        assert_eq!(post(&world, query, &signature, &form).await.status(), 400, "{query} {signature}");
    }
    let with_query = signed(&world, "?x=1", &other, TWILIO_TOKEN);
    assert_eq!(post(&world, "?x=1", &with_query, &other).await.status(), 200);
    assert_eq!(post(&world, "", &good, &FORM).await.status(), 200);
    assert_eq!(world.count("select count(*) from inbox where provider = 'twilio'").await, 2);
    assert_eq!(world.count("select deliveries::bigint from inbox where event_id = 'SM1:sent'").await, 2);
    let none = [("Hello", "World")];
    let answer = post(&world, "", &signed(&world, "", &none, TWILIO_TOKEN), &none).await;
    assert_eq!(answer.status(), 400, "a form that names no message");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn without_a_token_no_webhook_of_twilio_is_believed(pool: PgPool) {
    for twilio in [Vec::new(), vec![SecretString::from("")]] {
        let world = World::with(pool.clone(), Limits::default(), Secrets { twilio, ..secrets() }).await;
        for token in ["", TWILIO_TOKEN] {
            let signature = signed(&world, "", &FORM, token);
            assert_eq!(post(&world, "", &signature, &FORM).await.status(), 400);
        }
    }
}

/// Twilio may tell us that a message arrived before we have written down what it is called.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn news_that_comes_before_its_message_waits_for_it(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let number = quiet_order(&world).await;
    world.faults(serde_json::json!({ "twilio": { "drop": 2 } })).await;
    let id = plan(&world, &number, Channel::Sms, "+34600111222").await;
    sqlx::query("update job set run_at = now() + interval '1 hour' where name = 'send_notice'")
        .execute(&world.shop.pool)
        .await
        .unwrap();
    // The sandbox's next message is not ours to know: its news is told by hand, under the name it will have.
    let body = [("MessageSid", "SMearly"), ("MessageStatus", "delivered")];
    let signature = signed(&world, "", &body, TWILIO_TOKEN);
    assert_eq!(post(&world, "", &signature, &body).await.status(), 200);
    drain(&world.shop).await.unwrap();
    assert_eq!(world.count("select count(*) from inbox where state = 'waiting'").await, 1);
    world.control("/_control/sms/next-sid", serde_json::json!({ "sid": "SMearly" })).await;
    sqlx::query("update job set run_at = now()").execute(&world.shop.pool).await.unwrap();
    drain(&world.shop).await.unwrap();
    assert_eq!(stands(&world, id).await.0, "delivered");
    assert_eq!(world.count("select count(*) from inbox where state = 'waiting'").await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn resend_is_believed_by_svix_s_signature_and_heard_once(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let now = world.shop.clock.now();
    let body = br#"{"type":"email.delivered","data":{"email_id":"56761188-7520-42d8-8898-ff6fc54ce618"}}"#;
    let post = async |id: &str, signature: String| {
        let request = world.http.post(format!("{}/api/webhooks/resend", world.url));
        let request = request.header("svix-id", id).header("svix-timestamp", now.0.as_second().to_string());
        request
            .header("svix-signature", signature)
            .body(body.to_vec())
            .send()
            .await
            .unwrap()
            .status()
            .as_u16()
    };
    let signed = |id: &str, secret: &str| standard::sign(id, body, &SecretString::from(secret), now);
    assert_eq!(post("msg_1", signed("msg_1", RESEND_SECRET)).await, 200);
    assert_eq!(post("msg_1", signed("msg_1", RESEND_SECRET)).await, 200);
    assert_eq!(post("msg_2", signed("msg_1", RESEND_SECRET)).await, 400);
    assert_eq!(post("msg_2", signed("msg_2", "whsec_c29tZWJvZHkgZWxzZSdz")).await, 400);
    assert_eq!(world.count("select count(*) from inbox where provider = 'resend'").await, 1);
}
