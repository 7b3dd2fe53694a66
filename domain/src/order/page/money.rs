//! The payment panel: what was taken, what went back, and the ledger that says so.

use super::super::{DisputeView, LedgerLine, MoneyView, RefundView};
use crate::{
    Fault, Language, Shop,
    clock::At,
    connect::{self, Origin},
    dates::moment,
    money::Money,
    payment::{EntryKind, PaymentProvider, PaymentStatus, store::Payment},
};

/// Everything about an order's money, in the reader's language.
pub(super) async fn money(
    conn: &mut sqlx::PgConnection,
    shop: &Shop,
    payment: &Payment,
    language: Language,
) -> Result<MoneyView, Fault> {
    let now = shop.clock.now();
    let currency = payment.currency.clone();
    let left = payment.facts.refundable(payment.reserved);
    let health =
        sqlx::query!("select paused_at, open_until, failures from provider_health where provider = 'stripe'")
            .fetch_optional(&mut *conn)
            .await?;
    let until = sqlx::query_scalar!("select capture_before from payment where id = $1", payment.id.0)
        .fetch_one(&mut *conn)
        .await?;
    let held = payment.facts.status() == PaymentStatus::Authorized;
    Ok(MoneyView {
        captured: words(payment.facts.captured, &currency, language),
        refunded: words(payment.facts.refunded, &currency, language),
        refundable: words(left, &currency, language),
        refundable_minor: left,
        refundable_typed: Money::parse(left, &currency)
            .map(|money| money.typed(language))
            .unwrap_or_default(),
        held: held.then(|| words(payment.facts.authorized, &currency, language)),
        held_until: until.filter(|_| held).map(|at: At| moment(at, language, &shop.about.zone)),
        stripe_waits: health
            .as_ref()
            .is_some_and(|h| h.failures > 0 || h.open_until.is_some_and(|until: At| until > now)),
        stripe_paused: health.is_some_and(|health| health.paused_at.is_some()),
        ledger: ledger(conn, shop, payment, language).await?,
        refunds: refunds(conn, shop, payment, language).await?,
        disputes: disputes(conn, shop, payment, language).await?,
        currency,
    })
}

/// An amount in words.
pub(super) fn words(minor: i64, currency: &str, language: Language) -> String {
    Money::parse(minor, currency).map(|money| money.say(language)).unwrap_or_default()
}

async fn ledger(
    conn: &mut sqlx::PgConnection,
    shop: &Shop,
    payment: &Payment,
    language: Language,
) -> Result<Vec<LedgerLine>, Fault> {
    let rows = sqlx::query!(
        r#"select e.kind as "kind: EntryKind", e.amount, e.currency, e.said_by, e.detail, e.at, r.actor as "actor?"
           from payment_entry e left join refund r on r.payment_id = e.payment_id and e.said_by = 'refund:' || r.id::text
           where e.payment_id = $1 order by e.at desc, e.id desc"#,
        payment.id.0
    )
    .fetch_all(&mut *conn)
    .await?;
    let elsewhere = match payment.provider {
        PaymentProvider::External => connect::store::origin_of(conn, payment.order).await?.map(Origin::name),
        PaymentProvider::Stripe => None,
    };
    let rows = rows.into_iter().map(|row| {
        let what = what(row.kind, row.amount, &row.said_by, row.detail.as_deref());
        LedgerLine {
            what: what.to_owned(),
            amount: words(row.amount, &row.currency, language),
            who: row.actor.or_else(|| elsewhere.map(str::to_owned)),
            stripe: !matches!(what, "asked" | "refund"),
            at: moment(row.at, language, &shop.about.zone),
        }
    });
    Ok(rows.collect())
}

/// The word for a line, as `admin-ledger-…` spells it.
fn what(kind: EntryKind, amount: i64, said_by: &str, detail: Option<&str>) -> &'static str {
    let refund = said_by.starts_with("refund:");
    match (kind, detail) {
        (_, Some("dispute")) => "dispute",
        (EntryKind::Request, _) if refund || amount < 0 => "refund",
        (EntryKind::Success, _) if refund || amount < 0 => "refunded",
        (EntryKind::Reversal, _) if refund => "refund-failed",
        (EntryKind::Request, _) => "asked",
        (EntryKind::Success, Some("authorized")) => "held",
        (EntryKind::Success, _) => "captured",
        (EntryKind::Reversal, _) => "released",
        (EntryKind::Failure, Some("failed") | None) => "failed",
        (EntryKind::Failure, _) => "mismatch",
    }
}

async fn refunds(
    conn: &mut sqlx::PgConnection,
    shop: &Shop,
    payment: &Payment,
    language: Language,
) -> Result<Vec<RefundView>, Fault> {
    let rows = sqlx::query!(
        "select status, amount, currency, reason, note, actor, failure_reason, provider_id, created_at
         from refund where payment_id = $1 order by created_at desc, id desc",
        payment.id.0
    )
    .fetch_all(conn)
    .await?;
    let rows = rows.into_iter().map(|row| RefundView {
        status: row.status,
        amount: words(row.amount, &row.currency, language),
        reason: row.reason,
        note: row.note,
        who: row.actor,
        failure: row.failure_reason,
        provider_id: row.provider_id,
        at: moment(row.created_at, language, &shop.about.zone),
    });
    Ok(rows.collect())
}

async fn disputes(
    conn: &mut sqlx::PgConnection,
    shop: &Shop,
    payment: &Payment,
    language: Language,
) -> Result<Vec<DisputeView>, Fault> {
    let rows = sqlx::query!(
        "select id, status, reason, amount, currency, due_by from dispute where payment_id = $1 order by created_at desc",
        payment.id.0
    )
    .fetch_all(conn)
    .await?;
    let rows = rows.into_iter().map(|row| DisputeView {
        closed: matches!(&*row.status, "won" | "lost" | "warning_closed"),
        id: row.id,
        status: row.status,
        reason: row.reason,
        amount: words(row.amount, &row.currency, language),
        due: row.due_by.map(|at: At| moment(at, language, &shop.about.zone)),
    });
    Ok(rows.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_of_the_ledger_has_its_word() {
        use EntryKind::{Failure, Request, Reversal, Success};
        for (kind, amount, by, detail, word) in [
            (Request, 100, "clew", None, "asked"),
            (Success, 100, "pi_1:authorized", Some("authorized"), "held"),
            (Success, 100, "pi_1:captured", Some("captured"), "captured"),
            (Reversal, 100, "evt_1", Some("released"), "released"),
            (Failure, 100, "evt_1", Some("failed"), "failed"),
            (Failure, 90, "evt_1", Some("amount or currency is not what was asked for"), "mismatch"),
            (Request, -100, "refund:1", Some("a note"), "refund"),
            (Success, -100, "refund:1:succeeded", None, "refunded"),
            (Reversal, 100, "refund:1:failed", Some("lost_or_stolen_card"), "refund-failed"),
            (Request, -100, "dp_1:needs_response", Some("dispute"), "dispute"),
        ] {
            assert_eq!(what(kind, amount, by, detail), word);
        }
    }
}
