//! One parcel as Track v1 shows it: a `trackResult`. Freight's fields, customs' papers and money are left out, as FedEx
//! leaves out what a parcel does not have.

use serde_json::{Map, Value, json};

use super::said;
use crate::journey::{Journey, Place, Scan, Stage};
use crate::shippo::moment::HOUR;

const ZONED: &str = "%Y-%m-%dT%H:%M:%S%:z";
const BARE: &str = "%Y-%m-%dT%H:%M:%S";
const YEAR: i64 = 365 * 24 * HOUR;

/// A number nobody knows.
pub fn unknown(number: &str) -> Value {
    json!({
        "trackingNumberInfo": { "trackingNumber": number, "trackingNumberUniqueId": "", "carrierCode": "" },
        "error": {
            "code": "TRACKING.TRACKINGNUMBER.NOTFOUND",
            "message": "Tracking number cannot be found. Please correct the tracking number and try again.",
        },
    })
}

/// The parcel that had the number a year ago.
pub fn former(journey: &Journey, detailed: bool) -> Value {
    let mut former = journey.clone();
    former.began -= YEAR;
    for scan in &mut former.scans {
        (scan.at, scan.known) = (scan.at - YEAR, scan.known - YEAR);
        (scan.stage, scan.code) =
            (if scan.stage == Stage::PreTransit { scan.stage } else { Stage::Delivered }, None);
    }
    former.scans.truncate(2);
    former.eta = journey.eta.map(|eta| eta - YEAR);
    result(&former, i64::MAX, detailed, None)
}

/// The parcel as it is known at this moment; of its scans `only` this one, all of them, or the latest.
pub fn result(journey: &Journey, now: i64, detailed: bool, only: Option<&Scan>) -> Value {
    let seen = journey.seen(now);
    let latest = seen.last().copied();
    let mut scans: Vec<&Scan> = seen.iter().rev().copied().collect();
    if let Some(only) = only {
        scans = vec![only];
    } else if !detailed {
        scans.truncate(1);
    }
    let mut wire = json!({
        "trackingNumberInfo": {
            "trackingNumber": journey.number,
            "trackingNumberUniqueId": unique(journey),
            "carrierCode": carrier_code(&journey.number),
        },
        "additionalTrackingInfo": { "nickname": "", "hasAssociatedShipments": false, "packageIdentifiers": [] },
        "serviceDetail": { "type": "FEDEX_INTERNATIONAL_PRIORITY", "description": "FedEx International Priority", "shortDescription": "IP" },
        "shipperInformation": { "address": address(&journey.from) },
        "recipientInformation": { "address": address(&journey.to) },
        "originLocation": location(&journey.from),
        "destinationLocation": location(&journey.to),
        "lastUpdatedDestinationAddress": address(&journey.to),
        "packageDetails": {
            "sequenceNumber": "1",
            "count": "1",
            "undeliveredCount": if journey.at_stage(now, Stage::Delivered).is_some() { "0" } else { "1" },
            "packagingDescription": { "type": "YOUR_PACKAGING", "description": "Your Packaging" },
            "weightAndDimensions": { "weight": [{ "unit": "KG", "value": "1.5" }] },
        },
        "availableImages": [],
        "specialHandlings": [{ "type": "DELIVER_WEEKDAY", "description": "Deliver Weekday", "paymentType": "OTHER" }],
        "latestStatusDetail": latest.map(status),
        "scanEvents": scans.into_iter().map(event).collect::<Vec<_>>(),
        "dateAndTimes": dates(journey, now),
        "deliveryDetails": delivery(journey, now),
    });
    if let (Value::Object(wire), Some(eta)) = (&mut wire, journey.eta(now)) {
        // Without an offset: the recipient's own hours.
        let window = json!({ "begins": journey.to.local(eta - 2 * HOUR, BARE), "ends": journey.to.local(eta + 2 * HOUR, BARE) });
        wire.insert(
            "estimatedDeliveryTimeWindow".to_owned(),
            json!({ "type": "ESTIMATED_DELIVERY", "description": "Estimated delivery", "window": window }),
        );
    }
    if let (Value::Object(wire), Some(held)) = (&mut wire, journey.at_stage(now, Stage::AvailableForPickup)) {
        wire.insert("holdAtLocation".to_owned(), location(&held.place));
    }
    wire
}

/// FedEx's own name for a parcel, because numbers come back.
fn unique(journey: &Journey) -> String {
    let sequence = 2_400_000_000 + journey.began.div_euclid(24 * HOUR);
    format!("{sequence}~{}~{}", journey.number, carrier_code(&journey.number))
}

fn carrier_code(number: &str) -> &'static str {
    if number.len() == 12 { "FDXE" } else { "FDXG" }
}

