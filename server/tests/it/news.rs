//! What is heard of messages after they left: from providers, and from the marks of a shop that wants to know.

use domain::{
    Fault, Reason,
    notice::{self, Channel, News, NoticeKind, Undeliverable},
    queue::drain,
    staff::Role,
};
use sqlx::PgPool;

use crate::support::World;

/// An order is paid and its confirmation tried.
async fn told(world: &World, email: &str) {
    let (number, page) = world.order(|body| body["customer"]["email"] = email.into()).await;
    world.pay(&page).await;
    world.idle_until_staged(&number).await;
    drain(&world.shop).await.unwrap();
}

/// A confirmation that left through Resend, as far as its row says.
async fn left(world: &World, email: &str) -> uuid::Uuid {
    told(world, email).await;
    let sql = "update notice set provider = 'resend', provider_id = 're_' || recipient
        where recipient = $1 and channel = 'email' returning id";
    sqlx::query_scalar(sql).bind(email).fetch_one(&world.shop.pool).await.unwrap()
}

async fn hear(world: &World, id: &str, news: News) -> bool {
    let mut tx = world.shop.pool.begin().await.unwrap();
    let known = notice::hear(&mut tx, &world.shop, "resend", id, news).await.unwrap();
    tx.commit().await.unwrap();
    known
}

async fn stands(world: &World, id: uuid::Uuid) -> (String, Option<String>) {
    let sql = "select state::text, reason from notice where id = $1";
    sqlx::query_as(sql).bind(id).fetch_one(&world.shop.pool).await.unwrap()
}

const ALARMS: &str = "select count(*) from alert where kind = 'notice_failed' and cleared_at is null";

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn news_in_any_order_and_repeated_ends_the_same(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let bounced = || News::Bounced { permanent: true, detail: "550 5.1.1".into() };
    let failed = || News::Failed { why: Undeliverable::Content, detail: "no".into() };
    let forward = [News::Sent, News::Delivered, failed(), bounced(), News::Complained];
    let mut backward = forward.clone();
    backward.reverse();
    let (one, other) = (left(&world, "one@customer.test").await, left(&world, "other@customer.test").await);
    for news in forward.iter().chain(&forward) {
        assert!(hear(&world, "re_one@customer.test", news.clone()).await);
    }
    for news in backward {
        assert!(hear(&world, "re_other@customer.test", news).await);
    }
    let end = ("dead".to_owned(), Some("complained".to_owned()));
    assert_eq!((stands(&world, one).await, stands(&world, other).await), (end.clone(), end));
    assert_eq!(world.count(ALARMS).await, 2);
    let reasons: Vec<(String, String)> =
        sqlx::query_as("select reason, source from suppression").fetch_all(&world.shop.pool).await.unwrap();
    assert_eq!(reasons, vec![("complained".to_owned(), "resend".to_owned()); 2]);
    // Who looked at it has it.
    assert!(hear(&world, "re_one@customer.test", News::Opened).await);
    assert_eq!((stands(&world, one).await.0, world.count(ALARMS).await), ("opened".to_owned(), 1));
    assert!(!hear(&world, "re_nobody", News::Delivered).await);
    // Nobody writes there any more, and the shop's people cannot change that.
    told(&world, "one@customer.test").await;
    let next = "select count(*) from notice where recipient = 'one@customer.test' and state = 'suppressed' and reason = 'complained'";
    assert_eq!(world.count(next).await, 1);
    let (boss, _) = world.person(Role::Admin).await;
    let lifted = notice::unspare(&world.shop, &boss, one.into()).await;
    assert!(matches!(lifted, Err(Fault::Refused(Reason::SparedByWish))), "{lifted:?}");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_shop_that_does_not_ask_learns_nothing_of_its_readers(pool: PgPool) {
    let world = World::without_worker(pool).await;
    left(&world, "ana@customer.test").await;
    let html = world.mail("ana@customer.test", 1).await[0]["html"].as_str().unwrap().to_owned();
    let html = html.replace("&#x2f;", "/");
    assert!(!html.contains("/e/o/") && !html.contains("/e/c/") && html.contains("/t/"), "{html}");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_shop_that_asks_counts_readers_and_leads_only_where_it_signed(pool: PgPool) {
    let world = World::watching(pool).await;
    let id = left(&world, "ana@customer.test").await;
    let mail = &world.mail("ana@customer.test", 1).await[0];
    let html = mail["html"].as_str().unwrap().to_owned();
    assert!(!mail["text"].as_str().unwrap().contains("/e/"), "plain text stays as it is");
    let kept: String = sqlx::query_scalar("select body_html from notice where id = $1")
        .bind(id)
        .fetch_one(&world.shop.pool)
        .await
        .unwrap();
    assert!(!kept.contains("/e/o/"), "who reads the log is not counted");
    let token = |mark: &str| {
        let start = html.find(mark).unwrap() + mark.len();
        html[start..].split('"').next().unwrap().to_owned()
    };
    let get = async |path: String| world.http.get(format!("{}{path}", world.url)).send().await.unwrap();
    let (pixel, link) = (token("/e/o/"), token("/e/c/"));
    let answer = get(format!("/e/o/{pixel}")).await;
    assert_eq!(
        (answer.status().as_u16(), &answer.headers()["content-type"]),
        (200, &"image/gif".parse().unwrap())
    );
    assert!(answer.bytes().await.unwrap().starts_with(b"GIF89a"));
    assert_eq!(stands(&world, id).await.0, "opened");
    let answer = get(format!("/e/c/{link}")).await;
    assert_eq!(answer.status(), 303);
    let to = answer.headers()["location"].to_str().unwrap();
    assert!(to.starts_with(&format!("{}/t/", world.url)), "{to}");
    assert_eq!(stands(&world, id).await.0, "clicked");
    // Nobody else's address is led to, and one mark is not the other.
    for forged in [
        format!("/e/c/{pixel}"),
        format!("/e/c/{link}AAAA"),
        "/e/c/x".into(),
        format!("/e/o/{link}"),
        "/e/o/x".into(),
    ] {
        assert_eq!(get(forged.clone()).await.status(), 404, "{forged}");
    }
    let figures = notice::figures(&world.shop, world.shop.clock.now().plus(-3600)).await.unwrap();
    let row = figures.rows.iter().find(|row| row.channel == Channel::Email).unwrap();
    let counts = row.counts;
    assert_eq!(row.kind, NoticeKind::Confirmation);
    assert_eq!(
        (counts.planned, counts.sent, counts.delivered, counts.opened, counts.clicked),
        (1, 1, 1, 1, 1)
    );
    assert_eq!((counts.failed, counts.suppressed, counts.dead), (0, 0, 0));
    assert!(counts.median_seconds.unwrap() >= 0.0 && counts.p95_seconds.unwrap() < 60.0, "{counts:?}");
    assert!(figures.channels.iter().any(|row| row.channel == Channel::Email && row.counts.sent == 1));
    assert_eq!(figures.lanes.len(), 5, "one for each way, and one for the rest");
}
