//! Sends for as long as the process works, in a lane of its own: no mail waits for a receiver, and no receiver for another.

use std::time::Duration;

use futures::future::join_all;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use super::{
    claim::{Claim, claim},
    deliver::deliver,
};
use crate::{Fault, Shop};

/// The guarantee behind the bell: what is due is found at the latest after this long.
const POLL: Duration = Duration::from_secs(1);

/// Sends until it is told to stop, and finishes what it has begun.
pub async fn keep(shop: Shop, stopping: CancellationToken) {
    let mut busy = JoinSet::new();
    let mut bell = shop.bell.work();
    while !stopping.is_cancelled() {
        // Whatever rings from here on is heard below.
        bell.mark_unchanged();
        let claims = claim(&shop).await.unwrap_or_else(|fault| {
            tracing::warn!(%fault, "no webhooks could be claimed; trying again");
            Vec::new()
        });
        for claim in claims {
            let shop = shop.clone();
            busy.spawn(async move { send(&shop, &claim).await });
        }
        tokio::select! {
            () = stopping.cancelled() => {}
            _ = bell.changed() => {}
            // Its order's next one may be due.
            Some(_) = busy.join_next() => {}
            _ = tokio::time::timeout(POLL, std::future::pending::<()>()) => {}
        }
        while busy.try_join_next().is_some() {}
    }
    while busy.join_next().await.is_some() {}
}

/// A fault of ours leaves the lease to run out: it is sent again then.
async fn send(shop: &Shop, claim: &Claim) {
    match deliver(shop, claim).await {
        Ok(true) => {}
        Ok(false) => tracing::info!(message = %claim.id, "a webhook's lease had gone to somebody else"),
        Err(fault) => {
            tracing::warn!(message = %claim.id, %fault, "a webhook's end could not be written; later")
        }
    }
}

/// Sends all that is due now until nothing is: for tests. How many attempts.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn drain(shop: &Shop) -> Result<usize, Fault> {
    let mut attempts = 0;
    loop {
        let claims = claim(shop).await?;
        if claims.is_empty() {
            return Ok(attempts);
        }
        attempts += claims.len();
        for sent in join_all(claims.iter().map(|claim| deliver(shop, claim))).await {
            sent?;
        }
    }
}
