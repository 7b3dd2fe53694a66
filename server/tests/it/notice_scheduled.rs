//! A message written for an hour to come: nobody hears before, everybody once it is time, and nobody where it was taken back.

use domain::{
    Fault, Language, Reason,
    bulk::{BulkState, Wish},
    clock::At,
    ids::{NoticeId, OrderId},
    notice::{
        self, Channel,
        by_hand::{self, ByHand, Words},
        log::{self, LogFilter},
    },
    order::OrderNumber,
    reason::HourFlaw,
    staff::Role,
};
use jiff::{ToSpan, civil::DateTime};
use reqwest::header::{COOKIE, ORIGIN};
use sqlx::PgPool;
use uuid::Uuid;

use crate::{
    bulk_world::{everything, look, run, see, stand, undo},
    notice_world::{later, planned, row, shop_at},
    staff_pages::Browser,
    support::World,
};

const NUMBER: &str = "00000-00001";

/// Noon of the day after tomorrow on the shop's clocks, as it is typed, and the moment that is.
fn noon(world: &World) -> (String, At) {
    let zone = &world.shop.about.zone;
    let day = world.shop.clock.now().0.to_zoned(zone.clone()).date().saturating_add(2.days());
    let noon: DateTime = day.at(12, 0, 0, 0);
    let at = At(noon.to_zoned(zone.clone()).unwrap().timestamp());
    (noon.strftime("%Y-%m-%dT%H:%M").to_string(), at)
}

/// Types a message on the page and sends it, as a browser without JavaScript does: what is answered.
async fn type_it(world: &World, cookie: &str, at: &str) -> (u16, String) {
    let key = "0193a9d0-0000-7000-8000-000000000001";
    let form =
        [("key", key), ("channel", "email"), ("subject", "Closed"), ("text", "Back soon."), ("at", at)];
    let request = world.http.post(format!("{}/admin/orders/{NUMBER}/message", world.url));
    let request = request.header(COOKIE, cookie).header(ORIGIN, &world.url).form(&form);
    let answer = request.send().await.unwrap();
    (answer.status().as_u16(), answer.text().await.unwrap())
}

