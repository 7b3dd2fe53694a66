//! Verb: a program of the shop reads an order's labels, those that came to nothing included.

use serde::Serialize;
use utoipa::ToSchema;

use super::{Direction, LabelStatus};
use crate::{
    Fault, Shop,
    clock::At,
    ids::{LabelId, OrderId},
};

/// One label, or the wish for one.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Label)]
pub struct LabelEntry {
    /// Its id: also our reference at Shippo.
    pub id: LabelId,
    /// Which box, from 1.
    #[serde(rename = "box")]
    pub box_number: i16,
    /// To the customer, or back.
    pub direction: Direction,
    /// Where it stands.
    pub status: LabelStatus,
    /// As people write it.
    pub carrier: String,
    /// The carrier's product.
    pub service: String,
    /// Expected, in minor units.
    pub quoted: Option<i64>,
    /// Paid, in minor units.
    pub cost: Option<i64>,
    /// ISO 4217.
    pub currency: Option<String>,
    /// What it is printed on.
    pub file_type: String,
    /// The paper, once it was bought.
    pub file_url: Option<String>,
    /// The carrier's number, once it was bought.
    pub tracking_number: Option<String>,
    /// `RATE_EXPIRED` …
    pub error_code: Option<String>,
    /// The provider's own words.
    pub error: Option<String>,
    /// Who wanted it.
    pub by: Option<String>,
    /// When.
    pub created_at: At,
    /// When it last changed.
    pub updated_at: At,
}

/// An order's labels, newest first.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn labels(shop: &Shop, order: OrderId) -> Result<Vec<LabelEntry>, Fault> {
    Ok(sqlx::query_as!(
        LabelEntry,
        r#"select id as "id: LabelId", box as box_number, direction, status, carrier, service, quoted, cost, currency, file_type,
               label_url as file_url, tracking_number, error_code, error, actor as by, created_at, updated_at
           from label where order_id = $1 order by created_at desc, id desc"#,
        order.0
    )
    .fetch_all(&shop.pool)
    .await?)
}
