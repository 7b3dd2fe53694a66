//! Verb: a program of the shop reads what was asked to be sent back.

use serde::Serialize;
use utoipa::ToSchema;

use super::ReturnStatus;
use crate::{
    Fault, Shop,
    clock::At,
    event::Source,
    ids::{OrderId, RefundId, ReturnId},
};

/// One request to send something back.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Return)]
pub struct ReturnEntry {
    /// Its id.
    pub id: ReturnId,
    /// Where it stands.
    pub status: ReturnStatus,
    /// In the customer's words.
    pub reason: String,
    /// On whose side it was asked for.
    pub source: Source,
    /// Who asked, where that was somebody of the shop.
    pub by: Option<String>,
    /// The refund that paid it back.
    pub refund: Option<RefundId>,
    /// When it was asked for.
    pub requested_at: At,
    /// When it was back.
    pub received_at: Option<At>,
}

/// An order's returns, newest first.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn returns(shop: &Shop, order: OrderId) -> Result<Vec<ReturnEntry>, Fault> {
    Ok(sqlx::query_as!(
        ReturnEntry,
        r#"select id as "id: ReturnId", status, reason, source, actor as by, refund_id as "refund: RefundId", requested_at, received_at
           from order_return where order_id = $1 order by requested_at desc, id desc"#,
        order.0
    )
    .fetch_all(&shop.pool)
    .await?)
}
