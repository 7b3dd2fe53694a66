//! Every query on `refund`.

use sqlx::PgConnection;

use super::RefundStatus;
use crate::{
    Fault,
    clock::At,
    event::Source,
    ids::{OrderId, PaymentId, RefundId},
};

/// A refund as verbs need it.
#[derive(Debug, Clone)]
pub struct Refund {
    /// Its id.
    pub id: RefundId,
    /// Of which payment.
    pub payment: PaymentId,
    /// Of which order.
    pub order: OrderId,
    /// Minor units.
    pub amount: i64,
    /// ISO 4217.
    pub currency: String,
    /// Stripe's word for why.
    pub reason: String,
    /// What has become of it.
    pub status: RefundStatus,
    /// `re_…`.
    pub provider_id: Option<String>,
}

/// A refund about to be written.
#[derive(Debug, Clone)]
pub struct NewRefund<'a> {
    /// Its id.
    pub id: RefundId,
    /// Of which payment.
    pub payment: PaymentId,
    /// Of which order.
    pub order: OrderId,
    /// Minor units.
    pub amount: i64,
    /// ISO 4217.
    pub currency: &'a str,
    /// Stripe's word for why.
    pub reason: &'a str,
    /// In the shop's words.
    pub note: Option<&'a str>,
    /// The dialog that asked, or the provider's id of a refund that was not ours.
    pub request_key: &'a str,
    /// Whether all that was left was asked for, without an amount; `None` when nobody asked us.
    pub all_left: Option<bool>,
    /// On whose side.
    pub source: Source,
    /// By name, when a person did.
    pub actor: Option<&'a str>,
}

/// Writes a refund once per payment and request key; false when that request had been written.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn insert(conn: &mut PgConnection, new: &NewRefund<'_>, now: At) -> Result<bool, Fault> {
    let written = sqlx::query!(
        "insert into refund (id, payment_id, order_id, amount, currency, reason, note, request_key, all_left, source, actor, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12) on conflict (payment_id, request_key) do nothing",
        new.id.0,
        new.payment.0,
        new.order.0,
        new.amount,
        new.currency,
        new.reason,
        new.note,
        new.request_key,
        new.all_left,
        new.source as Source,
        new.actor,
        now as At,
    )
    .execute(conn)
    .await?;
    Ok(written.rows_affected() == 1)
}

/// The refund of an id.
///
/// # Errors
/// [`Fault::NotFound`].
pub async fn load(conn: &mut PgConnection, id: RefundId) -> Result<Refund, Fault> {
    let row = sqlx::query!(
        "select id, payment_id, order_id, amount, currency, reason, status, provider_id from refund where id = $1",
        id.0
    )
    .fetch_optional(conn)
    .await?
    .ok_or(Fault::NotFound)?;
    Ok(Refund {
        id: RefundId(row.id),
        payment: PaymentId(row.payment_id),
        order: OrderId(row.order_id),
        amount: row.amount,
        currency: row.currency,
        reason: row.reason,
        status: row.status,
        provider_id: row.provider_id,
    })
}

/// Our refund behind Stripe's: by its id, or by our id in its metadata.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn find(
    conn: &mut PgConnection,
    payment: PaymentId,
    provider_id: &str,
    ours: Option<RefundId>,
) -> Result<Option<RefundId>, Fault> {
    let id = sqlx::query_scalar!(
        "select id from refund where payment_id = $1 and (provider_id = $2 or id = $3)",
        payment.0,
        provider_id,
        ours.map(|id| id.0),
    )
    .fetch_optional(conn)
    .await?;
    Ok(id.map(RefundId))
}

/// Gives a refund that was told under another name its provider's name for it, and the amount it has there. What the payment sets aside is
/// the caller's to keep right.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn rename(
    conn: &mut PgConnection,
    id: RefundId,
    provider_id: &str,
    amount: i64,
) -> Result<(), Fault> {
    sqlx::query!(
        "update refund set provider_id = $2, request_key = $2, amount = $3 where id = $1",
        id.0,
        provider_id,
        amount
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Whether any refund of a payment came to nothing.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn any_void(conn: &mut PgConnection, payment: PaymentId) -> Result<bool, Fault> {
    let any = sqlx::query_scalar!(
        r#"select exists (select 1 from refund where payment_id = $1 and status in ('failed', 'canceled')) as "any!""#,
        payment.0
    )
    .fetch_one(conn)
    .await?;
    Ok(any)
}

/// Writes what a refund has come to. Where that is what was known, nothing changes, the day of its last change least of all: customers read
/// it as the day their money was sent.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn settle(
    conn: &mut PgConnection,
    id: RefundId,
    status: RefundStatus,
    provider_id: Option<&str>,
    failure: Option<&str>,
    now: At,
) -> Result<(), Fault> {
    sqlx::query!(
        "update refund set status = $2, provider_id = coalesce(provider_id, $3), failure_reason = coalesce($4, failure_reason), updated_at = $5
         where id = $1 and (status, provider_id, failure_reason)
             is distinct from ($2::refund_status, coalesce(provider_id, $3), coalesce($4, failure_reason))",
        id.0,
        status as RefundStatus,
        provider_id,
        failure,
        now as At,
    )
    .execute(conn)
    .await?;
    Ok(())
}
