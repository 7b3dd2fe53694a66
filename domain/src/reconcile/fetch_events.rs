//! Job: fetch the events that Stripe could not deliver, and keep them as if they had come to the door.

use serde::{Deserialize, Serialize};

use super::repaired;
use crate::{
    Fault, Shop,
    inbox::{self, Incoming},
    provider::stripe::wire::Event,
    queue::{self, Job, Outcome},
};

/// Fetches one page of undelivered events.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct FetchEvents {
    /// Only those made since then, Unix seconds. Stripe keeps them for thirty days.
    pub since: i64,
    /// Where the page before ended.
    pub after: Option<String>,
}

impl Job for FetchEvents {
    const NAME: &'static str = "fetch_events";
    const PRIORITY: i16 = 200;

    async fn run(self, shop: &Shop, _attempt: i32) -> Outcome {
        match fetch(shop, &self).await {
            Ok(()) => Outcome::Done,
            Err(fault) => fault.into(),
        }
    }
}

async fn fetch(shop: &Shop, job: &FetchEvents) -> Result<(), Fault> {
    let page = shop.ask("stripe", shop.stripe.undelivered(job.since, job.after.as_deref())).await?;
    let mut last = None;
    for raw in page.data {
        let body = serde_json::to_vec(&raw)?;
        let Ok(event) = serde_json::from_value::<Event>(raw) else { continue };
        let order = event.order();
        let incoming = Incoming {
            provider: "stripe",
            event_id: &event.id,
            kind: &event.kind,
            about: order.map(|order| order.0),
            body: &body,
        };
        // The inbox knows it already when it did come and only our answer was lost.
        if inbox::receive(shop, incoming).await? {
            let mut conn = shop.pool.acquire().await?;
            // The order may be unknown to us: then the repair is of no order.
            let ours = match order {
                Some(order) => {
                    crate::order::store::number_and_version(&mut conn, order).await?.map(|_| order)
                }
                None => None,
            };
            repaired(&mut conn, "stripe", ours, &event.kind, shop.clock.now()).await?;
        }
        last = Some(event.id);
    }
    if let Some(after) = last.filter(|_| page.more) {
        let next = FetchEvents { since: job.since, after: Some(after) };
        queue::enqueue(&mut *shop.pool.acquire().await?, &next).await?;
    }
    Ok(())
}
