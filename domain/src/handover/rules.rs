//! Until when a wish is taken, and when somebody may say that nothing came. Pure: pages and verbs ask the same.

use crate::{Reason, clock::At, order::Status, parcel::TrackingStatus, workflow::Definition};

/// So many days after it arrived somebody may still say here that it did not; later, they write to a person.
pub const REPORT_DAYS: i64 = 14;

/// A box on its way to the customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BoxAt {
    /// What is believed of it.
    pub status: TrackingStatus,
    /// Since when, by the carrier's clock.
    pub at: Option<At>,
}

/// What these rules look at.
#[derive(Debug, Clone)]
pub struct Facts<'a> {
    /// Headline.
    pub status: Status,
    /// The graph it moves in.
    pub workflow: &'a Definition,
    /// Whether a place of the shop's hands it over itself.
    pub booked: bool,
    /// Its boxes, as far as they exist.
    pub boxes: Vec<BoxAt>,
    /// When the whole of it arrived.
    pub delivered_at: Option<At>,
}

impl Facts<'_> {
    /// Whether a carrier brings it: no place of ours does, and it is sent at all. What is downloaded or fetched at a counter never ships.
    pub fn carried(&self) -> bool {
        let ships = || self.workflow.stages.iter().any(|stage| stage.status == Status::Shipped);
        !self.booked && (!self.boxes.is_empty() || ships())
    }

    /// Whether a wish still reaches somebody: not once any of it is on the last vehicle or has found its end.
    ///
    /// # Errors
    /// Why not, with whom to ask: the carrier, or `contact`.
    pub fn may_choose(&self, contact: &str) -> Result<(), Reason> {
        use TrackingStatus::{Delivered, OutForDelivery, Returned};
        let contact = || contact.to_owned();
        let gone = |one: &BoxAt| matches!(one.status, OutForDelivery | Delivered | Returned);
        if matches!(self.status, Status::Cancelled | Status::Returned) {
            Err(Reason::Ended { status: self.status })
        } else if !self.carried() {
            Err(Reason::NotCarried { contact: contact() })
        } else if matches!(self.status, Status::OutForDelivery | Status::Delivered)
            || self.boxes.iter().any(gone)
        {
            Err(Reason::WithTheDriver { contact: contact() })
        } else {
            Ok(())
        }
    }

    /// When the newest of it arrived, by the carrier's word, or by the shop's where there is no carrier's.
    fn arrived_at(&self) -> Option<At> {
        let arrived = self.boxes.iter().filter(|one| one.status == TrackingStatus::Delivered);
        let told = arrived.filter_map(|one| one.at.or(self.delivered_at)).max();
        told.or(self.delivered_at.filter(|_| self.status == Status::Delivered))
    }

    /// Whether its customer may say now that it did not come.
    ///
    /// # Errors
    /// Why not, with whom to write to.
    pub fn may_report(&self, now: At, contact: &str) -> Result<(), Reason> {
        let contact = || contact.to_owned();
        if matches!(self.status, Status::Cancelled | Status::Returned) {
            return Err(Reason::Ended { status: self.status });
        }
        if !self.carried() {
            return Err(Reason::NotCarried { contact: contact() });
        }
        match self.arrived_at() {
            None => Err(Reason::NotThereYet { contact: contact() }),
            Some(at) if at.seconds_until(now) > REPORT_DAYS * 24 * 3600 => {
                Err(Reason::ThereForLong { days: REPORT_DAYS, contact: contact() })
            }
            Some(_) => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workflow::preset;

    fn at(text: &str) -> At {
        At(text.parse().unwrap())
    }

    fn facts<'a>(workflow: &'a Definition, status: Status, boxes: &[TrackingStatus]) -> Facts<'a> {
        let one = |status: &TrackingStatus| BoxAt { status: *status, at: Some(at("2026-11-26T12:00:00Z")) };
        Facts { status, workflow, booked: false, boxes: boxes.iter().map(one).collect(), delivered_at: None }
    }

    #[test]
    fn a_wish_is_taken_until_any_box_is_with_its_driver() {
        use TrackingStatus::{Delayed, Delivered, Exception, OutForDelivery, PreTransit, Returned, Transit};
        let workflow = preset("print-factory").unwrap();
        let open: [(Status, &[TrackingStatus]); 5] = [
            (Status::Confirmed, &[]),
            (Status::Processing, &[PreTransit]),
            (Status::Shipped, &[Transit, PreTransit]),
            (Status::Delayed, &[Delayed]),
            (Status::Exception, &[Exception]),
        ];
        for (status, boxes) in open {
            assert_eq!(facts(&workflow, status, boxes).may_choose("x"), Ok(()), "{status:?} {boxes:?}");
        }
        let shut: [(Status, &[TrackingStatus]); 6] = [
            (Status::Shipped, &[Transit, OutForDelivery]),
            (Status::Exception, &[Exception, OutForDelivery]),
            (Status::Shipped, &[Delivered, Transit]),
            (Status::Exception, &[Returned]),
            (Status::OutForDelivery, &[]),
            (Status::Delivered, &[]),
        ];
        for (status, boxes) in shut {
            let why = facts(&workflow, status, boxes).may_choose("x").unwrap_err();
            assert_eq!(why, Reason::WithTheDriver { contact: "x".into() }, "{status:?} {boxes:?}");
        }
        for status in [Status::Cancelled, Status::Returned] {
            assert_eq!(facts(&workflow, status, &[]).may_choose("x"), Err(Reason::Ended { status }));
        }
    }

    #[test]
    fn what_no_carrier_brings_has_no_driver() {
        for (key, carried) in [
            ("standard", true),
            ("print-factory", true),
            ("studio", true),
            ("kitchen", false),
            ("digital", false),
            ("subscription", false),
        ] {
            let workflow = preset(key).unwrap();
            assert_eq!(facts(&workflow, Status::Confirmed, &[]).carried(), carried, "{key}");
            // What is in a box with a number is carried, whatever its workflow is called.
            assert!(facts(&workflow, Status::Confirmed, &[TrackingStatus::Unknown]).carried(), "{key}");
            let booked = Facts { booked: true, ..facts(&workflow, Status::Confirmed, &[]) };
            assert!(matches!(booked.may_choose("x"), Err(Reason::NotCarried { .. })), "{key}");
            assert!(matches!(
                booked.may_report(at("2026-11-26T12:00:00Z"), "x"),
                Err(Reason::NotCarried { .. })
            ));
        }
    }

    #[test]
    fn nothing_came_is_said_of_what_arrived_and_for_a_fortnight() {
        use TrackingStatus::{Delivered, Transit};
        let workflow = preset("print-factory").unwrap();
        let (soon, last) = (at("2026-11-26T12:00:00Z"), at("2026-12-10T12:00:00Z"));
        let late = at("2026-12-10T12:00:01Z");
        for boxes in [&[Delivered][..], &[Delivered, Transit]] {
            let status = if boxes.len() == 1 { Status::Delivered } else { Status::Shipped };
            let facts = facts(&workflow, status, boxes);
            assert_eq!((facts.may_report(soon, "x"), facts.may_report(last, "x")), (Ok(()), Ok(())));
            assert!(matches!(facts.may_report(late, "x"), Err(Reason::ThereForLong { days: 14, .. })));
        }
        for status in [Status::Confirmed, Status::Shipped, Status::OutForDelivery] {
            let why = facts(&workflow, status, &[Transit]).may_report(soon, "x");
            assert!(matches!(why, Err(Reason::NotThereYet { .. })), "{status:?}");
        }
        // The shop's own word, of a box whose carrier tells nothing.
        let untold = Facts {
            delivered_at: Some(soon),
            ..facts(&workflow, Status::Delivered, &[TrackingStatus::Unknown])
        };
        assert_eq!(untold.may_report(last, "x"), Ok(()));
        assert!(untold.may_report(late, "x").is_err());
        assert!(facts(&workflow, Status::Returned, &[Delivered]).may_report(soon, "x").is_err());
    }
}
