//! A customer goes to the bank.

use serde::Deserialize;
use serde_json::Value;

use super::{Dispute, Status};
use crate::event::{Cause, record};
use crate::state::State;
use crate::{clock, ids};

/// What is disputed, and how.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opened {
    /// `pi_...`
    pub payment_intent: String,
    /// Where it begins.
    #[serde(default)]
    pub status: Status,
    /// Minor units; everything taken when not said.
    pub amount: Option<i64>,
    /// `fraudulent`, `product_not_received` and so on.
    pub reason: Option<String>,
}

/// Opens it; nothing when there is no money to dispute.
pub fn open(state: &mut State, opened: Opened) -> Option<Value> {
    let id = state.intents.get(&opened.payment_intent)?.latest_charge.clone()?;
    let charge = state.charges.get_mut(&id).filter(|charge| charge.captured() > 0)?;
    charge.dispute();
    let dispute = Dispute {
        id: ids::dispute(),
        created: clock::now(),
        amount: opened.amount.unwrap_or(charge.captured()),
        currency: charge.currency().to_owned(),
        charge: id,
        payment_intent: opened.payment_intent,
        reason: opened.reason.unwrap_or_else(|| "fraudulent".to_owned()),
        brand: charge.brand().to_owned(),
        status: opened.status,
        withdrawn: opened.status.withdraws(),
    };
    let (object, withdrawn) = (dispute.wire(), dispute.withdrawn);
    state.disputes.insert(dispute);
    record(state, "charge.dispute.created", object.clone(), &Cause::default());
    if withdrawn {
        record(state, "charge.dispute.funds_withdrawn", object.clone(), &Cause::default());
    }
    Some(object)
}
