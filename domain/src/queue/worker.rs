//! Claims jobs and does them, several at a time.

use std::{sync::Arc, time::Duration};

use serde::de::DeserializeOwned;
use sqlx::PgPool;
use tokio::{sync::Semaphore, task::JoinSet};
use tokio_util::sync::CancellationToken;

use super::{
    Job, LEASE, Lane, Outcome, PATIENCE,
    outcome::{pause, pause_at_least, wait},
    store::{self, Claim},
};
use crate::{
    Fault, Shop,
    bulk::{RunBulk, UndoBulk},
    connect::{AdoptSession, FetchSessions},
    export::RunExport,
    import::RunImport,
    inbox::{ConfirmDhlPush, ProcessWebhook},
    notice::SendNotice,
    parcel::{BuyLabel, RegisterTrack, VoidLabel, WatchParcel, WatchParcels},
    payment::{CapturePayment, ReleasePayment, SendRefund, SyncRefunds, WatchAuthorization},
    reconcile::{CheckPayment, CheckTrack, FetchEvents},
    staff::MailLink,
    workflow::MoveOrders,
};

/// The guarantee behind the bell: a job is found at the latest after this long.
const POLL: Duration = Duration::from_secs(1);

/// The process's worker.
#[derive(Debug)]
pub struct Worker {
    shop: Shop,
    slots: usize,
}

impl Worker {
    /// A worker that does up to `slots` jobs of each lane at a time.
    pub const fn new(shop: Shop, slots: usize) -> Self {
        Self { shop, slots }
    }

    /// Works until `stop` resolves, then finishes what it has begun.
    pub async fn run(self, stop: impl Future<Output = ()>) {
        let stopping = CancellationToken::new();
        let mut lanes = JoinSet::new();
        for lane in Lane::ALL {
            lanes.spawn(work(self.shop.clone(), lane, self.slots, stopping.clone()));
        }
        stop.await;
        stopping.cancel();
        while lanes.join_next().await.is_some() {}
    }
}

/// Does the jobs of one lane until it is told to stop, then finishes what it has begun.
async fn work(shop: Shop, lane: Lane, slots: usize, stopping: CancellationToken) {
    let free = Arc::new(Semaphore::new(slots));
    let mut busy = JoinSet::new();
    let mut bell = shop.bell.work();
    loop {
        // Whatever rings from here on is heard below.
        bell.mark_unchanged();
        let most = free.available_permits();
        let claims =
            if most == 0 { Ok(Vec::new()) } else { store::claim(&shop.pool, lane, most as i64, LEASE).await };
        let claims = claims.unwrap_or_else(|error| {
            tracing::warn!(%error, "no jobs could be claimed; trying again");
            Vec::new()
        });
        let idle = claims.len() < most.max(1);
        for claim in claims {
            let Ok(permit) = Arc::clone(&free).acquire_owned().await else { return };
            let shop = shop.clone();
            busy.spawn(async move {
                settle(&shop, claim).await;
                drop(permit);
            });
        }
        if idle {
            tokio::select! {
                () = stopping.cancelled() => break,
                _ = bell.changed(), if most > 0 => {}
                _ = busy.join_next(), if most == 0 => {}
                _ = tokio::time::timeout(POLL, std::future::pending::<()>()) => {}
            }
        }
        while busy.try_join_next().is_some() {}
    }
    while busy.join_next().await.is_some() {}
}

/// Does every job that is due now, one after the other, until none is left: for tests.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn drain(shop: &Shop) -> Result<usize, sqlx::Error> {
    let mut done = 0;
    loop {
        let before = done;
        for lane in Lane::ALL {
            for claim in store::claim(&shop.pool, lane, 50, LEASE).await? {
                settle(shop, claim).await;
                done += 1;
            }
        }
        if done == before {
            return Ok(done);
        }
    }
}

