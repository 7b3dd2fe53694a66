//! Verb: hear that a customer's bank asks for the money back, and how that goes on.

use serde_json::json;
use sqlx::PgConnection;

use super::{EntryKind, store};
use crate::{
    Fault,
    alert::{self, AlertKind},
    clock::At,
    event::{Kind, Source},
    history::Actor,
    ids::OrderId,
    inbox,
    order::{self, Change, record},
};

/// What Stripe says of a dispute.
#[derive(Debug, Clone)]
pub struct DisputeNews {
    /// `dp_…`.
    pub id: String,
    /// `pi_…`.
    pub payment_intent: String,
    /// Stripe's word.
    pub status: String,
    /// Stripe's word for why.
    pub reason: Option<String>,
    /// Minor units.
    pub amount: i64,
    /// ISO 4217.
    pub currency: String,
    /// Until when the shop may answer.
    pub due_by: Option<At>,
    /// When Stripe says so.
    pub at: At,
}

/// Hears it; `None` when the payment is not known yet.
///
/// # Errors
/// When PostgreSQL is away, or somebody was faster.
pub async fn hear_dispute(
    conn: &mut PgConnection,
    news: &DisputeNews,
    now: At,
) -> Result<Option<OrderId>, Fault> {
    inbox::store::meet(conn, &inbox::about_intent(&news.payment_intent)).await?;
    let Some(id) = store::order_of_intent(conn, &news.payment_intent).await? else { return Ok(None) };
    let mut order = order::store::lock(conn, id).await?;
    let payment = store::of_order(conn, id).await?;
    let closed = is_closed(&news.status);
    // A closed dispute stays closed; among open ones Stripe's later word counts. Any order of telling ends the same.
    let written = sqlx::query!(
        "insert into dispute as d (id, payment_id, status, reason, amount, currency, due_by, said_at, created_at)
         values ($1, $2, $3, $4, $5, upper($6), $7, $8, $9)
         on conflict (id) do update set status = excluded.status, due_by = coalesce(excluded.due_by, d.due_by), said_at = excluded.said_at
             where d.status <> excluded.status and d.status not in ('won', 'lost', 'warning_closed')
                 and ($10 or (excluded.said_at, excluded.status) > (d.said_at, d.status))",
        news.id,
        payment.id.0,
        news.status,
        news.reason,
        news.amount,
        news.currency,
        news.due_by as Option<At>,
        news.at as At,
        now as At,
        closed,
    )
    .execute(&mut *conn)
    .await?;
    if written.rows_affected() == 0 {
        return Ok(Some(id));
    }
    let currency = news.currency.to_ascii_uppercase();
    let line = store::Line {
        kind: match news.status.as_str() {
            "won" | "warning_closed" => EntryKind::Reversal,
            "lost" => EntryKind::Success,
            _ => EntryKind::Request,
        },
        amount: -news.amount,
        currency: &currency,
        said_by: &format!("{}:{}", news.id, news.status),
        detail: Some("dispute"),
    };
    store::write(conn, payment.id, &line, now).await?;
    if closed {
        alert::store::settle(conn, id, AlertKind::DisputeOpened, None, now).await?;
    } else {
        let detail = json!({ "detail": news.reason, "due_by": news.due_by });
        alert::store::raise(conn, id, AlertKind::DisputeOpened, detail, now).await?;
    }
    let known = store::of_order(conn, id).await?.facts.status();
    store::settle(conn, payment.id, known).await?;
    let payload = json!({ "dispute": news.id, "status": news.status, "reason": news.reason, "amount": news.amount, "currency": currency });
    let heard = (&Change::Payment(known, Kind::DisputeUpdated), Kind::DisputeUpdated);
    record::news(conn, &mut order, heard, &Actor::of(Source::Stripe), payload, (news.at, now)).await?;
    Ok(Some(id))
}

fn is_closed(status: &str) -> bool {
    matches!(status, "won" | "lost" | "warning_closed")
}
