//! Stripe, Shippo or both are away: orders still move, what waits is listed, and it completes by itself.

use domain::{
    Fault, Language,
    alert::{self, HealthView, Waits},
    order::{self, Move, Status},
    parcel::{self, LabelStatus, LabelWish, TrackingStatus},
    payment::{self, PaymentStatus, RefundReason, RefundRequest},
    provider, queue, reconcile,
    staff::Role,
};
use serde_json::json;
use sqlx::PgPool;

use crate::{label_world::*, support::World};

/// What staff read of a provider.
async fn provider(world: &World, name: &str) -> Option<HealthView> {
    let seen = alert::list(&world.shop, Language::En).await.unwrap();
    seen.providers.into_iter().find(|provider| provider.provider == name)
}

/// Kind, number and orders of what waits for a provider.
fn waits(health: &HealthView) -> Vec<(Waits, i64, Vec<String>)> {
    health.waits.iter().map(|view| (view.what, view.count, view.orders.clone())).collect()
}

/// Ten minutes, minute by minute: whatever waits is tried whenever it is due, and in vain.
async fn ten_minutes(world: &World) {
    for minute in 1..=10 {
        at_once(world).await;
        queue::drain(&later(world, minute * 60)).await.unwrap();
    }
}

fn refund(key: &str) -> RefundRequest {
    RefundRequest {
        amount: None,
        reason: RefundReason::RequestedByCustomer,
        note: None,
        key: key.into(),
        seen: None,
    }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn while_stripe_is_down_orders_move_and_refunds_wait_and_then_complete(pool: PgPool) {
    let world = World::start(pool).await;
    let (ana, _) = world.person(Role::Admin).await;
    let (moving, refunded) = (world.paid_order(|_| ()).await, world.paid_order(|_| ()).await);
    world.faults(json!({ "down": true })).await;
    payment::refund(&world.shop, &ana, world.id(&refunded).await, &refund("down")).await.unwrap();
    let seen = world.load(&moving).await.version;
    let to = Move::On("in_production".into());
    order::advance(&world.shop, &ana, world.id(&moving).await, to, seen).await.unwrap();
    // The first failure is told as what it is: it did not answer, and this waits.
    let unanswered = async {
        loop {
            let stripe = provider(&world, "stripe").await;
            if let Some(stripe) = stripe.filter(|stripe| stripe.failures > 0 && stripe.waiting > 0) {
                return stripe;
            }
            world.breathe().await;
        }
    };
    let stripe = tokio::time::timeout(std::time::Duration::from_secs(30), unanswered).await.unwrap();
    assert_eq!(stripe.waits[0].what, Waits::Refund);
    assert_eq!(stripe.waits[0].orders, [refunded.to_string()]);
    assert!(stripe.failed.is_some() && stripe.next.is_some(), "{stripe:?}");
    // So often that the circuit opens.
    let open = async {
        loop {
            let seen = alert::list(&world.shop, Language::En).await.unwrap();
            if let Some(stripe) =
                seen.providers.iter().find(|provider| provider.provider == "stripe" && provider.down)
            {
                return stripe.clone();
            }
            world.hurry().await;
            world.breathe().await;
        }
    };
    let stripe = tokio::time::timeout(std::time::Duration::from_secs(30), open).await.unwrap();
    assert_eq!((stripe.waiting, stripe.paused), (1, false));
    assert!(stripe.last_error.is_some());
    assert_eq!(world.load(&moving).await.state.status, Status::Processing);
    assert_eq!(
        world.load(&refunded).await.state.payment,
        PaymentStatus::Paid,
        "nothing is claimed that is not known"
    );
    // It is back; the pause is over.
    world.faults(json!({ "down": false })).await;
    sqlx::query("update provider_health set open_until = now()").execute(&world.shop.pool).await.unwrap();
    world.hurry_until(&refunded, |order| order.state.payment == PaymentStatus::Refunded).await;
    world.idle().await;
    let after = alert::list(&world.shop, Language::En).await.unwrap();
    assert!(after.providers.iter().all(|provider| !provider.down && provider.waiting == 0), "{after:?}");
    assert_eq!(world.get("/_control/stripe/refunds").await.as_array().unwrap().len(), 1);
}

/// Labels to buy and to give back, and a parcel to ask after, all wait for ten minutes; the orders move on.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn while_shippo_is_down_orders_move_and_labels_and_tracking_wait_and_then_complete(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (travelling, _, _, _) = labelled(&world).await;
    let (returned, _, ana, unused) = labelled(&world).await;
    let (wanted, wanted_id, _) = paid(&world).await;
    let parcel = parcel_of(&world, &travelling).await;
    world.faults(json!({ "shippo": { "down": true, "drop": 1000 } })).await;
    scanned_unheard(&world, &travelling).await;
    let label = parcel::buy_label(&world.shop, &ana, wanted_id, &LabelWish::default()).await.unwrap();
    parcel::void_label(&world.shop, &ana, unused).await.unwrap();
    reconcile::plan(&world.shop, 24 * 3600).await.unwrap();
    let refreshed = parcel::refresh_tracking(&world.shop, &ana, parcel).await;
    assert!(matches!(refreshed, Err(Fault::Down { provider: "shippo", .. })), "{refreshed:?}");
    ten_minutes(&world).await;
    // What is on the shop's own side goes on.
    let seen = world.load(&wanted).await.version;
    order::advance(&world.shop, &ana, wanted_id, Move::On("in_production".into()), seen).await.unwrap();
    let shippo = provider(&world, "shippo").await.unwrap();
    assert!(shippo.down && !shippo.paused && shippo.failed.is_some() && shippo.next.is_some(), "{shippo:?}");
    assert_eq!(
        waits(&shippo),
        [
            (Waits::Label, 1, vec![wanted.to_string()]),
            (Waits::Void, 1, vec![returned.to_string()]),
            (Waits::Tracking, 1, vec![travelling.to_string()]),
        ]
    );
    assert_eq!(self::label(&world, label).await.status, LabelStatus::Intended, "nothing is claimed");
    assert_eq!(purchases(&world).await.len(), 2);
    // Back: whoever asks first wakes the others.
    world.faults(json!({ "shippo": { "down": false } })).await;
    let shop = later(&world, 11 * 60);
    work_until(&world, &shop, async || {
        let health = provider(&world, "shippo").await.unwrap();
        health.failures == 0 && health.waiting == 0
    })
    .await;
    work_until(&world, &shop, async || self::label(&world, label).await.status == LabelStatus::Bought).await;
    work_until(&world, &shop, async || self::label(&world, unused).await.status == LabelStatus::Voided).await;
    assert_eq!((purchases(&world).await.len(), paid_labels(&world).await), (3, 2));
    assert_eq!(tracking(&world, &travelling).await, TrackingStatus::Transit);
    assert_eq!(world.count("select count(*) from job where dead").await, 0);
}

