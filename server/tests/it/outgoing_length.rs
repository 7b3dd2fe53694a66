//! Outgoing webhooks where very much waits: it burdens no order, no look for work, and whoever decides about all of it.

use std::time::Duration;

use domain::{
    Shop,
    api_key::Scope,
    failpoint::Failpoints,
    ids::WebhookEndpointId,
    outbox::{self, Payload, Which},
    staff::Role,
};
use serde_json::{Value, json};
use sqlx::PgPool;
use uuid::Uuid;

use crate::{
    api_world::Caller,
    bulk_world::stand,
    outgoing_world::{Receiver, Reply, Sending, assert_unbroken},
    workflows::Editor,
};

const WAITING: &str = "select count(*) from webhook_message where state = 'pending'";

/// 5200 messages, more than are done at a time, each of a moment of its own; and the time in which they were written down.
async fn many(sending: &Sending, state: &str) -> Which {
    stand(&sending.world, 2600, "new").await;
    let spread = "update webhook_message m set state = $1, created_at = m.created_at + (o.number::bigint * 10 + m.sequence) * interval '1 millisecond'
        from orders o where o.id = m.order_id";
    sqlx::query(spread).bind(state).execute(&sending.shop.pool).await.unwrap();
    let now = sending.shop.clock.now();
    Which::Between { since: now.plus(-3600), until: now.plus(3600) }
}

