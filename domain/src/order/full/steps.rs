//! Verb: how an order came to where it stands, as its customer may know it.

use crate::{
    Fault, Shop,
    clock::At,
    event::{Source, Visibility},
    ids::OrderId,
    order::Status,
};

/// One headline that an order had.
#[derive(Debug, Clone)]
pub struct StatusStep {
    /// The order's version with it.
    pub version: i64,
    /// The headline.
    pub status: Status,
    /// Key of the stage it had then.
    pub stage: Option<String>,
    /// On whose side that was done.
    pub source: Source,
    /// When it happened.
    pub at: At,
}

/// The headlines of an order, oldest first, each once.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn status_steps(shop: &Shop, id: OrderId) -> Result<Vec<StatusStep>, Fault> {
    let mut steps = sqlx::query_as!(
        StatusStep,
        r#"select version, to_status as status, stage, source, occurred_at as at
           from event where order_id = $1 and visibility = $2 and from_status is distinct from to_status order by version"#,
        id.0,
        Visibility::Public as Visibility,
    )
    .fetch_all(&shop.pool)
    .await?;
    // Steps back are the shop's own affair: what stood before and stands again is said once.
    steps.dedup_by_key(|step| step.status);
    Ok(steps)
}
