//! Job: look for paid Checkout Sessions that nobody told us of, and hear them as if they had come to the door.

use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::{
    Fault, Shop,
    inbox::{self, Incoming},
    payment,
    provider::stripe::wire_session::Session,
    queue::{self, Job, Outcome},
    reconcile::repaired,
};

/// Fetches one page of completed sessions.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct FetchSessions {
    /// Only those made since then, Unix seconds.
    pub since: i64,
    /// Where the page before ended.
    pub after: Option<String>,
}

impl Job for FetchSessions {
    const NAME: &'static str = "fetch_sessions";
    const PRIORITY: i16 = 200;

    async fn run(self, shop: &Shop, _attempt: i32) -> Outcome {
        match fetch(shop, &self).await {
            Ok(()) => Outcome::Done,
            Err(fault) => fault.into(),
        }
    }
}

async fn fetch(shop: &Shop, job: &FetchSessions) -> Result<(), Fault> {
    let page = shop.ask("stripe", shop.stripe.completed_sessions(job.since, job.after.as_deref())).await?;
    let mut last = None;
    for raw in page.data {
        let Ok(session) = serde_json::from_value::<Session>(raw.clone()) else { continue };
        if session.is_paid() && !session.is_ours() && shop.connections.adopt.takes(session.is_marked()) {
            hear(shop, &session, &raw).await?;
        }
        last = Some(session.id);
    }
    if let Some(after) = last.filter(|_| page.more) {
        let next = FetchSessions { since: job.since, after: Some(after) };
        queue::enqueue(&mut *shop.pool.acquire().await?, &next).await?;
    }
    Ok(())
}

/// Once per session: one that could not become an order waits in the inbox for a person, not for the next hour.
async fn hear(shop: &Shop, session: &Session, raw: &serde_json::Value) -> Result<(), Fault> {
    let mut conn = shop.pool.acquire().await?;
    if payment::store::order_of_session(&mut conn, &session.id).await?.is_some() {
        return Ok(());
    }
    drop(conn);
    let id = format!("reconcile:{}", session.id);
    let kind = "checkout.session.completed";
    let event = json!({ "id": id, "type": kind, "created": session.created, "data": { "object": raw } });
    let body = serde_json::to_vec(&event)?;
    let incoming = Incoming { provider: "stripe", event_id: &id, kind, about: None, body: &body };
    if inbox::receive(shop, incoming).await? {
        let mut conn = shop.pool.acquire().await?;
        repaired(&mut conn, "stripe", None, kind, shop.clock.now()).await?;
    }
    Ok(())
}
