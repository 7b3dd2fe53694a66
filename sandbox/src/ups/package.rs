//! One parcel as Track v1 shows it.

use serde_json::{Value, json};

use super::said;
use crate::journey::{Journey, Place, Scan, Stage, utc};
use crate::shippo::moment::HOUR;

const DATE: &str = "%Y%m%d";
const HOURS: &str = "%H%M%S";

/// The parcel as it is known at this moment.
pub fn package(journey: &Journey, now: i64) -> Value {
    let seen = journey.seen(now);
    let delivered = journey.at_stage(now, Stage::Delivered);
    let eta = journey.eta(now).map(|eta| journey.to.local(eta, DATE));
    let mut dates: Vec<Value> = Vec::new();
    if let Some(scan) = delivered {
        dates.push(json!({ "type": "DEL", "date": scan.place.local(scan.at, DATE) }));
    } else if let Some(eta) = eta {
        let promised = journey.eta.map(|eta| journey.to.local(eta, DATE));
        // A date that was put off is another kind of date.
        let kind = if promised.as_ref() == Some(&eta) { "SDD" } else { "RDD" };
        dates.push(json!({ "type": kind, "date": eta }));
    }
    let mut package = json!({
        "trackingNumber": journey.number,
        "deliveryDate": dates,
        "deliveryTime": time(journey, now, delivered),
        "activity": seen.iter().rev().map(|scan| activity(scan)).collect::<Vec<_>>(),
        "currentStatus": seen.last().map(|scan| status(scan)),
        "packageAddress": [address("ORIGIN", &journey.from), address("DESTINATION", &journey.to)],
        "packageCount": 1,
        "service": { "code": "518", "description": "UPS Standard" },
        "referenceNumber": [],
        "additionalServices": [],
        "weight": { "unitOfMeasurement": "KGS", "weight": "1.50" },
    });
    if let Some(scan) = delivered {
        package["deliveryInformation"] =
            json!({ "location": "Front Door", "receivedBy": scan.signed_by.as_deref().unwrap_or_default() });
    }
    if let Some(until) = seen.iter().rev().find_map(|scan| scan.until) {
        package["accessPointInformation"] = json!({ "pickupByDate": journey.to.local(until, DATE) });
    }
    package
}

fn time(journey: &Journey, now: i64, delivered: Option<&Scan>) -> Value {
    match (delivered, journey.eta(now)) {
        (Some(scan), _) => {
            json!({ "type": "DEL", "startTime": "", "endTime": scan.place.local(scan.at, HOURS) })
        }
        (None, Some(eta)) if journey.at_stage(now, Stage::OutForDelivery).is_some() => json!({
            "type": "EDW",
            "startTime": journey.to.local(eta - 2 * HOUR, "%H0000"),
            "endTime": journey.to.local(eta + 2 * HOUR, "%H0000"),
        }),
        _ => json!({ "type": "EOD", "startTime": "", "endTime": "" }),
    }
}

fn status(scan: &Scan) -> Value {
    let said = said::of(scan);
    json!({
        "type": said.kind,
        "code": said.code,
        "statusCode": said.status_code,
        "description": said.description,
        "simplifiedTextDescription": said.simple,
    })
}

fn activity(scan: &Scan) -> Value {
    let address = if scan.stage == Stage::PreTransit {
        json!({ "countryCode": scan.place.country, "country": scan.place.country })
    } else {
        place(&scan.place)
    };
    json!({
        "location": { "address": address, "slic": "2801" },
        "status": status(scan),
        "date": scan.place.local(scan.at, DATE),
        "time": scan.place.local(scan.at, HOURS),
        "gmtDate": utc(scan.at, DATE),
        "gmtTime": utc(scan.at, HOURS),
        "gmtOffset": scan.place.local(scan.at, "%:z"),
    })
}

fn place(place: &Place) -> Value {
    let mut address = json!({ "city": place.city, "countryCode": place.country, "country": place.country });
    for (name, value) in [("stateProvince", &place.state), ("postalCode", &place.zip)] {
        if !value.is_empty() {
            address[name] = json!(value);
        }
    }
    address
}

fn address(kind: &str, place: &Place) -> Value {
    json!({ "type": kind, "name": "", "attentionName": "", "address": self::place(place) })
}
