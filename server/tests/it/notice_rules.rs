//! Who is told what, over which channel: the shop's rules, the customer's choices, and the page where the rules are made.

use domain::{
    Fault, Reason,
    notice::{
        Channel, NoticeKind,
        rules::{self, EVERYWHERE, Rule},
    },
    order::{self, Move},
    product::{self, Correction},
    staff::Role,
};
use reqwest::header::COOKIE;
use serde_json::json;
use sqlx::PgPool;
use uuid::Uuid;

use crate::{
    bulk_world::stand,
    notice_world::{planned, reach, row, the_order, version},
    products::put,
    support::World,
    workflows::Editor,
};

/// Somebody who bought here, with a verified number.
async fn customer(world: &World, language: &str) -> Uuid {
    sqlx::query_scalar(
        "insert into customer (id, email_hash, email, language, zone, phone, phone_hash, phone_verified_at, created_at, updated_at)
         select gen_random_uuid(), email_hash, email, $1, 'Europe/Bucharest', decode('01', 'hex'), decode('02', 'hex'), now(), now(), now() from orders limit 1
         returning id",
    )
    .bind(language)
    .fetch_one(&world.shop.pool)
    .await
    .unwrap()
}

async fn chooses(world: &World, who: Uuid, topic: &str, channel: &str, wanted: bool) {
    sqlx::query("insert into customer_preference values ($1, $2, $3, $4)")
        .bind(who)
        .bind(topic)
        .bind(channel)
        .bind(wanted)
        .execute(&world.shop.pool)
        .await
        .unwrap();
}

