//! Track Alert: one event per scan and subscription.

use serde_json::{Map, Value, json};

use super::Subscription;
use super::said;
use crate::event::{self, Door};
use crate::journey::{Journey, Stage, push_lot, utc};
use crate::provider::Provider;
use crate::state::State;

/// Sends one scan to whoever subscribed to the number before it became known, and not longer ago than a fortnight.
pub fn push(state: &mut State, journey: &Journey, which: usize) {
    let known = journey.scans[which].known;
    let kind = said::of(&journey.scans[which]).kind;
    let wants = |one: &&Subscription| {
        let wanted = one.types.is_empty() || one.types.contains(&kind);
        one.number == journey.number && wanted && known < one.until
    };
    let listeners: Vec<Subscription> = state.carriers.ups.iter().filter(wants).cloned().collect();
    for one in listeners {
        let body = body(journey, which, one.version);
        let door = (one.version == 1).then(|| Door {
            url: one.url.clone(),
            headers: vec![("credential".to_owned(), one.credential.clone())],
        });
        let name = format!("ups.track_alert.v{}", one.version);
        event::push(state, Provider::Ups, &name, body, door, push_lot(journey, which));
    }
}

fn body(journey: &Journey, which: usize, version: u8) -> Value {
    let scan = &journey.scans[which];
    let said = said::of(scan);
    let label = scan.stage == Stage::PreTransit;
    let place = |value: &str| if label { String::new() } else { value.to_owned() };
    let delivered = scan.stage == Stage::Delivered;
    let only = |date: String, when: bool| if when { date } else { String::new() };
    let eta = journey.eta(scan.known).map_or(String::new(), |eta| journey.to.local(eta, "%Y%m%d"));
    let mut fields = json!({
        "trackingNumber": if label { format!(" {}", journey.number) } else { journey.number.clone() },
        "localActivityDate": scan.place.local(scan.at, "%Y%m%d"),
        "localActivityTime": scan.place.local(scan.at, "%H%M%S"),
        "activityLocation": {
            "city": place(&scan.place.city),
            "stateProvince": place(&scan.place.state),
            "postalCode": only(scan.place.zip.clone(), delivered),
            "country": scan.place.country,
        },
        "activityStatus": {
            "type": said.kind,
            "code": said.code,
            "description": said.simple,
            "descriptionCode": said.status_code,
        },
        "scheduledDeliveryDate": only(eta, !label),
        "actualDeliveryDate": only(scan.place.local(scan.at, "%Y%m%d"), delivered),
        "actualDeliveryTime": only(scan.place.local(scan.at, "%H%M%S"), delivered),
        "gmtActivityDate": utc(scan.at, "%Y%m%d"),
        "gmtActivityTime": utc(scan.at, "%H%M%S"),
        "deliveryStartTime": "",
        "deliveryEndTime": "",
        "deliveryTimeDescription": only("end of day".to_owned(), !label && !delivered),
        "deliveryPhoto": "",
    });
    if version == 2 {
        let offset = scan.place.local(scan.at, "%:z").replace(':', ".");
        fields["activityStatus"]["descriptionCode"] =
            json!(said.status_code.parse::<u32>().unwrap_or_default());
        fields["gmtOffset"] = json!(offset);
        fields = without_empty(fields);
    }
    fields
}

/// Version 2 leaves out what it does not know.
fn without_empty(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let kept = fields.into_iter().filter(|(_, value)| value != "");
            Value::Object(kept.map(|(name, value)| (name, without_empty(value))).collect::<Map<_, _>>())
        }
        other => other,
    }
}