async fn only_notice(world: &World) -> NoticeId {
    let id: Uuid = sqlx::query_scalar("select id from notice where kind = 'message'")
        .fetch_one(&world.shop.pool)
        .await
        .unwrap();
    NoticeId(id)
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_message_typed_for_an_hour_leaves_at_that_hour_and_not_before(pool: PgPool) {
    let world = World::without_worker(pool).await;
    stand(&world, 1, "new").await;
    let ana = Browser::of(&world, Role::Operator).await;
    let (typed, at) = noon(&world);
    let (_, empty) = ana.page(&format!("/admin/orders/{NUMBER}/message")).await;
    assert!(empty.contains("type=\"datetime-local\" min=\"20") && empty.contains("Europe/Madrid"), "{empty}");
    for _ in 0..2 {
        assert_eq!(type_it(&world, &ana.cookie, &typed).await.0, 303);
    }
    assert_eq!(planned(&world, "email").await, [row("message", "deferred", "scheduled")]);
    // With its hour: in the order's history, in the log, and on its own page.
    let hour = domain::dates::day_and_time(at, Language::En, &world.shop.about.zone);
    let id = only_notice(&world).await;
    for path in
        [format!("/admin/orders/{NUMBER}"), "/admin/notices".to_owned(), format!("/admin/notices/{id}")]
    {
        let (status, html) = ana.page(&path).await;
        assert!(status == 200 && html.contains(&hour), "{path}: {hour} is not in {html}");
        assert_eq!(html.contains("value=\"take-back\""), path != "/admin/notices", "{path}");
    }
    let shop = shop_at(&world, &at.plus(-1).rfc3339());
    later(&shop, &at.plus(-1).rfc3339()).await;
    assert_eq!(planned(&world, "email").await, [row("message", "deferred", "scheduled")]);
    later(&shop, &at.rfc3339()).await;
    assert_eq!(planned(&world, "email").await, [row("message", "sent", "scheduled")]);
    let mails = world.mail("ana1@customer.test", 1).await;
    assert_eq!((mails.len(), &mails[0]["subject"]), (1, &"Closed".into()));
    // What left is not taken back, and nobody is offered to.
    let (person, _) = world.person(Role::Operator).await;
    let said = notice::discard(&world.shop, &person, id).await;
    assert!(matches!(said, Err(Fault::Refused(Reason::NoticeNotGivenUp))), "{said:?}");
    assert!(!ana.page(&format!("/admin/notices/{id}")).await.1.contains("value=\"take-back\""));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn taken_back_before_its_hour_nobody_hears_of_it(pool: PgPool) {
    let world = World::without_worker(pool).await;
    stand(&world, 1, "new").await;
    let ana = Browser::of(&world, Role::Operator).await;
    let (typed, at) = noon(&world);
    type_it(&world, &ana.cookie, &typed).await;
    let id = only_notice(&world).await;
    let press = async |cookie: &str| {
        let request = world.http.post(format!("{}/admin/notices/{id}", world.url));
        let request = request.header(COOKIE, cookie).header(ORIGIN, &world.url);
        let answer = request.form(&[("do", "take-back")]).send().await.unwrap();
        (answer.status().as_u16(), answer.text().await.unwrap())
    };
    let viewer = Browser::of(&world, Role::Viewer).await;
    assert_eq!(press(&viewer.cookie).await.0, 403);
    assert_eq!(planned(&world, "email").await, [row("message", "deferred", "scheduled")]);
    for _ in 0..2 {
        let (status, html) = press(&ana.cookie).await;
        assert!(status == 200 && html.contains("It is taken back."), "{html}");
    }
    let shop = shop_at(&world, &at.rfc3339());
    later(&shop, &at.plus(60).rfc3339()).await;
    assert_eq!(planned(&world, "email").await, [row("message", "withdrawn", "discarded")]);
    assert_eq!(world.count("select count(*) from job").await, 0);
    // Who took it back stands on its page.
    assert_eq!(world.count("select count(*) from notice_act where what = 'discard'").await, 1);
    let (_, history) = ana.page(&format!("/admin/orders/{NUMBER}")).await;
    assert!(!history.contains("value=\"take-back\""), "{history}");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn written_to_several_browsers_it_is_taken_back_from_all(pool: PgPool) {
    let world = World::without_worker(pool).await;
    stand(&world, 2, "new").await;
    sqlx::query(
        "insert into push_subscription (id, order_id, kind, endpoint, language, created_at)
         select gen_random_uuid(), o.id, 'fcm', 'app' || n, 'en', now()
         from generate_series(1, 3) n, orders o where o.email = 'ana1@customer.test'",
    )
    .execute(&world.shop.pool)
    .await
    .unwrap();
    let (ana, _) = world.person(Role::Operator).await;
    let order = world.id(&OrderNumber::parse(NUMBER).unwrap()).await;
    let (_, at) = noon(&world);
    let write = async |order: OrderId, channel: Channel| {
        let words = Words::read("", "Back soon.", channel).unwrap();
        let wish = ByHand { key: Uuid::now_v7(), channel, words, at: Some(at) };
        by_hand::by_hand(&world.shop, &ana, order, &wish).await.unwrap();
    };
    write(order, Channel::Push).await;
    write(order, Channel::Email).await;
    let of_push = LogFilter { channel: Some(Channel::Push), ..LogFilter::default() };
    let first = log::list(&world.shop, &ana, &of_push).await.unwrap().rows[1].id;
    notice::discard(&world.shop, &ana, first).await.unwrap();
    assert_eq!(planned(&world, "push").await, vec![row("message", "withdrawn", "discarded"); 3]);
    assert_eq!(planned(&world, "email").await, [row("message", "deferred", "scheduled")]);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_bad_hour_is_refused_at_its_field_and_keeps_what_was_typed(pool: PgPool) {
    let world = World::without_worker(pool).await;
    stand(&world, 1, "new").await;
    let ana = Browser::of(&world, Role::Operator).await;
    for (typed, flaw) in [
        ("2020-01-16T09:00", HourFlaw::Past),
        ("2099-01-16T09:00", HourFlaw::Far),
        ("soon", HourFlaw::Unclear),
    ] {
        for language in Language::ALL {
            sqlx::query("update staff set language = $1")
                .bind(language.tag())
                .execute(&world.shop.pool)
                .await
                .unwrap();
            let (status, html) = type_it(&world, &ana.cookie, typed).await;
            let field = html.split("id=\"at\"").nth(1).unwrap().split("at-hint\"").next().unwrap();
            assert_eq!(status, 422);
            assert!(field.contains("aria-invalid=\"true\"") && field.contains(typed), "{field}");
            let told = html.split("id=\"at-bad\"").nth(1).unwrap().split("</span>").next().unwrap();
            assert!(told.contains(&Reason::BadHour { flaw }.say(language)), "{language:?}: {told}");
            assert!(html.contains("Back soon."), "{html}");
        }
    }
    assert_eq!(world.count("select count(*) from notice").await, 0);
    // A page that was open for long is asked again where it is written down.
    let (person, _) = world.person(Role::Operator).await;
    let order = world.id(&OrderNumber::parse(NUMBER).unwrap()).await;
    let words = Words::read("", "Back soon.", Channel::Email).unwrap();
    let at = Some(world.shop.clock.now());
    let wish = ByHand { key: Uuid::now_v7(), channel: Channel::Email, words, at };
    let said = by_hand::by_hand(&world.shop, &person, order, &wish).await;
    assert!(matches!(said, Err(Fault::Refused(Reason::BadHour { flaw: HourFlaw::Past }))), "{said:?}");
    assert_eq!(world.count("select count(*) from notice").await, 0);
}

fn to_many(typed: &str) -> Wish {
    Wish { action: "message".into(), text: "Back soon.".into(), at: typed.into(), ..Wish::default() }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn many_are_written_to_at_one_hour_and_until_then_all_of_it_can_be_taken_back(pool: PgPool) {
    let world = World::without_worker(pool).await;
    stand(&world, 3, "new").await;
    let (ana, _) = world.person(Role::Operator).await;
    let (typed, at) = noon(&world);
    let past = domain::bulk::preview(&world.shop, &ana, &everything(), &to_many("2020-01-16T09:00")).await;
    assert!(matches!(past, Err(Fault::Refused(Reason::BadHour { flaw: HourFlaw::Past }))), "{past:?}");
    let taken = look(&world, &ana, &everything(), &to_many(&typed)).await;
    run(&world, &ana, taken).await;
    let kept = look(&world, &ana, &everything(), &to_many(&typed)).await;
    let page = run(&world, &ana, kept).await;
    assert_eq!((page.held, page.leaves.clone().unwrap().iso), (3, at.rfc3339()));
    assert_eq!(planned(&world, "email").await, vec![row("message", "deferred", "scheduled"); 6]);
    // Long after the ten minutes, and still before the hour.
    let shop = shop_at(&world, &at.plus(-1).rfc3339());
    later(&shop, &at.plus(-1).rfc3339()).await;
    assert_eq!(see(&world, &ana, kept).await.held, 3);
    domain::bulk::undo(&shop, &ana, taken).await.unwrap();
    assert_eq!(undo_state(&world, &ana, taken).await, BulkState::Undone);
    later(&shop, &at.rfc3339()).await;
    let mut all = vec![row("message", "withdrawn", "undone"); 3];
    all.extend(vec![row("message", "sent", "scheduled"); 3]);
    assert_eq!(planned(&world, "email").await, all);
    let late = domain::bulk::undo(&shop, &ana, kept).await;
    assert!(matches!(late, Err(Fault::Refused(Reason::TooLateToUndo))), "{late:?}");
}

/// After its job is done.
async fn undo_state(world: &World, ana: &domain::staff::Person, id: domain::ids::BulkId) -> BulkState {
    domain::queue::drain(&world.shop).await.unwrap();
    see(world, ana, id).await.state
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn the_hour_of_a_selection_is_typed_and_taken_back_without_javascript(pool: PgPool) {
    let world = World::without_worker(pool).await;
    stand(&world, 2, "new").await;
    let ana = Browser::of(&world, Role::Operator).await;
    let (typed, at) = noon(&world);
    let (_, choice) = ana.page("/admin/bulk?all=1").await;
    assert!(choice.contains("id=\"bulk-at\"") && choice.contains("Europe/Madrid"), "{choice}");
    let form = [("all", "true"), ("action", "message"), ("text", "Back soon."), ("at", &*typed)];
    let page = ana.post("/admin/bulk?all=1", "preview_bulk", &form).await;
    let id = page.strip_prefix("/admin/bulk/").expect("its own page").to_owned();
    let hour = domain::dates::day_and_time(at, Language::En, &world.shop.about.zone);
    assert!(ana.page(&page).await.1.contains(&hour), "the preview says when");
    ana.post(&page, "start_bulk", &[("id", &id)]).await;
    domain::queue::drain(&world.shop).await.unwrap();
    assert!(ana.page(&page).await.1.contains(&hour), "and what waits, until when");
    let (person, _) = world.person(Role::Operator).await;
    let undone = undo(&world, &person, id.parse().unwrap()).await;
    assert_eq!(undone.state, BulkState::Undone);
    assert_eq!(planned(&world, "email").await, vec![row("message", "withdrawn", "undone"); 2]);
}
