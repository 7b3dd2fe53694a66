//! Job: give held money free, or end a checkout that is still open, because the order was called off.

use serde::{Deserialize, Serialize};

use super::{Heard, News, confirm, store};
use crate::{
    Fault, Shop,
    event::Source,
    ids::OrderId,
    inbox,
    queue::{Job, Outcome},
};

/// Lets go of an order's money that was not taken.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ReleasePayment {
    /// Whose.
    pub order: OrderId,
}

impl Job for ReleasePayment {
    const NAME: &'static str = "release_payment";
    const PRIORITY: i16 = 20;

    async fn run(self, shop: &Shop, _attempt: i32) -> Outcome {
        match release(shop, self.order).await {
            Ok(()) => Outcome::Done,
            Err(fault) => fault.into(),
        }
    }
}

async fn release(shop: &Shop, id: OrderId) -> Result<(), Fault> {
    let payment = store::of_order(&mut *shop.pool.acquire().await?, id).await?;
    let held = payment.facts.authorized > 0 && payment.facts.captured == 0 && !payment.facts.released;
    match (&payment.payment_intent, &payment.session_id) {
        (Some(intent), _) if held => {
            // A refusal means that there is nothing left to give free; its own event says what became of it.
            if shop.ask("stripe", shop.stripe.release(payment.id, intent)).await?.is_err() {
                return Ok(());
            }
            let now = shop.clock.now();
            let news = News {
                order: id,
                heard: Heard::Released,
                amount: None,
                currency: None,
                payment_intent: Some(intent.clone()),
                said_by: format!("{intent}:released"),
                source: Source::Stripe,
                at: now,
            };
            let mut tx = shop.pool.begin().await?;
            inbox::store::meet(&mut tx, &inbox::about_order(id)).await?;
            confirm(&mut tx, &news, now).await?;
            tx.commit().await?;
            shop.bell.ring(id);
        }
        (_, Some(session)) if payment.facts.captured == 0 => {
            // A refusal means that it is over already.
            let _over = shop.ask("stripe", shop.stripe.expire_session(session)).await?;
        }
        _ => {}
    }
    Ok(())
}
