//! Correos' words: an event code (`codEvento`), and the numbers of Correos Express.
//!
//! Source: `fixtures/correos/event-codes.json`: the official e-commerce module's mapping (facts only) and codes seen on real parcels by
//! `ha-correos` and another public tracker. Where both list a code, the finer word stands. The module has one word for "on its way back" and
//! "back": alone, it means the weaker. It calls every other code "in progress"; we call them unknown.

use super::{Row, find};
use crate::tracking::{Action, Cause, Meaning, TrackingState as S};

/// Codes of which the two sources say opposite things; they stand in no table, so that staff see them.
#[cfg(test)]
pub(super) const CONTRADICTED: &[&str] = &["A170000V", "I01H230V", "X380000V", "ADV0000V"];

pub(super) const CODES: &[Row] = &[
    Row::new(&["A010000V"], Meaning::of(S::PickedUp), "community: accepted"),
    Row::new(&["A090000V", "X010000V"], Meaning::of(S::PreTransit), "community: registered"),
    Row::new(
        &[
            "P040000V", "P090000V", "P100000V", "P110000V", "P101110V", "P101120V", "C010000V", "G01L010V",
            "H01I360V", "X020000V", "X040000V", "X060000V", "X070000V", "X110100V",
        ],
        Meaning::of(S::InTransit),
        "community: in_transit",
    ),
    Row::new(&["E000001V"], Meaning::of(S::InTransit).because(Cause::Customs), "community: customs"),
    Row::new(
        &["H020000V", "H250000V", "X080000V"],
        Meaning::of(S::OutForDelivery),
        "community: out_for_delivery",
    ),
    Row::new(
        &["H01I350V", "G01L020V", "L010000V", "X390000V"],
        Meaning::of(S::AvailableForPickup).needs(Action::PickUp),
        "community: ready_for_pickup",
    ),
    Row::new(&["I010000V", "I01H210V", "X120000V"], Meaning::of(S::Delivered), "community: delivered"),
    Row::new(
        &["H010930R", "H01R390V", "H01R420V", "H06P010V", "X090060R", "X090100R", "X130000R"],
        Meaning::of(S::Attempted),
        "community: failed_attempt",
    ),
    Row::new(
        &["M01E020R"],
        Meaning::of(S::Attempted).because(Cause::Address).needs(Action::CorrectAddress),
        "community: failed_attempt; M01E020R bad address",
    ),
    Row::new(
        &["O140000V", "I020000V", "L03D240R", "L03D320R"],
        Meaning::of(S::Returned),
        "module and community: returned",
    ),
    Row::new(
        &[
            "A020000R", "A150000R", "O040000R", "SR01000V", "SR05000V", "SR070B0R", "SR070C0R", "SR070D0R",
            "SR070G0R", "SR070I0R", "SR070J0R", "SR070S0R", "SR070U0R", "SR070Y0R", "SR080A0R", "SR080E0R",
            "SR080F0R", "SR080M0R", "SR080N0R", "SR080O0R", "SR080R0R", "SR080W0R", "SR09000R", "X240000V",
            "Z010PF0R", "Z130000R",
        ],
        Meaning::of(S::PreTransit),
        "correosoficial: preregistered",
    ),
    Row::new(
        &[
            "E010670V", "H010710V", "H300030V", "H300040V", "H300050V", "H300070V", "I010110V", "I010120V",
            "I010130V", "I010400V", "I0104E0V", "I011010V", "I011020V", "I011030V", "I01E030V", "I01E070V",
            "I01E090V", "I01E410V", "I01H010V", "I01H030V", "I01H040V", "I01H050V", "I01H060V", "I01H220V",
            "I240300V", "IPUDO02V", "R010750V", "X090030R", "X290030R", "X340000V", "X350000V",
        ],
        Meaning::of(S::Delivered),
        "correosoficial: delivered",
    ),
    Row::new(
        &[
            "A040000R", "A060000R", "E070000R", "E130000R", "E140000R", "E150000R", "E230000R", "E23E500R",
            "E310000R", "H01I270R", "H01K100V", "H01K110V", "H01K130V", "H01K180V", "H01K200V", "H01K220V",
            "H01K230V", "H01K240V", "H01K280V", "L010000R", "L040000R", "L04G000V", "O020BS0R", "O080000V",
            "VA06GO0R", "VA06GO0V", "X160000V", "X190000V",
        ],
        Meaning::of(S::Failed).because(Cause::CalledOff),
        "correosoficial: canceled",
    ),
    Row::new(
        &[
            "B250000R", "DX92002R", "DX92007V", "DX92132R", "DX92151R", "DX92153R", "DX92156R", "E23E220R",
            "E240000R", "H01E100R", "H01E110R", "H01E130R", "H01E180R", "H01E200R", "H01E220R", "H01E230R",
            "H01E240R", "H01E280R", "H01R220R", "H01R240R", "L01R380V", "L020000V", "L030000R", "L030000V",
            "L031060R", "L031070R", "L03D010R", "L03D100R", "L03D130R", "L03D230R", "L03D270V", "L03D300R",
            "L03D360R", "L03D370R", "L03DR40V", "L03I270R", "L060000R", "L060100R", "L060110R", "L060120R",
            "L060130R", "L060140R", "L060150R", "L060160R", "L060170R", "L060180R", "L060190R", "L060200R",
            "L060210R", "L060220R", "L060230R", "L060240R", "L060250R", "L060260R", "L060270R", "L060280R",
            "L060290R", "L060990R", "O130000V", "X090010R", "X090020R", "X090070R", "X090080R", "X090110R",
            "X090120R", "X090140R", "X090150R", "X090350R", "X090410R", "X170000V", "X290010R", "X290020R",
            "X290070R", "X290080R", "X290110R", "X290120R", "X290140R", "X290150R", "X290350R", "X290410R",
            "X320000V", "Z06E010R", "Z190000R", "Z190DC0R", "Z190DD0R", "Z190DF0R", "Z190DP0R", "Z190DR0R",
        ],
        Meaning::of(S::Returning),
        "correosoficial: returned",
    ),
    Row::new(&["1"], Meaning::of(S::PreTransit), "Correos Express: preregistered"),
    Row::new(&["12"], Meaning::of(S::Delivered), "Correos Express: delivered"),
    Row::new(
        &["13", "14", "15", "16", "19", "31"],
        Meaning::of(S::Failed).because(Cause::CalledOff),
        "Correos Express: canceled",
    ),
    Row::new(&["17"], Meaning::of(S::Returning), "Correos Express: returned"),
];

/// What Correos' code means; `None` for a code that is not in the table. The words beside it are never asked.
pub fn correos(code: &str) -> Option<Meaning> {
    find(CODES, code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finer_words_win_and_contradictions_are_nobodys_guess() {
        let state = |code| correos(code).map(|meaning| meaning.state);
        assert_eq!(state("A090000V"), Some(S::PreTransit), "a label is no scan");
        assert_eq!(state("A010000V"), Some(S::PickedUp));
        assert_eq!(state("H020000V"), Some(S::OutForDelivery));
        assert_eq!(state("I010000V"), Some(S::Delivered));
        assert_eq!(state("I020000V"), Some(S::Returned));
        assert_eq!(state("L060100R"), Some(S::Returning), "one source with one word for both");
        assert_eq!(state("X090060R"), Some(S::Attempted));
        assert_eq!(state("17"), Some(S::Returning));
        assert_eq!(state("ZZ99"), None);
        for code in CONTRADICTED {
            assert_eq!(state(code), None, "{code}");
        }
    }
}
