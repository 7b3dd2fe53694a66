//! Shippo's words: a status, more closely a substatus.
//!
//! Source: Shippo's types (`TrackingStatusEnum`, substatus codes with their flag) and Shippo's own mapping in `goshippo/ai`, as collected in
//! `providers.md` §1.3. The status is trusted over its substatus (Shippo's samples pair `DELIVERED` with `information_received`), and the
//! flag in the payload over the list of flags (two copies of the list disagree).

use super::{Row, find};
use crate::tracking::{Action, Cause, Meaning, TrackingState as S};

const TRANSIT: Meaning = Meaning::of(S::InTransit);
const ATTEMPTED: Meaning = Meaning::of(S::Attempted);

pub(super) const STATUSES: &[Row] = &[
    Row::new(&["PRE_TRANSIT"], Meaning::of(S::PreTransit), "PRE_TRANSIT & UNKNOWN → processing"),
    Row::new(&["TRANSIT"], TRANSIT, "other TRANSIT → in_transit"),
    Row::new(&["DELIVERED"], Meaning::of(S::Delivered), "trust `status` over substatus"),
    Row::new(&["RETURNED"], Meaning::of(S::Returning), "RETURNED → returning (not yet received!)"),
    Row::new(&["FAILURE"], Meaning::of(S::Failed), "FAILURE → undeliverable"),
    Row::new(&["UNKNOWN"], Meaning::UNKNOWN, "PRE_TRANSIT & UNKNOWN → processing"),
];

pub(super) const SUBSTATUSES: &[Row] = &[
    Row::new(
        &["TRANSIT/address_issue"],
        TRANSIT.because(Cause::Address).needs(Action::CorrectAddress),
        "address_issue ✓",
    ),
    Row::new(&["TRANSIT/contact_carrier"], TRANSIT.needs(Action::ContactCarrier), "contact_carrier ✓"),
    Row::new(&["TRANSIT/delayed"], Meaning::of(S::Delayed), "delayed"),
    Row::new(&["TRANSIT/delivery_attempted"], ATTEMPTED.needs(Action::ChooseDay), "delivery_attempted ✓"),
    Row::new(
        &["TRANSIT/location_inaccessible"],
        ATTEMPTED.because(Cause::NoAccess).needs(Action::GiveAccess),
        "location_inaccessible ✓",
    ),
    Row::new(
        &["TRANSIT/notice_left"],
        ATTEMPTED.because(Cause::NotHome).needs(Action::ChooseDay),
        "notice_left ✓",
    ),
    Row::new(&["TRANSIT/out_for_delivery"], Meaning::of(S::OutForDelivery), "out_for_delivery"),
    Row::new(&["TRANSIT/package_accepted"], Meaning::of(S::PickedUp), "TRANSIT+package_accepted → shipped"),
    Row::new(
        &[
            "TRANSIT/delivery_rescheduled",
            "TRANSIT/delivery_scheduled",
            "TRANSIT/package_arrived",
            "TRANSIT/package_departed",
            "TRANSIT/package_forwarded",
            "TRANSIT/package_processed",
            "TRANSIT/package_processing",
        ],
        TRANSIT,
        "other TRANSIT → in_transit",
    ),
    Row::new(
        &["TRANSIT/package_damaged"],
        TRANSIT.because(Cause::Damaged).needs(Action::Claim),
        "package_damaged ✓",
    ),
    Row::new(&["TRANSIT/package_held"], TRANSIT.needs(Action::ContactCarrier), "package_held ✓"),
    Row::new(
        &["TRANSIT/pickup_available"],
        Meaning::of(S::AvailableForPickup).needs(Action::PickUp),
        "pickup_available ✓",
    ),
    Row::new(&["TRANSIT/reschedule_delivery"], TRANSIT.needs(Action::ChooseDay), "reschedule_delivery ✓"),
    Row::new(
        &["RETURNED/package_unclaimed"],
        ATTEMPTED.because(Cause::Unclaimed).needs(Action::ContactCarrier),
        "RETURNED+package_unclaimed → failed_attempt",
    ),
    Row::new(
        &["FAILURE/package_undeliverable"],
        Meaning::of(S::Failed).needs(Action::ContactCarrier),
        "package_undeliverable ✓",
    ),
    Row::new(&["FAILURE/package_disposed"], Meaning::of(S::Failed), "package_disposed"),
    Row::new(
        &["FAILURE/package_lost"],
        Meaning::of(S::Failed).because(Cause::Lost).needs(Action::Claim),
        "package_lost ✓",
    ),
];

/// What Shippo's status means, with its substatus and the flag that came with it; `None` for a status Shippo never documented. A
/// substatus nobody documented means what its status means.
pub fn shippo(status: &str, substatus: Option<&str>, action_required: Option<bool>) -> Option<Meaning> {
    let plain = find(STATUSES, status)?;
    let close = substatus.and_then(|code| find(SUBSTATUSES, &format!("{status}/{code}"))).unwrap_or(plain);
    Some(match action_required {
        Some(true) if !close.action_required() => close.needs(Action::ContactCarrier),
        Some(false) => Meaning { action: None, ..close },
        _ => close,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_status_wins_over_its_substatus_and_the_flag_over_the_list() {
        let state = |status, code| shippo(status, Some(code), None).unwrap().state;
        assert_eq!(state("DELIVERED", "information_received"), S::Delivered);
        assert_eq!(state("PRE_TRANSIT", "delivered"), S::PreTransit);
        assert_eq!(state("RETURNED", "return_to_sender"), S::Returning);
        assert_eq!(state("TRANSIT", "something_new"), S::InTransit);
        assert_eq!(shippo("LOST_IN_SPACE", None, Some(true)), None, "nobody guesses");
        let action = |code, flag| shippo("TRANSIT", Some(code), flag).unwrap().action;
        assert_eq!(action("package_held", None), Some(Action::ContactCarrier));
        assert_eq!(action("package_held", Some(false)), None);
        assert_eq!(action("delayed", Some(true)), Some(Action::ContactCarrier));
        assert_eq!(action("address_issue", Some(true)), Some(Action::CorrectAddress));
    }
}
