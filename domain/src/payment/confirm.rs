//! Verb: hear what became of a payment.

use serde_json::json;
use sqlx::PgConnection;

use super::{EntryKind, Heard, WatchAuthorization, store, store::Payment};
use crate::{
    Fault, Language,
    alert::{self, AlertKind},
    clock::At,
    event::{Kind, Source},
    history::Actor,
    ids::OrderId,
    inbox,
    order::{
        self, Change, Status,
        record::{self, Recorded},
        store::Order,
    },
    parcel, place, product, queue,
};

/// What a provider said, in our words.
#[derive(Debug, Clone)]
pub struct News {
    /// Whose payment.
    pub order: OrderId,
    /// Held, came, given free or failed.
    pub heard: Heard,
    /// Minor units, when it is held or came.
    pub amount: Option<i64>,
    /// ISO 4217, any case.
    pub currency: Option<String>,
    /// `pi_…`.
    pub payment_intent: Option<String>,
    /// The provider's id of the event.
    pub said_by: String,
    /// Who said so.
    pub source: Source,
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

/// Hears news about a payment, in the caller's transaction. The caller has called [`inbox::store::meet`] for the order.
///
/// # Errors
/// [`Fault::NotFound`] when the order is not known (yet).
pub async fn confirm(conn: &mut PgConnection, news: &News, now: At) -> Result<Confirmed, Fault> {
    // Before the order's row: whoever waits for this intent holds this lock first, too.
    let waiting = news.payment_intent.as_deref().map(inbox::about_intent);
    if let Some(key) = &waiting {
        inbox::store::meet(conn, key).await?;
    }
    let mut order = order::store::lock(conn, news.order).await?;
    let payment = store::of_order(conn, news.order).await?;
    let brings = matches!(news.heard, Heard::Succeeded | Heard::Authorized);
    // Money of which nobody says how much it is does not match either.
    let amount = if brings { news.amount.unwrap_or(0) } else { payment.amount };
    let currency = match &news.currency {
        Some(currency) if brings => currency.to_ascii_uppercase(),
        // ISO 4217's code for "no currency".
        None if brings => "XXX".to_owned(),
        _ => payment.currency.clone(),
    };
    let matches = amount == payment.amount && currency == payment.currency;
    let line = store::Line {
        kind: match news.heard {
            Heard::Succeeded | Heard::Authorized if matches => EntryKind::Success,
            Heard::Released => EntryKind::Reversal,
            _ => EntryKind::Failure,
        },
        amount,
        currency: &currency,
        said_by: &said_by(news, matches),
        detail: Some(if matches {
            detail(news.heard)
        } else {
            "amount or currency is not what was asked for"
        }),
    };
    if !store::write(conn, payment.id, &line, now).await? {
        return Ok(Confirmed::Already);
    }
    let actor = Actor::of(news.source);
    if !matches {
        let payload = json!({ "paid": amount, "currency": currency, "asked": payment.amount, "asked_currency": payment.currency });
        alert::store::raise(conn, order.id, AlertKind::PaymentMismatch, json!({}), now).await?;
        record::fact(conn, &mut order, Kind::PaymentMismatch, &actor, payload, (now, now)).await?;
        return Ok(Confirmed::Mismatch);
    }
    let learnt = store::Learnt {
        authorized: if news.heard == Heard::Authorized { amount } else { 0 },
        captured: if news.heard == Heard::Succeeded { amount } else { 0 },
        released: news.heard == Heard::Released,
        failed: news.heard == Heard::Failed,
        intent: news.payment_intent.as_deref(),
    };
    store::learn(conn, payment.id, &learnt, now).await?;
    if let Some(key) = waiting.as_deref().filter(|_| brings) {
        inbox::store::wake(conn, key).await?;
    }
    let known = store::of_order(conn, news.order).await?;
    store::settle(conn, known.id, known.facts.status()).await?;
    let payload = json!({ "amount": amount, "currency": currency, "payment_intent": news.payment_intent });
    let (payment, kind) = (known.facts.status(), kind(news.heard, payment.manual));
    let change = if brings {
        Change::Came { payment, packed: parcel::store::is_packed(conn, news.order).await?, kind }
    } else {
        Change::Payment(payment, kind)
    };
    let recorded =
        record::change(conn, &mut order, &change, &actor, payload, (news.at, now), Language::En).await?;
    if recorded == Recorded::Already {
        return Ok(Confirmed::Already);
    }
    follow(conn, news.heard, &order, &known, now).await?;
    Ok(Confirmed::Moved)
}

/// A success is one success however many events tell of it; everything else is known by its event.
fn said_by(news: &News, matches: bool) -> String {
    match (news.heard, &news.payment_intent) {
        (Heard::Succeeded, Some(intent)) if matches => format!("{intent}:captured"),
        (Heard::Authorized, Some(intent)) if matches => format!("{intent}:authorized"),
        _ => news.said_by.clone(),
    }
}

const fn detail(heard: Heard) -> &'static str {
    match heard {
        Heard::Authorized => "authorized",
        Heard::Succeeded => "captured",
        Heard::Released => "released",
        Heard::Failed => "failed",
    }
}

const fn kind(heard: Heard, manual: bool) -> Kind {
    match heard {
        Heard::Authorized => Kind::PaymentAuthorized,
        Heard::Succeeded if manual => Kind::PaymentCaptured,
        Heard::Succeeded => Kind::PaymentSucceeded,
        Heard::Released => Kind::AuthorizationReleased,
        Heard::Failed => Kind::PaymentFailed,
    }
}

/// What follows from money that moved: alarms, slot, stock, the watch over a hold.
async fn follow(
    conn: &mut PgConnection,
    heard: Heard,
    order: &Order,
    payment: &Payment,
    now: At,
) -> Result<(), Fault> {
    let cancelled = order.state.status == Status::Cancelled;
    match heard {
        Heard::Failed => {
            place::slot_store::give_back(conn, order.id).await?;
            product::store::give_back(conn, order.id, now).await?;
        }
        Heard::Succeeded | Heard::Authorized if cancelled => {
            alert::store::raise(conn, order.id, AlertKind::PaidAfterCancel, json!({}), now).await?;
        }
        Heard::Succeeded | Heard::Authorized => {
            // What an expired checkout gave back is taken again. Stock even where that is more than there is: it has been paid for; a
            // slot holds no more than its seats, so a person has to find another.
            if !place::slot_store::take_again(conn, order.id).await? {
                alert::store::raise(conn, order.id, AlertKind::SlotLost, json!({}), now).await?;
            }
            if product::store::take(conn, order.id, now).await?.is_some() {
                alert::store::raise(conn, order.id, AlertKind::Oversold, json!({}), now).await?;
            }
            if heard == Heard::Authorized {
                queue::enqueue(conn, &WatchAuthorization { order: order.id }).await?;
            } else {
                for kind in [AlertKind::AuthorizationLapsing, AlertKind::CaptureFailed] {
                    alert::store::settle(conn, order.id, kind, None, now).await?;
                }
            }
        }
        Heard::Released if !cancelled && payment.facts.captured == 0 => {
            alert::store::raise(conn, order.id, AlertKind::AuthorizationLapsed, json!({}), now).await?;
        }
        Heard::Released => {}
    }
    Ok(())
}