/// Both at once: each says what waits for it, and neither's return depends on the other's.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn while_both_are_down_orders_move_and_everything_completes_when_they_are_back(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (bought, bought_id, ana) = paid(&world).await;
    let (given_back, given_back_id, _) = paid(&world).await;
    world.faults(json!({ "down": true, "shippo": { "down": true } })).await;
    let label = parcel::buy_label(&world.shop, &ana, bought_id, &LabelWish::default()).await.unwrap();
    payment::refund(&world.shop, &ana, given_back_id, &refund("both")).await.unwrap();
    ten_minutes(&world).await;
    let seen = world.load(&given_back).await.version;
    order::advance(&world.shop, &ana, given_back_id, Move::On("in_production".into()), seen).await.unwrap();
    let (stripe, shippo) =
        (provider(&world, "stripe").await.unwrap(), provider(&world, "shippo").await.unwrap());
    assert!(stripe.down && shippo.down);
    assert_eq!(waits(&stripe), [(Waits::Refund, 1, vec![given_back.to_string()])]);
    assert_eq!(waits(&shippo), [(Waits::Label, 1, vec![bought.to_string()])]);
    // Stripe first.
    world.faults(json!({ "down": false })).await;
    let shop = later(&world, 11 * 60);
    work_until(&world, &shop, async || {
        world.load(&given_back).await.state.payment == PaymentStatus::Refunded
    })
    .await;
    assert!(provider(&world, "shippo").await.unwrap().down);
    assert_eq!(self::label(&world, label).await.status, LabelStatus::Intended);
    world.faults(json!({ "shippo": { "down": false } })).await;
    let shop = later(&world, 12 * 60);
    work_until(&world, &shop, async || self::label(&world, label).await.status == LabelStatus::Bought).await;
    for name in ["stripe", "shippo"] {
        let health = provider(&world, name).await.unwrap();
        assert_eq!((health.failures, health.waiting), (0, 0), "{name}");
    }
    assert_eq!(purchases(&world).await.len(), 1);
    assert_eq!(world.get("/_control/stripe/refunds").await.as_array().unwrap().len(), 1);
    assert_eq!(world.count("select count(*) from job where dead").await, 0);
}

