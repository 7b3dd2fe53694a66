//! One parcel as Shipment Tracking shows it.

use serde_json::{Value, json};

use super::said;
use crate::journey::{Journey, Place, Scan, Stage};
use crate::shippo::moment::{self, HOUR};

const BARE: &str = "%Y-%m-%dT%H:%M:%S";
const YEAR: i64 = 365 * 24 * HOUR;

/// Which of DHL's companies gives such numbers.
pub fn service(number: &str) -> &'static str {
    match number.len() {
        10 | 11 => "express",
        14 => "ecommerce",
        _ if number.starts_with("JD") => "parcel-de",
        _ => "express",
    }
}

/// A number of digits is a JSON number, unless that would change it.
fn id(number: &str) -> Value {
    let whole = number.parse::<u64>().ok().filter(|whole| number.len() < 16 && whole.to_string() == number);
    whole.map_or_else(|| json!(number), |whole| json!(whole))
}

fn place(place: &Place) -> Value {
    let locality = [&place.city, &place.state].map(|part| part.to_uppercase());
    let locality = if place.state.is_empty() { locality[0].clone() } else { locality.join(", ") };
    json!({ "address": { "countryCode": place.country, "postalCode": place.zip, "addressLocality": locality } })
}

/// A status or an event.
pub fn status(scan: &Scan) -> Value {
    let said = said::of(scan);
    let mut status = json!({
        "timestamp": scan.place.local(scan.at, BARE),
        "location": place(&scan.place),
        "statusCode": said.code,
        "status": said.status,
        "description": said.description,
    });
    if let Some((remark, next)) = said.remark {
        status["remark"] = json!(remark);
        status["nextSteps"] = json!(next);
    }
    status
}

/// The parcel that had the number a year ago.
pub fn former(journey: &Journey) -> Value {
    let mut former = Journey { eta: None, ..journey.clone() };
    former.scans.truncate(1);
    for scan in &mut former.scans {
        (scan.at, scan.known, scan.stage, scan.code) =
            (scan.at - YEAR, scan.known - YEAR, Stage::Delivered, None);
    }
    shipment(&former, i64::MAX)
}

/// The parcel as it is known at this moment.
pub fn shipment(journey: &Journey, now: i64) -> Value {
    let seen = journey.seen(now);
    let person = |name: &str| json!({ "@type": "Person", "organizationName": "", "familyName": "", "givenName": "", "name": name });
    let mut details = json!({
        "carrier": { "@type": "Organization", "organizationName": service(&journey.number).to_uppercase() },
        "product": { "productName": "UNKNOWN - Product unknown" },
        "sender": person("Clew Shop"),
        "receiver": person(""),
        "totalNumberOfPieces": 1,
        "pieceIds": [journey.number],
        "weight": { "value": 1.5, "unitText": "kg" },
        "references": { "number": journey.number, "type": "customer-reference" },
    });
    if let Some(scan) = journey.at_stage(now, Stage::Delivered) {
        details["proofOfDelivery"] = json!({
            "timestamp": scan.place.local(scan.at, BARE),
            "documentUrl": "https://webpod.dhl.com/webPOD/DHLePODRequest",
            "signed": {
                "@type": "Person",
                "familyName": "",
                "givenName": "",
                "name": scan.signed_by.as_deref().unwrap_or_default(),
            },
        });
    }
    let mut shipment = json!({
        "id": id(&journey.number),
        "service": service(&journey.number),
        "origin": place(&journey.from),
        "destination": place(&journey.to),
        "status": seen.last().map(|scan| status(scan)),
        "details": details,
        "events": seen.iter().rev().map(|scan| status(scan)).collect::<Vec<_>>(),
        "serviceUrl": format!("https://www.dhl.de/de/privatkunden.html?piececode={}", journey.number),
    });
    if let Some(eta) = journey.eta(now) {
        // The one moment that has a zone.
        let zoned = |at: i64| moment::iso(at).replace(".000Z", "Z");
        let whole = eta - eta.rem_euclid(1000);
        shipment["estimatedTimeOfDelivery"] = json!(zoned(whole));
        shipment["estimatedDeliveryTimeFrame"] =
            json!({ "estimatedFrom": zoned(whole - 2 * HOUR), "estimatedThrough": zoned(whole + 2 * HOUR) });
        shipment["estimatedTimeOfDeliveryRemark"] = json!("By End of Day");
    }
    shipment
}
