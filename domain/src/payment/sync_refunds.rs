//! Job: fetch a payment's refunds and book what we have not heard of, such as one made in Stripe's dashboard.

use serde::{Deserialize, Serialize};

use super::{RefundHeard, hear_refund};
use crate::{
    Fault, Shop,
    queue::{Job, Outcome},
};

/// Fetches the refunds of one PaymentIntent.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SyncRefunds {
    /// `pi_…`.
    pub intent: String,
}

impl Job for SyncRefunds {
    const NAME: &'static str = "sync_refunds";

    async fn run(self, shop: &Shop, _attempt: i32) -> Outcome {
        match sync(shop, &self.intent).await {
            Ok(_) => Outcome::Done,
            Err(fault) => fault.into(),
        }
    }
}

/// How many of Stripe's refunds were news.
///
/// # Errors
/// [`Fault::Down`]; and when one cannot be booked yet, so that it is tried again.
pub async fn sync(shop: &Shop, intent: &str) -> Result<usize, Fault> {
    let all = shop.ask("stripe", shop.stripe.refunds_of(intent)).await?;
    let (mut moved, mut later) = (0, false);
    for news in all {
        let mut tx = shop.pool.begin().await?;
        let heard = hear_refund(&mut tx, &news, shop.clock.now()).await?;
        tx.commit().await?;
        match heard {
            RefundHeard::Moved(order) => {
                shop.bell.ring(order);
                moved += 1;
            }
            RefundHeard::Already => {}
            RefundHeard::Mismatch(order) => shop.bell.ring(order),
            RefundHeard::NotYet => later = true,
        }
    }
    if later { Err(anyhow::anyhow!("a refund of {intent} cannot be booked yet").into()) } else { Ok(moved) }
}
