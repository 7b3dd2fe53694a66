//! Fetches labels and has them drawn, some at a time.

use std::{collections::HashMap, time::Duration};

use domain::{Shop, ids::LabelId, parcel::label_file};
use futures::StreamExt;
use papers::{LabelPaper, Undrawable, draw_label};

/// Labels on their way at once.
const AT_ONCE: usize = 4;
/// For drawing one. What takes longer was made to take long.
const PATIENCE: Duration = Duration::from_secs(5);

/// Every label's paper, or why there is none: one that fails stops none of the others.
pub async fn fetch(shop: &Shop, ids: Vec<LabelId>) -> HashMap<LabelId, LabelPaper> {
    let one = async |id: LabelId| (id, paper(shop, id).await);
    futures::stream::iter(ids).map(one).buffer_unordered(AT_ONCE).collect().await
}

async fn paper(shop: &Shop, id: LabelId) -> LabelPaper {
    let file = match label_file(shop, id).await {
        Ok(file) => file,
        Err(fault) => {
            tracing::warn!(label.id = %id, %fault, "a label could not be fetched");
            return LabelPaper::Away;
        }
    };
    // On a thread of its own: a file that makes the reader panic or hang is the file's fault, and only this label is missing.
    let drawn = tokio::task::spawn_blocking(move || draw_label(file));
    match tokio::time::timeout(PATIENCE, drawn).await {
        Ok(Ok(Ok(drawn))) => LabelPaper::Drawn(drawn),
        Ok(Ok(Err(why))) => LabelPaper::Odd(why),
        Ok(Err(_)) | Err(_) => {
            tracing::warn!(label.id = %id, "a label could not be drawn");
            LabelPaper::Odd(Undrawable::Broken)
        }
    }
}
