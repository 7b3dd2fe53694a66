//! "Something changed": rung after a commit, heard by open pages and by waiting workers.
//!
//! Business transactions never NOTIFY: PostgreSQL serialises the commits of all that do (`docs/adr/0005`). A bell rung in this
//! process is heard here at once; a task collects what was rung for 20 ms and tells other processes with one NOTIFY. A bell is
//! a hint: who hears it reads by version, and who misses it polls.

use std::{collections::BTreeSet, time::Duration};

use sqlx::{PgPool, postgres::PgListener};
use tokio::sync::{broadcast, mpsc, watch};
use uuid::Uuid;

use crate::ids::OrderId;

const CHANNEL: &str = "clew";
const COALESCE: Duration = Duration::from_millis(20);
/// NOTIFY takes payloads below 8000 bytes; 36 characters an id.
const MOST_IDS: usize = 200;

/// What a listener hears.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ring {
    /// This order changed.
    Order(OrderId),
    /// Perhaps anything did: read again.
    Anything,
}

/// The process's bell; clones share it.
#[derive(Clone)]
pub struct Bell {
    rings: broadcast::Sender<Ring>,
    /// An order, or anything.
    abroad: mpsc::UnboundedSender<Option<Uuid>>,
    /// Counts; every lane of the worker sees each change.
    work: watch::Sender<u64>,
}

impl std::fmt::Debug for Bell {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Bell")
    }
}

impl Bell {
    /// A bell heard in this process only, and the queue of what other processes should hear.
    pub fn new() -> (Self, Abroad) {
        let (rings, _) = broadcast::channel(4096);
        let (abroad, queue) = mpsc::unbounded_channel();
        let me = Uuid::now_v7();
        let bell = Self { rings, abroad, work: watch::Sender::new(0) };
        (bell.clone(), Abroad { queue, bell, me })
    }

    /// Says that an order changed and that there may be jobs. Call it after the commit.
    pub fn ring(&self, order: OrderId) {
        // Nobody listening is fine.
        let _ = self.rings.send(Ring::Order(order));
        let _ = self.abroad.send(Some(order.0));
        self.work_waits();
    }

    /// Says that many orders changed: everybody reads again. Call it after the commit.
    pub fn ring_anything(&self) {
        let _ = self.rings.send(Ring::Anything);
        let _ = self.abroad.send(None);
        self.work_waits();
    }

    /// Says that there may be a job, where no order has changed yet. Other processes find it by polling.
    pub fn work_waits(&self) {
        self.work.send_modify(|rings| *rings += 1);
    }

    /// Hears every ring from now on. A listener that falls behind gets `Lagged` and should read again.
    pub fn listen(&self) -> broadcast::Receiver<Ring> {
        self.rings.subscribe()
    }

    /// Changes whenever there may be a job.
    pub fn work(&self) -> watch::Receiver<u64> {
        self.work.subscribe()
    }
}

/// The half of the bell that speaks with other processes.
#[derive(Debug)]
pub struct Abroad {
    queue: mpsc::UnboundedReceiver<Option<Uuid>>,
    bell: Bell,
    me: Uuid,
}

impl Abroad {
    /// Tells other processes and hears them, for ever. Survives a lost database connection.
    pub async fn run(mut self, pool: PgPool) {
        let mut listening = tokio::task::JoinSet::new();
        // Dropped, and with it ended, when this future is.
        listening.spawn(hear(self.bell.clone(), self.me, pool.clone()));
        while let Some(first) = self.queue.recv().await {
            let mut ids = BTreeSet::from([first]);
            let collect = async {
                while let Some(id) = self.queue.recv().await {
                    ids.insert(id);
                }
            };
            // Runs until the time is up: the queue closes only with the process.
            let _ = tokio::time::timeout(COALESCE, collect).await;
            let listed = if ids.len() > MOST_IDS || ids.contains(&None) {
                String::new()
            } else {
                ids.iter().flatten().map(Uuid::to_string).collect::<Vec<_>>().join(",")
            };
            let told = sqlx::query("select pg_notify($1, $2)")
                .bind(CHANNEL)
                .bind(format!("{}/{listed}", self.me))
                .execute(&pool)
                .await;
            if let Err(error) = told {
                tracing::warn!(%error, "other processes were not told; they will poll");
            }
        }
    }
}

async fn hear(bell: Bell, me: Uuid, pool: PgPool) {
    loop {
        if let Err(error) = listen(&bell, me, &pool).await {
            tracing::warn!(%error, "not hearing other processes; trying again");
        }
        #[expect(
            clippy::disallowed_methods,
            reason = "a pause between attempts to reach a database that is away"
        )]
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}

async fn listen(bell: &Bell, me: Uuid, pool: &PgPool) -> Result<(), sqlx::Error> {
    let mut listener = PgListener::connect_with(pool).await?;
    listener.listen(CHANNEL).await?;
    // What was said while nobody listened is lost: everybody reads again.
    let _ = bell.rings.send(Ring::Anything);
    bell.work_waits();
    // `None`: the connection was lost and with it what was said meanwhile.
    while let Some(said) = listener.try_recv().await? {
        let Some((from, ids)) = said.payload().split_once('/') else { continue };
        if from == me.to_string() {
            continue;
        }
        let mut heard =
            ids.split(',').filter_map(|id| id.parse().ok()).map(|id| Ring::Order(OrderId(id))).peekable();
        if heard.peek().is_none() {
            let _ = bell.rings.send(Ring::Anything);
        }
        for ring in heard {
            let _ = bell.rings.send(ring);
        }
        bell.work_waits();
    }
    Ok(())
}
