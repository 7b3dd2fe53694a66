//! Job: understand a webhook that was kept, and act on it.

use serde::{Deserialize, Serialize};

use super::{InboxState, store};
use crate::{
    Fault, Shop,
    clock::At,
    ids::InboxId,
    payment::{Confirmed, Heard, News, confirm},
    provider::stripe::wire::{Event, Meaning},
    queue::{Job, Outcome},
};

/// Reads one inbox row.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ProcessWebhook {
    /// Which.
    pub inbox: InboxId,
}

impl Job for ProcessWebhook {
    const NAME: &'static str = "process_webhook";
    const PRIORITY: i16 = 10;

    async fn run(self, shop: &Shop, _attempt: i32) -> Outcome {
        match process(shop, self.inbox).await {
            Ok(()) => Outcome::Done,
            Err(fault) => fault.into(),
        }
    }
}

async fn process(shop: &Shop, id: InboxId) -> Result<(), Fault> {
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    let Some((provider, body, state)) = store::lock(&mut tx, id).await? else { return Ok(()) };
    if !matches!(state, InboxState::Received | InboxState::Waiting) {
        return Ok(());
    }
    let (state, outcome, order) = match read(&provider, &body) {
        Read::News(news) => {
            store::meet(&mut tx, news.order).await?;
            match confirm(&mut tx, &news, now).await {
                Ok(Confirmed::Moved) if news.heard == Heard::Failed => {
                    (InboxState::Processed, "not paid", Some(news.order))
                }
                Ok(Confirmed::Moved) => (InboxState::Processed, "confirmed", Some(news.order)),
                Ok(Confirmed::Already) => (InboxState::Processed, "known already", None),
                Ok(Confirmed::Mismatch) => {
                    (InboxState::Processed, "amount mismatch: staff alerted", Some(news.order))
                }
                Err(Fault::NotFound) => (InboxState::Waiting, "its order is not here yet", None),
                Err(fault) => return Err(fault),
            }
        }
        Read::Nothing(why) => (InboxState::Ignored, why, None),
        Read::Unreadable(why) => (InboxState::Failed, why, None),
    };
    store::mark(&mut tx, id, state, outcome, now).await?;
    tx.commit().await?;
    if let Some(order) = order {
        shop.bell.ring(order);
    }
    Ok(())
}

enum Read {
    News(News),
    Nothing(&'static str),
    Unreadable(&'static str),
}

fn read(provider: &str, body: &[u8]) -> Read {
    if provider != "stripe" {
        return Read::Unreadable("no such provider");
    }
    let Ok(event) = serde_json::from_slice::<Event>(body) else { return Read::Unreadable("not an event") };
    let heard = match event.meaning() {
        Meaning::Payment(heard) => heard,
        Meaning::Nothing(why) => return Read::Nothing(why),
    };
    let Some(order) = event.order() else { return Read::Nothing("it names no order of ours") };
    let at = jiff::Timestamp::from_second(event.created).map_or(At(jiff::Timestamp::UNIX_EPOCH), At);
    Read::News(News {
        order,
        heard,
        amount: event.data.object.amount_total,
        currency: event.data.object.currency.clone(),
        payment_intent: event.payment_intent(),
        said_by: event.id,
        at,
    })
}
