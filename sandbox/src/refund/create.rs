//! Somebody gives money back. Everything is looked at and booked under one lock, so that no two refunds can share the
//! same cent.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Refund, Status};
use crate::cards::Quirk;
use crate::event::{Cause, record};
use crate::state::State;
use crate::{clock, ids};

/// What is to go back.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// `ch_...`
    pub charge: String,
    /// Minor units; everything that is left when not said.
    pub amount: Option<i64>,
    /// Why.
    pub reason: Option<String>,
    /// The shop's own words.
    pub metadata: BTreeMap<String, String>,
}

/// Why nothing goes back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// No such charge.
    Unknown,
    /// Nothing was taken.
    NotCaptured,
    /// Nothing is left.
    AlreadyRefunded,
    /// The bank has taken it back already.
    Disputed,
    /// Only this much is left.
    TooMuch {
        /// Asked for.
        amount: i64,
        /// Left.
        left: i64,
        /// Taken.
        captured: i64,
        /// Lowercase ISO code.
        currency: String,
    },
}

/// Makes the refund and tells of it.
pub fn create(state: &mut State, wanted: Wanted, cause: &Cause) -> Result<Value, Refused> {
    let disputed = state.disputes.iter().any(|dispute| dispute.charge == wanted.charge && dispute.withdrawn);
    let charge = state.charges.get_mut(&wanted.charge).ok_or(Refused::Unknown)?;
    let (left, captured) = (charge.refundable(), charge.captured());
    let amount = wanted.amount.unwrap_or(left);
    if captured == 0 {
        return Err(Refused::NotCaptured);
    }
    if disputed {
        return Err(Refused::Disputed);
    }
    if left == 0 {
        return Err(Refused::AlreadyRefunded);
    }
    if amount > left {
        let currency = charge.currency().to_owned();
        return Err(Refused::TooMuch { amount, left, captured, currency });
    }
    charge.refund(amount);
    let quirk = charge.quirk();
    let refund = Refund {
        id: ids::refund(),
        created: clock::now(),
        amount,
        currency: charge.currency().to_owned(),
        payment_intent: charge.payment_intent().to_owned(),
        charge: wanted.charge,
        reason: wanted.reason,
        metadata: wanted.metadata,
        status: if quirk == Quirk::RefundPending { Status::Pending } else { Status::Succeeded },
    };
    let (charge, object) = (charge.wire(), refund.wire());
    if matches!(quirk, Quirk::RefundPending | Quirk::RefundFails) {
        state.unsettled_refunds.push(refund.id.clone());
    }
    state.refunds.insert(refund);
    record(state, "refund.created", object.clone(), cause);
    record(state, "charge.refunded", charge, cause);
    Ok(object)
}
