//! Asks every source, round after round, for as long as the process works. Each has a task of its own: one that takes its time holds up
//! nobody else's parcels.

use std::time::Duration;

use tokio::{task::JoinSet, time};
use tokio_util::sync::CancellationToken;

use super::{Round, SOURCES, round};
use crate::{Shop, tracking::TrackSource};

/// How often it is looked whether anybody is due, where nobody says when.
const LOOK: Duration = Duration::from_secs(5);

/// Asks until it is told to stop, and finishes the round it has begun.
pub async fn keep(shop: Shop, stopping: CancellationToken) {
    let mut sources = JoinSet::new();
    for source in SOURCES {
        sources.spawn(one(shop.clone(), source, stopping.clone()));
    }
    while sources.join_next().await.is_some() {}
}

async fn one(shop: Shop, source: TrackSource, stopping: CancellationToken) {
    while !stopping.is_cancelled() {
        let pause = match round(&shop, source).await {
            Ok(Round::Asked(_)) => Duration::ZERO,
            Ok(Round::Until(at)) => {
                let millis = at.0.as_millisecond() - shop.clock.now().0.as_millisecond();
                Duration::from_millis(u64::try_from(millis).unwrap_or(0) + 1).min(LOOK)
            }
            Ok(Round::Idle | Round::Paused(_)) => LOOK,
            Err(fault) => {
                tracing::warn!(source = source.as_str(), %fault, "a carrier could not be asked; later");
                LOOK
            }
        };
        let wait = time::timeout(pause, std::future::pending::<()>());
        if stopping.run_until_cancelled(wait).await.is_none() {
            return;
        }
    }
}
