//! Stripe is away: orders still move, what waits is listed, and it completes by itself.

use domain::{
    Language, alert,
    order::{self, Move, Status},
    payment::{self, PaymentStatus, RefundReason, RefundRequest},
    provider, reconcile,
    staff::Role,
};
use serde_json::json;
use sqlx::PgPool;

use crate::support::World;

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
