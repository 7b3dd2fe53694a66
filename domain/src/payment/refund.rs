//! Verb: money goes back.
//!
//! The refund's row is committed first, with its amount set aside; its id is Stripe's idempotency key for ever. A job then asks
//! Stripe. `docs/adr/0014` has the whole rule.

use serde_json::json;
use sqlx::PgConnection;

use super::{
    EntryKind, PaymentProvider, SendRefund, exact_at_stripe, refund_store,
    refund_store::NewRefund,
    store::{self, Payment},
};
use crate::{
    Fault, Reason, Shop,
    clock::At,
    event::Kind,
    history::Actor,
    ids::{OrderId, RefundId},
    money::Money,
    order::{self, record, store::Order},
    queue,
    staff::Person,
};

/// Longest note kept with a refund.
const LONGEST: usize = 500;

/// What is wanted.
#[derive(Debug, Clone)]
pub struct RefundRequest {
    /// Minor units; everything that is left when absent.
    pub amount: Option<i64>,
    /// `duplicate`, `fraudulent` or `requested_by_customer`: Stripe's words.
    pub reason: RefundReason,
    /// In the shop's words.
    pub note: Option<String>,
    /// Made when the dialog opened: a second request under it is the same request.
    pub key: String,
    /// The order's version the person saw; a refund that somebody made since then is not made again.
    pub seen: Option<i64>,
}

/// Why, in Stripe's words (<https://docs.stripe.com/api/refunds/create#create_refund-reason>).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum RefundReason {
    /// Paid twice.
    Duplicate,
    /// Not the cardholder's doing.
    Fraudulent,
    /// The customer wants it back.
    #[default]
    RequestedByCustomer,
}

impl RefundReason {
    /// Stripe's word.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Duplicate => "duplicate",
            Self::Fraudulent => "fraudulent",
            Self::RequestedByCustomer => "requested_by_customer",
        }
    }

    /// The reason of a word.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Duplicate, Self::Fraudulent, Self::RequestedByCustomer]
            .into_iter()
            .find(|reason| reason.as_str() == word)
    }
}

/// Refunds all or a part of what was taken. Repeating a request is harmless.
///
/// # Errors
/// [`Fault::Refused`] when so much cannot go back; [`Fault::Conflict`] when the order has changed since it was seen;
/// [`Fault::NotFound`].
pub async fn refund(
    shop: &Shop,
    by: &Person,
    id: OrderId,
    wanted: &RefundRequest,
) -> Result<RefundId, Fault> {
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    let mut order = order::store::lock(&mut tx, id).await?;
    let payment = store::of_order(&mut tx, id).await?;
    if let Some(earlier) = earlier(&mut tx, &payment, &wanted.key).await? {
        return Ok(earlier);
    }
    if let Some(seen) = wanted.seen {
        record::agree(&mut tx, &order, seen).await?;
    }
    let refund = request(&mut tx, &mut order, &payment, wanted, &by.actor(), by.language, now).await?;
    tx.commit().await?;
    shop.bell.ring(id);
    Ok(refund)
}

/// [`refund`] inside another verb's transaction, with the order locked.
///
/// # Errors
/// As [`refund`].
pub(crate) async fn request(
    conn: &mut PgConnection,
    order: &mut Order,
    payment: &Payment,
    wanted: &RefundRequest,
    actor: &Actor,
    language: crate::Language,
    now: At,
) -> Result<RefundId, Fault> {
    if payment.provider == PaymentProvider::External {
        return Err(Reason::PaidElsewhere.into());
    }
    let left = payment.facts.refundable(payment.reserved);
    let amount = match wanted.amount {
        Some(amount) if amount <= 0 => return Err(Reason::NoAmount.into()),
        Some(amount) => amount,
        None if left <= 0 => return Err(Reason::NothingToRefund.into()),
        None => left,
    };
    exact_at_stripe(amount, &payment.currency, language)?;
    let note = wanted.note.as_deref().map(str::trim).filter(|note| !note.is_empty());
    if note.is_some_and(|note| note.chars().count() > LONGEST) {
        return Err(Reason::TooLong { most: LONGEST }.into());
    }
    if !store::reserve(conn, payment.id, amount).await? {
        let most = Money::parse(left, &payment.currency).map(|money| money.say(language)).unwrap_or_default();
        return Err(if left > 0 { Reason::TooMuchToRefund { most } } else { Reason::NothingToRefund }.into());
    }
    let new = NewRefund {
        id: RefundId::new(),
        payment: payment.id,
        order: order.id,
        amount,
        currency: &payment.currency,
        reason: wanted.reason.as_str(),
        note,
        request_key: &wanted.key,
        all_left: Some(wanted.amount.is_none()),
        source: actor.source,
        actor: actor.name.as_deref(),
    };
    if !refund_store::insert(conn, &new, now).await? {
        // The order's lock is held, so only a caller without it gets here; its amount must not stay set aside twice.
        store::free(conn, payment.id, amount).await?;
        return earlier(conn, payment, &wanted.key).await?.ok_or(Fault::NotFound);
    }
    let line = store::Line {
        kind: EntryKind::Request,
        amount: -amount,
        currency: &payment.currency,
        said_by: &format!("refund:{}", new.id),
        detail: note,
    };
    store::write(conn, payment.id, &line, now).await?;
    queue::enqueue(conn, &SendRefund { refund: new.id }).await?;
    let payload = json!({ "refund": new.id, "amount": amount, "currency": payment.currency, "note": note });
    record::fact(conn, order, Kind::RefundRequested, actor, payload, (now, now)).await?;
    Ok(new.id)
}

async fn earlier(conn: &mut PgConnection, payment: &Payment, key: &str) -> Result<Option<RefundId>, Fault> {
    let id = sqlx::query_scalar!(
        "select id from refund where payment_id = $1 and request_key = $2",
        payment.id.0,
        key
    )
    .fetch_optional(conn)
    .await?;
    Ok(id.map(RefundId))
}
