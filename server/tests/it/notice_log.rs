//! The log of messages: what is in it, who may read it, and that looking at a message does nothing.

use domain::{
    notice::{
        Channel, NoticeKind, NoticeState,
        log::{self, Audience, LogFilter},
    },
    staff::{Person, Role},
};
use reqwest::header::COOKIE;
use sqlx::PgPool;

use crate::support::World;

async fn found(world: &World, by: &Person, change: impl FnOnce(&mut LogFilter)) -> Vec<log::LogRow> {
    let mut filter = LogFilter::default();
    change(&mut filter);
    log::list(&world.shop, by, &filter).await.unwrap().rows
}

async fn read(world: &World, cookie: &str, path: &str) -> reqwest::Response {
    world.http.get(format!("{}{path}", world.url)).header(COOKIE, cookie).send().await.unwrap()
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn every_message_is_in_the_log_and_found_by_what_people_know_of_it(pool: PgPool) {
    let world = World::start(pool).await;
    let number = world.paid_order(|_| {}).await;
    let other = world.paid_order(|body| body["customer"]["email"] = "Bea@customer.test".into()).await;
    world.mail("ana@customer.test", 1).await;
    world.mail("bea@customer.test", 1).await;
    world.idle().await;
    let (ana, cookie) = world.person(Role::Operator).await;
    let email = |filter: &mut LogFilter| filter.channel = Some(Channel::Email);
    assert_eq!(found(&world, &ana, email).await.len(), 2);
    for typed in
        [number.to_string(), number.to_string().to_lowercase(), "ana@customer.test".into(), "ANA@".into()]
    {
        let rows = found(&world, &ana, |filter| {
            email(filter);
            filter.q = Some(typed.clone());
        })
        .await;
        assert_eq!(rows.len(), 1, "{typed}");
        assert_eq!(rows[0].order, Some(number.to_string()));
        assert_eq!(rows[0].kind, NoticeKind::Confirmation);
        assert_eq!(rows[0].state, NoticeState::Sent);
    }
    // A sign of a pattern is text.
    assert!(found(&world, &ana, |filter| filter.q = Some("%".into())).await.is_empty());
    assert!(found(&world, &ana, |filter| filter.state = Some(NoticeState::Dead)).await.is_empty());
    assert!(found(&world, &ana, |filter| filter.kind = Some(NoticeKind::Shipped)).await.is_empty());
    assert!(found(&world, &ana, |filter| filter.until = Some("2020-01-01".into())).await.is_empty());
    let customers = found(&world, &ana, |filter| {
        email(filter);
        filter.audience = Some(Audience::Customer);
        filter.from = Some("2020-01-01".into());
    })
    .await;
    assert_eq!(customers.len(), 2);
    let page = read(&world, &cookie, "/admin/notices?channel=email").await.text().await.unwrap();
    assert!(page.contains(&number.to_string()) && page.contains(&other.to_string()), "{page}");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn pages_of_the_log_meet_without_a_gap(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (ana, _) = world.person(Role::Operator).await;
    // Many at one moment, as a bulk change plans them.
    let many = "insert into notice (id, occasion, kind, channel, recipient, language, audience, state, created_at)
        select gen_random_uuid(), 'x' || n, 'message', 'email', 'a' || n || '@customer.test', 'en', 'customer', 'sent',
            timestamptz '2026-11-01 10:00Z' + (n / 60) * interval '1 minute' from generate_series(1, 130) n";
    sqlx::query(many).execute(&world.shop.pool).await.unwrap();
    let (mut filter, mut seen, mut sizes) =
        (LogFilter::default(), std::collections::BTreeSet::new(), Vec::new());
    loop {
        let page = log::list(&world.shop, &ana, &filter).await.unwrap();
        sizes.push(page.rows.len());
        seen.extend(page.rows.iter().map(|row| row.id));
        let Some(next) = page.next else { break };
        filter.after = Some(next);
    }
    assert_eq!((sizes, seen.len()), (vec![50, 50, 30], 130));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_message_is_kept_as_it_was_sent_and_looking_at_it_does_nothing(pool: PgPool) {
    let world = World::start(pool).await;
    world.paid_order(|body| body["customer"]["name"] = "<script>alert(1)</script>".into()).await;
    let mail = world.mail("ana@customer.test", 1).await;
    world.idle().await;
    let (ana, cookie) = world.person(Role::Operator).await;
    let line = found(&world, &ana, |filter| filter.channel = Some(Channel::Email)).await.remove(0);
    let message = log::message(&world.shop, &ana, line.id).await.unwrap();
    assert_eq!(message.subject.as_deref(), mail[0]["subject"].as_str());
    // Lines end as mails' do.
    let arrived = mail[0]["text"].as_str().unwrap().replace("\r\n", "\n");
    assert_eq!(message.text.as_deref().map(str::trim), Some(arrived.trim()));
    assert!(message.life.iter().any(|(step, _)| *step == log::Step::Sent), "{:?}", message.life);
    let page = read(&world, &cookie, &format!("/admin/notices/{}", line.id)).await;
    let policy = page.headers()["content-security-policy"].to_str().unwrap().to_owned();
    assert!(policy.contains("frame-src 'self'") && policy.contains("default-src 'none'"), "{policy}");
    let html = page.text().await.unwrap();
    assert!(
        html.contains("sandbox=\"\"") && html.contains(&format!("/admin/notices/{}/html", line.id)),
        "{html}"
    );
    let frame = read(&world, &cookie, &format!("/admin/notices/{}/html", line.id)).await;
    let policy = frame.headers()["content-security-policy"].to_str().unwrap().to_owned();
    for part in ["default-src 'none'", "; sandbox;", "form-action 'none'", "frame-ancestors 'self'"] {
        assert!(policy.contains(part), "{policy}");
    }
    assert!(!policy.contains("script-src") && !policy.contains("allow-"), "{policy}");
    assert_eq!(frame.headers()["x-frame-options"], "SAMEORIGIN");
    let html = frame.text().await.unwrap();
    assert!(!html.contains("<script>") && html.contains("<base target=\"_blank\">"), "{html}");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn only_who_works_with_orders_reads_messages(pool: PgPool) {
    let world = World::start(pool).await;
    world.paid_order(|_| {}).await;
    world.mail("ana@customer.test", 1).await;
    let (ana, _) = world.person(Role::Operator).await;
    let id = found(&world, &ana, |filter| filter.channel = Some(Channel::Email)).await.remove(0).id;
    let (_, viewer) = world.person(Role::Viewer).await;
    for path in
        ["/admin/notices".to_owned(), format!("/admin/notices/{id}"), format!("/admin/notices/{id}/html")]
    {
        assert_eq!(read(&world, &viewer, &path).await.status(), 403, "{path}");
        let nobody = world.http.get(format!("{}{path}", world.url)).send().await.unwrap();
        assert_eq!(nobody.status(), 303, "{path}");
    }
    let press = world.http.post(format!("{}/admin/notices/{id}", world.url)).header(COOKIE, viewer);
    let press = press.header("origin", &world.url).form(&[("do", "discard")]).send().await.unwrap();
    assert_eq!(press.status(), 403);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn staff_send_it_elsewhere_or_let_it_be(pool: PgPool) {
    let world = World::start(pool).await;
    let number = world.paid_order(|body| body["customer"]["email"] = "gone@bounce.test".into()).await;
    world.idle().await;
    let (ana, cookie) = world.person(Role::Operator).await;
    let line = found(&world, &ana, |filter| filter.state = Some(NoticeState::Suppressed)).await.remove(0);
    assert_eq!(line.order, Some(number.to_string()));
    let here = format!("/admin/notices/{}", line.id);
    let page = read(&world, &cookie, &here).await.text().await.unwrap();
    // Why, and that only an administrator may have it written to again.
    assert!(
        page.contains("value=\"readdress\"") && page.contains("Nobody writes to this address any more"),
        "{page}"
    );
    assert!(!page.contains("value=\"lift\""), "{page}");
    let press = async |fields: &[(&str, &str)]| {
        let request = world.http.post(format!("{}{here}", world.url)).header(COOKIE, &cookie);
        let answer = request.header("origin", &world.url).form(fields).send().await.unwrap();
        (answer.status().as_u16(), answer.text().await.unwrap())
    };
    assert_eq!(press(&[("do", "readdress"), ("to", "no address")]).await.0, 422);
    assert_eq!(press(&[("do", "lift")]).await.0, 403);
    assert_eq!(press(&[("do", "readdress"), ("to", "Ana@new.test")]).await.0, 200);
    assert_eq!(world.mail("ana@new.test", 1).await.len(), 1);
    world.idle().await;
    let page = read(&world, &cookie, &here).await.text().await.unwrap();
    assert!(
        page.contains("Sent elsewhere") && page.contains("gone@bounce.test") && page.contains(&ana.name),
        "{page}"
    );
    // One that left is neither sent again nor discarded.
    let (status, page) = press(&[("do", "discard")]).await;
    assert!(status == 422 && page.contains("role=\"alert\""), "{status}");
}
