//! RFC 8058: a mail program's click, a person's, a scanner's; and the way back.

use domain::{
    customer::{self, Preferences, Topic, Who},
    notice::Channel,
    secret::Purpose,
};
use reqwest::Response;
use sqlx::PgPool;

use crate::{
    my_world::{Browser, path},
    support::World,
};

async fn link(world: &World) -> (String, Who) {
    let (number, _) = world.order(|_| ()).await;
    let link = customer::links::unsubscribe(&world.shop, world.id(&number).await);
    (link, Who::new(&world.shop, "ana@customer.test"))
}

/// What Gmail sends: no cookie, no origin.
async fn gmail(world: &World, link: &str) -> Response {
    world.http.post(link).form(&[("List-Unsubscribe", "One-Click")]).send().await.unwrap()
}

async fn mails(world: &World, who: &Who) -> Vec<bool> {
    let chosen = customer::read(&world.shop, who).await.unwrap();
    Topic::ALL.map(|topic| chosen.wants(topic, Channel::Email)).to_vec()
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn one_click_is_enough_and_a_second_changes_nothing(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (link, who) = link(&world).await;
    for _ in 0..3 {
        let answer = gmail(&world, &link).await;
        assert_eq!(answer.status(), 200);
        assert!(answer.headers().get(reqwest::header::LOCATION).is_none(), "no redirect (RFC 8058 §3.1)");
        let only_money = Topic::ALL.map(|topic| !topic.is_optional()).to_vec();
        assert_eq!(mails(&world, &who).await, only_money);
    }
    let chosen = customer::read(&world.shop, &who).await.unwrap();
    assert!(chosen.wants(Topic::Shipped, Channel::Sms) && chosen.wants(Topic::Shipped, Channel::Push));
    assert!(
        chosen.wants(Topic::OrderConfirmed, Channel::Email) && chosen.wants(Topic::Cancelled, Channel::Email)
    );
    // Multipart is allowed, too, and so is a body nobody understands: the address says it all.
    let part =
        "--x\r\ncontent-disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n";
    let posted = world.http.post(&link).header("content-type", "multipart/form-data; boundary=x").body(part);
    assert_eq!(posted.send().await.unwrap().status(), 200);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn what_waits_leaves_no_more_for_who_says_no(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (link, _) = link(&world).await;
    // Two wait for the morning: where the order stands, and money.
    let waiting = "insert into notice (id, order_id, event_version, kind, channel, recipient, language, state, created_at)
        select gen_random_uuid(), o.id, 1, kind, 'email', kind || '@customer.test', 'en', 'deferred', now()
        from orders o, unnest(array['shipped', 'refunded']) as kind";
    sqlx::query(waiting).execute(&world.shop.pool).await.unwrap();
    assert_eq!(world.http.post(&link).send().await.unwrap().status(), 200);
    let stands: Vec<(String, String)> = sqlx::query_as(
        "select kind, state::text from notice where recipient like kind || '@%' order by kind",
    )
    .fetch_all(&world.shop.pool)
    .await
    .unwrap();
    let is = |kind: &str, state: &str| (kind.to_owned(), state.to_owned());
    assert_eq!(stands, [is("refunded", "deferred"), is("shipped", "withdrawn")]);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn opening_the_link_unsubscribes_nobody(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (link, who) = link(&world).await;
    let browser = Browser::new(&world);
    let page = browser.read(&path(&link)).await;
    assert!(
        page.contains("<form")
            && page.contains("method=\"post\"")
            && page.contains("Unsubscribe")
            && !page.contains("<script")
    );
    assert_eq!(world.http.head(&link).send().await.unwrap().status(), 200);
    assert_eq!(world.count("select count(*) from customer").await, 0);
    assert!(mails(&world, &who).await.iter().all(|wanted| *wanted));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_person_unsubscribes_by_hand_and_comes_back_to_what_they_had_chosen(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (link, who) = link(&world).await;
    let chosen = [((Topic::Processing, Channel::Email), false), ((Topic::Delivered, Channel::Email), false)];
    let wish = Preferences { chosen: chosen.into(), ..Preferences::default() };
    customer::save(&world.shop, &who, &wish).await.unwrap();
    let before = mails(&world, &who).await;
    let browser = Browser::new(&world);
    let left = browser.click(&path(&link), &[]).await;
    assert_eq!(left.status(), 200);
    assert!(left.text().await.unwrap().contains("You are unsubscribed"));
    assert_eq!(gmail(&world, &link).await.status(), 200, "a second click keeps what the first one kept");
    assert!(browser.read(&path(&link)).await.contains("Subscribe again"));
    assert_eq!(browser.click_from(&format!("{}/again", path(&link)), &[], "cross-site").await.status(), 403);
    for _ in 0..2 {
        let back = browser.click(&format!("{}/again", path(&link)), &[]).await;
        assert_eq!(back.status(), 200);
        assert_eq!(mails(&world, &who).await, before);
    }
    assert!(!customer::is_unsubscribed(&world.shop, &who).await.unwrap());
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn clicks_at_the_same_moment_lose_nothing(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (link, who) = link(&world).await;
    let wish =
        Preferences { chosen: [((Topic::Delayed, Channel::Email), false)].into(), ..Preferences::default() };
    customer::save(&world.shop, &who, &wish).await.unwrap();
    let before = mails(&world, &who).await;
    let clicks = futures::future::join_all((0..8).map(|_| gmail(&world, &link))).await;
    assert!(clicks.iter().all(|answer| answer.status() == 200));
    customer::subscribe_again(&world.shop, &who).await.unwrap();
    assert_eq!(mails(&world, &who).await, before);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn nobody_is_unsubscribed_by_a_stranger(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (link, who) = link(&world).await;
    let (number, _) = world.order(|_| ()).await;
    let id = world.id(&number).await;
    let now = world.shop.clock.now();
    let token = link.rsplit('/').next().unwrap();
    let mut altered = token.to_owned().into_bytes();
    for at in 0..altered.len() {
        let was = altered[at];
        altered[at] = if was == b'A' { b'B' } else { b'A' };
        let text = String::from_utf8(altered.clone()).unwrap();
        // The last letter holds bits that no byte needs.
        if at + 1 < token.len() {
            assert_eq!(gmail(&world, &format!("{}/u/{text}", world.url)).await.status(), 404, "letter {at}");
        }
        altered[at] = was;
    }
    for purpose in [Purpose::Link, Purpose::Cookie, Purpose::Preferences, Purpose::SignIn] {
        let token = world.shop.secret.sign_order(purpose, id, now.plus(60));
        assert_eq!(gmail(&world, &format!("{}/u/{token}", world.url)).await.status(), 404, "{purpose:?}");
    }
    let nobody =
        world.shop.secret.sign_order(Purpose::Unsubscribe, domain::ids::OrderId::new(), now.plus(60));
    assert_eq!(gmail(&world, &format!("{}/u/{nobody}", world.url)).await.status(), 404);
    assert!(!customer::is_unsubscribed(&world.shop, &who).await.unwrap());
}
