//! What a timeline says in one line, and what several parcels' lines say together (`design.md` §4).

use super::merge::Scan;
use crate::{
    clock::At,
    order::Status,
    parcel::{self, TrackingStatus},
    tracking::{Action, Cause, Meaning, TrackingState},
};

/// Where a parcel is, in one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Headline {
    /// What is believed.
    pub meaning: Meaning,
    /// Since when.
    pub since: Option<At>,
    /// The last time the carrier had it in hand, whatever is believed; a label is none.
    pub last_scan: Option<At>,
}

/// Reads a timeline. What is further is believed, whatever its date: what has moved beats what has not, the way back beats the way
/// there, a delivery beats both, and only a return beats a delivery. Among what is equally far the later wins, then the greater rank.
///
/// A delivery after a way back had begun is the end of that way, unless the carrier's codes say that the recipient has it.
pub fn headline(carrier: &str, timeline: &[Scan]) -> Headline {
    let says_to_whom = TO_RECIPIENT.contains(&carrier);
    let mut best: Option<(u8, &Scan)> = None;
    for scan in timeline {
        let new = (reach(scan, timeline, says_to_whom), scan);
        if best.is_none_or(|old| weight(new) > weight(old)) {
            best = Some(new);
        }
    }
    let last_scan =
        timeline.iter().filter(|scan| scan.meaning.state.has_moved()).filter_map(|scan| scan.at).max();
    // What nobody understands is not believed, so nothing is so since then.
    let best = best.filter(|(reach, _)| *reach > 0);
    best.map_or_else(Headline::default, |(reach, scan)| {
        let state = if reach == BACK { TrackingState::Returned } else { scan.meaning.state };
        Headline { meaning: Meaning { state, ..scan.meaning }, since: scan.at, last_scan }
    })
}

/// Carriers whose codes of a delivery mean the recipient's: a sender has codes of his own. Of the parcel and not of who tells, so that
/// further news takes nothing back.
const TO_RECIPIENT: [&str; 1] = ["correos"];

/// It is with us again.
const BACK: u8 = 5;

fn reach(scan: &Scan, timeline: &[Scan], says_to_whom: bool) -> u8 {
    match scan.meaning.state {
        TrackingState::Unknown => 0,
        TrackingState::PreTransit => 1,
        TrackingState::Returning => 3,
        TrackingState::Delivered if !says_to_whom && after_turning(scan, timeline) => BACK,
        TrackingState::Delivered => 4,
        TrackingState::Returned => BACK,
        _ => 2,
    }
}

/// Whether the way back had begun before.
fn after_turning(delivery: &Scan, timeline: &[Scan]) -> bool {
    timeline.iter().any(|scan| {
        scan.meaning.state == TrackingState::Returning
            && scan.at.zip(delivery.at).is_some_and(|(began, ended)| began < ended)
    })
}

fn weight((reach, scan): (u8, &Scan)) -> (u8, Option<At>, TrackingState, Meaning) {
    (reach, scan.at, scan.meaning.state, scan.meaning)
}

impl Meaning {
    /// The same in the eight words an order's headline is computed of. Fetching it is the last step of an ordinary way; everything else
    /// that somebody has to do is a problem, and so are a bad address and a damage whether or not somebody said that they ask for something.
    pub fn status(self) -> TrackingStatus {
        let stuck = self.action.is_some_and(|action| action != Action::PickUp)
            || matches!(self.cause, Some(Cause::Address | Cause::Moved | Cause::Damaged | Cause::Lost));
        match self.state {
            TrackingState::Unknown => TrackingStatus::Unknown,
            TrackingState::PreTransit => TrackingStatus::PreTransit,
            TrackingState::Delivered => TrackingStatus::Delivered,
            TrackingState::Returning | TrackingState::Returned => TrackingStatus::Returned,
            TrackingState::Failed | TrackingState::Attempted => TrackingStatus::Exception,
            _ if stuck => TrackingStatus::Exception,
            TrackingState::OutForDelivery | TrackingState::AvailableForPickup => {
                TrackingStatus::OutForDelivery
            }
            TrackingState::Delayed => TrackingStatus::Delayed,
            TrackingState::PickedUp | TrackingState::InTransit => TrackingStatus::Transit,
        }
    }
}

/// What an order's parcels say together; `None` while none has moved.
pub fn sum_up(parcels: &[Headline]) -> Option<Status> {
    let statuses: Vec<TrackingStatus> = parcels.iter().map(|parcel| parcel.meaning.status()).collect();
    // One that comes back is the shop's business, and not the order's end.
    parcel::roll_up(&statuses)
        .map(|status| if status == Status::Returned { Status::Exception } else { status })
}
