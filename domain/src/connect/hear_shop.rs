//! Verb: hear how an order of another shop stands there.
//!
//! What is told is merged: born once, each refund booked once, called off once. What was over there before we heard of it is never made
//! here, whatever older news comes after.

use serde_json::json;
use sqlx::PgConnection;

use super::{
    Birth, Origin, RefundTold, ShopNews, Stands, give_birth,
    give_birth::source,
    share_out::share_out,
    store::{self, Known},
};
use crate::{
    Fault, Shop,
    alert::{self, AlertKind},
    clock::At,
    history::Actor,
    ids::OrderId,
    inbox::{self, End},
    order,
    payment::{self, RefundHeard, RefundNews, book_refund, refund_store},
};

/// Hears it in the caller's transaction.
///
/// # Errors
/// When PostgreSQL is away, or somebody was faster.
pub async fn hear_shop(conn: &mut PgConnection, shop: &Shop, news: ShopNews, now: At) -> Result<End, Fault> {
    let about = inbox::about_elsewhere(news.origin, &news.id);
    inbox::store::meet(conn, &about).await?;
    let mut moved = false;
    let id = match store::find(conn, news.origin, &news.id).await? {
        Some(Known::Order(id)) => id,
        Some(Known::Over) => return Ok(over()),
        None => match news.stands {
            Stands::Test => return Ok(End::ignored("it was sent to try the webhook out")),
            Stands::Unsaid => return Ok(End::waiting("its order is not here yet", about)),
            Stands::Unpaid => return Ok(End::ignored("it is not paid there")),
            Stands::Over => {
                store::insert(conn, (news.origin, &news.id), None, now).await?;
                inbox::store::wake(conn, &about).await?;
                return Ok(over());
            }
            Stands::Paid(Err(why)) => return unfit(conn, news.origin, why, now).await,
            Stands::Paid(Ok(born)) => match give_birth(conn, shop, &born, now).await? {
                Birth::Order { id, again } => {
                    moved = !again;
                    id
                }
                Birth::Over => return Ok(over()),
                Birth::Unfit(why) => return unfit(conn, news.origin, why, now).await,
            },
        },
    };
    let born = moved;
    // What came to nothing first: it makes room for what went back instead.
    let mut refunds = news.refunds;
    refunds.sort_by_key(|refund| !refund.status.is_void());
    let odd = share_out(conn, id, &refunds, source(news.origin)).await?;
    let mut wrong =
        odd.first().map(|whole| format!("{whole} was written down as what no transactions of it come to"));
    for refund in &refunds {
        if refund.whole.as_ref().is_some_and(|whole| odd.contains(whole)) {
            continue;
        }
        match book(conn, id, news.origin, refund, now).await? {
            Ok(booked) => moved |= booked,
            Err(why) => wrong = wrong.or(Some(why)),
        }
    }
    if news.cancelled && store::called_off(conn, (news.origin, &news.id), now).await? {
        moved |= call_off(conn, news.origin, id, now).await?;
    }
    if let Some(why) = wrong {
        let failed = unfit(conn, news.origin, why, now).await?;
        return Ok(End { order: Some(id), moved, ..failed });
    }
    Ok(match (moved, born) {
        (true, true) => End::moved("an order was born of it", id),
        (true, false) => End::moved("noted", id),
        (false, _) => End::already(Some(id)),
    })
}

const fn over() -> End {
    End::ignored("it was over there before Clew heard of it")
}

/// Nothing is lost: the webhook is kept and can be heard again, and staff are told.
async fn unfit(conn: &mut PgConnection, origin: Origin, why: String, now: At) -> Result<End, Fault> {
    let detail = json!({ "detail": format!("{}: {why}", origin.name()) });
    alert::store::raise_for_shop(conn, AlertKind::OrderNotBorn, detail, now).await?;
    Ok(End::unfit(why))
}

/// Whether that was news, or why it cannot be booked. What failed before we heard of it is written down, too: older news of it must set
/// nothing aside.
async fn book(
    conn: &mut PgConnection,
    id: OrderId,
    origin: Origin,
    told: &RefundTold,
    now: At,
) -> Result<Result<bool, String>, Fault> {
    let payment = payment::store::of_order(conn, id).await?;
    let amount = told.amount(&payment.currency);
    if amount.is_none() && refund_store::find(conn, payment.id, &told.id, None).await?.is_none() {
        if told.status.is_void() {
            return Ok(Ok(false));
        }
        return Ok(Err(format!("{} does not say what went back in {}", told.id, payment.currency)));
    }
    let news = RefundNews {
        provider_id: told.id.clone(),
        ours: None,
        payment_intent: String::new(),
        amount,
        status: told.status,
        failure: None,
        source: source(origin),
        at: told.at,
    };
    match book_refund(conn, id, &news, now).await? {
        RefundHeard::Moved(_) => {}
        RefundHeard::Already => return Ok(Ok(false)),
        RefundHeard::NotYet | RefundHeard::Mismatch(_) => {
            return Ok(Err("more went back there than was paid".to_owned()));
        }
    }
    let payment = payment::store::of_order(conn, id).await?;
    if payment.facts.refundable(payment.facts.refunded) == 0 {
        alert::store::settle(conn, id, AlertKind::RefundElsewhere, None, now).await?;
    }
    Ok(Ok(true))
}

/// What is still in the house is called off here, too; what has left it is a person's to stop.
async fn call_off(conn: &mut PgConnection, origin: Origin, id: OrderId, now: At) -> Result<bool, Fault> {
    let mut order = order::store::lock(conn, id).await?;
    let actor = Actor::of(source(origin));
    match order::call_off(conn, &mut order, &actor, now).await {
        Ok(recorded) => Ok(recorded != order::record::Recorded::Already),
        Err(Fault::Refused(_)) => {
            let detail = json!({ "detail": origin.name() });
            alert::store::raise(conn, id, AlertKind::CancelledElsewhere, detail, now).await
        }
        Err(fault) => Err(fault),
    }
}
