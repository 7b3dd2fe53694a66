//! Refunds that an earlier version of Clew wrote down whole, though each of their transactions stands for itself (Shopify's).
//!
//! Such a row becomes one of the transactions it counted, and the others get theirs out of its amount: nothing is counted twice, and nobody
//! is told twice.

use sqlx::PgConnection;

use super::RefundTold;
use crate::{
    Fault,
    event::Source,
    ids::{OrderId, PaymentId, RefundId},
    payment::{
        self, RefundStatus, refund_store,
        refund_store::{NewRefund, Refund},
    },
};

/// Of so many transactions those are found that were counted; a refund has one or two.
const MOST: usize = 12;

/// A transaction, and what it comes to in the payment's currency.
type Part<'a> = (&'a RefundTold, i64);

/// Shares them out, before their transactions are booked. Names those to whose amount no transactions come: their transactions must not be
/// booked beside them.
///
/// # Errors
/// When PostgreSQL is away.
pub(super) async fn share_out(
    conn: &mut PgConnection,
    order: OrderId,
    told: &[RefundTold],
    source: Source,
) -> Result<Vec<String>, Fault> {
    let mut wholes: Vec<&String> = told.iter().filter_map(|told| told.whole.as_ref()).collect();
    wholes.sort_unstable();
    wholes.dedup();
    let mut odd = Vec::new();
    for whole in wholes {
        let payment = payment::store::of_order(conn, order).await?;
        let Some(kept) = refund_store::find(conn, payment.id, whole, None).await? else { continue };
        let kept = refund_store::load(conn, kept).await?;
        let parts: Vec<Part<'_>> = told
            .iter()
            .filter(|told| told.whole.as_ref() == Some(whole) && told.id != *whole)
            .filter_map(|told| Some((told, told.amount(&payment.currency)?)))
            .collect();
        // An earlier version and this one at work beside each other may have booked both: a person has to look.
        let booked = any_booked(conn, kept.payment, &parts).await?;
        match counted(&parts, kept.amount, kept.status).split_first() {
            Some((first, others)) if !booked => share(conn, &kept, *first, others, source).await?,
            _ => odd.push(whole.clone()),
        }
    }
    Ok(odd)
}

async fn any_booked(conn: &mut PgConnection, payment: PaymentId, parts: &[Part<'_>]) -> Result<bool, Fault> {
    for (told, _) in parts {
        if refund_store::find(conn, payment, &told.id, None).await?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The transactions that come to its amount: with as few failed ones among them as may be, and as many as may be that stand where it
/// stands. Failed ones last.
fn counted<'a>(parts: &[Part<'a>], amount: i64, status: RefundStatus) -> Vec<Part<'a>> {
    // Those that failed are left out first where there are too many to try.
    let mut parts = parts.to_vec();
    parts.sort_by_key(|(told, _)| told.status.is_void());
    let elsewhere = |set: &Vec<Part<'a>>| set.iter().filter(|(told, _)| told.status != status).count();
    let of = |set: u32| -> Vec<Part<'a>> {
        let chosen = parts.iter().enumerate().filter(|(at, _)| (set >> *at) & 1 == 1);
        chosen.map(|(_, part)| *part).collect()
    };
    let comes_to = |set: &Vec<Part<'a>>| set.iter().fold(0_i64, |sum, (_, one)| sum.saturating_add(*one));
    let mut best = (1..1_u32 << parts.len().min(MOST))
        .map(of)
        .filter(|set| comes_to(set) == amount)
        .min_by_key(|set| (set.iter().filter(|(told, _)| told.status.is_void()).count(), elsewhere(set)))
        .unwrap_or_default();
    best.sort_by_key(|(told, _)| told.status.is_void());
    best
}

async fn share(
    conn: &mut PgConnection,
    kept: &Refund,
    (told, amount): Part<'_>,
    others: &[Part<'_>],
    source: Source,
) -> Result<(), Fault> {
    refund_store::rename(conn, kept.id, &told.id, amount).await?;
    for (told, amount) in others {
        let new = NewRefund {
            id: RefundId::new(),
            payment: kept.payment,
            order: kept.order,
            amount: *amount,
            currency: &kept.currency,
            reason: &kept.reason,
            note: None,
            request_key: &told.id,
            all_left: None,
            source,
            actor: None,
        };
        refund_store::insert(conn, &new, told.at).await?;
        // The whole could succeed while a part of it failed: then that is heard of the part as soon as it is booked.
        let hidden = kept.status == RefundStatus::Succeeded && told.status.is_void();
        let status = if hidden { RefundStatus::Pending } else { kept.status };
        refund_store::settle(conn, new.id, status, Some(&told.id), None, told.at).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Clock;

    #[test]
    fn what_was_counted_are_those_that_come_to_it_and_failed_as_little_as_may_be() {
        use RefundStatus::{Failed, Pending, Succeeded};
        let told = |status| RefundTold {
            id: String::new(),
            whole: None,
            amounts: Vec::new(),
            status,
            at: Clock::System.now(),
        };
        let (back, under_way, failed) = (told(Succeeded), told(Pending), told(Failed));
        let found = |parts: &[Part<'_>], amount| -> Vec<(RefundStatus, i64)> {
            counted(parts, amount, Succeeded)
                .into_iter()
                .map(|(told, amount)| (told.status, amount))
                .collect()
        };
        assert_eq!(found(&[(&failed, 10), (&back, 10)], 10), [(Succeeded, 10)], "it was tried again");
        assert_eq!(found(&[(&failed, 25), (&back, 10)], 35), [(Succeeded, 10), (Failed, 25)]);
        let again = [(&failed, 5), (&back, 10), (&under_way, 20), (&back, 5)];
        assert_eq!(found(&again, 30), [(Succeeded, 10), (Pending, 20)]);
        assert_eq!(found(&[(&under_way, 10), (&back, 10)], 10), [(Succeeded, 10)], "it stood as succeeded");
        let mut tried = vec![(&failed, 10); 14];
        tried.push((&back, 10));
        assert_eq!(found(&tried, 10), [(Succeeded, 10)], "after many tries");
        assert!(found(&[(&back, 10)], 11).is_empty() && found(&[], 11).is_empty());
    }
}
