//! Where webhooks are sent, as programs see and change it.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use domain::{api_key::Scope, failpoint::Failpoints, ids::WebhookEndpointId, outbox};
use reqwest::Method;
use secrecy::ExposeSecret;
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::{
    api_world::{Caller, pointer, read},
    bulk_world::stand,
    outgoing_world::{Receiver, Reply, Sending},
    support::World,
};

const ALL: &str = "/api/webhook-endpoints";

async fn office(world: &World) -> Caller<'_> {
    Caller::program(world, &[Scope::ReadWebhooks, Scope::WriteWebhooks]).await
}

async fn put(caller: &Caller<'_>, path: &str, body: &Value) -> (u16, Value) {
    read(caller.request(Method::PUT, path).json(body).send().await.unwrap()).await
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_program_says_where_webhooks_go_and_hears_them(pool: PgPool) {
    let sending = Sending::start(pool).await;
    let (world, receiver) = (&sending.world, Receiver::start().await);
    let office = office(world).await;
    let wish = json!({ "url": receiver.url, "description": "Our ERP", "eventTypes": ["stage_entered"], "payload": "full" });
    let (status, fresh) = office.post_as("erp", ALL, &wish).await;
    assert_eq!(status, 201, "{fresh}");
    let one = format!("{ALL}/{}", fresh["endpoint"]["id"].as_str().unwrap());
    assert_eq!(office.post_as("erp", ALL, &wish).await, (201, fresh.clone()), "asked for twice it is one");
    let secret = fresh["secret"].as_str().unwrap();

    stand(world, 2, "new").await;
    let orders = sending.orders().await;
    sending.note(orders[0]).await;
    sending.step(orders[0], "in_production").await;
    sending.drain().await;
    let got = receiver.got();
    assert_eq!(got.len(), 1, "a note is none of its events");
    assert_eq!((got[0].signed_by(secret), &got[0].json()["type"]), (1, &json!("stage_entered")));

    // The log says what was sent, and what was answered.
    let log = office.all(&format!("{one}/messages?state=delivered&type=stage_entered"), 1).await;
    assert_eq!(log.len(), 1);
    let (_, message) = office.get(&format!("{one}/messages/{}", log[0]["id"].as_str().unwrap())).await;
    assert_eq!((&message["webhookId"], &message["body"]), (&json!(got[0].id), &json!(got[0].body)));
    assert_eq!((&message["log"][0]["status"], &message["log"][0]["reason"]), (&json!(204), &Value::Null));
    let number = message["order"].as_str().unwrap();
    assert_eq!(office.all(&format!("{one}/messages?order={number}"), 50).await.len(), 1);
    assert_eq!(office.all(&format!("{one}/messages?order=A000A-00000"), 50).await.len(), 0);

    // A second secret signs beside the first; the answer to a repeated rotation is the same secret.
    let (status, rotated) = office.post_as("rotate", &format!("{one}/rotate"), &json!({})).await;
    assert_eq!((status, rotated["endpoint"]["secrets"].as_array().unwrap().len()), (200, 2), "{rotated}");
    assert_eq!(office.post_as("rotate", &format!("{one}/rotate"), &json!({})).await.1, rotated);
    let (status, test) = office.post(&format!("{one}/test"), &json!({})).await;
    assert_eq!((status, &test["type"]), (202, &json!("clew.test")), "{test}");
    sending.drain().await;
    let last = receiver.got().pop().unwrap();
    assert_eq!((last.signed_by(secret), last.signed_by(rotated["secret"].as_str().unwrap())), (1, 1));

    // Sent again, under its old id.
    let again = json!({ "message": log[0]["id"] });
    assert_eq!(office.post(&format!("{one}/resend"), &again).await, (200, json!({ "count": 1 })));
    sending.drain().await;
    assert_eq!(receiver.got().pop().unwrap().id, got[0].id);

    // Written down anew, switched off and on, and removed.
    let (status, changed) = put(&office, &one, &json!({ "url": receiver.url })).await;
    assert_eq!((status, &changed["eventTypes"], &changed["payload"]), (200, &json!([]), &json!("thin")));
    let (_, off) = office.post(&format!("{one}/disable"), &json!({})).await;
    assert_eq!(off["disabled"]["because"], "person");
    let before = receiver.got().len();
    sending.note(orders[1]).await;
    sending.drain().await;
    assert_eq!(receiver.got().len(), before);
    let (_, on) = office.post(&format!("{one}/enable"), &json!({})).await;
    assert_eq!((&on["disabled"], &on["waiting"]), (&Value::Null, &json!(1)));
    sending.drain().await;
    assert_eq!(receiver.got().len(), before + 1);
    assert_eq!(office.all(ALL, 1).await.len(), 1);
    for _ in 0..2 {
        let gone = office.request(Method::DELETE, &one).send().await.unwrap();
        assert_eq!(gone.status(), 204);
    }
    assert_eq!(office.get(&one).await.0, 404);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn what_was_given_up_is_let_go_by_its_time(pool: PgPool) {
    let sending = Sending::start(pool).await;
    let (world, receiver) = (&sending.world, Receiver::start().await);
    let office = office(world).await;
    let (_, fresh) = office.post(ALL, &json!({ "url": receiver.url })).await;
    let one = format!("{ALL}/{}", fresh["endpoint"]["id"].as_str().unwrap());
    stand(world, 1, "new").await;
    let orders = sending.orders().await;
    receiver.behave(|_| Reply::status(400));
    sending.note(orders[0]).await;
    sending.drain().await;
    receiver.behave(|_| Reply::status(204));
    let span = |since: i64, until: i64| {
        let now = sending.shop.clock.now();
        json!({ "since": now.plus(since).rfc3339(), "until": now.plus(until).rfc3339() })
    };
    assert_eq!(
        office.post(&format!("{one}/skip"), &span(-7200, -3600)).await,
        (200, json!({ "count": 0 })),
        "an hour in which nothing was written down"
    );
    let (status, skipped) = office.post(&format!("{one}/skip"), &span(-3600, 60)).await;
    assert_eq!(status, 200);
    assert!(skipped["count"].as_i64() >= Some(1), "{skipped}");
    assert_eq!(office.all(&format!("{one}/messages?state=skipped"), 50).await.len(), skipped["count"]);
    let before = receiver.got().len();
    sending.note(orders[0]).await;
    sending.drain().await;
    assert_eq!(receiver.got().len(), before + 1, "what came behind it is sent");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_wrong_wish_is_refused_at_its_field(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let office = office(&world).await;
    for (field, wish) in [
        ("#/url", json!({ "url": "ftp://hooks.studio.test" })),
        ("#/url", json!({ "url": "https://169.254.169.254/latest/meta-data" })),
        ("#/description", json!({ "url": "https://hooks.studio.test", "description": "x".repeat(201) })),
        ("#/eventTypes/0", json!({ "url": "https://hooks.studio.test", "eventTypes": ["gossip"] })),
        ("#/secret", json!({ "url": "https://hooks.studio.test", "secret": "whsec_x" })),
    ] {
        let (status, problem) = office.post(ALL, &wish).await;
        assert!(matches!(status, 400 | 422), "{status}");
        assert_eq!(pointer(&problem), field, "{problem}");
    }
    assert_eq!(world.count("select count(*) from webhook_endpoint").await, 0);
    let (_, fresh) = office.post(ALL, &json!({ "url": "https://hooks.studio.test" })).await;
    let one = format!("{ALL}/{}", fresh["endpoint"]["id"].as_str().unwrap());
    let id = uuid::Uuid::now_v7();
    for (field, wish) in [
        ("#/message", json!({})),
        ("#/message", json!({ "message": id, "since": "2026-12-01T10:00:00Z" })),
        ("#/until", json!({ "since": "2026-12-01T10:00:00Z" })),
        ("#/since", json!({ "until": "2026-12-01T10:00:00Z" })),
        ("#/until", json!({ "since": "2026-12-01T10:00:00Z", "until": "2026-12-01T10:00:00Z" })),
    ] {
        for what in ["resend", "skip"] {
            let (status, problem) = office.post(&format!("{one}/{what}"), &wish).await;
            assert_eq!((status, pointer(&problem)), (422, field), "{problem}");
        }
    }
    let nowhere = format!("{ALL}/{id}");
    for path in ["rotate", "enable", "disable", "test"] {
        assert_eq!(office.post(&format!("{nowhere}/{path}"), &json!({})).await.0, 404, "{path}");
    }
    for path in ["resend", "skip"] {
        assert_eq!(
            office.post(&format!("{nowhere}/{path}"), &json!({ "message": id })).await.0,
            404,
            "{path}"
        );
    }
    for path in [nowhere.clone(), format!("{nowhere}/messages"), format!("{one}/messages/{id}")] {
        assert_eq!(office.get(&path).await.0, 404, "{path}");
    }
}

/// The next answer that is to be kept takes its process with it, once that is said.
fn dying() -> (Arc<AtomicBool>, Failpoints) {
    let dies = Arc::new(AtomicBool::new(false));
    let failpoints = Failpoints::with({
        let dies = dies.clone();
        move |place| {
            let now = place == "api.answered" && dies.swap(false, Ordering::SeqCst);
            async move { assert!(!now, "killed here by the test") }
        }
    });
    (dies, failpoints)
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn what_was_asked_for_again_because_the_answer_was_lost_is_sent_again_once(pool: PgPool) {
    let (dies, failpoints) = dying();
    let world = World::failing(pool, failpoints).await;
    let office = office(&world).await;
    let (_, fresh) = office.post(ALL, &json!({ "url": "https://hooks.studio.test" })).await;
    let path = format!("{ALL}/{}/resend", fresh["endpoint"]["id"].as_str().unwrap());
    stand(&world, 1, "new").await;
    let now = world.shop.clock.now();
    let span = json!({ "since": now.plus(-3600).rfc3339(), "until": now.plus(3600).rfc3339() });
    dies.store(true, Ordering::SeqCst);
    assert_eq!(office.post_as("again", &path, &span).await.0, 500);
    for meanwhile in [
        "update webhook_message set state = 'delivered'",
        "update api_request set lease_until = now() - interval '1 second' where answer is null",
    ] {
        sqlx::query(meanwhile).execute(&world.shop.pool).await.unwrap();
    }
    assert_eq!(office.post_as("again", &path, &span).await, (200, json!({ "count": 2 })));
    assert_eq!(world.count("select count(*) from webhook_message where state = 'pending'").await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_secret_whose_answer_was_lost_is_told_by_the_retry(pool: PgPool) {
    let (dies, failpoints) = dying();
    let world = World::failing(pool, failpoints).await;
    let office = office(&world).await;
    let retried = async |path: &str, body: Value| {
        dies.store(true, Ordering::SeqCst);
        assert_eq!(office.post_as(path, path, &body).await.0, 500);
        let over = "update api_request set lease_until = now() - interval '1 second' where answer is null";
        sqlx::query(over).execute(&world.shop.pool).await.unwrap();
        office.post_as(path, path, &body).await
    };
    let (status, fresh) = retried(ALL, json!({ "url": "https://hooks.studio.test" })).await;
    assert_eq!(status, 201, "{fresh}");
    let id: WebhookEndpointId = fresh["endpoint"]["id"].as_str().unwrap().parse().unwrap();
    let kept = outbox::secret(&world.shop, id, id.0).await.unwrap();
    assert_eq!(fresh["secret"], kept.expose_secret());
    let (status, rotated) = retried(&format!("{ALL}/{id}/rotate"), json!({})).await;
    assert_eq!(status, 200, "{rotated}");
    assert_ne!(rotated["secret"], fresh["secret"]);
    assert_eq!(retried(&format!("{ALL}/{id}/test"), json!({})).await.0, 202);
    assert_eq!(
        (
            world.count("select count(*) from webhook_endpoint").await,
            world.count("select count(*) from webhook_secret").await,
            world.count("select count(*) from webhook_message where type = 'clew.test'").await,
        ),
        (1, 2, 1)
    );
}
