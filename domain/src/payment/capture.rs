//! Job: take money that was only held, because the order entered the stage that says so.

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{Heard, News, confirm, store};
use crate::{
    Fault, Shop,
    alert::{self, AlertKind},
    event::{Kind, Source},
    history::Actor,
    ids::OrderId,
    inbox,
    order::{self, Status, record},
    queue::{Job, Outcome},
};

/// Takes an order's money.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CapturePayment {
    /// Whose.
    pub order: OrderId,
}

impl Job for CapturePayment {
    const NAME: &'static str = "capture_payment";
    const PRIORITY: i16 = 20;

    async fn run(self, shop: &Shop, _attempt: i32) -> Outcome {
        match capture(shop, self.order).await {
            Ok(()) => Outcome::Done,
            Err(fault) => fault.into(),
        }
    }
}

async fn capture(shop: &Shop, id: OrderId) -> Result<(), Fault> {
    let mut conn = shop.pool.acquire().await?;
    let payment = store::of_order(&mut conn, id).await?;
    let order = order::store::load(&mut conn, id).await?;
    drop(conn);
    // Called off while this job waited: what is held is being given free.
    if order.state.status == Status::Cancelled {
        return Ok(());
    }
    let Some(intent) = payment.payment_intent.clone().filter(|_| payment.facts.captured == 0) else {
        return Ok(());
    };
    let answer = shop.ask("stripe", shop.stripe.capture(payment.id, &intent)).await?;
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    match answer {
        Ok(()) => {
            inbox::store::meet(&mut tx, &inbox::about_order(id)).await?;
            let news = News {
                order: id,
                heard: Heard::Succeeded,
                amount: Some(payment.amount),
                currency: Some(payment.currency),
                said_by: format!("{intent}:captured"),
                payment_intent: Some(intent),
                source: Source::Stripe,
                at: now,
            };
            confirm(&mut tx, &news, now).await?;
        }
        // Perhaps it was taken already, in Stripe's dashboard; then its own event says so and settles the alarm.
        Err(refused) => {
            let mut order = order::store::lock(&mut tx, id).await?;
            let detail = json!({ "detail": refused.message, "code": refused.code });
            if alert::store::raise(&mut tx, id, AlertKind::CaptureFailed, detail.clone(), now).await? {
                let stripe = Actor::of(Source::Stripe);
                record::fact(&mut tx, &mut order, Kind::CaptureFailed, &stripe, detail, (now, now)).await?;
            }
        }
    }
    tx.commit().await?;
    shop.bell.ring(id);
    Ok(())
}
