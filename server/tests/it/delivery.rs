//! How a message ends: taken once, given up for a person to decide about, or never sent where nobody is.

use domain::{
    Fault, Reason, Shop,
    ids::NoticeId,
    notice::{self, Channel, Spared, is_suppressed},
    order::{self, Move, OrderNumber},
    provider::{health, smtp::Mailer},
    queue::drain,
    staff::{Person, Role},
};
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::{
    label_world::at_once,
    support::{World, typed},
};

/// The shop writes no mail when it begins: what is about one mail has one.
pub async fn no_word_of_processing(world: &World) {
    let rule = "insert into notice_rule (workflow, kind, channel, wanted, changed_by, changed_at)
        values ('*', 'processing', 'email', false, 'the test', now()) on conflict do nothing";
    sqlx::query(rule).execute(&world.shop.pool).await.unwrap();
}

/// A paid order whose confirmation is tried.
async fn told(world: &World, email: &str) -> OrderNumber {
    no_word_of_processing(world).await;
    let (number, page) = world.order(|body| body["customer"]["email"] = email.into()).await;
    world.pay(&page).await;
    world.idle_until_staged(&number).await;
    drain(&world.shop).await.unwrap();
    number
}

/// State and reason of the newest mail to an address.
async fn stands(world: &World, email: &str) -> (NoticeId, String, Option<String>) {
    let sql = "select id, state::text, reason from notice where recipient = $1 and channel = 'email' order by id desc limit 1";
    let (id, state, reason): (uuid::Uuid, _, _) =
        sqlx::query_as(sql).bind(email).fetch_one(&world.shop.pool).await.unwrap();
    (NoticeId(id), state, reason)
}

/// It is shipped, and a message about it is planned.
async fn ship(world: &World, ana: &Person, number: &OrderNumber) {
    let id = world.id(number).await;
    let version = world.load(number).await.version;
    order::advance(&world.shop, ana, id, Move::On("in_production".into()), version).await.unwrap();
    let parcel = typed("ups", "1Z999");
    let version = world.load(number).await.version;
    order::ship(&world.shop, ana, id, parcel, version).await.unwrap();
}

