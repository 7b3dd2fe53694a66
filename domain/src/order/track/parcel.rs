//! A box as its customer may see it: where its carrier says it is, and what that asks of whom.

use jiff::civil::Date;
use serde::{Deserialize, Deserializer};

use crate::{
    clock::At,
    parcel::TrackingStatus,
    tracking::{
        Action, Attempts, Cause, Meaning, Party, Proof, ScanPlace, TrackingState,
        timeline::{Line, Stop, route},
        watch::Promise,
    },
};

/// So many scans are shown at most, the newest.
const SHOWN: usize = 50;

/// One box on its way to the customer.
#[derive(Debug, Clone, Deserialize)]
pub struct TrackedParcel {
    /// As people write it.
    pub carrier: Option<String>,
    /// The carrier's number.
    pub tracking_number: Option<String>,
    /// The carrier's page.
    pub tracking_url: Option<String>,
    /// When it was made ready.
    pub packed_at: At,
    /// Where it is, as the order's headline sees it.
    pub status: TrackingStatus,
    /// The same more closely: why, and what has to be done.
    pub meaning: Meaning,
    /// When that was so, by the carrier's clock.
    pub at: Option<At>,
    /// The day on which the carrier expects to hand it over, in the place where it goes. A day, not a moment: no zone may shift it.
    pub eta: Option<Date>,
    /// The days that were promised, first to last; the last one stands.
    pub promises: Vec<Promise>,
    /// What was tried at the door.
    #[serde(deserialize_with = "or_nothing")]
    pub attempts: Attempts,
    /// That it was handed over.
    pub proof: Option<Proof>,
    /// What was told of it, newest first.
    #[serde(rename = "timeline", deserialize_with = "newest_first")]
    pub scans: Vec<TrackedScan>,
}

/// One thing that was told of a box.
#[derive(Debug, Clone, Deserialize)]
#[serde(from = "Line")]
pub struct TrackedScan {
    /// Where it was, why, and what had to be done.
    pub meaning: Meaning,
    /// The carrier's own words.
    pub detail: Option<String>,
    /// Their language, where it is known.
    pub language: Option<String>,
    /// Where that was.
    pub place: Option<ScanPlace>,
    /// When; for news without a time, when we heard it.
    pub at: At,
}

fn newest_first<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<TrackedScan>, D::Error> {
    let mut scans = Vec::<TrackedScan>::deserialize(from)?;
    scans.reverse();
    scans.truncate(SHOWN);
    Ok(scans)
}

fn or_nothing<'de, D: Deserializer<'de>>(from: D) -> Result<Attempts, D::Error> {
    Ok(Option::<Attempts>::deserialize(from)?.unwrap_or_default())
}

impl From<Line> for TrackedScan {
    fn from(line: Line) -> Self {
        Self {
            at: line.when(),
            meaning: line.meaning,
            detail: line.words,
            language: line.language,
            place: line.place,
        }
    }
}

/// Why a box waits for somebody to act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hold {
    /// The address cannot be found or entered: the customer helps.
    Address,
    /// Nobody was there: the carrier tries again, or the customer arranges it.
    Missed,
    /// It waits to be collected.
    Pickup,
    /// Customs keep it.
    Customs,
    /// The carrier keeps it, for a question.
    Kept,
    /// Damaged or lost: the shop acts.
    Harmed,
    /// It could not be handed over and comes back: the shop acts.
    ComesBack,
}

impl Hold {
    /// What a meaning asks for, and of whom. One that says nothing of it asks for nothing.
    fn of(Meaning { state, cause, action }: Meaning) -> Option<Self> {
        match (state, cause, action) {
            (TrackingState::Delivered | TrackingState::PreTransit | TrackingState::Unknown, ..) => None,
            (TrackingState::Returning | TrackingState::Returned, ..) => Some(Self::ComesBack),
            (TrackingState::AvailableForPickup, ..) => Some(Self::Pickup),
            (_, Some(Cause::Damaged | Cause::Lost), _) | (_, _, Some(Action::Claim)) => Some(Self::Harmed),
            // DHL's one word for it may be no more than a missed delivery: only who says more says that it comes back.
            (TrackingState::Failed, _, action) => action.map(|_| Self::ComesBack),
            // In the hands of customs is no trouble; held there, or asked for something, is.
            (state, Some(cause), action) if cause.party() == Party::Customs => {
                (state == TrackingState::Delayed || action.is_some() || cause != Cause::Customs)
                    .then_some(Self::Customs)
            }
            (_, Some(Cause::Address | Cause::Moved | Cause::NoAccess), _)
            | (_, _, Some(Action::CorrectAddress | Action::GiveAccess)) => Some(Self::Address),
            (_, _, Some(Action::PickUp)) => Some(Self::Pickup),
            (TrackingState::Attempted, ..) | (_, _, Some(Action::ChooseDay)) => Some(Self::Missed),
            (_, _, Some(Action::ContactCarrier | Action::SendPapers | Action::Pay)) => Some(Self::Kept),
            _ => None,
        }
    }
}

