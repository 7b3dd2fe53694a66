//! A real `clew work` gets SIGKILL around the call for a refund, and another one finds what is left: one refund at Stripe, one event, the
//! pieces back once.
//!
//! No webhook arrives and Stripe has forgotten its idempotency keys, so that nothing but looking at its list can tell what was made.

use std::time::Duration;

use domain::{
    order::{self, By, Status},
    payment::PaymentStatus,
};
use serde_json::json;
use sqlx::PgPool;

use crate::{
    label_kill::{kill, killed_at, work},
    label_world::at_once,
    products,
    support::World,
};

async fn made_at_stripe(world: &World) -> usize {
    world.get("/_control/stripe/refunds").await.as_array().unwrap().len()
}

/// A worker that lives does what is left, and no job remains but what is due another day.
async fn the_rest_is_done(world: &World) {
    let child = work(world, None);
    let left = "select count(*) from job where not dead and name in ('send_refund', 'send_notice', 'process_webhook')";
    let rests = async {
        while world.count(left).await > 0 {
            at_once(world).await;
            world.shop.bell.work_waits();
            world.breathe().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(30), rests).await.expect("the refund's job does not end");
    kill(world, child).await;
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_process_killed_around_a_refund_pays_back_once(pool: PgPool) {
    let world = World::without_worker(pool).await;
    products::put(&world, "MUG", &json!({ "name": "Mug", "onHand": 10 })).await;
    for (count, (place, made)) in
        (1..).zip([("refund.calling", 0), ("refund.called", 1), ("refund.recorded", 1)])
    {
        let (number, page) = world
            .order(|body| {
                body["items"] = json!([{ "name": "Mug", "quantity": 2, "unitAmount": 900, "sku": "MUG" }]);
            })
            .await;
        world.pay(&page).await;
        world.idle().await;
        world.faults(json!({ "drop": 1000 })).await;
        order::cancel(&world.shop, &By::Customer, world.id(&number).await, None).await.unwrap();
        let before = made_at_stripe(&world).await;
        killed_at(&world, place).await;
        assert_eq!(made_at_stripe(&world).await - before, made, "{place}");
        world.control("/_control/stripe/keys/forget", json!({})).await;
        the_rest_is_done(&world).await;
        let order = world.load(&number).await;
        let stands = (order.state.status, order.state.payment);
        assert_eq!(stands, (Status::Cancelled, PaymentStatus::Refunded), "{place}");
        assert_eq!(made_at_stripe(&world).await - before, 1, "{place}");
        for kind in ["refund_requested", "refund_succeeded"] {
            assert_eq!(world.events(kind).await, count, "{place}: {kind}");
        }
        assert_eq!(world.count("select count(*) from refund where status = 'succeeded'").await, count);
        let back = "select count(*) from stock_movement where quantity = 2 and sku = 'MUG'";
        assert_eq!(world.count(back).await, count, "{place}");
        assert_eq!(world.count("select on_hand::bigint from product where sku = 'MUG'").await, 10, "{place}");
        world.faults(json!({ "drop": 0 })).await;
    }
}
