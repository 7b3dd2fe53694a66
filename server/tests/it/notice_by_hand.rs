//! Staff write to a customer: once, over a channel they have, and it stands in the order's history.

use domain::{
    Fault, Reason,
    ids::OrderId,
    notice::{
        Channel,
        by_hand::{self, ByHand, Words},
    },
    order::{OrderNumber, record::Recorded},
    staff::Role,
};
use reqwest::header::COOKIE;
use sqlx::PgPool;
use uuid::Uuid;

use crate::support::World;

const WRITTEN: &str = "select count(*) from notice where kind = 'message'";

fn wish(channel: Channel) -> ByHand {
    let words = Words::read("About the colour", "Ana,\n\nis <b>blue</b> all right?", channel).unwrap();
    ByHand { key: Uuid::now_v7(), channel, words, at: None }
}

async fn order(world: &World) -> (OrderNumber, OrderId) {
    let number = world.paid_order(|_| {}).await;
    let id = world.id(&number).await;
    world.mail("ana@customer.test", 1).await;
    (number, id)
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_message_by_hand_is_sent_once_however_often_it_is_pressed(pool: PgPool) {
    let world = World::start(pool).await;
    let (number, id) = order(&world).await;
    let (ana, _) = world.person(Role::Operator).await;
    let wish = wish(Channel::Email);
    let presses = (0..8).map(|_| by_hand::by_hand(&world.shop, &ana, id, &wish));
    let said: Vec<_> = futures::future::join_all(presses).await.into_iter().map(Result::unwrap).collect();
    assert_eq!(said.iter().filter(|said| **said != Recorded::Already).count(), 1);
    let mails = world.mail("ana@customer.test", 2).await;
    let about_colour = |mail: &&serde_json::Value| mail["text"].as_str().unwrap().contains("all right?");
    let mail = mails.iter().find(about_colour).unwrap();
    assert_eq!(mail["subject"], "About the colour");
    assert!(mail["html"].as_str().unwrap().contains("&lt;b&gt;blue"), "{mail}");
    world.idle().await;
    assert_eq!((world.count(WRITTEN).await, world.events("message_sent").await), (1, 1));
    // It stands in the history, with who wrote it and what became of it.
    let page = domain::order::page(&world.shop, &number, ana.language).await.unwrap();
    let event = &page.events[0];
    assert_eq!(event.actor.as_deref(), Some(&*ana.name));
    assert!(event.detail.as_deref().unwrap().starts_with("About the colour · Ana,"));
    assert_eq!((event.notices[0].channel, &*event.notices[0].state), (Channel::Email, "sent"));
    // The customer's own page tells nothing of it.
    let seen = domain::order::track(&world.shop.pool, id).await.unwrap();
    assert!(seen.events.iter().all(|event| event.kind != domain::event::Kind::MessageSent));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn it_goes_only_where_the_customer_can_be_written_to(pool: PgPool) {
    let world = World::start(pool).await;
    let (_, id) = order(&world).await;
    let (ana, _) = world.person(Role::Operator).await;
    let refused = |said: Result<Recorded, Fault>| {
        assert!(matches!(said, Err(Fault::Refused(Reason::CannotBeWritten))), "{said:?}");
    };
    refused(by_hand::by_hand(&world.shop, &ana, id, &wish(Channel::Sms)).await);
    refused(by_hand::by_hand(&world.shop, &ana, id, &wish(Channel::Push)).await);
    silence(&world, "ana@customer.test").await;
    refused(by_hand::by_hand(&world.shop, &ana, id, &wish(Channel::Email)).await);
    assert_eq!((world.count(WRITTEN).await, world.events("message_sent").await), (0, 0));
    let (viewer, _) = world.person(Role::Viewer).await;
    let said = by_hand::by_hand(&world.shop, &viewer, id, &wish(Channel::Email)).await;
    assert!(matches!(said, Err(Fault::Refused(Reason::RoleTooLow))), "{said:?}");
}

/// Nobody writes to this address any more.
pub async fn silence(world: &World, email: &str) {
    sqlx::query(
        "insert into suppression (id, channel, address_hash, reason, source, created_at)
         values (gen_random_uuid(), 'email', $1, 'bounced', 'smtp', now())",
    )
    .bind(world.shop.secret.email_hash(email))
    .execute(&world.shop.pool)
    .await
    .unwrap();
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn the_page_shows_it_as_it_will_arrive_and_keeps_what_was_typed(pool: PgPool) {
    let world = World::start(pool).await;
    let (number, _) = order(&world).await;
    let (_, cookie) = world.person(Role::Operator).await;
    let here = format!("{}/admin/orders/{number}/message", world.url);
    let empty = world.http.get(&here).header(COOKIE, &cookie).send().await.unwrap();
    assert_eq!(empty.status(), 200);
    let html = empty.text().await.unwrap();
    assert!(html.contains("ana@customer.test") && !html.contains("channel-sms"), "{html}");
    let post = async |path: String, text: &str| {
        let key = "0193a9d0-0000-7000-8000-000000000001";
        let fields = [("key", key), ("channel", "email"), ("subject", "Hello <you>"), ("text", text)];
        let request = world.http.post(path).header(COOKIE, &cookie).header("origin", &world.url);
        request.form(&fields).send().await.unwrap()
    };
    let look = post(format!("{here}/look"), "Is {{7*7}} all right?").await;
    assert_eq!(look.status(), 200);
    assert!(look.headers()["content-security-policy"].to_str().unwrap().contains("; sandbox;"));
    let look = look.text().await.unwrap();
    assert!(look.contains("{{7*7}}") && look.contains("Hello &lt;you&gt;"), "{look}");
    assert_eq!(world.count(WRITTEN).await, 0);
    let refused = post(here.clone(), "  ").await;
    assert_eq!(refused.status(), 422);
    assert!(refused.text().await.unwrap().contains("Hello &lt;you"));
    for _ in 0..2 {
        let sent = post(here.clone(), "Is blue all right?").await;
        assert_eq!(sent.headers()["location"], format!("/admin/orders/{number}"));
    }
    world.mail("ana@customer.test", 2).await;
    world.idle().await;
    assert_eq!(world.count(WRITTEN).await, 1);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn an_order_says_that_its_customer_cannot_be_written_to(pool: PgPool) {
    let world = World::start(pool).await;
    let (number, _) = order(&world).await;
    let (_, cookie) = world.person(Role::Operator).await;
    let read = async || {
        let page = world.http.get(format!("{}/admin/orders/{number}", world.url)).header(COOKIE, &cookie);
        page.send().await.unwrap().text().await.unwrap()
    };
    let hint = "Mails to this address bounce.";
    assert!(!read().await.contains(hint));
    silence(&world, "ANA@customer.test").await;
    assert!(read().await.contains(hint));
}
