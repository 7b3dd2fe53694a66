//! Unified Push: the newest status of a parcel, to whoever subscribed and proved to be there.

use serde_json::json;

use super::Subscription;
use super::said;
use super::shipment::{service, status};
use crate::event;
use crate::journey::{Journey, push_lot};
use crate::provider::Provider;
use crate::state::State;

/// Sends one scan.
pub fn push(state: &mut State, journey: &Journey, which: usize) {
    let scan = &journey.scans[which];
    let code = said::of(scan).code;
    let wants = |one: &&Subscription| one.wants(&journey.number, &code);
    let listeners: Vec<Subscription> = state.carriers.dhl.iter().filter(wants).cloned().collect();
    for one in listeners {
        let shipment =
            json!({ "id": journey.number, "service": service(&journey.number), "status": status(scan) });
        let body = json!({ "scope": "subscription.push", "self": one.own, "shipments": [shipment] });
        event::push(
            state,
            Provider::Dhl,
            "subscription.push",
            body,
            Some(one.door),
            push_lot(journey, which),
        );
    }
}
