//! A delayed payment comes to its end, days later in life and on request here.

use super::complete::receive;
use super::decline::decline;
use super::{PaymentStatus, Status};
use crate::cards::DELAYED_FAILED;
use crate::event::{Cause, record};
use crate::intent;
use crate::state::State;

/// The session is not waiting for a delayed payment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotProcessing;

/// The money came, or it never will.
pub fn settle(state: &mut State, id: &str, http: &str, succeeded: bool) -> Result<(), NotProcessing> {
    let session = state.sessions.get_mut(id).ok_or(NotProcessing)?;
    if session.status != Status::Complete || session.payment_status != PaymentStatus::Unpaid {
        return Err(NotProcessing);
    }
    let card = session.awaiting.take().ok_or(NotProcessing)?;
    if succeeded {
        session.payment_status = PaymentStatus::Paid;
    }
    let (object, buyer) = (session.wire(http), session.buyer.clone());
    if succeeded {
        receive(state, id, card, buyer, intent::Status::Succeeded);
        record(state, "checkout.session.async_payment_succeeded", object, &Cause::default());
    } else {
        decline(state, id, card, DELAYED_FAILED);
        record(state, "checkout.session.async_payment_failed", object, &Cause::default());
    }
    Ok(())
}
