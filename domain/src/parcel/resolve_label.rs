//! Verb: staff look again for a label nobody knows about.

use super::{LabelStatus, label_store, look_for_label::look, send_label::BuyLabel};
use crate::{Fault, Shop, ids::LabelId, queue, staff::Person};

/// Looks at Shippo now, and says where the label stands then. Never buys.
///
/// # Errors
/// [`Fault::NotFound`]; [`Fault::Down`] when Shippo does not answer: nobody knows, still.
pub async fn resolve_label(shop: &Shop, by: &Person, id: LabelId) -> Result<LabelStatus, Fault> {
    let mut conn = shop.pool.acquire().await?;
    let label = label_store::load(&mut conn, id).await?;
    if matches!(label.status, LabelStatus::Calling | LabelStatus::Unknown) {
        tracing::info!(label = %id, by = %by.name, "looking for a label again");
        // Its own job may have been given up.
        queue::enqueue(&mut conn, &BuyLabel { label: id }).await?;
        drop(conn);
        look(shop, &label, false).await?;
        conn = shop.pool.acquire().await?;
    }
    Ok(label_store::load(&mut conn, id).await?.status)
}
