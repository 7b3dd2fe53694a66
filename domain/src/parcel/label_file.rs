//! Reads the paper of a label, for printing it together with others.

use crate::{Fault, Shop, ids::LabelId, provider::shippo::NoFile};

/// The bytes of a label. A signed address that has run out is asked for anew, once.
///
/// # Errors
/// [`Fault::NotFound`] when there is no such label or no paper of it; [`Fault::Down`] when nobody hands it out.
pub async fn label_file(shop: &Shop, id: LabelId) -> Result<Vec<u8>, Fault> {
    let down = |why: NoFile| Fault::Down { provider: "shippo", detail: format!("label {id}: {why}") };
    let row = sqlx::query!("select label_url, transaction_id from label where id = $1", id.0)
        .fetch_optional(&shop.pool)
        .await?
        .ok_or(Fault::NotFound)?;
    let address = row.label_url.ok_or(Fault::NotFound)?;
    let gone = match shop.shippo.file(&address).await {
        Ok(file) => return Ok(file),
        Err(gone @ NoFile::Gone(_)) => gone,
        Err(why) => return Err(down(why)),
    };
    let Some(transaction) = row.transaction_id else { return Err(down(gone)) };
    let bought = shop.ask("shippo", shop.shippo.purchase(&transaction)).await?;
    let fresh = bought.ok().and_then(|bought| bought.label_url).ok_or_else(|| down(gone))?;
    shop.shippo.file(&fresh).await.map_err(down)
}