impl TrackedParcel {
    /// A box of which its carrier has told nothing.
    pub const fn packed(packed_at: At) -> Self {
        Self {
            carrier: None,
            tracking_number: None,
            tracking_url: None,
            packed_at,
            status: TrackingStatus::Unknown,
            meaning: Meaning::UNKNOWN,
            at: None,
            eta: None,
            promises: Vec::new(),
            attempts: Attempts { count: None, next: None, until: None },
            proof: None,
            scans: Vec::new(),
        }
    }

    /// Adds the newest thing its carrier told, and believes it.
    #[must_use]
    pub fn told(mut self, scan: TrackedScan) -> Self {
        self.status = scan.status();
        self.meaning = scan.meaning;
        self.at = Some(scan.at);
        self.scans.insert(0, scan);
        self
    }

    /// Whether the customer has it.
    pub fn has_arrived(&self) -> bool {
        self.status == TrackingStatus::Delivered
    }

    /// Whether it may still reach the customer: it has not, and is not on its way back.
    pub fn is_to_come(&self) -> bool {
        !matches!(self.status, TrackingStatus::Delivered | TrackingStatus::Returned)
    }

    /// Why it waits, where it does.
    pub fn hold(&self) -> Option<Hold> {
        Hold::of(self.meaning)
    }

    /// The towns it came through, oldest first.
    pub fn route(&self) -> Vec<Stop> {
        let oldest_first = self.scans.iter().rev();
        route(oldest_first.map(|scan| (scan.meaning.state, scan.place.as_ref(), Some(scan.at))))
    }
}

impl TrackedScan {
    /// A scan that says so much and no more.
    pub const fn new(meaning: Meaning, at: At) -> Self {
        Self { meaning, detail: None, language: None, place: None, at }
    }

    /// Where it was, as the order's headline sees it.
    pub fn status(&self) -> TrackingStatus {
        self.meaning.status()
    }

    /// Why it waits, where it does.
    pub fn hold(&self) -> Option<Hold> {
        Hold::of(self.meaning)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_carriers_say_becomes_who_acts() {
        use TrackingState::*;
        let of = Meaning::of;
        let table = [
            (of(InTransit).because(Cause::Address).needs(Action::CorrectAddress), Some(Hold::Address)),
            (of(Attempted).because(Cause::NoAccess).needs(Action::GiveAccess), Some(Hold::Address)),
            (of(Attempted).because(Cause::NotHome), Some(Hold::Missed)),
            (of(InTransit).needs(Action::ChooseDay), Some(Hold::Missed)),
            (of(AvailableForPickup).needs(Action::PickUp), Some(Hold::Pickup)),
            (of(Failed).because(Cause::Lost).needs(Action::Claim), Some(Hold::Harmed)),
            (of(Failed).needs(Action::ContactCarrier), Some(Hold::ComesBack)),
            (of(Failed), None),
            (of(InTransit).needs(Action::ContactCarrier), Some(Hold::Kept)),
            (of(Delayed).because(Cause::Customs), Some(Hold::Customs)),
            (of(InTransit).because(Cause::CustomsDuties), Some(Hold::Customs)),
            (of(InTransit).because(Cause::Customs), None),
            (of(Delayed).because(Cause::Weather), None),
            (of(Returning), Some(Hold::ComesBack)),
            (of(InTransit), None),
            (of(Delivered).because(Cause::NotHome), None),
            (Meaning::UNKNOWN, None),
        ];
        for (meaning, hold) in table {
            assert_eq!(Hold::of(meaning), hold, "{meaning:?}");
        }
    }

    #[test]
    fn the_newest_scan_stands_first_and_the_oldest_of_many_are_left_out() {
        let line = |second| {
            let (at, state) = (At::from_second(second), TrackingState::InTransit);
            serde_json::json!({ "at": at, "heard_at": at, "meaning": Meaning::of(state), "place": null, "words": null,
                "language": null, "code": null, "sources": ["ups"] })
        };
        let packed = At::from_second(0);
        let parcel: TrackedParcel = serde_json::from_value(serde_json::json!({
            "packed_at": packed, "status": "transit", "meaning": Meaning::of(TrackingState::InTransit), "promises": [],
            "attempts": null, "timeline": (0..60).map(line).collect::<Vec<_>>(),
        }))
        .unwrap();
        assert_eq!((parcel.scans.len(), parcel.scans[0].at), (SHOWN, At::from_second(59)));
    }
}
