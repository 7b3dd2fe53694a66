//! FedEx' words: `latestStatusDetail.code` and `scanEvents[].eventType`, more closely an exception code.
//!
//! Source: `providers.md` §4.1 (Karrio's list of FedEx' units, secondary) and FedEx' own sample answer, `fixtures/fedex/track_v1_response.json`.
//! The list has one word for "on its way back" and "back": we say the weaker; the delivery that follows ends it.

use super::{Row, find};
use crate::tracking::{Action, Cause, Meaning, TrackingState as S};

pub(super) const CODES: &[Row] = &[
    Row::new(&["OC", "OX", "EP", "MD"], Meaning::of(S::PreTransit), "pre-transit OC, OX, EP, MD"),
    Row::new(&["PU", "PX", "OF", "AP"], Meaning::of(S::PickedUp), "accepted PU, PX, OF, AP"),
    Row::new(
        &[
            "IT", "IX", "AA", "AC", "AF", "AR", "AX", "DP", "EA", "EO", "FD", "LO", "PF", "PL", "PM", "SF",
            "TR",
        ],
        Meaning::of(S::InTransit),
        "in_transit IT, IX, AA, AC, AF, AR, AX, DP, EA, EO, FD, LO, PF, PL, PM, SF, TR",
    ),
    Row::new(&["OD", "ED", "AD"], Meaning::of(S::OutForDelivery), "out_for_delivery OD, ED, AD"),
    Row::new(&["DL"], Meaning::of(S::Delivered), "delivered DL"),
    Row::new(&["SE"], Meaning::of(S::InTransit).needs(Action::ContactCarrier), "exception/attention SE"),
    Row::new(
        &["DE"],
        Meaning::of(S::Attempted).needs(Action::ContactCarrier),
        "exception/attention DE (delivery exception/attempt)",
    ),
    Row::new(&["CD"], Meaning::of(S::Delayed).because(Cause::Customs), "CD (customs delay)"),
    Row::new(&["DY", "DD", "PY"], Meaning::of(S::Delayed), "delayed DY, DD, PY"),
    Row::new(
        &["HL", "HP", "HA"],
        Meaning::of(S::AvailableForPickup).needs(Action::PickUp),
        "hold/ready for pickup HL, HP, HA",
    ),
    Row::new(&["RS", "RT"], Meaning::of(S::Returning), "returned RS, RT"),
    Row::new(&["CA"], Meaning::of(S::Failed).because(Cause::CalledOff), "cancelled CA"),
];

/// Exceptions: their state is their event's, only cause and action are theirs.
pub(super) const EXCEPTIONS: &[Row] = &[
    Row::new(
        &["15"],
        Meaning::UNKNOWN.because(Cause::NotHome).needs(Action::ContactCarrier),
        "reason 15: Customer not available or business closed; Contact us … to discuss possible delivery or pickup alternatives",
    ),
    Row::new(
        &["A25"],
        Meaning::UNKNOWN.because(Cause::Customs),
        "exceptionCode A25: Package available for clearance",
    ),
];

/// `delayDetail.type`: a cause only.
pub(super) const DELAYS: &[Row] = &[Row::new(
    &["WEATHER"],
    Meaning::UNKNOWN.because(Cause::Weather),
    "delayDetail: type WEATHER, subType SNOW, status DELAYED",
)];

/// What FedEx' code means, with its exception code; `None` for a code that is not in the table. An exception nobody listed adds nothing.
pub fn fedex(code: &str, exception: Option<&str>) -> Option<Meaning> {
    let plain = find(CODES, code)?;
    let close = exception.and_then(|code| find(EXCEPTIONS, code)).unwrap_or(Meaning::UNKNOWN);
    Some(Meaning {
        state: plain.state,
        cause: plain.cause.or(close.cause),
        action: plain.action.or(close.action),
    })
}

/// Why FedEx is late, by `delayDetail.type`; `None` for a type that is not in the table.
pub fn fedex_delay(kind: &str) -> Option<Cause> {
    find(DELAYS, kind)?.cause
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exception_says_why_and_never_where() {
        let attempt = fedex("DE", Some("15")).unwrap();
        assert_eq!((attempt.state, attempt.cause), (S::Attempted, Some(Cause::NotHome)));
        let cleared = fedex("PU", Some("A25")).unwrap();
        assert_eq!((cleared.state, cleared.cause), (S::PickedUp, Some(Cause::Customs)));
        assert_eq!(fedex("DL", Some("no such")), Some(Meaning::of(S::Delivered)));
        assert_eq!(fedex("QQ", Some("15")), None, "nobody guesses");
        assert_eq!((fedex_delay("WEATHER"), fedex_delay("MOOD")), (Some(Cause::Weather), None));
    }
}
