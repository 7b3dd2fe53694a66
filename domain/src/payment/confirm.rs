//! Verb: hear what became of a payment.

use serde_json::json;
use sqlx::PgConnection;

use super::{EntryKind, Heard, PaymentStatus, store};
use crate::{
    Fault, Language,
    clock::At,
    event::{Kind, Source},
    history::Actor,
    ids::OrderId,
    order::{
        self, Change,
        record::{self, Recorded},
    },
};

/// What a provider said, in our words.
#[derive(Debug, Clone)]
pub struct News {
    /// Whose payment.
    pub order: OrderId,
    /// Came or failed.
    pub heard: Heard,
    /// Minor units, when it came.
    pub amount: Option<i64>,
    /// ISO 4217, any case.
    pub currency: Option<String>,
    /// `pi_…`.
    pub payment_intent: Option<String>,
    /// The provider's id of the event: the ledger's guard against hearing it twice.
    pub said_by: String,
    /// When the provider says it happened.
    pub at: At,
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confirmed {
    /// The order changed.
    Moved,
    /// Known already; nothing was written.
    Already,
    /// The amount or currency is not what was asked for: staff are alerted and nothing is confirmed.
    Mismatch,
}

/// Hears news about a payment, in the caller's transaction.
///
/// # Errors
/// [`Fault::NotFound`] when the order is not known (yet).
pub async fn confirm(conn: &mut PgConnection, news: &News, now: At) -> Result<Confirmed, Fault> {
    let order = order::store::lock(conn, news.order).await?;
    let payment = store::of_order(conn, news.order).await?;
    let came = news.heard == Heard::Succeeded;
    // Money of which nobody says how much it is does not match either.
    let amount = news.amount.unwrap_or(0);
    let currency = news.currency.as_deref().unwrap_or("XXX").to_ascii_uppercase();
    let matches = amount == payment.amount && currency == payment.currency;
    let detail = (came && !matches).then_some("amount or currency is not what was asked for");
    let line = store::Line {
        kind: if came && matches { EntryKind::Success } else { EntryKind::Failure },
        amount: if came { amount } else { payment.amount },
        currency: if came { &currency } else { &payment.currency },
        said_by: &news.said_by,
        detail,
    };
    if !store::write(conn, payment.id, &line, now).await? {
        return Ok(Confirmed::Already);
    }
    let stripe = Actor::of(Source::Stripe);
    if detail.is_some() {
        let payload = json!({ "paid": amount, "currency": currency, "asked": payment.amount, "asked_currency": payment.currency });
        record::fact(conn, &order, Kind::PaymentMismatch, &stripe, payload, now, Some("payment_mismatch"))
            .await?;
        return Ok(Confirmed::Mismatch);
    }
    let payload = json!({ "amount": amount, "currency": currency, "payment_intent": news.payment_intent });
    let change = Change::Payment(news.heard);
    match record::change(conn, &order, &change, &stripe, payload, (news.at, now), Language::En).await? {
        Recorded::Already => Ok(Confirmed::Already),
        Recorded::Moved(_) => {
            let (status, captured) =
                if came { (PaymentStatus::Paid, amount) } else { (PaymentStatus::Failed, 0) };
            store::settle(conn, payment.id, status, captured, news.payment_intent.as_deref(), now).await?;
            Ok(Confirmed::Moved)
        }
    }
}
