//! An order called off: money, stock and labels follow, once.

use domain::{
    Fault, Language, Reason,
    event::Source,
    history::Actor,
    order::{self, By, Move, OrderNumber, Status, record::Recorded},
    payment::PaymentStatus,
    product::{Product, store::keep},
    returns::{self, Restock},
    staff::Role,
};
use futures::future::join_all;
use serde_json::json;
use sqlx::PgPool;

use crate::support::World;

async fn stock(world: &World) -> i64 {
    world.count("select on_hand::bigint from product where sku = 'POSTER'").await
}

/// A shop with ten posters, and a paid order of two of them.
async fn two_of_ten(world: &World) -> OrderNumber {
    let poster = Product {
        sku: "POSTER".into(),
        name: "Poster".into(),
        on_hand: 10,
        weight_grams: Some(120),
        ..Product::default()
    };
    let actor = Actor::of(Source::Api);
    let now = world.shop.clock.now();
    keep(&mut world.shop.pool.acquire().await.unwrap(), &poster, &actor, now).await.unwrap();
    let number = world.paid_order(|body| body["items"][0]["sku"] = "POSTER".into()).await;
    assert_eq!(stock(world).await, 8);
    number
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn ten_cancellations_at_once_pay_back_and_restock_once(pool: PgPool) {
    let world = World::start(pool).await;
    let number = two_of_ten(&world).await;
    let id = world.id(&number).await;
    let calls = (0..10).map(|_| order::cancel(&world.shop, &By::Customer, id, None));
    let answers: Vec<_> = join_all(calls).await.into_iter().map(Result::unwrap).collect();
    assert_eq!(answers.iter().filter(|answer| **answer != Recorded::Already).count(), 1);
    world.until(&number, |order| order.state.payment == PaymentStatus::Refunded).await;
    world.idle().await;
    assert_eq!(stock(&world).await, 10);
    assert_eq!(world.get("/_control/stripe/refunds").await.as_array().unwrap().len(), 1);
    assert_eq!((world.events("order_cancelled").await, world.events("refund_succeeded").await), (1, 1));
    assert_eq!((world.mails_about("cancelled").await, world.mails_about("refunded").await), (1, 1));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_customer_cancels_only_while_confirmed(pool: PgPool) {
    let world = World::start(pool).await;
    let number = two_of_ten(&world).await;
    let id = world.id(&number).await;
    let (ana, _) = world.person(Role::Operator).await;
    let seen = world.load(&number).await.version;
    order::advance(&world.shop, &ana, id, Move::On("in_production".into()), seen).await.unwrap();
    for by in [By::Customer, By::Storefront] {
        let late = order::cancel(&world.shop, &by, id, None).await.unwrap_err();
        assert!(matches!(late, Fault::Refused(Reason::AskTheShop { .. })), "{late:?}");
        let asked = returns::request(&world.shop, &by, id, "wrong size").await.unwrap_err();
        assert!(matches!(asked, Fault::Refused(Reason::AskTheShop { .. })), "{asked:?}");
        for language in Language::ALL {
            assert!(late.say(language).contains("help@shop.test"), "{}", late.say(language));
        }
    }
    assert_eq!((stock(&world).await, world.count("select count(*) from refund").await), (8, 0));
    // The shop itself may, until it has left.
    let staff = By::Staff(ana.clone());
    let seen = world.load(&number).await.version;
    let old = order::cancel(&world.shop, &staff, id, Some(seen - 1)).await;
    assert!(matches!(old, Err(Fault::Conflict(_))), "{old:?}");
    order::cancel(&world.shop, &staff, id, Some(seen)).await.unwrap();
    assert_eq!((world.load(&number).await.state.status, stock(&world).await), (Status::Cancelled, 10));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn an_unpaid_order_that_is_cancelled_cannot_be_paid_any_more(pool: PgPool) {
    let world = World::start(pool).await;
    let (number, page) = world.order(|_| ()).await;
    let (ana, _) = world.person(Role::Admin).await;
    let id = world.id(&number).await;
    order::cancel(&world.shop, &By::Staff(ana), id, None).await.unwrap();
    world.idle().await;
    let session = page.rsplit('/').next().unwrap();
    let known = world.shop.stripe.session(session).await.unwrap().unwrap();
    assert_eq!(known.heard, Some(domain::payment::Heard::Failed), "Stripe's page has ended");
    assert_eq!(world.load(&number).await.state.status, Status::Cancelled);
    assert_eq!(world.mails_about("cancelled").await, 0, "who has not paid is not written to");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn stock_is_taken_when_ordered_and_nobody_buys_what_is_not_there(pool: PgPool) {
    let world = World::start(pool).await;
    two_of_ten(&world).await;
    let nine = |body: &mut serde_json::Value| {
        body["items"][0]["sku"] = "POSTER".into();
        body["items"][0]["quantity"] = 9.into();
    };
    let refused = world.create("nine", &crate::support::body(nine)).await;
    assert_eq!(refused.status(), 409);
    assert_eq!((stock(&world).await, world.count("select count(*) from orders").await), (8, 1));
    // An abandoned checkout gives back what it took; money that comes all the same takes it again.
    let (number, page) = world.order(|body| body["items"][0]["sku"] = "POSTER".into()).await;
    assert_eq!(stock(&world).await, 6);
    let session = page.rsplit('/').next().unwrap();
    world.control(&format!("/_control/sessions/{session}/expire"), json!({})).await;
    world.until(&number, |order| order.state.payment == PaymentStatus::Failed).await;
    assert_eq!(stock(&world).await, 8);
}

/// Asked for, received with one piece that can be sold again, paid back: each once.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_return_goes_from_asked_for_to_refunded(pool: PgPool) {
    let world = World::start(pool).await;
    let number = two_of_ten(&world).await;
    let id = world.id(&number).await;
    let (ana, _) = world.person(Role::Admin).await;
    returns::request(&world.shop, &By::Customer, id, "wrong size").await.unwrap();
    returns::request(&world.shop, &By::Customer, id, "again").await.unwrap();
    assert_eq!(world.count("select count(*) from order_return").await, 1);
    assert_eq!(
        world
            .count("select count(*) from alert where kind = 'return_requested' and cleared_at is null")
            .await,
        1
    );
    let seen = world.load(&number).await.version;
    let lines = [Restock { position: 1, pieces: 1 }];
    let old = returns::receive(&world.shop, &ana, id, &lines, seen - 1).await;
    assert!(matches!(old, Err(Fault::Conflict(_))), "{old:?}");
    returns::receive(&world.shop, &ana, id, &lines, seen).await.unwrap();
    let again = returns::receive(&world.shop, &ana, id, &lines, seen).await.unwrap();
    assert_eq!(again, Recorded::Already);
    assert_eq!((world.load(&number).await.state.status, stock(&world).await), (Status::Returned, 9));
    let wanted = domain::payment::RefundRequest {
        amount: None,
        reason: domain::payment::RefundReason::RequestedByCustomer,
        note: None,
        key: "return".into(),
        seen: None,
    };
    domain::payment::refund(&world.shop, &ana, id, &wanted).await.unwrap();
    world.until(&number, |order| order.state.payment == PaymentStatus::Refunded).await;
    world.idle().await;
    assert_eq!(world.count("select count(*) from order_return where status = 'refunded'").await, 1);
    assert_eq!(world.count("select count(*) from alert where cleared_at is null").await, 0);
    assert_eq!((world.mails_about("return_received").await, world.mails_about("refunded").await), (1, 1));
}