const ALARMS: &str = "select count(*) from alert where kind = 'notice_failed' and cleared_at is null";
const SPARED: &str = "select count(*) from suppression where lifted_at is null";
const UNSENT: &str = "select count(*) from notice where channel = 'email' and state <> 'sent'";
const JOBS: &str = "select count(*) from job";

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn an_address_that_nobody_has_is_spared_from_then_on(pool: PgPool) {
    let world = World::without_worker(pool).await;
    told(&world, "gone@bounce.test").await;
    let invalid = ("suppressed".to_owned(), Some("invalid".to_owned()));
    let (first, state, reason) = stands(&world, "gone@bounce.test").await;
    assert_eq!((state, reason), invalid);
    told(&world, "GONE@bounce.test").await;
    let (second, state, reason) = stands(&world, "gone@bounce.test").await;
    assert_eq!((state, reason), invalid);
    let asked: Option<String> = sqlx::query_scalar("select last_error from notice where id = $1")
        .bind(second.0)
        .fetch_one(&world.shop.pool)
        .await
        .unwrap();
    assert!(first != second && asked.is_none(), "the server was not asked again: {asked:?}");
    assert_eq!((world.count(SPARED).await, world.count(ALARMS).await), (1, 2), "each order's staff know");
    // An administrator who knows better.
    let (boss, _) = world.person(Role::Admin).await;
    let (ana, _) = world.person(Role::Operator).await;
    let refused = notice::unspare(&world.shop, &ana, second).await;
    assert!(matches!(refused, Err(Fault::Refused(Reason::RoleTooLow))), "{refused:?}");
    notice::unspare(&world.shop, &boss, second).await.unwrap();
    assert_eq!(world.count(SPARED).await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn what_a_server_does_not_take_is_given_up_and_a_person_decides(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (ana, _) = world.person(Role::Operator).await;
    let (viewer, _) = world.person(Role::Viewer).await;
    let number = told(&world, "ana@policy.test").await;
    ship(&world, &ana, &number).await;
    drain(&world.shop).await.unwrap();
    let dead = "select count(*) from notice where state = 'dead' and reason = 'content'";
    assert_eq!(world.count(dead).await, 2);
    assert_eq!((world.count(SPARED).await, world.count(JOBS).await), (0, 0));
    assert_eq!(world.count(ALARMS).await, 1, "one alarm per order");

    let (id, ..) = stands(&world, "ana@policy.test").await;
    let shop = &world.shop;
    let refused = notice::retry(shop, &viewer, id).await;
    assert!(matches!(refused, Err(Fault::Refused(Reason::RoleTooLow))), "{refused:?}");
    notice::retry(shop, &ana, id).await.unwrap();
    notice::retry(shop, &ana, id).await.unwrap();
    assert_eq!(world.count(JOBS).await, 1, "two clicks are one");
    drain(shop).await.unwrap();
    assert_eq!(stands(&world, "ana@policy.test").await.1, "dead");

    let bad = notice::readdress(shop, &ana, id, "a@b\r\nBcc: c@d.test").await;
    assert!(matches!(bad, Err(Fault::Refused(Reason::BadEmail))), "{bad:?}");
    notice::readdress(shop, &ana, id, " Ana@Customer.test ").await.unwrap();
    drain(shop).await.unwrap();
    assert_eq!(world.mail("ana@customer.test", 1).await.len(), 1);
    let sent = notice::retry(shop, &ana, id).await;
    assert!(matches!(sent, Err(Fault::Refused(Reason::NoticeNotGivenUp))), "{sent:?}");
    assert_eq!(world.count(ALARMS).await, 1, "the other one is still given up");
    let (other, ..) = stands(&world, "ana@policy.test").await;
    notice::discard(shop, &ana, other).await.unwrap();
    notice::discard(shop, &ana, other).await.unwrap();
    assert_eq!(world.count(ALARMS).await, 0);
    let acts: Vec<(String, String, Option<String>)> =
        sqlx::query_as("select what, actor, formerly from notice_act order by at")
            .fetch_all(&shop.pool)
            .await
            .unwrap();
    let by = |what: &str, was: Option<&str>| (what.to_owned(), ana.name.clone(), was.map(str::to_owned));
    assert_eq!(acts, [by("retry", None), by("readdress", Some("ana@policy.test")), by("discard", None)]);
}

/// The world's shop with another way to its mail server.
fn over(world: &World, smtp: &str) -> Shop {
    let mailer = Mailer::new(&smtp.parse().unwrap(), world.shop.mailer.from.clone()).unwrap();
    Shop { mailer, ..world.shop.clone() }
}

/// A message about an order is planned and not sent yet; its confirmation was.
async fn planned(world: &World, ana: &Person, email: &str) -> NoticeId {
    let number = told(world, email).await;
    ship(world, ana, &number).await;
    stands(world, email).await.0
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_refused_password_pauses_the_mail_server_and_blames_no_address(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (ana, _) = world.person(Role::Operator).await;
    let id = planned(&world, &ana, "ana@customer.test").await;
    world.faults(json!({ "smtp_refuse_key": true })).await;
    let shop = over(&world, &format!("smtp://clew:wrong@{}", world.sandbox.smtp));
    drain(&shop).await.unwrap();
    assert_eq!(stands(&world, "ana@customer.test").await, (id, "failed".into(), None));
    let paused = "select count(*) from alert where kind = 'provider_paused' and provider = 'smtp'";
    assert_eq!((world.count(SPARED).await, world.count(paused).await), (0, 1));
    // Paused: nobody knocks again before a person has looked, however due it is.
    at_once(&world).await;
    world.faults(json!({ "smtp_refuse_key": false })).await;
    drain(&shop).await.unwrap();
    assert_eq!(stands(&world, "ana@customer.test").await.1, "failed");
    health::resume(&shop, "smtp", &ana.name).await.unwrap();
    drain(&shop).await.unwrap();
    assert_eq!(stands(&world, "ana@customer.test").await.1, "sent");
    assert_eq!(world.mail("ana@customer.test", 2).await.len(), 2);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn while_the_mail_server_is_away_messages_wait_and_none_is_lost(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (ana, _) = world.person(Role::Operator).await;
    let mut orders = Vec::new();
    for index in 0..7 {
        orders.push(told(&world, &format!("away{index}@customer.test")).await);
    }
    for number in &orders {
        ship(&world, &ana, number).await;
    }
    let away = over(&world, "smtp://127.0.0.1:1");
    for _ in 0..5 {
        drain(&away).await.unwrap();
        at_once(&world).await;
    }
    let failures: i32 = sqlx::query_scalar("select failures from provider_health where provider = 'smtp'")
        .fetch_one(&world.shop.pool)
        .await
        .unwrap();
    assert_eq!(failures, 5, "then its circuit is open, and nobody knocks");
    let waiting = "select count(*) from notice where channel = 'email' and state = 'failed'";
    assert_eq!(world.count(waiting).await, 7);
    let counted = "select count(*) from job where name = 'send_notice' and (attempts > 0 or dead)";
    assert_eq!(world.count(counted).await, 0, "waiting uses no attempt up");
    sqlx::query("update provider_health set open_until = now()").execute(&world.shop.pool).await.unwrap();
    at_once(&world).await;
    drain(&world.shop).await.unwrap();
    at_once(&world).await;
    drain(&world.shop).await.unwrap();
    assert_eq!(world.count(UNSENT).await, 0);
    for index in 0..7 {
        assert_eq!(world.mail(&format!("away{index}@customer.test"), 2).await.len(), 2);
    }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_mail_whose_answer_was_lost_comes_again_under_the_same_name(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (ana, _) = world.person(Role::Operator).await;
    let id = planned(&world, &ana, "ana@customer.test").await;
    world.faults(json!({ "smtp_cut_reply": 1 })).await;
    drain(&world.shop).await.unwrap();
    assert_eq!(stands(&world, "ana@customer.test").await.1, "failed", "nobody knows whether it was taken");
    at_once(&world).await;
    drain(&world.shop).await.unwrap();
    let mails = world.mail("ana@customer.test", 3).await;
    let names: Vec<_> = mails[..2].iter().map(|mail| mail["message_id"].as_str().unwrap()).collect();
    assert!(names[0] == names[1] && names[0].starts_with(&id.to_string()), "{names:?}");
    assert_eq!(mails[1]["reply_confirmed"], false, "a copy only where the server was never heard");
    assert_eq!(world.count(UNSENT).await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn what_is_tried_in_vain_is_given_up_and_never_stuck(pool: PgPool) {
    let world = World::without_worker(pool).await;
    told(&world, "ana@later.test").await;
    told(&world, "eva@later.test").await;
    assert_eq!(world.count("select count(*) from notice where state = 'failed'").await, 2);
    // One comes to its last attempt; the other's process died of its last, in the middle of it.
    for sql in [
        "update notice set state = 'sending' where recipient = 'eva@later.test'",
        "update job set attempts = 24",
        "update job set attempts = 25 where payload ->> 'notice' in (select id::text from notice where state = 'sending')",
    ] {
        sqlx::query(sql).execute(&world.shop.pool).await.unwrap();
    }
    at_once(&world).await;
    drain(&world.shop).await.unwrap();
    let dead =
        "select count(*) from notice where state = 'dead' and reason = 'gave_up' and last_error is not null";
    assert_eq!((world.count(dead).await, world.count(ALARMS).await), (2, 2));
    assert_eq!(world.count(JOBS).await, 0);
}

/// Its job, or all others', are due now; or not for an hour.
async fn due(world: &World, id: NoticeId, mine: bool, now: bool) {
    let sql = "update job set run_at = case when $3 then now() else now() + interval '1 hour' end
        where name = 'send_notice' and ((payload ->> 'notice')::uuid = $1) = $2";
    sqlx::query(sql).bind(id.0).bind(mine).bind(now).execute(&world.shop.pool).await.unwrap();
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_later_message_to_the_same_recipient_never_overtakes(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (ana, _) = world.person(Role::Operator).await;
    let number = told(&world, "ana@customer.test").await;
    ship(&world, &ana, &number).await;
    let shipped = stands(&world, "ana@customer.test").await.0;
    let (id, version) = (world.id(&number).await, world.load(&number).await.version);
    order::advance(&world.shop, &ana, id, Move::On("delivered".into()), version).await.unwrap();
    // The earlier one's job comes later: as when it waits for its first attempt, and as when that failed.
    for state in ["pending", "failed"] {
        sqlx::query("update notice set state = $2::notice_state where id = $1")
            .bind(shipped.0)
            .bind(state)
            .execute(&world.shop.pool)
            .await
            .unwrap();
        due(&world, shipped, true, false).await;
        due(&world, shipped, false, true).await;
        drain(&world.shop).await.unwrap();
        assert_eq!(world.count(UNSENT).await, 2, "{state}: nothing goes before it");
    }
    for _ in 0..2 {
        at_once(&world).await;
        drain(&world.shop).await.unwrap();
    }
    let mails = world.mail("ana@customer.test", 3).await;
    assert!(
        mails[1]["message_id"].as_str().unwrap().starts_with(&shipped.to_string()),
        "the newest first, so it came before the other: {mails:?}"
    );
}

/// Names of the header fields at the top of a raw mail, as written.
fn fields(raw: &str) -> Vec<&str> {
    let head = raw.split("\r\n\r\n").next().unwrap();
    let fields = head.split("\r\n").filter(|line| !line.starts_with([' ', '\t']));
    fields.map(|line| line.split(':').next().unwrap()).collect()
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn hostile_names_add_no_header_and_turn_no_subject(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (ana, _) = world.person(Role::Operator).await;
    let names = [
        "A\r\nBcc: eve@evil.test".to_owned(),
        "bare\rreturn\nBcc: eve@evil.test\0".to_owned(),
        "two\u{2028}lines\u{2029}\u{85}and\u{202e}turned\u{2066}".to_owned(),
        "Печатня șțăîâ «ñ»".to_owned(),
        "ж".repeat(10_000),
    ];
    // The confirmation's subject is the number; a sentence of the shop's own words holds its name.
    for (index, name) in names.into_iter().enumerate() {
        let email = format!("ana{index}@customer.test");
        planned(&world, &ana, &email).await;
        let mut shop = world.shop.clone();
        shop.about.name.clone_from(&name);
        shop.mailer.from.name = Some(name.clone());
        drain(&shop).await.unwrap();
        let mail: &Value = &world.mail(&email, 2).await[0];
        let mut found = fields(mail["raw"].as_str().unwrap());
        found.sort_unstable();
        let meant = [
            "Auto-Submitted",
            "Content-Language",
            "Content-Type",
            "Date",
            "From",
            "List-Unsubscribe",
            "List-Unsubscribe-Post",
            "MIME-Version",
            "Message-ID",
            "Subject",
            "To",
        ];
        assert_eq!(found, meant, "{name:.40?}");
        assert_eq!(mail["to"], json!([email]));
        let odd = |letter: char| {
            letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{202e}' | '\u{2066}')
        };
        for field in mail["headers"].as_array().unwrap() {
            assert!(!field["value"].as_str().unwrap().contains(odd), "{field}");
        }
        assert!(mail["subject"].as_str().unwrap().chars().count() <= 200);
    }
}

/// The list of spared addresses says nothing about anybody, and the heavier reason stays.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn the_heavier_reason_stays_whoever_says_it_first(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let shop = &world.shop;
    let mut conn = shop.pool.acquire().await.unwrap();
    for (address, order) in [
        ("a@customer.test", [Spared::Bounced, Spared::Complained, Spared::Invalid]),
        ("b@customer.test", [Spared::Complained, Spared::Invalid, Spared::Bounced]),
    ] {
        let to = (Channel::Email, address);
        for (index, why) in order.into_iter().enumerate() {
            let new = notice::suppress(&mut conn, shop, to, why, "resend", None).await.unwrap();
            assert_eq!(new, index == 0);
        }
        let why = is_suppressed(&mut conn, shop, Channel::Email, &address.to_uppercase()).await.unwrap();
        assert_eq!(why, Some(Spared::Complained));
        assert_eq!(is_suppressed(&mut conn, shop, Channel::Sms, address).await.unwrap(), None);
        assert!(notice::lift(&mut conn, shop, to, "customer").await.unwrap());
        assert!(!notice::lift(&mut conn, shop, to, "customer").await.unwrap());
        assert_eq!(is_suppressed(&mut conn, shop, Channel::Email, address).await.unwrap(), None);
    }
}
