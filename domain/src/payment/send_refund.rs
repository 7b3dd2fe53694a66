//! Job: ask Stripe for a refund that has been decided.

use serde::{Deserialize, Serialize};

use super::{
    RefundStatus,
    hear_refund::{RefundHeard, RefundNews, book, hear_refund},
    refund_store,
};
use crate::{
    Fault, Shop,
    event::Source,
    ids::RefundId,
    provider::{Refused, stripe::MakeRefund},
    queue::{Job, Outcome},
};

/// Sends one refund.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SendRefund {
    /// Which.
    pub refund: RefundId,
}

impl Job for SendRefund {
    const NAME: &'static str = "send_refund";
    const PRIORITY: i16 = 20;
    // Money that was promised back is tried for days: 25 attempts would end after three hours.
    const ATTEMPTS: i32 = 500;

    async fn run(self, shop: &Shop, _attempt: i32) -> Outcome {
        match send(shop, self.refund).await {
            Ok(()) => Outcome::Done,
            Err(fault) => fault.into(),
        }
    }
}

/// Finds the refund at Stripe or makes it, and books what Stripe says. Doing it twice, or twice at a time, makes one refund:
/// the list is asked first, and the refund's id is the idempotency key.
async fn send(shop: &Shop, id: RefundId) -> Result<(), Fault> {
    let mut conn = shop.pool.acquire().await?;
    let refund = refund_store::load(&mut conn, id).await?;
    if refund.status != RefundStatus::Pending {
        return Ok(());
    }
    let intent = sqlx::query_scalar!("select payment_intent from payment where id = $1", refund.payment.0)
        .fetch_one(&mut *conn)
        .await?;
    drop(conn);
    // The money came by Stitch: only a person can send it back, where it was paid.
    let Some(intent) = intent else { return elsewhere(shop, id).await };
    let stripe = &shop.stripe;
    let all = shop.ask("stripe", stripe.refunds_of(&intent)).await?;
    let found = all
        .iter()
        .find(|news| news.ours == Some(id) || Some(&news.provider_id) == refund.provider_id.as_ref());
    let news = match found {
        Some(news) => news.clone(),
        None => {
            shop.reach("refund.calling").await;
            let make = MakeRefund {
                id,
                intent: &intent,
                amount: refund.amount,
                currency: &refund.currency,
                reason: &refund.reason,
            };
            let answer = shop.ask("stripe", stripe.make_refund(&make)).await;
            shop.reach("refund.called").await;
            match answer? {
                Ok(news) => news,
                Err(Refused { code, .. }) => RefundNews {
                    provider_id: String::new(),
                    ours: Some(id),
                    payment_intent: intent.clone(),
                    amount: Some(refund.amount),
                    status: RefundStatus::Failed,
                    failure: Some(code),
                    source: Source::Stripe,
                    at: shop.clock.now(),
                },
            }
        }
    };
    let mut tx = shop.pool.begin().await?;
    let heard = hear_refund(&mut tx, &news, shop.clock.now()).await?;
    tx.commit().await?;
    shop.reach("refund.recorded").await;
    if let RefundHeard::Moved(order) = heard {
        shop.bell.ring(order);
    }
    Ok(())
}

/// Ends a refund of money that Stripe never had, and says so to staff.
async fn elsewhere(shop: &Shop, id: RefundId) -> Result<(), Fault> {
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    let refund = refund_store::load(&mut tx, id).await?;
    let news = RefundNews {
        provider_id: String::new(),
        ours: Some(id),
        payment_intent: String::new(),
        amount: Some(refund.amount),
        status: RefundStatus::Failed,
        failure: Some("not_paid_through_stripe".to_owned()),
        source: Source::Stripe,
        at: now,
    };
    let heard = book(&mut tx, refund.order, &news, now).await?;
    tx.commit().await?;
    if let RefundHeard::Moved(order) = heard {
        shop.bell.ring(order);
    }
    Ok(())
}