fn address(place: &Place) -> Value {
    let mut address = Map::from_iter([
        ("city".to_owned(), json!(place.city.to_uppercase())),
        ("countryCode".to_owned(), json!(place.country)),
        ("residential".to_owned(), json!(false)),
    ]);
    for (name, value) in [("stateOrProvinceCode", &place.state), ("postalCode", &place.zip)] {
        if !value.is_empty() {
            address.insert(name.to_owned(), json!(value));
        }
    }
    Value::Object(address)
}

fn location(place: &Place) -> Value {
    json!({ "locationId": "", "locationType": "FEDEX_FACILITY", "locationContactAndAddress": { "address": address(place) } })
}

/// A label is made nowhere.
fn scan_location(scan: &Scan) -> Value {
    if scan.stage == Stage::PreTransit { json!({ "residential": false }) } else { address(&scan.place) }
}

fn reason(scan: &Scan) -> Option<(String, String)> {
    let (usual, sentence) = said::of(scan).exception.unzip();
    let code = scan.reason.clone().or(usual.map(str::to_owned))?;
    Some((code, scan.detail.clone().or(sentence.map(str::to_owned)).unwrap_or_default()))
}

fn delay(scan: &Scan) -> Option<Value> {
    (scan.stage == Stage::Delayed)
        .then(|| json!({ "type": "WEATHER", "subType": "SNOW", "status": "DELAYED" }))
}

fn status(scan: &Scan) -> Value {
    let said = said::of(scan);
    let mut status = json!({
        "scanLocation": scan_location(scan),
        "code": scan.code.as_deref().unwrap_or(said.code),
        "derivedCode": said.derived_code,
        "statusByLocale": said.derived,
        "description": said.description,
    });
    if let Some((code, sentence)) = reason(scan) {
        status["ancillaryDetails"] =
            json!([{ "reason": code, "reasonDescription": sentence, "action": "", "actionDescription": "" }]);
    }
    if let Some(delay) = delay(scan) {
        status["delayDetail"] = delay;
    }
    status
}

fn event(scan: &Scan) -> Value {
    let said = said::of(scan);
    let (code, sentence) = reason(scan).unwrap_or_default();
    let mut event = json!({
        "date": scan.place.local(scan.at, ZONED),
        "eventType": scan.code.as_deref().unwrap_or(said.code),
        "eventDescription": match &scan.detail {
            Some(detail) if code.is_empty() => detail.as_str(),
            _ => said.description,
        },
        "exceptionCode": code,
        "exceptionDescription": sentence,
        "derivedStatus": said.derived,
        "derivedStatusCode": said.derived_code,
        "scanLocation": scan_location(scan),
        "locationId": "",
        "locationType": match scan.stage {
            Stage::PreTransit => "CUSTOMER",
            Stage::PickedUp => "PICKUP_LOCATION",
            Stage::Delivered => "DELIVERY_LOCATION",
            _ => "FEDEX_FACILITY",
        },
    });
    if let Some(delay) = delay(scan) {
        event["delayDetail"] = delay;
    }
    event
}

fn dates(journey: &Journey, now: i64) -> Vec<Value> {
    let date = |kind: &str, date: String| json!({ "type": kind, "dateTime": date });
    let of = |stage: Stage, kind: &str| {
        journey.at_stage(now, stage).map(|scan| date(kind, scan.place.local(scan.at, ZONED)))
    };
    let delivered = of(Stage::Delivered, "ACTUAL_DELIVERY");
    // Once it is there, nobody says any more when it should have been.
    let eta = journey.eta(now).filter(|_| delivered.is_none());
    let eta = eta.map(|eta| date("ESTIMATED_DELIVERY", journey.to.local(eta, BARE)));
    let ship = journey.from.local(journey.began, "%Y-%m-%dT00:00:00-06:00");
    [delivered, of(Stage::PickedUp, "ACTUAL_PICKUP"), eta, Some(date("SHIP", ship))]
        .into_iter()
        .flatten()
        .collect()
}

fn delivery(journey: &Journey, now: i64) -> Value {
    let attempts = journey.seen(now).iter().filter(|scan| scan.stage == Stage::Attempted).count();
    let mut details = json!({ "deliveryAttempts": attempts.to_string(), "deliveryToday": false });
    if let Some(scan) = journey.at_stage(now, Stage::Delivered) {
        details["receivedByName"] = json!(scan.signed_by);
        details["signedByName"] = json!(scan.signed_by);
        details["actualDeliveryAddress"] = address(&scan.place);
        details["locationType"] = json!("RESIDENCE");
        details["locationDescription"] = json!("Front door");
    }
    details
}
