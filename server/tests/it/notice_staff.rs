//! What needs the shop's people comes to them as a mail: the provider's own webhook goes in, one mail comes out, however often it is told.

use domain::{
    notice::{
        Channel, NoticeKind,
        rules::{self, EVERYWHERE, Rule},
    },
    order::Status,
    staff::Role,
};
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::{notice_world::reach, support::World};

const TEAM: &str = "team@shop.test";

/// A shop whose people want mails at one address, and an order that was paid; what the mails say, of this order.
async fn shop(pool: PgPool) -> (World, domain::order::OrderNumber) {
    let world = World::without_worker(pool).await;
    world.person(Role::Operator).await;
    reach(&world, |reach| reach.staff_mail = Some(TEAM.into())).await;
    // Each webhook comes three times, as Stripe and Shippo may.
    world.faults(json!({ "duplicate": 2, "shippo": { "duplicate": 2 } })).await;
    let (number, page) = world.order(|_| ()).await;
    world.pay(&page).await;
    world.idle_until_staged(&number).await;
    world.idle().await;
    (world, number)
}

/// Every mail to the shop's people, the newest first.
async fn mails(world: &World) -> Vec<Value> {
    world.idle().await;
    world.get(&format!("/_control/mail?to={TEAM}")).await.as_array().unwrap().clone()
}

/// The subjects, the newest first.
async fn subjects(world: &World) -> Vec<String> {
    mails(world).await.iter().map(|mail| mail["subject"].as_str().unwrap().to_owned()).collect()
}

/// What each of them is told on our pages.
async fn in_the_feed(world: &World, kind: &str) -> i64 {
    sqlx::query_scalar(
        "select count(*) from notice where channel = 'in_app' and kind = $1 and audience = 'staff'",
    )
    .bind(kind)
    .fetch_one(&world.shop.pool)
    .await
    .unwrap()
}

/// UPS scans a parcel; Shippo tells us.
async fn scan(world: &World, status: &str, code: &str, at: &str) {
    let scan = json!({
        "carrier": "ups", "tracking_number": "1Z-STAFF", "status": status, "status_date": at,
        "substatus": { "code": code, "text": code, "action_required": true },
    });
    world.control("/_control/shippo/tracks", scan).await;
    world.idle().await;
}

/// The order has a parcel that staff wrote down.
async fn with_parcel(world: &World, number: &domain::order::OrderNumber) {
    world.add_parcel(number, "ups", "1Z-STAFF").await;
    world.idle().await;
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_new_order_is_one_mail_to_staff(pool: PgPool) {
    let (world, number) = shop(pool).await;
    let mails = mails(&world).await;
    assert_eq!(mails.len(), 1, "{mails:?}");
    let subject = mails[0]["subject"].as_str().unwrap();
    assert!(subject.contains(&number.to_string()) && subject.contains("34.90"), "{subject}");
    let text = mails[0]["text"].as_str().unwrap();
    assert!(text.contains(&format!("{}/admin/orders/{number}", world.url)), "{text}");
    assert!(!text.contains("/t/") && !text.contains("/u/"), "no link of a customer's: {text}");
    assert_eq!(in_the_feed(&world, "staff_new_order").await, 1);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_parcel_in_trouble_is_one_mail_to_staff_however_often_the_carrier_says_so(pool: PgPool) {
    let (world, number) = shop(pool).await;
    with_parcel(&world, &number).await;
    scan(&world, "TRANSIT", "package_accepted", "2026-11-20T08:00:00Z").await;
    scan(&world, "TRANSIT", "delivery_attempted", "2026-11-20T10:00:00Z").await;
    assert_eq!(world.load(&number).await.state.status, Status::Exception);
    scan(&world, "FAILURE", "package_undeliverable", "2026-11-20T11:00:00Z").await;
    let told = subjects(&world).await;
    let trouble = told.iter().filter(|subject| subject.starts_with("Parcel problem"));
    assert_eq!(trouble.count(), 1, "{told:?}");
    let mail = &mails(&world).await[0];
    assert_eq!(mail["subject"], format!("Parcel problem: order {number}"));
    assert!(mail["text"].as_str().unwrap().contains(&format!("/admin/orders/{number}")), "{mail}");
    assert_eq!(in_the_feed(&world, "staff_exception").await, 2, "each of the two on our pages");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_dispute_is_one_mail_to_staff_and_its_turns_are_none(pool: PgPool) {
    let (world, number) = shop(pool).await;
    let intent = world.intent(world.id(&number).await).await;
    // Stripe tells twice of one: that it was opened, and that the money was taken.
    let opened = json!({ "payment_intent": intent, "amount": 1450 });
    let dispute = world.control("/_control/stripe/disputes", opened).await;
    let told = subjects(&world).await;
    let disputes = told.iter().filter(|subject| subject.starts_with("Dispute"));
    assert_eq!(disputes.count(), 1, "{told:?}");
    let mail = &mails(&world).await[0];
    let subject = mail["subject"].as_str().unwrap();
    assert!(subject.contains(&number.to_string()) && subject.contains("14.50"), "{subject}");
    for status in ["under_review", "won"] {
        let path = format!("/_control/stripe/disputes/{}", dispute["id"].as_str().unwrap());
        world.control(&path, json!({ "status": status })).await;
        assert_eq!(mails(&world).await.len(), told.len(), "{status} asks nothing of anybody");
    }
    assert_eq!(in_the_feed(&world, "staff_dispute").await, 1);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn staff_who_want_no_such_mail_get_none(pool: PgPool) {
    let (world, number) = shop(pool).await;
    let (boss, _) = world.person(Role::Admin).await;
    let off = [
        (NoticeKind::StaffException, Channel::Email, Rule::Off),
        (NoticeKind::StaffDispute, Channel::InApp, Rule::Off),
    ];
    rules::save(&world.shop, &boss, EVERYWHERE, &off).await.unwrap();
    with_parcel(&world, &number).await;
    scan(&world, "TRANSIT", "delivery_attempted", "2026-11-20T10:00:00Z").await;
    let intent = world.intent(world.id(&number).await).await;
    world.control("/_control/stripe/disputes", json!({ "payment_intent": intent })).await;
    let told = subjects(&world).await;
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told[0].starts_with("Dispute") && told[1].starts_with("New order"), "{told:?}");
    let feed = (in_the_feed(&world, "staff_exception").await, in_the_feed(&world, "staff_dispute").await);
    assert_eq!(feed, (3, 0));
    // Who has named no address hears on our pages only.
    reach(&world, |reach| reach.staff_mail = None).await;
    let (second, page) = world.order(|body| body["customer"]["email"] = "eva@customer.test".into()).await;
    world.pay(&page).await;
    world.idle_until_staged(&second).await;
    assert_eq!(mails(&world).await.len(), 2);
    assert_eq!(in_the_feed(&world, "staff_new_order").await, 1 + 3);
}
