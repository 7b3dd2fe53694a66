//! Job: write the night's file, a part an attempt, and keep no more files than wanted.
//!
//! What the other side has is noted after it has it, in one statement with what is carried into the next part; a
//! part of which that was not noted any more is written again over itself.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::{
    Kept,
    pages::{Pages, head},
    part, store,
};
use crate::{
    Fault, Shop,
    alert::{self, AlertKind},
    queue::{Job, Outcome},
};

/// Writes one night's file.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RunExport {
    /// Which.
    pub run: Uuid,
}

impl Job for RunExport {
    const NAME: &'static str = "run_export";
    /// After everything somebody waits for.
    const PRIORITY: i16 = 200;

    async fn run(self, shop: &Shop, _attempt: i32) -> Outcome {
        let Some(kept) = &shop.export else {
            return Outcome::Never("no destination is set any more".to_owned());
        };
        let failed = match step(shop, kept, self.run).await {
            Ok(true) => return Outcome::Done,
            Ok(false) => return Outcome::Snooze(Duration::ZERO),
            Err(failed) => failed,
        };
        // Somebody hears of it now; it settles itself when a later try works.
        match told(shop, &failed).await {
            Ok(()) => failed.into(),
            Err(fault) => fault.into(),
        }
    }
}

async fn told(shop: &Shop, failed: &Fault) -> Result<(), Fault> {
    let detail = match failed {
        Fault::Bug(error) => format!("{error:#}"),
        other => other.to_string(),
    };
    let mut conn = shop.pool.acquire().await?;
    let payload = json!({ "detail": detail });
    alert::store::raise_for_shop(&mut conn, AlertKind::ExportFailed, payload, shop.clock.now()).await?;
    drop(conn);
    shop.bell.ring_anything();
    Ok(())
}

/// Begins the file, writes a part, or gives it its name; true when all is done. No connection is held while the
/// other side takes its time.
async fn step(shop: &Shop, kept: &Kept, id: Uuid) -> Result<bool, Fault> {
    let Some(mut run) = store::open(&mut *shop.pool.acquire().await?, id).await? else { return Ok(true) };
    if !run.complete {
        // Noted before anything is sent: a first part that fails begins no other upload. Whoever dies before the note leaves one behind that is
        // empty and that only the store knows of; a rule of the bucket ends it (`docs/operations.md`).
        if let Some(upload) = kept.at.begin(run.night, &run.file).await? {
            store::keep_upload(&mut *shop.pool.acquire().await?, id, &upload).await?;
            return Ok(false);
        }
        let before = if run.file.bytes == 0 { head()? } else { run.carry };
        let mut part = part::next(shop, Pages::everything(run.until, run.after), before).await?;
        kept.at.add(run.night, &mut run.file, std::mem::take(&mut part.bytes)).await?;
        shop.reach("export-part").await;
        store::advance(&mut *shop.pool.acquire().await?, id, &run.file, &part).await?;
        return Ok(false);
    }
    kept.at.finish(run.night, &run.file).await?;
    let begun = store::begun(&mut *shop.pool.acquire().await?, id).await?;
    kept.at.tidy(run.night, kept.files, &begun).await?;
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    store::end(&mut tx, id, now).await?;
    store::forget(&mut tx, id).await?;
    alert::store::settle_shop(&mut tx, AlertKind::ExportFailed, now).await?;
    tx.commit().await?;
    shop.bell.ring_anything();
    Ok(true)
}
