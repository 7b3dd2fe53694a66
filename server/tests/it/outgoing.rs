//! Outgoing webhooks where all is well: what a receiver hears, how it knows who speaks, and what is sent again.

use domain::{
    event::Kind,
    ids::WebhookEndpointId,
    outbox::{self, EndpointDraft, LogFilter, MessageState, Payload, Which},
    provider::signature::standard::{self, Headers},
};
use secrecy::{ExposeSecret, SecretString};
use serde_json::json;
use sqlx::PgPool;
use uuid::Uuid;

use crate::{
    bulk_world::{everything, look, run, stand, to},
    outgoing_world::{Receiver, Reply, Sending, assert_unbroken},
};

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_receiver_hears_in_order_what_happened_as_it_stood_then_and_can_verify_it(pool: PgPool) {
    let sending = Sending::start(pool).await;
    let (thin, full, some) = (Receiver::start().await, Receiver::start().await, Receiver::start().await);
    let (_, secret) = sending.endpoint(&thin.url, Payload::Thin).await;
    sending.endpoint(&full.url, Payload::Full).await;
    let wanted = EndpointDraft {
        url: some.url.clone(),
        event_types: vec![Kind::StageEntered],
        ..EndpointDraft::default()
    };
    outbox::add(&sending.shop, WebhookEndpointId::new(), &wanted).await.unwrap();
    stand(&sending.world, 3, "new").await;
    let orders = sending.orders().await;
    sending.step(orders[0], "in_production").await;
    sending.note(orders[0]).await;
    sending.step(orders[0], "shipped").await;
    for order in &orders[1..] {
        sending.step(*order, "in_production").await;
    }
    assert_eq!(thin.got().len(), 0, "nothing is sent inside a transaction");
    sending.drain().await;

    let got = thin.got();
    assert_eq!(got.len(), 6 + 3 + 2);
    for got in &got {
        assert_eq!(got.signed_by(&secret), 1);
        let headers = Headers { id: &got.id, timestamp: &got.timestamp, signature: &got.signature };
        let (secrets, now) = ([SecretString::from(secret.clone())], sending.shop.clock.now());
        assert_eq!(standard::verify(headers, got.body.as_bytes(), &secrets, now), Ok(()));
        let json = got.json();
        assert_eq!(json["data"].as_object().unwrap().len(), 4, "{json}");
        assert_eq!(json["timestamp"], json["data"]["occurredAt"]);
    }
    let ids: std::collections::BTreeSet<_> = got.iter().map(|got| &got.id).collect();
    assert_eq!(ids.len(), got.len(), "each message has an id of its own");

    // The order as it stood, however late it was heard of.
    let first = sending.world.number(orders[0]).await.to_string();
    let told: Vec<_> =
        full.got().iter().map(|got| got.json()).filter(|json| json["data"]["number"] == first).collect();
    let stood: Vec<_> =
        told.iter().map(|json| json["data"]["order"]["status"].as_str().unwrap()).skip(2).collect();
    assert_eq!(stood, ["processing", "processing", "shipped"]);
    let order = &told[2]["data"]["order"];
    assert_eq!(json!([told[2]["type"], told[2]["data"]["source"]]), json!(["stage_entered", "staff"]));
    assert_eq!(json!([order["number"], order["version"], order["total"]]), json!([first, 3, 1000]));
    assert_eq!(json!([order["customer"]["name"], order["workflow"]]), json!(["Ana 1", "print-factory"]));
    assert_eq!(order["address"]["postalCode"], "28013");
    for got in full.got() {
        for secret in ["success", "cancelUrl", "payment_intent", "pi_", "session", "hello", "email_hash"] {
            assert!(!got.body.contains(secret), "{secret} in {}", got.body);
        }
    }
    let types: Vec<_> = some.got().iter().map(|got| got.json()["type"].clone()).collect();
    assert_eq!(types, vec!["stage_entered"; 4]);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn many_orders_changed_at_once_are_told_one_by_one_and_what_was_taken_back_is_not(pool: PgPool) {
    let sending = Sending::start(pool).await;
    let receiver = Receiver::start().await;
    sending.endpoint(&receiver.url, Payload::Thin).await;
    stand(&sending.world, 40, "new").await;
    let id = look(&sending.world, &sending.ana, &everything(), &to("in_production")).await;
    run(&sending.world, &sending.ana, id).await;
    sending.drain().await;
    assert_unbroken(&receiver.got(), 40, 3);

    let mut tx = sending.shop.pool.begin().await.unwrap();
    sqlx::query(
        "insert into event (order_id, version, kind, to_status, source, visibility, payload, occurred_at, recorded_at)
         select id, version + 1, 'note_added', status, 'staff', 'internal', '{}', now(), now() from orders limit 1",
    )
    .execute(&mut *tx)
    .await
    .unwrap();
    tx.rollback().await.unwrap();
    assert_eq!(sending.count("select count(*) from webhook_message where state = 'pending'").await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_secret_that_was_replaced_signs_for_a_day_beside_the_new_one(pool: PgPool) {
    let sending = Sending::start(pool).await;
    let receiver = Receiver::start().await;
    let (endpoint, first) = sending.endpoint(&receiver.url, Payload::Thin).await;
    stand(&sending.world, 1, "new").await;
    let order = sending.orders().await[0];
    let key = Uuid::now_v7();
    let second = outbox::rotate(&sending.shop, endpoint, key).await.unwrap().unwrap();
    assert!(outbox::rotate(&sending.shop, endpoint, key).await.unwrap().is_none(), "a form sent twice");
    sending.drain().await;
    let got = receiver.got();
    for got in &got {
        assert_eq!((got.signed_by(&first), got.signed_by(second.expose_secret())), (1, 1));
    }
    // A third ends the eldest at once.
    let third = outbox::rotate(&sending.shop, endpoint, Uuid::now_v7()).await.unwrap().unwrap();
    sending.note(order).await;
    sending.drain().await;
    let newest = receiver.got().pop().unwrap();
    assert_eq!(newest.signed_by(&first), 0);
    assert_eq!((newest.signed_by(second.expose_secret()), newest.signed_by(third.expose_secret())), (1, 1));
    sending.pass(outbox::OVERLAP + 1);
    sending.note(order).await;
    sending.drain().await;
    let newest = receiver.got().pop().unwrap();
    assert_eq!((newest.signed_by(second.expose_secret()), newest.signed_by(third.expose_secret())), (0, 1));
    assert_eq!(newest.signature.split(' ').count(), 1);

    let sealed: Vec<Vec<u8>> =
        sqlx::query_scalar("select sealed from webhook_secret").fetch_all(&sending.shop.pool).await.unwrap();
    assert!(sealed.iter().all(|sealed| !sealed.windows(6).any(|part| part == b"whsec_")));
    outbox::sweep(&sending.shop).await.unwrap();
    assert_eq!(sending.count("select count(*) from webhook_secret").await, 1);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn what_was_sent_is_sent_again_under_its_id_and_in_order_for_thirty_days(pool: PgPool) {
    let sending = Sending::start(pool).await;
    let receiver = Receiver::start().await;
    let (endpoint, _) = sending.endpoint(&receiver.url, Payload::Full).await;
    let begun = sending.shop.clock.now();
    stand(&sending.world, 2, "new").await;
    let orders = sending.orders().await;
    sending.drain().await;
    let until = sending.pass(600);
    sending.note(orders[0]).await;
    sending.drain().await;
    let before = receiver.got();
    assert_eq!(before.len(), 5);

    let range = Which::Between { since: begun.plus(-600), until };
    assert_eq!(
        outbox::resend(&sending.shop, endpoint, range, None, Uuid::now_v7()).await.unwrap(),
        4,
        "not the later one"
    );
    sending.drain().await;
    let again = receiver.got()[5..].to_vec();
    assert_eq!(again.len(), 4);
    for again in &again {
        let first = before.iter().find(|first| first.id == again.id).unwrap();
        assert_eq!(first.body, again.body, "to the byte");
    }
    for order in &orders {
        let number = sending.world.number(*order).await.to_string();
        let line: Vec<_> =
            again.iter().filter(|got| got.order() == number).map(|got| got.sequence()).collect();
        assert_eq!(line, [1, 2]);
    }
    let log = outbox::log(&sending.shop, endpoint, &LogFilter::default(), outbox::PAGE).await.unwrap();
    let one = Which::One { message: log.messages[0].id };
    assert_eq!(outbox::resend(&sending.shop, endpoint, one, None, Uuid::now_v7()).await.unwrap(), 1);
    sending.drain().await;
    assert_eq!(receiver.got().pop().unwrap().id, log.messages[0].name());
    assert_eq!(outbox::attempts(&sending.shop, log.messages[0].id).await.unwrap().len(), 2);

    // What is still to be taken is never forgotten.
    receiver.behave(|_| Reply::status(500));
    sending.note(orders[1]).await;
    sending.drain().await;
    sending.pass((outbox::KEPT_DAYS + 1) * 24 * 3600);
    outbox::sweep(&sending.shop).await.unwrap();
    let log = outbox::log(&sending.shop, endpoint, &LogFilter::default(), outbox::PAGE).await.unwrap();
    assert_eq!(log.messages.len(), 1);
    assert_eq!(log.messages[0].state, MessageState::Pending);
    assert_eq!(outbox::attempts(&sending.shop, log.messages[0].id).await.unwrap().len(), 0);
}
