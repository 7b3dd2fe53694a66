//! A card was refused. The session stays open: the customer may try another.

use serde_json::json;

use super::pay::intent_of;
use crate::cards::{Card, Decline};
use crate::charge::Charge;
use crate::event::{Cause, record};
use crate::intent;
use crate::state::State;
use crate::table::Row;

/// Books the refusal on the session's intent.
pub(super) fn decline(state: &mut State, id: &str, card: Card, refusal: Decline) {
    let buyer = state.sessions.get(id).map(|session| session.buyer.clone()).unwrap_or_default();
    let Some(intent) = intent_of(state, id) else { return };
    let charge = Charge::of(intent, card, buyer, Some(&refusal));
    let mut error = json!({
        "type": "card_error",
        "charge": charge.id(),
        "code": refusal.code,
        "doc_url": format!("https://stripe.com/docs/error-codes/{}", refusal.code.replace('_', "-")),
        "message": refusal.message,
    });
    if let Some(code) = refusal.decline_code {
        error["decline_code"] = json!(code);
    }
    intent.status = intent::Status::RequiresPaymentMethod;
    intent.latest_charge = Some(charge.id().to_owned());
    intent.last_payment_error = Some(error);
    let object = intent.wire();
    state.charges.insert(charge);
    record(state, "payment_intent.payment_failed", object, &Cause::default());
}
