//! Money that went back, or may: refunds and disputes.

use crate::dispute::Dispute;
use crate::html::{escape, time};
use crate::money::written;
use crate::refund::Refund;
use crate::state::State;

use super::index::{MOST, table, word};

/// Both, each newest first.
pub(super) fn tables(state: &State) -> String {
    let refunds: String = state.refunds.iter().rev().take(MOST).map(refund).collect();
    let disputes: String = state.disputes.iter().rev().take(MOST).map(dispute).collect();
    format!(
        "<h2>Refunds</h2>{}<h2>Disputes</h2>{}",
        table(&["Made", "Refund", "Payment", "Amount", "Status"], &refunds),
        table(&["Made", "Dispute", "Payment", "Amount", "Status"], &disputes),
    )
}

fn refund(refund: &Refund) -> String {
    let amount = written(refund.amount, &refund.currency, "en");
    row(refund.created, &refund.id, &refund.payment_intent, &amount, &word(refund.status))
}

fn dispute(dispute: &Dispute) -> String {
    let amount = written(dispute.amount, &dispute.currency, "en");
    row(dispute.created, &dispute.id, &dispute.payment_intent, &amount, &word(dispute.status))
}

fn row(made: i64, id: &str, intent: &str, amount: &str, status: &str) -> String {
    let cells = [time(made), escape(id), escape(intent), escape(amount), escape(status)];
    format!("<tr><td>{}</td></tr>", cells.join("</td><td>"))
}
