//! Job: bring in what was looked at, entry by entry.
//!
//! Each entry is noted as done in the transaction that does it, so that after a crash the job goes on behind it.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::{
    ImportOutcome, Problem,
    bring::{prepare, settle},
    store::{self, Running, Waiting},
};
use crate::{
    Fault, Shop,
    ids::ImportId,
    queue::{Job, Outcome},
};

/// Entries an attempt does at most: it stays well within a worker's patience, and goes on in the next.
const CHUNK: i64 = 100;

/// Brings in one file.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RunImport {
    /// Which.
    pub import: ImportId,
}

impl Job for RunImport {
    const NAME: &'static str = "run_import";
    /// After what a single order waits for.
    const PRIORITY: i16 = 120;

    async fn run(self, shop: &Shop, _attempt: i32) -> Outcome {
        run(shop, self.import).await.unwrap_or_else(Outcome::from)
    }

    async fn give_up(self, shop: &Shop, _why: &str) -> Result<bool, Fault> {
        store::halt(&mut *shop.pool.acquire().await?, self.import).await?;
        Ok(false)
    }
}

async fn run(shop: &Shop, id: ImportId) -> Result<Outcome, Fault> {
    let mut conn = shop.pool.acquire().await?;
    let Some(running) = store::running(&mut conn, id).await? else { return Ok(Outcome::Done) };
    let entries = store::waiting(&mut conn, id, CHUNK).await?;
    if entries.is_empty() {
        store::finish(&mut conn, id, shop.clock.now()).await?;
        drop(conn);
        shop.bell.ring_anything();
        return Ok(Outcome::Done);
    }
    drop(conn);
    for entry in entries {
        bring(shop, id, &running, &entry).await?;
        shop.reach("import-entry").await;
    }
    Ok(Outcome::Snooze(Duration::ZERO))
}

async fn bring(shop: &Shop, id: ImportId, running: &Running, entry: &Waiting) -> Result<(), Fault> {
    let now = shop.clock.now();
    let brought = match prepare(shop, entry, &running.by).await? {
        Ok(prepared) => {
            shop.reach("import-placed").await;
            let mut tx = shop.pool.begin().await?;
            let brought = settle(&mut tx, entry, &prepared, (&running.by, running.tells), now).await?;
            if let Ok(outcome) = brought
                && store::done(&mut tx, id, entry.line, (outcome, None), now).await?
            {
                tx.commit().await?;
            }
            brought
        }
        Err(brought) => brought,
    };
    if let Err((column, flaw)) = brought {
        let line = usize::try_from(entry.line).unwrap_or_default();
        let problem = Problem::new(line, column, flaw);
        let mut conn = shop.pool.acquire().await?;
        store::done(&mut conn, id, entry.line, (ImportOutcome::Wrong, Some(&problem)), now).await?;
    }
    shop.bell.ring_anything();
    Ok(())
}
