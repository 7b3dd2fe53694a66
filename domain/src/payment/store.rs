//! Every query on `payment` and its ledger.

use sqlx::PgConnection;

use super::{EntryKind, Facts, PaymentProvider, PaymentStatus};
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
    /// Whose.
    pub order: OrderId,
    /// What was asked for, in minor units.
    pub amount: i64,
    /// ISO 4217.
    pub currency: String,
    /// Stripe's page, once asked for.
    pub checkout_url: Option<String>,
    /// `cs_…`, once asked for.
    pub session_id: Option<String>,
    /// `pi_…`, once told.
    pub payment_intent: Option<String>,
    /// Whether checkout only holds the money.
    pub manual: bool,
    /// Who took it.
    pub provider: PaymentProvider,
    /// Σ of refunds that are not void, those under way included.
    pub reserved: i64,
    /// What providers have told.
    pub facts: Facts,
}

/// Adds an order's payment with the ledger line that asks for it. `manual`: the money is held at checkout and taken later.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn insert(
    conn: &mut PgConnection,
    order: OrderId,
    (amount, currency): (i64, &str),
    manual: bool,
    now: At,
) -> Result<PaymentId, Fault> {
    let id = PaymentId::new();
    sqlx::query!(
        "insert into payment (id, order_id, status, amount, currency, capture_method, created_at, updated_at)
         values ($1, $2, 'unpaid', $3, $4, $5, $6, $6)",
        id.0,
        order.0,
        amount,
        currency,
        if manual { "manual" } else { "automatic" },
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
        r#"select p.id, p.amount, p.currency, p.checkout_url, p.session_id, p.payment_intent, p.capture_method, p.provider, p.reserved,
               p.authorized, p.captured, p.released, p.failed,
               (select coalesce(sum(r.amount), 0)::bigint from refund r where r.payment_id = p.id and r.status = 'succeeded')
                   as "refunded!",
               exists (select 1 from dispute d where d.payment_id = p.id and d.status not in ('won', 'warning_closed'))
                   as "disputed!"
           from payment p where p.order_id = $1"#,
        order.0
    )
    .fetch_optional(conn)
    .await?
    .ok_or(Fault::NotFound)?;
    Ok(Payment {
        id: PaymentId(row.id),
        order,
        amount: row.amount,
        currency: row.currency,
        checkout_url: row.checkout_url,
        session_id: row.session_id,
        payment_intent: row.payment_intent,
        manual: row.capture_method == "manual",
        provider: PaymentProvider::of(&row.provider),
        reserved: row.reserved,
        facts: Facts {
            authorized: row.authorized,
            captured: row.captured,
            refunded: row.refunded,
            released: row.released,
            failed: row.failed,
            disputed: row.disputed,
        },
    })
}

/// The order whose money an intent is; `None` when no payment has it (yet).
///
/// # Errors
/// When PostgreSQL is away.
pub async fn order_of_intent(conn: &mut PgConnection, intent: &str) -> Result<Option<OrderId>, Fault> {
    let id = sqlx::query_scalar!("select order_id from payment where payment_intent = $1", intent)
        .fetch_optional(conn)
        .await?;
    Ok(id.map(OrderId))
}

/// When an order's checkout is to end: decided once, so that a repeated request says the same; anew when what was decided is `stale`.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn session_until(
    conn: &mut PgConnection,
    id: PaymentId,
    stale: Option<At>,
    until: At,
) -> Result<At, Fault> {
    let decided = sqlx::query_scalar!(
        r#"update payment set session_until = case when session_until is not distinct from $2 then $3 else session_until end
           where id = $1 returning session_until as "until!: At""#,
        id.0,
        stale as Option<At>,
        until as At,
    )
    .fetch_one(conn)
    .await?;
    Ok(decided)
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

/// Notes that somebody else took the money.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn taken_elsewhere(conn: &mut PgConnection, id: PaymentId) -> Result<(), Fault> {
    sqlx::query!("update payment set provider = $2 where id = $1", id.0, PaymentProvider::External.as_str())
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

/// One piece of news, merged into what is known.
#[derive(Debug, Clone, Copy, Default)]
pub struct Learnt<'a> {
    /// Held on the card.
    pub authorized: i64,
    /// Taken.
    pub captured: i64,
    /// The hold was given free.
    pub released: bool,
    /// Expired or failed.
    pub failed: bool,
    /// `pi_…`.
    pub intent: Option<&'a str>,
}

/// Merges news into the facts: the greatest amount, whatever was ever true. Merging is commutative and idempotent.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn learn(conn: &mut PgConnection, id: PaymentId, news: &Learnt<'_>, now: At) -> Result<(), Fault> {
    sqlx::query!(
        "update payment set authorized = greatest(authorized, $2), captured = greatest(captured, $3), released = released or $4,
             failed = failed or $5, payment_intent = coalesce($6, payment_intent), updated_at = $7
         where id = $1",
        id.0,
        news.authorized,
        news.captured,
        news.released,
        news.failed,
        news.intent,
        now as At,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Writes the word the facts come to.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn settle(conn: &mut PgConnection, id: PaymentId, status: PaymentStatus) -> Result<(), Fault> {
    sqlx::query!("update payment set status = $2 where id = $1", id.0, status as PaymentStatus)
        .execute(conn)
        .await?;
    Ok(())
}

/// Sets an amount aside for a refund if so much can still go back: the guard against paying back more than came. One statement, so
/// that no two requests can both see the same free amount.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn reserve(conn: &mut PgConnection, id: PaymentId, amount: i64) -> Result<bool, Fault> {
    let reserved = sqlx::query!(
        "update payment set reserved = reserved + $2 where id = $1 and reserved + $2 <= captured",
        id.0,
        amount
    )
    .execute(conn)
    .await?;
    Ok(reserved.rows_affected() == 1)
}

/// Sets an amount free again, because its refund came to nothing.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn free(conn: &mut PgConnection, id: PaymentId, amount: i64) -> Result<(), Fault> {
    sqlx::query!("update payment set reserved = reserved - $2 where id = $1", id.0, amount)
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
