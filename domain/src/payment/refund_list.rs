//! Verb: a program of the shop reads what went back, and what is on its way.

use serde::Serialize;
use utoipa::ToSchema;

use super::RefundStatus;
use crate::{
    Fault, Shop,
    clock::At,
    ids::{OrderId, RefundId},
};

/// One refund.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Refund)]
pub struct RefundEntry {
    /// Its id: also Stripe's idempotency key for it.
    pub id: RefundId,
    /// What has become of it.
    pub status: RefundStatus,
    /// Minor units.
    pub amount: i64,
    /// ISO 4217.
    pub currency: String,
    /// Stripe's word for why.
    pub reason: String,
    /// In the shop's words.
    pub note: Option<String>,
    /// Who asked for it; `null` when it was made in Stripe's dashboard, or by the customer.
    pub by: Option<String>,
    /// Stripe's word for why it failed.
    pub failure: Option<String>,
    /// `re_…`, once Stripe has answered.
    pub provider_id: Option<String>,
    /// When it was asked for.
    pub created_at: At,
    /// When it last changed.
    pub updated_at: At,
    /// Whether all that was left was asked for, without an amount; `None` where that was not kept, or nobody asked us.
    #[serde(skip)]
    pub all_left: Option<bool>,
}

/// An order's refunds, newest first.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn refunds(shop: &Shop, order: OrderId) -> Result<Vec<RefundEntry>, Fault> {
    Ok(sqlx::query_as!(
        RefundEntry,
        r#"select id as "id: RefundId", status, amount, currency, reason, note, actor as by, failure_reason as failure, provider_id, created_at, updated_at, all_left
           from refund where order_id = $1 order by created_at desc, id desc"#,
        order.0
    )
    .fetch_all(&shop.pool)
    .await?)
}