async fn parcel_of(world: &World, number: &order::OrderNumber) -> domain::ids::ParcelId {
    let id = sqlx::query_scalar("select id from parcel where order_id = $1")
        .bind(world.id(number).await.0)
        .fetch_one(&world.shop.pool)
        .await
        .unwrap();
    domain::ids::ParcelId(id)
}

async fn tracking(world: &World, number: &order::OrderNumber) -> TrackingStatus {
    sqlx::query_scalar("select tracking from parcel where order_id = $1")
        .bind(world.id(number).await.0)
        .fetch_one(&world.shop.pool)
        .await
        .unwrap()
}

/// The carrier of an order's parcel sees it, and nobody tells us.
async fn scanned_unheard(world: &World, number: &order::OrderNumber) {
    let tracked: String = sqlx::query_scalar("select tracking_number from parcel where order_id = $1")
        .bind(world.id(number).await.0)
        .fetch_one(&world.shop.pool)
        .await
        .unwrap();
    let scan = json!({ "carrier": "correos_espana", "tracking_number": tracked, "status": "TRANSIT", "substatus": "package_accepted" });
    world.control("/_control/shippo/tracks", scan).await;
}

/// A refused key pauses the provider until a person says otherwise: nobody hammers at a closed door.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_refused_key_pauses_the_provider_and_alerts(pool: PgPool) {
    let mut world = World::start(pool).await;
    let (ana, _) = world.person(Role::Admin).await;
    let number = world.paid_order(|_| ()).await;
    let good = world.shop.stripe.clone();
    let bad = secrecy::SecretString::from("sk_live_never_shown_to_a_stand_in");
    world.shop.stripe = provider::stripe::Stripe::new(&bad, Some(&world.sandbox.http)).unwrap();
    let intent = world.intent(world.id(&number).await).await;
    for _ in 0..3 {
        assert!(payment::sync_refunds(&world.shop, &intent).await.is_err());
    }
    let seen = alert::list(&world.shop, Language::En).await.unwrap();
    assert!(seen.providers.iter().any(|provider| provider.provider == "stripe" && provider.paused));
    assert_eq!(seen.alerts.iter().filter(|alert| alert.provider.as_deref() == Some("stripe")).count(), 1);
    world.shop.stripe = good;
    assert!(payment::sync_refunds(&world.shop, &intent).await.is_err(), "paused is paused");
    provider::health::resume(&world.shop, "stripe", &ana.name).await.unwrap();
    assert_eq!(payment::sync_refunds(&world.shop, &intent).await.unwrap(), 0);
    assert!(alert::list(&world.shop, Language::En).await.unwrap().alerts.is_empty());
}

/// Every webhook of a payment, a refund and a dispute is lost; reconciliation fetches them and says what it mended.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn what_webhooks_did_not_bring_is_fetched(pool: PgPool) {
    let world = World::start(pool).await;
    world.faults(json!({ "drop": 1000 })).await;
    let (number, page) = world.order(|_| ()).await;
    world.pay(&page).await;
    world.idle().await;
    assert_eq!(world.load(&number).await.state.payment, PaymentStatus::Unpaid);
    // What is younger than five minutes is still on its way by itself.
    sqlx::query("update orders set placed_at = placed_at - interval '10 minutes'")
        .execute(&world.shop.pool)
        .await
        .unwrap();
    reconcile::plan(&world.shop, 24 * 3600).await.unwrap();
    world.until(&number, |order| order.state.payment == PaymentStatus::Paid).await;
    let intent = world.intent(world.id(&number).await).await;
    world.control("/_control/stripe/refunds", json!({ "payment_intent": intent, "amount": 90 })).await;
    world.control("/_control/stripe/disputes", json!({ "payment_intent": intent })).await;
    reconcile::plan(&world.shop, 24 * 3600).await.unwrap();
    world.until(&number, |order| order.state.payment == PaymentStatus::Disputed).await;
    world.idle().await;
    assert_eq!(world.count("select count(*) from refund where status = 'succeeded'").await, 1);
    let seen = alert::list(&world.shop, Language::En).await.unwrap();
    assert!(seen.repairs.len() >= 3, "{:?}", seen.repairs);
    let events = (world.events("payment_succeeded").await, world.events("refund_succeeded").await);
    assert_eq!(events, (1, 1));
    // Nothing is mended twice.
    reconcile::plan(&world.shop, 24 * 3600).await.unwrap();
    world.idle().await;
    assert_eq!(alert::list(&world.shop, Language::En).await.unwrap().repairs.len(), seen.repairs.len());
}
