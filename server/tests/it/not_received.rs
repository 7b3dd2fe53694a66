//! What is reported as delivered and is not there: hints first, then one word to staff, and the customer knows that it was heard.

use domain::{
    Fault, Language, Reason, alert,
    handover::{self, LONGEST_REPORT},
    order::{self, By, OrderNumber, record::Recorded},
    staff::Role,
};
use futures::future::join_all;
use reqwest::header;
use sqlx::PgPool;

use crate::{
    delivery_preferences::{add_box, looking, read},
    my_world::{Browser, leads_to},
    support::World,
};

const DAY: i64 = 24 * 3600;

/// A paid order whose box its carrier reported as delivered some days ago.
async fn delivered(world: &World, days: i64, language: Language) -> OrderNumber {
    let number = world.paid_order(|body| body["language"] = language.tag().into()).await;
    add_box(world, &number, 1, "delivered", world.shop.clock.now().plus(-days * DAY)).await;
    number
}

async fn open_alerts(world: &World) -> i64 {
    world.count("select count(*) from alert where kind = 'not_received' and cleared_at is null").await
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn staff_hear_of_it_once_and_the_customer_reads_where_the_answer_goes(pool: PgPool) {
    let world = World::start(pool).await;
    let number = delivered(&world, 13, Language::En).await;
    let (page, form) = (format!("/o/{number}"), format!("/o/{number}/missing"));
    let ana = looking(&world, &number).await;
    assert!(read(&ana, &page).await.contains(&format!("href=\"{form}\"")));
    let asks = read(&ana, &form).await;
    assert!(asks.contains("Ask your neighbours") && !asks.contains("<script"), "{asks}");
    assert_eq!(
        (open_alerts(&world).await, world.events("not_received").await),
        (0, 0),
        "looking says nothing"
    );
    let words = [("words", "Nobody <b>rang</b>\u{202e}\0 all day")];
    for _ in 0..2 {
        let told = ana.click(&form, &words).await;
        assert_eq!((told.status().as_u16(), leads_to(&told)), (303, format!("{page}#missing")));
    }
    assert_eq!((open_alerts(&world).await, world.events("not_received").await), (1, 1));
    let html = read(&ana, &page).await;
    for part in [
        "You told us on ",
        "will answer by mail to a•••@customer.test",
        "You told us that you do not have it",
    ] {
        assert!(html.contains(part), "{part}: {html}");
    }
    assert!(!html.contains("ana@customer.test") && !html.contains(&form), "{html}");
    assert_eq!(leads_to(&ana.open(&form).await), page);
    // Staff read it in the list and on the order's page, in the customer's words, and settle it.
    let (person, cookie) = world.person(Role::Operator).await;
    let list = alert::list(&world.shop, Language::En).await.unwrap();
    let raised = list.alerts.iter().find(|alert| alert.kind == alert::AlertKind::NotReceived).unwrap();
    assert_eq!(raised.detail.as_deref(), Some("Nobody <b>rang</b>   all day"));
    for path in ["/admin/attention".to_owned(), format!("/admin/orders/{number}")] {
        let request = world.http.get(format!("{}{path}", world.url)).header(header::COOKIE, &cookie);
        let html = request.send().await.unwrap().text().await.unwrap();
        assert!(
            html.contains("Nobody &lt;b&gt;rang&lt;/b&gt;") && html.contains("proof of delivery"),
            "{path}"
        );
    }
    let seen = order::page(&world.shop, &number, Language::En).await.unwrap();
    assert_eq!(seen.events[0].detail.as_deref(), Some("Nobody <b>rang</b>   all day"));
    alert::clear(&world.shop, &person, raised.id).await.unwrap();
    let again = handover::report(&world.shop, &By::Customer, world.id(&number).await, "").await.unwrap();
    assert_eq!(
        (again, open_alerts(&world).await),
        (Recorded::Already, 0),
        "whatever follows is between people"
    );
    assert!(read(&ana, &page).await.contains("will answer by mail"));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn ten_clicks_are_one_word_to_staff(pool: PgPool) {
    let world = World::start(pool).await;
    let number = delivered(&world, 0, Language::En).await;
    let id = world.id(&number).await;
    let all = join_all((0..10).map(|_| handover::report(&world.shop, &By::Customer, id, "x"))).await;
    let moved = all.into_iter().map(Result::unwrap).filter(|answer| *answer != Recorded::Already);
    assert_eq!((moved.count(), open_alerts(&world).await, world.events("not_received").await), (1, 1, 1));
    let more = handover::report(&world.shop, &By::Customer, id, "x").await;
    assert!(matches!(more, Err(Fault::Refused(Reason::TooMany { .. }))), "{more:?}");
    let ana = looking(&world, &number).await;
    let many = ana.click(&format!("/o/{number}/missing"), &[]).await;
    assert_eq!((many.status().as_u16(), many.headers().contains_key(header::RETRY_AFTER)), (429, true));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn it_is_said_of_what_arrived_and_for_a_fortnight(pool: PgPool) {
    let world = World::start(pool).await;
    for language in Language::ALL {
        let under_way = world.paid_order(|body| body["language"] = language.tag().into()).await;
        add_box(&world, &under_way, 1, "out_for_delivery", world.shop.clock.now()).await;
        let long_ago = delivered(&world, 15, language).await;
        for number in [under_way, long_ago] {
            let ana = looking(&world, &number).await;
            let form = format!("/o/{number}/missing");
            assert_eq!(ana.open(&format!("{form}?lang={}", language.tag())).await.status(), 303);
            assert!(!read(&ana, &format!("/o/{number}")).await.contains(&form));
            for refused in [ana.open(&form).await, ana.click(&form, &[("words", "x")]).await] {
                assert_eq!(refused.status(), 409);
                let html = refused.text().await.unwrap();
                assert!(html.contains("href=\"mailto:help@shop.test\""), "{html}");
            }
        }
    }
    assert_eq!((open_alerts(&world).await, world.events("not_received").await), (0, 0));
    // One of two boxes arrived: that one may be missing.
    let partly = delivered(&world, 1, Language::En).await;
    add_box(&world, &partly, 2, "transit", world.shop.clock.now()).await;
    let id = world.id(&partly).await;
    let long = handover::report(&world.shop, &By::Customer, id, &"ñ".repeat(LONGEST_REPORT + 1)).await;
    assert!(matches!(long, Err(Fault::Refused(Reason::TooLong { .. }))), "{long:?}");
    handover::report(&world.shop, &By::Customer, id, &"ñ".repeat(LONGEST_REPORT)).await.unwrap();
    assert_eq!(open_alerts(&world).await, 1);
    // Nobody says it of somebody else's order, and no other site clicks.
    let form = format!("/o/{partly}/missing");
    assert_eq!(leads_to(&Browser::new(&world).click(&form, &[]).await), "/track");
    let ana = looking(&world, &partly).await;
    assert_eq!(ana.click_from(&form, &[], "cross-site").await.status(), 403);
}
