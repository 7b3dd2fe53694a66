//! UPS' words: a type, then a code.
//!
//! Source of the types: UPS' own Track Alert specification (`fixtures/ups/UPSTrackAlert-v2.openapi.yaml`). Of the codes: `providers.md` §4.2
//! (Karrio's list, secondary) and UPS' samples. Out for delivery comes as type `I` with code `OT`, so the code refines the type; only a
//! delivery is a delivery whatever its code.

use super::{Row, find};
use crate::tracking::{Action, Cause, Meaning, TrackingState as S};

pub(super) const TYPES: &[Row] = &[
    Row::new(&["D"], Meaning::of(S::Delivered), "const: D, title: Delivery"),
    Row::new(&["I"], Meaning::of(S::InTransit), "const: I, title: On the Way"),
    Row::new(&["M"], Meaning::of(S::PreTransit), "const: M, title: Manifest"),
    Row::new(&["MV"], Meaning::of(S::Failed).because(Cause::CalledOff), "const: MV, title: Manifest Void"),
    Row::new(&["U"], Meaning::UNKNOWN, "const: U, title: Updated Delivery Date or Time (no movement)"),
];

pub(super) const CODES: &[Row] = &[
    Row::new(&["MP", "XD", "OA", "DD"], Meaning::of(S::PreTransit), "pre_transit MP, XD, OA, DD"),
    Row::new(&["OR", "PU", "OC"], Meaning::of(S::PickedUp), "accepted OR, PU, OC"),
    Row::new(
        &["DP", "AR", "AF", "YP", "IH"],
        Meaning::of(S::InTransit),
        "in_transit DP, AR, AF, YP (\"Preparing for Delivery\"), IH",
    ),
    Row::new(&["OT", "OD", "OF"], Meaning::of(S::OutForDelivery), "out_for_delivery OT, OD, OF"),
    Row::new(
        &["RP", "AC", "WC"],
        Meaning::of(S::AvailableForPickup).needs(Action::PickUp),
        "ready RP, AC, WC",
    ),
    Row::new(&["RF"], Meaning::of(S::Failed).because(Cause::Refused), "failed RF (refused)"),
    Row::new(&["UR", "UF", "CC"], Meaning::of(S::Failed), "failed UR, UF, CC"),
    Row::new(&["RS", "RT", "RH"], Meaning::of(S::Returning), "returned RS, RT, RH"),
    Row::new(&["VD", "MV"], Meaning::of(S::Failed).because(Cause::CalledOff), "void VD, MV"),
    Row::new(&["DY", "DE", "SD"], Meaning::of(S::Delayed), "delay DY, DE, SD"),
    Row::new(
        &["SR"],
        Meaning::of(S::InTransit),
        "code SR, type X: Your package was released by the customs agency.",
    ),
    Row::new(&["FS", "KB", "F4"], Meaning::of(S::Delivered), "delivered D/FS (also KB, F4)"),
];

/// What UPS' type and code mean; `None` for an exception (type `X`) whose code is not in the table, and for a type that is not.
pub fn ups(kind: &str, code: &str) -> Option<Meaning> {
    match kind {
        "D" | "MV" | "U" => find(TYPES, kind),
        "I" | "M" => find(CODES, code).or_else(|| find(TYPES, kind)),
        "X" | "" => find(CODES, code),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_type_decides_and_the_code_refines() {
        let state = |kind, code| ups(kind, code).map(|meaning| meaning.state);
        assert_eq!(state("I", "OT"), Some(S::OutForDelivery));
        assert_eq!(state("I", "??"), Some(S::InTransit));
        assert_eq!(state("I", "XD"), Some(S::PreTransit), "a label is no scan");
        assert_eq!(state("D", "??"), Some(S::Delivered));
        assert_eq!(state("M", "MP"), Some(S::PreTransit));
        assert_eq!(state("M", "VD"), Some(S::Failed));
        assert_eq!(state("U", "OT"), Some(S::Unknown), "a new date is no movement");
        assert_eq!(state("X", "RS"), Some(S::Returning));
        assert_eq!((state("X", "??"), state("Q", "OT")), (None, None), "nobody guesses");
    }
}
