//! Verb: hear what became of a refund, ours or one made in Stripe's dashboard.
//!
//! The answer to our own call, a webhook and a list all come here, so none of them can book a refund twice.

use serde_json::json;
use sqlx::PgConnection;

use super::{EntryKind, PaymentProvider, RefundStatus, refund_store, refund_store::NewRefund, store};
use crate::{
    Fault,
    alert::{self, AlertKind},
    clock::At,
    event::{Kind, Source},
    history::Actor,
    ids::{OrderId, RefundId},
    inbox,
    order::{self, Change, record},
    returns,
};

/// What Stripe, or another shop, says of a refund.
#[derive(Debug, Clone)]
pub struct RefundNews {
    /// `re_…`, or another shop's name for it; empty when Stripe refused to make one.
    pub provider_id: String,
    /// Our id, from its metadata.
    pub ours: Option<RefundId>,
    /// `pi_…`; empty where Stripe did not take the money.
    pub payment_intent: String,
    /// Minor units of the payment's currency; `None` where what was said is no amount of it.
    pub amount: Option<i64>,
    /// Where it stands.
    pub status: RefundStatus,
    /// Stripe's word for why it failed.
    pub failure: Option<String>,
    /// Who says so.
    pub source: Source,
    /// When they say it happened.
    pub at: At,
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RefundHeard {
    /// Written.
    Moved(OrderId),
    /// Known already.
    Already,
    /// It says no amount of the payment's currency: staff are alerted and nothing is booked.
    Mismatch(OrderId),
    /// The payment is not known, or its money has not come as far as we were told, or a reservation is in the way: to be heard
    /// again when that changes ([`inbox::store::wake`]).
    NotYet,
}

/// Hears it, in the caller's transaction.
///
/// # Errors
/// When PostgreSQL is away, or somebody was faster.
pub async fn hear_refund(conn: &mut PgConnection, news: &RefundNews, now: At) -> Result<RefundHeard, Fault> {
    inbox::store::meet(conn, &inbox::about_intent(&news.payment_intent)).await?;
    let Some(id) = store::order_of_intent(conn, &news.payment_intent).await? else {
        return Ok(RefundHeard::NotYet);
    };
    book(conn, id, news, now).await
}

/// Books it with the order whose money it is.
///
/// # Errors
/// As [`hear_refund`].
pub(crate) async fn book(
    conn: &mut PgConnection,
    id: OrderId,
    news: &RefundNews,
    now: At,
) -> Result<RefundHeard, Fault> {
    let mut order = order::store::lock(conn, id).await?;
    let payment = store::of_order(conn, id).await?;
    let refund = match refund_store::find(conn, payment.id, &news.provider_id, news.ours).await? {
        Some(known) => refund_store::load(conn, known).await?,
        None => {
            let Some(amount) = news.amount else {
                let detail = json!({ "detail": news.provider_id });
                alert::store::raise(conn, id, AlertKind::PaymentMismatch, detail, now).await?;
                return Ok(RefundHeard::Mismatch(id));
            };
            if !news.status.is_void() && !store::reserve(conn, payment.id, amount).await? {
                return Ok(RefundHeard::NotYet);
            }
            let new = NewRefund {
                id: RefundId::new(),
                payment: payment.id,
                order: id,
                amount,
                currency: &payment.currency,
                reason: "requested_by_customer",
                note: None,
                request_key: &news.provider_id,
                all_left: None,
                source: news.source,
                actor: None,
            };
            refund_store::insert(conn, &new, now).await?;
            let mut adopted = refund_store::load(conn, new.id).await?;
            // A void one reserved nothing above, so nothing may be set free below.
            if news.status.is_void() {
                refund_store::settle(conn, new.id, news.status, Some(&news.provider_id), None, now).await?;
                adopted.status = news.status;
            }
            adopted
        }
    };
    let status = match payment.provider {
        PaymentProvider::Stripe => refund.status.heard(news.status),
        PaymentProvider::External => refund.status.heard_elsewhere(news.status),
    };
    let revived = refund.status.is_void() && !status.is_void();
    if revived && !store::reserve(conn, payment.id, refund.amount).await? {
        return Ok(RefundHeard::NotYet);
    }
    let provider_id = Some(news.provider_id.as_str()).filter(|id| !id.is_empty());
    refund_store::settle(conn, refund.id, status, provider_id, news.failure.as_deref(), now).await?;
    // From one void word to another nothing happens: its amount is free, and is set free once.
    if status == refund.status || (refund.status.is_void() && status.is_void()) {
        return Ok(RefundHeard::Already);
    }
    // The alarm speaks for all of an order's refunds: while another came to nothing it stays.
    if revived && !refund_store::any_void(conn, payment.id).await? {
        alert::store::settle(conn, id, AlertKind::RefundFailed, None, now).await?;
    }
    if status.is_void() {
        store::free(conn, payment.id, refund.amount).await?;
        inbox::store::wake(conn, &inbox::about_intent(&news.payment_intent)).await?;
        let detail = json!({ "detail": news.failure });
        alert::store::raise(conn, id, AlertKind::RefundFailed, detail, now).await?;
    }
    let (kind, entry, amount) = match status {
        RefundStatus::Succeeded => (Kind::RefundSucceeded, EntryKind::Success, -refund.amount),
        RefundStatus::Failed | RefundStatus::Canceled => {
            (Kind::RefundFailed, EntryKind::Reversal, refund.amount)
        }
        RefundStatus::Pending | RefundStatus::RequiresAction => {
            return Ok(RefundHeard::Moved(id));
        }
    };
    let line = store::Line {
        kind: entry,
        amount,
        currency: &payment.currency,
        said_by: &format!("refund:{}:{}", refund.id, status.as_str()),
        detail: news.failure.as_deref(),
    };
    store::write(conn, payment.id, &line, now).await?;
    let known = store::of_order(conn, id).await?.facts.status();
    store::settle(conn, payment.id, known).await?;
    let payload = json!({ "refund": refund.id, "amount": refund.amount, "currency": payment.currency, "failure": news.failure });
    let actor = Actor::of(news.source);
    let heard = (&Change::Payment(known, kind), kind);
    record::news(conn, &mut order, heard, &actor, payload, (news.at, now)).await?;
    if status == RefundStatus::Succeeded {
        returns::store::refunded(conn, id, refund.id, now).await?;
    }
    Ok(RefundHeard::Moved(id))
}
