//! `expand[]`: ids replaced by the objects they name, where Clew asks for that.

use serde_json::{Value, json};

use super::params::Params;
use crate::session::Session;
use crate::state::State;

/// The session with what was asked for inside it.
pub fn session(state: &State, session: &Session, http: &str, params: &Params) -> Value {
    let mut object = session.wire(http);
    for path in params.texts("/expand") {
        match path {
            "line_items" => {
                let url = format!("/v1/checkout/sessions/{}/line_items", session.id);
                object["line_items"] = json!({ "object": "list", "data": session.line_items_wire(), "has_more": false, "url": url });
            }
            "shipping_cost.shipping_rate" => {
                if let Some(shipping) = session.shipping.first() {
                    object["shipping_cost"]["shipping_rate"] = json!({
                        "id": shipping.rate, "object": "shipping_rate", "active": true, "display_name": shipping.display_name,
                        "fixed_amount": { "amount": shipping.amount, "currency": session.currency }, "livemode": false,
                        "metadata": {}, "type": "fixed_amount",
                    });
                }
            }
            "payment_intent" | "payment_intent.latest_charge" => {
                if let Some(id) = &session.payment_intent {
                    object["payment_intent"] =
                        intent(state, id, path.ends_with("latest_charge")).unwrap_or_default();
                }
            }
            _ => {}
        }
    }
    object
}

/// The intent, with its charge inside when asked for.
pub fn intent(state: &State, id: &str, with_charge: bool) -> Option<Value> {
    let intent = state.intents.get(id)?;
    let mut object = intent.wire();
    let charge = intent.latest_charge.as_deref().and_then(|charge| state.charges.get(charge));
    if let Some(charge) = charge.filter(|_| with_charge) {
        object["latest_charge"] = charge.wire();
    }
    Some(object)
}
