//! Who is told of a scan, by the carrier itself.

use super::Journey;
use crate::carrier::Carrier;
use crate::state::State;
use crate::{dhl, fedex, ups};

/// Sends the carrier's pushes of one scan.
pub fn push(state: &mut State, journey: &Journey, which: usize) {
    match journey.carrier {
        Carrier::Fedex => fedex::push(state, journey, which),
        Carrier::Ups => ups::push(state, journey, which),
        Carrier::Dhl => dhl::push(state, journey, which),
        // Correos tells nobody; it has to be asked.
        Carrier::Correos => {}
    }
}

/// What the percentages of lost and repeated pushes are drawn by: the same scan has the same luck in every run.
pub fn lot(journey: &Journey, which: usize) -> String {
    format!("{}/{which}", super::key(journey.carrier, &journey.number))
}
