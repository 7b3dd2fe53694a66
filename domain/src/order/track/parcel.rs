//! A box as its customer may see it: where its carrier says it is, and what that asks of whom.

use jiff::civil::Date;
use serde::Deserialize;

use crate::{clock::At, parcel::TrackingStatus};

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
    /// Where it is.
    pub status: TrackingStatus,
    /// When that was so, by the carrier's clock.
    pub at: Option<At>,
    /// Shippo's finer word for it.
    pub(super) substatus: Option<String>,
    /// The day on which the carrier expects to hand it over, in the place where it goes. A day, not a moment: no zone may shift it.
    pub eta: Option<Date>,
    /// What its carrier told, newest first.
    pub scans: Vec<TrackedScan>,
}

/// One thing a carrier told of a box.
#[derive(Debug, Clone, Deserialize)]
pub struct TrackedScan {
    /// Where it was.
    pub status: TrackingStatus,
    /// Shippo's finer word for it.
    pub(super) substatus: Option<String>,
    /// The carrier's own words, in whatever language.
    pub detail: Option<String>,
    /// Where that was.
    pub place: Option<String>,
    /// When; for news without a time, when we heard it.
    pub at: At,
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
    /// The carrier keeps it, for customs or a question.
    Kept,
    /// Damaged or lost: the shop acts.
    Harmed,
    /// It could not be handed over and comes back: the shop acts.
    ComesBack,
}

impl Hold {
    /// What Shippo's codes of <https://docs.goshippo.com/docs/tracking/tracking> ask for. A code we do not know says nothing.
    fn of(status: TrackingStatus, substatus: Option<&str>) -> Option<Self> {
        match (status, substatus.unwrap_or_default()) {
            (TrackingStatus::Delivered | TrackingStatus::PreTransit, _) => None,
            (_, "address_issue" | "location_inaccessible") => Some(Self::Address),
            (_, "delivery_attempted" | "notice_left" | "reschedule_delivery") => Some(Self::Missed),
            (_, "pickup_available") => Some(Self::Pickup),
            (_, "package_held" | "contact_carrier") => Some(Self::Kept),
            (_, "package_damaged" | "package_lost" | "package_disposed") => Some(Self::Harmed),
            (TrackingStatus::Returned, _) | (_, "package_undeliverable") => Some(Self::ComesBack),
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
            at: None,
            substatus: None,
            eta: None,
            scans: Vec::new(),
        }
    }

    /// Adds the newest thing its carrier told, and believes it.
    #[must_use]
    pub fn told(mut self, scan: TrackedScan) -> Self {
        self.status = scan.status;
        self.at = Some(scan.at);
        self.substatus.clone_from(&scan.substatus);
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
        Hold::of(self.status, self.substatus.as_deref())
    }
}

impl TrackedScan {
    /// A scan of a status, with Shippo's finer word where there is one.
    pub fn new(status: TrackingStatus, substatus: Option<&str>, at: At) -> Self {
        Self { status, substatus: substatus.map(str::to_owned), detail: None, place: None, at }
    }

    /// Why it waits, where it does.
    pub fn hold(&self) -> Option<Hold> {
        Hold::of(self.status, self.substatus.as_deref())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn carriers_codes_become_who_acts() {
        use TrackingStatus::{Delivered, Exception, OutForDelivery, Returned, Transit};
        let table = [
            (Exception, Some("address_issue"), Some(Hold::Address)),
            (Exception, Some("notice_left"), Some(Hold::Missed)),
            (OutForDelivery, Some("pickup_available"), Some(Hold::Pickup)),
            (Exception, Some("package_lost"), Some(Hold::Harmed)),
            (Returned, Some("return_to_sender"), Some(Hold::ComesBack)),
            (Returned, None, Some(Hold::ComesBack)),
            (Exception, Some("a_new_code"), None),
            (Transit, Some("package_arrived"), None),
            (Delivered, Some("notice_left"), None),
        ];
        for (status, substatus, hold) in table {
            assert_eq!(Hold::of(status, substatus), hold, "{status:?} {substatus:?}");
        }
    }
}
