//! Somebody pays: with a card that works, one that does not, one whose bank asks back, or by a method that takes days.

use super::{Buyer, Session, Status, complete, decline};
use crate::cards::{self, Card, Decline, NOT_AUTHENTICATED, Verdict};
use crate::event::{Cause, record};
use crate::intent::{self, PaymentIntent};
use crate::state::State;

/// What the pay page, or a load test without one, sends.
#[derive(Debug, Clone, Default)]
pub struct Attempt {
    /// As typed.
    pub number: String,
    /// Who pays.
    pub buyer: Buyer,
    /// Pay by a method whose money comes later.
    pub delayed: bool,
    /// Nobody is there to confirm, so take that as done.
    pub unattended: bool,
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Done, now or before.
    Complete,
    /// The bank wants the customer to confirm.
    Authenticate,
    /// Refused; another card may be tried.
    Declined(Decline),
    /// Too late.
    Expired,
    /// No such session.
    Unknown,
}

/// One attempt to pay.
pub fn pay(state: &mut State, id: &str, http: &str, attempt: Attempt) -> Outcome {
    let session = match open(state, id) {
        Ok(session) => session,
        Err(outcome) => return outcome,
    };
    session.buyer = attempt.buyer;
    // Another card while the bank of the first still waits: the first is no longer meant.
    session.awaiting = None;
    let free = session.amount_total() == 0;
    let (card, verdict) = cards::ask(&attempt.number);
    match verdict {
        _ if free => complete::without_payment(state, id, http),
        _ if attempt.delayed => complete::later(state, id, http, card),
        Verdict::Mistyped(refusal) => return Outcome::Declined(refusal),
        Verdict::Declined(refusal) => return refused(state, id, card, refusal),
        Verdict::Authenticate if !attempt.unattended => {
            ask_the_customer(state, id, card);
            return Outcome::Authenticate;
        }
        Verdict::Approved | Verdict::Authenticate => complete::now(state, id, http, card),
    }
    Outcome::Complete
}

/// The customer answers the bank's question.
pub fn authenticate(state: &mut State, id: &str, http: &str, confirmed: bool) -> Outcome {
    let session = match open(state, id) {
        Ok(session) => session,
        Err(outcome) => return outcome,
    };
    let Some(card) = session.awaiting.take() else {
        return Outcome::Declined(NOT_AUTHENTICATED);
    };
    if !confirmed {
        return refused(state, id, card, NOT_AUTHENTICATED);
    }
    complete::now(state, id, http, card);
    Outcome::Complete
}

fn open<'state>(state: &'state mut State, id: &str) -> Result<&'state mut Session, Outcome> {
    let session = state.sessions.get_mut(id).ok_or(Outcome::Unknown)?;
    match session.status {
        Status::Open => Ok(session),
        Status::Complete => Err(Outcome::Complete),
        Status::Expired => Err(Outcome::Expired),
    }
}

fn refused(state: &mut State, id: &str, card: Card, refusal: Decline) -> Outcome {
    decline::decline(state, id, card, refusal);
    Outcome::Declined(refusal)
}

fn ask_the_customer(state: &mut State, id: &str, card: Card) {
    let object = intent_of(state, id).map(|intent| {
        intent.status = intent::Status::RequiresAction;
        intent.wire()
    });
    if let Some(session) = state.sessions.get_mut(id) {
        session.awaiting = Some(card);
    }
    if let Some(object) = object {
        record(state, "payment_intent.requires_action", object, &Cause::default());
    }
}

/// The session's intent, made if this is the first attempt.
pub(super) fn intent_of<'state>(state: &'state mut State, id: &str) -> Option<&'state mut PaymentIntent> {
    let session = state.sessions.get_mut(id)?;
    let intent = match &session.payment_intent {
        Some(intent) => intent.clone(),
        None => {
            let intent = PaymentIntent::of(session);
            let id = intent.id.clone();
            session.payment_intent = Some(id.clone());
            state.intents.insert(intent);
            id
        }
    };
    state.intents.get_mut(&intent)
}