async fn settle(shop: &Shop, claim: Claim) {
    let most = attempts_of(&claim.name);
    let outcome = if claim.attempts > most {
        // A job that takes its process down with it never says a word.
        Outcome::Never("its attempts ended without an answer".to_owned())
    } else {
        let done = tokio::time::timeout(PATIENCE, dispatch(shop, &claim)).await;
        done.unwrap_or_else(|_| Outcome::Later("took too long".to_owned()))
    };
    let pool = &shop.pool;
    let written = match outcome {
        Outcome::Done => store::finish(pool, &claim).await.map(drop),
        Outcome::Snooze(after) => store::put_back(pool, &claim, after, None, false).await,
        Outcome::Waits(why) => store::put_back(pool, &claim, wait(), Some(&why), false).await,
        Outcome::Later(why) if claim.attempts < most => {
            again(pool, &claim, pause(claim.attempts), &why).await
        }
        Outcome::After(asked, why) if claim.attempts < most => {
            again(pool, &claim, pause_at_least(claim.attempts, asked), &why).await
        }
        Outcome::Later(why) | Outcome::After(_, why) | Outcome::Never(why) => {
            give_up(shop, &claim, &why).await
        }
    };
    if let Err(error) = written {
        // The lease runs out and the job is done again: jobs bear that.
        tracing::warn!(job = claim.id, %error, "a job's end could not be written");
    }
}

async fn again(pool: &PgPool, claim: &Claim, after: Duration, why: &str) -> Result<(), sqlx::Error> {
    // Why stands in the row: a mail server's words may hold an address.
    tracing::info!(job = claim.id, name = claim.name, attempt = claim.attempts, "job will be tried again");
    store::put_back(pool, claim, after, Some(why), true).await
}

/// Who planned it hears of it first: a process that dies in between gives it up once more.
async fn give_up(shop: &Shop, claim: &Claim, why: &str) -> Result<(), sqlx::Error> {
    match told(shop, claim, why).await {
        Ok(true) => store::finish(&shop.pool, claim).await.map(drop),
        Ok(false) => {
            tracing::error!(job = claim.id, name = claim.name, "job given up; its row says why");
            store::bury(&shop.pool, claim, why).await
        }
        Err(error) => {
            tracing::warn!(job = claim.id, %error, "that a job was given up could not be told; trying again");
            Ok(())
        }
    }
}

/// Every job there is: its name leads to what it does, and how often it is tried.
macro_rules! jobs {
    ($($job:ty),* $(,)?) => {
        fn attempts_of(name: &str) -> i32 {
            match name {
                $(<$job>::NAME => <$job>::ATTEMPTS,)*
                _ => 1,
            }
        }

        async fn dispatch(shop: &Shop, claim: &Claim) -> Outcome {
            match claim.name.as_str() {
                $(<$job>::NAME => run::<$job>(shop, claim).await,)*
                other => Outcome::Never(format!("no job is called {other}")),
            }
        }

        async fn told(shop: &Shop, claim: &Claim, why: &str) -> Result<bool, Fault> {
            match claim.name.as_str() {
                $(<$job>::NAME => tell::<$job>(shop, claim, why).await,)*
                _ => Ok(false),
            }
        }
    };
}

jobs![
    AdoptSession,
    BuyLabel,
    CapturePayment,
    CheckPayment,
    CheckTrack,
    ConfirmDhlPush,
    FetchEvents,
    FetchSessions,
    MailLink,
    MoveOrders,
    ProcessWebhook,
    RegisterTrack,
    ReleasePayment,
    RunBulk,
    RunExport,
    RunImport,
    SendNotice,
    SendRefund,
    SyncRefunds,
    UndoBulk,
    VoidLabel,
    WatchAuthorization,
    WatchParcel,
    WatchParcels,
];

async fn run<J: Job + DeserializeOwned>(shop: &Shop, claim: &Claim) -> Outcome {
    match serde_json::from_value::<J>(claim.payload.clone()) {
        Ok(job) => job.run(shop, claim.attempts).await,
        Err(error) => Outcome::Never(format!("its payload cannot be read: {error}")),
    }
}

async fn tell<J: Job + DeserializeOwned>(shop: &Shop, claim: &Claim, why: &str) -> Result<bool, Fault> {
    match serde_json::from_value::<J>(claim.payload.clone()) {
        Ok(job) => job.give_up(shop, why).await,
        Err(_) => Ok(false),
    }
}