async fn channels_of(world: &World, kind: &str) -> Vec<String> {
    sqlx::query_scalar(
        "select channel from notice where kind = $1 and audience = 'customer' order by channel, recipient",
    )
    .bind(kind)
    .fetch_all(&world.shop.pool)
    .await
    .unwrap()
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn everybody_is_told_once_over_each_channel_they_have_and_want(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (ana, _) = world.person(Role::Operator).await;
    stand(&world, 1, "new").await;
    let id = the_order(&world).await;
    reach(&world, |reach| reach.sms = true).await;
    let who = customer(&world, "ro").await;
    sqlx::query("update customer set quiet = false").execute(&world.shop.pool).await.unwrap();
    chooses(&world, who, "processing", "email", false).await;
    chooses(&world, who, "delivered", "sms", false).await;
    for (endpoint, gone) in
        [("https://push.test/1", false), ("https://push.test/2", false), ("https://push.test/3", true)]
    {
        sqlx::query(
            "insert into push_subscription (id, order_id, kind, endpoint, p256dh, auth, language, created_at, gone_at)
             values (gen_random_uuid(), $1, 'web', $2, 'k', 'a', 'ru', now(), case when $3 then now() end)",
        )
        .bind(id.0)
        .bind(endpoint)
        .bind(gone)
        .execute(&world.shop.pool)
        .await
        .unwrap();
    }
    for stage in ["in_production", "shipped", "delivered"] {
        order::advance(&world.shop, &ana, id, Move::On(stage.into()), version(&world, id).await)
            .await
            .unwrap();
    }
    assert_eq!(
        channels_of(&world, "processing").await,
        ["in_app"],
        "by their choice, and by the defaults of text and push"
    );
    assert_eq!(channels_of(&world, "shipped").await, ["email", "in_app", "push", "push", "sms"]);
    assert_eq!(channels_of(&world, "delivered").await, ["email", "in_app", "push", "push"]);
    let sms: String = sqlx::query_scalar("select recipient from notice where channel = 'sms'")
        .fetch_one(&world.shop.pool)
        .await
        .unwrap();
    assert_eq!(sms, who.to_string(), "the number stays sealed");
    assert_eq!(
        world.count("select count(*) from notice where language <> 'ro'").await,
        0,
        "in the language they chose"
    );
    assert_eq!(world.count("select count(*) from job where lane = 'sms'").await, 1);
    assert_eq!(world.count("select count(*) from job where lane = 'push'").await, 4);
}

/// A number somebody typed at a checkout may be anybody's.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_number_nobody_verified_and_a_shop_without_text_messages_get_none(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (ana, _) = world.person(Role::Operator).await;
    stand(&world, 1, "in_production").await;
    let id = the_order(&world).await;
    sqlx::query("update orders set phone = '+34600111222'").execute(&world.shop.pool).await.unwrap();
    reach(&world, |reach| reach.sms = true).await;
    customer(&world, "es").await;
    sqlx::query("update customer set phone_verified_at = null").execute(&world.shop.pool).await.unwrap();
    order::advance(&world.shop, &ana, id, Move::On("shipped".into()), version(&world, id).await)
        .await
        .unwrap();
    sqlx::query("update customer set phone_verified_at = now()").execute(&world.shop.pool).await.unwrap();
    reach(&world, |reach| reach.sms = false).await;
    order::advance(&world.shop, &ana, id, Move::On("delivered".into()), version(&world, id).await)
        .await
        .unwrap();
    assert_eq!(world.count("select count(*) from notice where channel = 'sms'").await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_workflow_s_own_rule_goes_before_the_general_one(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (boss, _) = world.person(Role::Admin).await;
    let (ana, _) = world.person(Role::Operator).await;
    stand(&world, 1, "new").await;
    let id = the_order(&world).await;
    let off = [
        (NoticeKind::Processing, Channel::Email, Rule::Off),
        (NoticeKind::Shipped, Channel::Email, Rule::Off),
    ];
    rules::save(&world.shop, &boss, EVERYWHERE, &off).await.unwrap();
    let on =
        [(NoticeKind::Shipped, Channel::Email, Rule::On), (NoticeKind::Shipped, Channel::InApp, Rule::Off)];
    rules::save(&world.shop, &boss, "print-factory", &on).await.unwrap();
    for stage in ["in_production", "shipped"] {
        order::advance(&world.shop, &ana, id, Move::On(stage.into()), version(&world, id).await)
            .await
            .unwrap();
    }
    assert_eq!(planned(&world, "email").await, [row("shipped", "pending", "")]);
    assert_eq!(planned(&world, "in_app").await, [row("processing", "sent", "")]);
    // Back to what holds by default; and what cannot be switched off stays on.
    let back = [
        (NoticeKind::Processing, Channel::Email, Rule::Default),
        (NoticeKind::Refunded, Channel::Email, Rule::Off),
        (NoticeKind::SignIn, Channel::Email, Rule::Off),
        (NoticeKind::StaffPassword, Channel::Email, Rule::Off),
        (NoticeKind::StaffNewOrder, Channel::Sms, Rule::On),
    ];
    rules::save(&world.shop, &boss, EVERYWHERE, &back).await.unwrap();
    let left = rules::read(&mut world.shop.pool.acquire().await.unwrap(), EVERYWHERE).await.unwrap();
    assert_eq!(left.len(), 1);
    assert_eq!((left[0].kind, left[0].rule, &*left[0].by), (NoticeKind::Shipped, Rule::Off, "Admin"));
    let refused = rules::save(&world.shop, &ana, EVERYWHERE, &off).await;
    assert!(matches!(refused, Err(Fault::Refused(Reason::RoleTooLow))));
    assert!(matches!(rules::save(&world.shop, &boss, "none-such", &off).await, Err(Fault::NotFound)));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn staff_hear_of_new_orders_and_of_stock_that_falls(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (boss, _) = world.person(Role::Admin).await;
    let (ana, _) = world.person(Role::Operator).await;
    reach(&world, |reach| reach.staff_mail = Some("Team@Shop.test".into())).await;
    let (number, page) = world.order(|_| ()).await;
    world.pay(&page).await;
    world.idle_until_staged(&number).await;
    let told = |kind: &'static str| {
        let pool = world.shop.pool.clone();
        async move {
            sqlx::query_as::<_, (String, String)>(
                "select channel, recipient from notice where kind = $1 and audience = 'staff' order by channel, recipient",
            )
            .bind(kind)
            .fetch_all(&pool)
            .await
            .unwrap()
        }
    };
    let mut everybody =
        vec![("in_app".to_owned(), boss.id.to_string()), ("in_app".to_owned(), ana.id.to_string())];
    everybody.sort();
    everybody.insert(0, ("email".to_owned(), "team@shop.test".to_owned()));
    assert_eq!(told("staff_new_order").await, everybody);

    put(&world, "INK", &json!({ "name": "Ink", "onHand": 7 })).await;
    sqlx::query("update product set reorder_point = 5 where sku = 'INK'")
        .execute(&world.shop.pool)
        .await
        .unwrap();
    let falls = async |pieces: i32, key: &str| {
        product::correct(&world.shop, &boss, "INK", Correction::By(pieces), "counted", key).await.unwrap();
    };
    falls(-1, "1").await;
    assert_eq!(told("staff_low_stock").await.len(), 0);
    falls(-1, "2").await;
    falls(-1, "3").await;
    assert_eq!(told("staff_low_stock").await, everybody, "once, not with every piece");
    falls(4, "4").await;
    falls(-5, "5").await;
    assert_eq!(told("staff_low_stock").await.len(), 6, "and once again when it falls again");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn administrators_make_the_rules_on_a_plain_page(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (_, cookie) = world.person(Role::Admin).await;
    let boss = Editor { world: &world, cookie };
    let (_, cookie) = world.person(Role::Operator).await;
    let ana = Editor { world: &world, cookie };
    let (status, html) = boss.get("/admin/notices/rules").await;
    assert_eq!(status, 200);
    assert!(html.contains("name=\"shipped.sms\"") && html.contains("Default (sent)"), "{html}");
    assert!(!html.contains("name=\"refunded.email\""), "what cannot be switched off has no switch");
    let change =
        [("shipped.sms".to_owned(), "off".to_owned()), ("nonsense.sms".to_owned(), "off".to_owned())];
    let (status, _) = boss.post("/admin/notices/rules", &change).await;
    assert_eq!(status, 303);
    let (_, html) = boss.get("/admin/notices/rules?workflow=kitchen&saved=1").await;
    assert!(html.contains("role=\"status\"") && !html.contains("staff_low_stock"), "{html}");
    let cell = html.split("name=\"shipped.sms\"").nth(1).unwrap().split("</select>").next().unwrap();
    assert!(cell.contains("Default (not sent)"), "the kitchen follows the general rule: {cell}");
    let (status, html) = ana.get("/admin/notices/rules").await;
    assert_eq!(status, 200);
    assert!(!html.contains("<select"), "an operator looks");
    assert_eq!(ana.post("/admin/notices/rules", &change).await.0, 403);
    assert_eq!(boss.get("/admin/notices/rules?workflow=none-such").await.0, 404);
    let url = format!("{}/admin/notices/rules", world.url);
    let stranger = world.http.get(url.clone()).send().await.unwrap();
    assert_eq!(stranger.status(), 303);
    let elsewhere = world.http.post(url).header(COOKIE, &boss.cookie).header("sec-fetch-site", "cross-site");
    assert_eq!(elsewhere.form(&change).send().await.unwrap().status(), 403);
}
