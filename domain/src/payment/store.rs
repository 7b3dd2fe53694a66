//! Every query on `payment` and its ledger.

use sqlx::PgConnection;

use super::{EntryKind, PaymentStatus};
use crate::{
    Fault,
    clock::At,
    ids::{OrderId, PaymentId},
};

/// A payment as verbs need it.
#[derive(Debug, Clone)]
pub struct Payment {
    /// Its id.
    pub id: PaymentId,
    /// What was asked for, in minor units.
    pub amount: i64,
    /// ISO 4217.
    pub currency: String,
    /// Stripe's page, once asked for.
    pub checkout_url: Option<String>,
    /// `cs_…`, once asked for.
    pub session_id: Option<String>,
}

/// Adds an order's payment with the ledger line that asks for it.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn insert(
    conn: &mut PgConnection,
    order: OrderId,
    amount: i64,
    currency: &str,
    now: At,
) -> Result<PaymentId, Fault> {
    let id = PaymentId::new();
    sqlx::query!(
        "insert into payment (id, order_id, status, amount, currency, created_at, updated_at) values ($1, $2, 'unpaid', $3, $4, $5, $5)",
        id.0,
        order.0,
        amount,
        currency,
        now as At,
    )
    .execute(&mut *conn)
    .await?;
    write(conn, id, &Line { kind: EntryKind::Request, amount, currency, said_by: "clew", detail: None }, now)
        .await?;
    Ok(id)
}

/// An order's payment.
///
/// # Errors
/// [`Fault::NotFound`] when there is none.
pub async fn of_order(conn: &mut PgConnection, order: OrderId) -> Result<Payment, Fault> {
    let row = sqlx::query!(
        "select id, amount, currency, checkout_url, session_id from payment where order_id = $1",
        order.0
    )
    .fetch_optional(conn)
    .await?
    .ok_or(Fault::NotFound)?;
    Ok(Payment {
        id: PaymentId(row.id),
        amount: row.amount,
        currency: row.currency,
        checkout_url: row.checkout_url,
        session_id: row.session_id,
    })
}

/// Keeps the session Stripe made. The first answer stays.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn keep_session(
    conn: &mut PgConnection,
    id: PaymentId,
    session: &str,
    url: Option<&str>,
    now: At,
) -> Result<(), Fault> {
    sqlx::query!(
        "update payment set session_id = $2, checkout_url = $3, updated_at = $4 where id = $1 and session_id is null",
        id.0,
        session,
        url,
        now as At,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// The order behind a Checkout Session.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn order_of_session(conn: &mut PgConnection, session: &str) -> Result<Option<OrderId>, Fault> {
    let id = sqlx::query_scalar!("select order_id from payment where session_id = $1", session)
        .fetch_optional(conn)
        .await?;
    Ok(id.map(OrderId))
}

/// Writes where the payment stands now.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn settle(
    conn: &mut PgConnection,
    id: PaymentId,
    status: PaymentStatus,
    captured: i64,
    intent: Option<&str>,
    now: At,
) -> Result<(), Fault> {
    sqlx::query!(
        "update payment set status = $2, captured = greatest(captured, $3), payment_intent = coalesce($4, payment_intent), updated_at = $5
         where id = $1",
        id.0,
        status as PaymentStatus,
        captured,
        intent,
        now as At,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// A line about to be written into the ledger.
#[derive(Debug, Clone)]
pub struct Line<'a> {
    /// Asked, came, failed, went back.
    pub kind: EntryKind,
    /// Minor units.
    pub amount: i64,
    /// ISO 4217.
    pub currency: &'a str,
    /// Who said so: a second line by the same is the same line.
    pub said_by: &'a str,
    /// In words, where there are any.
    pub detail: Option<&'a str>,
}

/// Writes a ledger line; false when its author had said so already.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn write(
    conn: &mut PgConnection,
    payment: PaymentId,
    line: &Line<'_>,
    now: At,
) -> Result<bool, Fault> {
    let written = sqlx::query!(
        "insert into payment_entry (id, payment_id, kind, amount, currency, said_by, detail, at) values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (payment_id, said_by) do nothing",
        uuid::Uuid::now_v7(),
        payment.0,
        line.kind as EntryKind,
        line.amount,
        line.currency,
        line.said_by,
        line.detail,
        now as At,
    )
    .execute(conn)
    .await?;
    Ok(written.rows_affected() == 1)
}
