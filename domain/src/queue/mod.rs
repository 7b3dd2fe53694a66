//! Work that follows a change: enqueued in the transaction that causes it, done soon after the commit, at least once.
//!
//! Our own SKIP LOCKED queue rather than graphile_worker, whose `add_jobs` calls `pg_notify` inside the caller's
//! transaction: `docs/adr/0004`. A job is claimed with a lease; a process that dies leaves its lease to run out and another
//! takes the job. A claim's token fences: who lost the lease cannot finish the job any more.

mod outcome;
mod store;
mod worker;

use std::{future::Future, time::Duration};

use serde::{Serialize, de::DeserializeOwned};
use sqlx::PgConnection;

pub use outcome::Outcome;
pub use store::{Depth, LaneDepth, depth, depths};
pub use worker::{Worker, drain};

use crate::{Fault, Shop};

/// How long a claim lasts without a word from its worker. With [`PATIENCE`] it bounds how long a crash can delay a job.
pub const LEASE: Duration = Duration::from_secs(25);
/// How long one attempt may take; shorter than the lease, so that two workers never do one job at a time.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// Where a job waits, with places of its own: a mail server that takes its time holds up mails and nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lane {
    /// Everything that is no message.
    Work,
    /// Mails.
    Email,
    /// Text messages.
    Sms,
    /// Push messages to browsers.
    Push,
    /// Push messages to the shop's own app.
    App,
}

impl Lane {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Work, Self::Email, Self::Sms, Self::Push, Self::App];

    /// The word as stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Work => "work",
            Self::Email => "email",
            Self::Sms => "sms",
            Self::Push => "push",
            Self::App => "app",
        }
    }
}

/// Something to be done after the commit. The body should only call a verb.
pub trait Job: Serialize + DeserializeOwned + Send + Sync + 'static {
    /// The name stored with it; never changed once shipped.
    const NAME: &'static str;
    /// Lower goes first, within its lane.
    const PRIORITY: i16 = 100;
    /// After so many attempts it is dead and shown to staff.
    const ATTEMPTS: i32 = 25;

    /// This one's own priority, where not all of a kind are alike.
    fn priority(&self) -> i16 {
        Self::PRIORITY
    }

    /// Where it waits.
    fn lane(&self) -> Lane {
        Lane::Work
    }

    /// Does it. Must bear being done twice.
    fn run(self, shop: &Shop, attempt: i32) -> impl Future<Output = Outcome> + Send;

    /// It was given up, whatever the way: its attempts are used up, all ran out of time, or its process died of it. True where that is
    /// told elsewhere and its row may go; else the row stays for staff to see. Must bear being done twice.
    ///
    /// # Errors
    /// When it could not be told: it is given up again once its lease has run out.
    fn give_up(self, _shop: &Shop, _why: &str) -> impl Future<Output = Result<bool, Fault>> + Send {
        std::future::ready(Ok(false))
    }
}

/// Adds a job to the caller's transaction.
///
/// # Errors
/// When PostgreSQL refuses.
pub async fn enqueue<J: Job>(conn: &mut PgConnection, job: &J) -> Result<(), Fault> {
    store::insert(conn, J::NAME, job.lane(), &serde_json::to_value(job)?, job.priority()).await
}

/// Adds many of a kind in one statement, none of which is begun before `after`.
///
/// # Errors
/// When PostgreSQL refuses.
pub async fn enqueue_many<J: Job>(conn: &mut PgConnection, jobs: &[J], after: Duration) -> Result<(), Fault> {
    let payloads = jobs.iter().map(serde_json::to_value).collect::<Result<Vec<_>, _>>()?;
    let lanes: Vec<_> = jobs.iter().map(|job| job.lane().as_str()).collect();
    let priorities: Vec<_> = jobs.iter().map(Job::priority).collect();
    store::insert_many(conn, J::NAME, &lanes, &payloads, &priorities, after).await
}