/// The shop of a process that dies where it comes there.
fn dying(sending: &Sending, at: &'static str) -> Shop {
    let dies = move |place: &'static str| async move { assert_ne!(place, at, "killed here by the test") };
    Shop { failpoints: Failpoints::with(dies), ..sending.shop.clone() }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn an_endpoint_that_is_being_removed_holds_up_no_order(pool: PgPool) {
    let sending = Sending::start(pool).await;
    let receiver = Receiver::start().await;
    let (leaves, _) = sending.endpoint(&receiver.url, Payload::Thin).await;
    let (stays, _) = sending.endpoint(&receiver.url, Payload::Thin).await;
    stand(&sending.world, 1, "new").await;
    let order = sending.orders().await[0];
    let heard = async |id: WebhookEndpointId| -> i64 {
        let sql = "select count(*) from webhook_message where endpoint_id = $1";
        sqlx::query_scalar(sql).bind(id.0).fetch_one(&sending.shop.pool).await.unwrap()
    };
    let note = async || {
        let noted = tokio::time::timeout(Duration::from_secs(20), sending.note(order)).await;
        noted.expect("an order waits for an endpoint");
    };
    // Whoever changes an endpoint does not keep it from hearing.
    let mut changing = sending.shop.pool.begin().await.unwrap();
    let change = "update webhook_endpoint set failures = failures + 1";
    sqlx::query(change).execute(&mut *changing).await.unwrap();
    note().await;
    changing.rollback().await.unwrap();
    assert_eq!((heard(leaves).await, heard(stays).await), (3, 3));

    let mut removing = sending.shop.pool.begin().await.unwrap();
    let removal = sqlx::query("delete from webhook_endpoint where id = $1").bind(leaves.0);
    removal.execute(&mut *removing).await.unwrap();
    note().await;
    removing.commit().await.unwrap();
    assert_eq!((heard(leaves).await, heard(stays).await), (0, 4));

    // While an order's transaction holds it, it is disabled and its messages are gone already; that order is not waited for, either.
    let mut ordering = sending.shop.pool.begin().await.unwrap();
    let holds = "select from webhook_endpoint for key share";
    sqlx::query(holds).execute(&mut *ordering).await.unwrap();
    let shop = sending.shop.clone();
    let removing = tokio::spawn(async move { outbox::remove(&shop, stays).await.unwrap() });
    let gone = async {
        while heard(stays).await > 0 {
            sending.world.breathe().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(20), gone).await.expect("its messages wait for an order");
    assert!(outbox::endpoint(&sending.shop, stays).await.unwrap().disabled.is_some());
    note().await;
    ordering.commit().await.unwrap();
    removing.await.unwrap();
    assert_eq!(sending.count("select count(*) from webhook_endpoint").await, 0);
    outbox::remove(&sending.shop, stays).await.unwrap();
}

/// Whether somebody waits for a row that another transaction holds.
const BLOCKED: &str =
    "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_test_asked_for_while_its_endpoint_goes_is_one_for_an_endpoint_that_is_not_there(pool: PgPool) {
    let sending = Sending::start(pool).await;
    let receiver = Receiver::start().await;
    let office = Caller::program(&sending.world, &[Scope::WriteWebhooks]).await;
    let (_, cookie) = sending.world.person(Role::Admin).await;
    let boss = Editor { world: &sending.world, cookie };
    let press = [("do".to_owned(), "test".to_owned())];
    for by_page in [false, true] {
        let (id, _) = sending.endpoint(&receiver.url, Payload::Thin).await;
        let mut removing = sending.shop.pool.begin().await.unwrap();
        let removal = sqlx::query("delete from webhook_endpoint where id = $1").bind(id.0);
        removal.execute(&mut *removing).await.unwrap();
        let asked = async {
            if by_page {
                boss.post(&format!("/admin/webhooks/{id}"), &press).await.0
            } else {
                office.post(&format!("/api/webhook-endpoints/{id}/test"), &json!({})).await.0
            }
        };
        let gone = async {
            while sending.count(BLOCKED).await == 0 {
                sending.world.breathe().await;
            }
            removing.commit().await.unwrap();
        };
        let both = async { tokio::join!(asked, gone).0 };
        let status = tokio::time::timeout(Duration::from_secs(20), both).await.expect("nobody waited");
        assert_eq!(status, 404, "by page: {by_page}");
    }
    assert_eq!(sending.count("select count(*) from webhook_message").await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_long_backlog_is_counted_up_to_a_thousand(pool: PgPool) {
    let sending = Sending::start(pool).await;
    let receiver = Receiver::start().await;
    let (id, _) = sending.endpoint(&receiver.url, Payload::Thin).await;
    let (_, cookie) = sending.world.person(Role::Admin).await;
    let boss = Editor { world: &sending.world, cookie };
    stand(&sending.world, 499, "new").await;
    let counts = async || {
        let endpoint = outbox::endpoint(&sending.shop, id).await.unwrap();
        let (status, html) = boss.get("/admin/webhooks").await;
        assert_eq!(status, 200, "{html}");
        (endpoint.waiting, endpoint.failed, html.contains("1000 messages or more"))
    };
    assert_eq!(counts().await, (998, 0, false));
    stand(&sending.world, 2, "new").await;
    assert_eq!(counts().await, (1000, 0, true), "of 1002");
    let given_up = "update webhook_message set state = 'failed' where sequence = 1";
    sqlx::query(given_up).execute(&sending.shop.pool).await.unwrap();
    assert_eq!(counts().await, (501, 501, true), "a thousand together");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn what_waits_for_an_endpoint_that_rests_is_not_read(pool: PgPool) {
    let sending = Sending::start(pool).await;
    let receiver = Receiver::start().await;
    let (endpoint, _) = sending.endpoint(&receiver.url, Payload::Thin).await;
    outbox::disable(&sending.shop, endpoint, None).await.unwrap();
    stand(&sending.world, 1000, "new").await;
    sqlx::query("vacuum analyze webhook_message").execute(&sending.shop.pool).await.unwrap();
    let explain = concat!(
        "explain (analyze, buffers, format json) ",
        include_str!("../../../domain/src/outbox/claim.sql")
    );
    let now = sending.shop.clock.now();
    let plan: Value = sqlx::query_scalar(explain)
        .bind(now)
        .bind(Uuid::now_v7())
        .bind(now.plus(60))
        .bind(5_i32)
        .bind(5_i32)
        .fetch_one(&sending.shop.pool)
        .await
        .unwrap();
    let plan = &plan[0]["Plan"];
    let read = |kind: &str| plan[kind].as_i64().unwrap();
    let blocks = read("Shared Hit Blocks") + read("Shared Read Blocks");
    assert!(blocks < 100, "{blocks} for 2000 messages: {plan}");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn what_waits_untouched_is_left_alone_when_its_endpoint_is_enabled(pool: PgPool) {
    let sending = Sending::start(pool).await;
    let receiver = Receiver::start().await;
    receiver.behave(|_| Reply::status(500));
    let (endpoint, _) = sending.endpoint(&receiver.url, Payload::Thin).await;
    stand(&sending.world, 2, "new").await;
    sending.drain().await;
    outbox::disable(&sending.shop, endpoint, None).await.unwrap();
    stand(&sending.world, 1, "new").await;
    sending.pass(3600);
    receiver.behave(|_| Reply::status(200));
    outbox::enable(&sending.shop, endpoint, None).await.unwrap();
    let untouched = "select count(*) from webhook_message where next_attempt_at = created_at";
    assert_eq!(sending.count(untouched).await, 2);
    sending.drain().await;
    assert_unbroken(&receiver.got(), 3, 2);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_long_time_is_sent_again_in_parts_and_once_by_one_request(pool: PgPool) {
    let sending = Sending::start(pool).await;
    let receiver = Receiver::start().await;
    let (endpoint, _) = sending.endpoint(&receiver.url, Payload::Thin).await;
    let range = many(&sending, "delivered").await;
    let (shop, request) = (dying(&sending, "webhook_resent"), Uuid::now_v7());
    let killed =
        tokio::spawn(async move { outbox::resend(&shop, endpoint, range, None, request).await.unwrap() });
    assert!(killed.await.is_err(), "all of it was done at a time");
    assert_eq!(sending.count(WAITING).await, 5000);
    // What was taken meanwhile is not sent a third time by the same request, however often that comes.
    sqlx::query("update webhook_message set state = 'delivered'").execute(&sending.shop.pool).await.unwrap();
    for _ in 0..2 {
        let again = outbox::resend(&sending.shop, endpoint, range, None, request).await.unwrap();
        assert_eq!((again, sending.count(WAITING).await), (5200, 200));
    }
    let again = outbox::resend(&sending.shop, endpoint, range, None, Uuid::now_v7()).await.unwrap();
    assert_eq!((again, sending.count(WAITING).await), (5200, 5200));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_long_time_is_let_go_in_parts_and_from_its_end_on(pool: PgPool) {
    let sending = Sending::start(pool).await;
    let receiver = Receiver::start().await;
    let (endpoint, _) = sending.endpoint(&receiver.url, Payload::Thin).await;
    let range = many(&sending, "pending").await;
    // An odd number: a part ends within an order.
    sending.note(sending.orders().await[0]).await;
    let shop = dying(&sending, "webhook_skipped");
    let killed = tokio::spawn(async move { outbox::skip(&shop, endpoint, range, None).await.unwrap() });
    assert!(killed.await.is_err(), "all of it was done at a time");
    assert_eq!(sending.count(WAITING).await, 201);
    let loose = "select count(*) from webhook_message m where m.state = 'pending' and exists (select from webhook_message before
        where before.order_id = m.order_id and before.sequence < m.sequence and before.state = 'skipped')";
    assert_eq!(sending.count(loose).await, 0, "what is still to be let go would be sent");
    assert_eq!(outbox::skip(&sending.shop, endpoint, range, None).await.unwrap(), 201);
    assert_eq!(sending.count(WAITING).await, 0);
}
