//! Job: ask Stripe what has become of one payment, and book what we have not heard.

use serde::{Deserialize, Serialize};

use super::repaired;
use crate::{
    Fault, Shop,
    event::Source,
    ids::OrderId,
    inbox,
    payment::{Confirmed, Facts, News, begin_checkout, confirm, store, store::Payment, sync_refunds},
    provider::stripe::Known,
    queue::{Job, Outcome},
};

/// Checks one order's payment.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CheckPayment {
    /// Whose.
    pub order: OrderId,
}

impl Job for CheckPayment {
    const NAME: &'static str = "check_payment";
    const PRIORITY: i16 = 200;

    async fn run(self, shop: &Shop, _attempt: i32) -> Outcome {
        match check(shop, self.order).await {
            Ok(()) => Outcome::Done,
            Err(fault) => fault.into(),
        }
    }
}

async fn check(shop: &Shop, id: OrderId) -> Result<(), Fault> {
    let payment = store::of_order(&mut *shop.pool.acquire().await?, id).await?;
    let known = match (&payment.payment_intent, &payment.session_id) {
        (Some(intent), _) if payment.manual => shop.ask("stripe", shop.stripe.intent(intent)).await?,
        (_, Some(session)) => shop.ask("stripe", shop.stripe.session(session)).await?,
        // Stripe was away when it was placed, and nobody has asked again.
        (None, None) if payment.facts == Facts::default() => {
            begin_checkout(shop, id).await?;
            None
        }
        _ => None,
    };
    if let Some(known) = known {
        book(shop, &payment, known).await?;
    }
    if let Some(intent) = &payment.payment_intent {
        let found = sync_refunds(shop, intent).await?;
        if found > 0 {
            let mut conn = shop.pool.acquire().await?;
            repaired(&mut conn, "stripe", Some(id), "refund_succeeded", shop.clock.now()).await?;
        }
    }
    Ok(())
}

async fn book(shop: &Shop, payment: &Payment, known: Known) -> Result<(), Fault> {
    let Some(heard) = known.heard else { return Ok(()) };
    let now = shop.clock.now();
    let news = News {
        order: payment.order,
        heard,
        amount: known.amount,
        currency: Some(known.currency),
        said_by: format!("reconcile:{}:{heard:?}", payment.id),
        payment_intent: known.intent,
        source: Source::Stripe,
        at: now,
    };
    let mut tx = shop.pool.begin().await?;
    inbox::store::meet(&mut tx, &inbox::about_order(payment.order)).await?;
    let confirmed = confirm(&mut tx, &news, now).await?;
    if confirmed != Confirmed::Already {
        repaired(&mut tx, "stripe", Some(payment.order), &format!("payment_{heard:?}").to_lowercase(), now)
            .await?;
    }
    tx.commit().await?;
    if confirmed != Confirmed::Already {
        shop.bell.ring(payment.order);
    }
    Ok(())
}
