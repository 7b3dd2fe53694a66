//! The customer is done: with the money here, on its way, or not needed. Nothing here may fail half way, so each
//! object is changed before any event tells of it.

use super::pay::intent_of;
use super::{Buyer, PaymentStatus, Session, Status};
use crate::cards::{Card, Quirk};
use crate::charge::Charge;
use crate::event::{Cause, record};
use crate::state::State;
use crate::{dispute, intent};

/// The card was approved.
pub(super) fn now(state: &mut State, id: &str, http: &str, card: Card) {
    let buyer = state.sessions.get(id).map(|session| session.buyer.clone()).unwrap_or_default();
    let manual = intent_of(state, id).is_some_and(|intent| intent.manual());
    let status = if manual { intent::Status::RequiresCapture } else { intent::Status::Succeeded };
    receive(state, id, card, buyer, status);
    finish(state, id, http, if manual { PaymentStatus::Unpaid } else { PaymentStatus::Paid });
}

/// A delayed method was accepted.
pub(super) fn later(state: &mut State, id: &str, http: &str, card: Card) {
    let processing = intent_of(state, id).map(|intent| {
        intent.status = intent::Status::Processing;
        intent.last_payment_error = None;
        intent.wire()
    });
    if let Some(session) = state.sessions.get_mut(id) {
        session.awaiting = Some(card);
    }
    finish(state, id, http, PaymentStatus::Unpaid);
    if let Some(object) = processing {
        record(state, "payment_intent.processing", object, &Cause::default());
    }
}

/// The total is nothing; no intent, no charge.
pub(super) fn without_payment(state: &mut State, id: &str, http: &str) {
    finish(state, id, http, PaymentStatus::NoPaymentRequired);
}

/// Books the money on the session's intent: taken or, where the status says so, only set aside.
pub(super) fn receive(state: &mut State, id: &str, card: Card, buyer: Buyer, status: intent::Status) {
    let Some(intent) = intent_of(state, id) else { return };
    let held = status == intent::Status::RequiresCapture;
    let disputed = card.quirk == Quirk::Disputes && !held;
    let charge = Charge::of(intent, card, buyer, None);
    let charge = if held { charge.held() } else { charge };
    intent.status = status;
    intent.last_payment_error = None;
    intent.payment_method = Some(charge.payment_method().to_owned());
    intent.latest_charge = Some(crate::table::Row::id(&charge).to_owned());
    let (payment_intent, intent, object) = (intent.id.clone(), intent.wire(), charge.wire());
    state.charges.insert(charge);
    record(state, "charge.succeeded", object, &Cause::default());
    let kind = if held { "payment_intent.amount_capturable_updated" } else { "payment_intent.succeeded" };
    record(state, kind, intent, &Cause::default());
    if disputed {
        dispute::open(state, dispute::Opened { payment_intent, ..Default::default() });
    }
}

fn finish(state: &mut State, id: &str, http: &str, paid: PaymentStatus) {
    let object = state.sessions.get_mut(id).map(|session: &mut Session| {
        session.status = Status::Complete;
        session.payment_status = paid;
        session.wire(http)
    });
    if let Some(object) = object {
        record(state, "checkout.session.completed", object, &Cause::default());
    }
}
