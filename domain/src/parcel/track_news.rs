//! What a carrier says of a parcel, read once for the webhook and for asking.

use super::{Tracking, TrackingStatus, our_token};
use crate::{
    clock::{At, Day},
    event::Source,
    provider::shippo::wire_track::{Scan, Track},
};

/// Everything told of one number.
#[derive(Debug, Clone)]
pub struct TrackNews {
    /// Our word for the carrier.
    pub carrier: String,
    /// Shippo's word for it.
    pub carrier_shippo: String,
    /// Unique per carrier only.
    pub number: String,
    /// The purchase it belongs to.
    pub transaction: Option<String>,
    /// Whose doing its events are.
    pub source: Source,
    /// When it should arrive: a date, never a moment.
    pub eta: Option<Day>,
    /// What the carrier said, oldest first, each thing once.
    pub scans: Vec<ScanNews>,
}

/// One thing a carrier said.
#[derive(Debug, Clone)]
pub struct ScanNews {
    /// With its time and key.
    pub tracking: Tracking<At>,
    /// Shippo's code.
    pub code: Option<String>,
    /// In the carrier's words.
    pub detail: Option<String>,
    /// Where.
    pub place: Option<String>,
}

impl TrackNews {
    /// Reads a track; `None` without carrier or number, or when its newest word is one that nobody knows.
    pub fn read(track: &Track) -> Option<Self> {
        let carrier_shippo = track.carrier.clone()?;
        let newest = match &track.tracking_status {
            Some(scan) if scan.status.is_some() => Some(read(scan)?),
            _ => None,
        };
        let mut scans: Vec<ScanNews> = newest.into_iter().collect();
        for scan in track.tracking_history.iter().filter_map(read) {
            if !scans.iter().any(|known| known.is_same(&scan)) {
                scans.push(scan);
            }
        }
        // News without a time comes last: it is what was said just now.
        scans.sort_by_key(|scan| (scan.tracking.at.is_none(), scan.tracking.at));
        Some(Self {
            carrier: our_token(&carrier_shippo).to_owned(),
            carrier_shippo,
            number: track.tracking_number.clone()?,
            transaction: track.transaction.clone(),
            source: Source::Shippo,
            eta: track.arrives().map(Day),
            scans,
        })
    }

    /// The newest time among its news.
    pub fn at(&self) -> Option<At> {
        self.scans.iter().filter_map(|scan| scan.tracking.at).max()
    }
}

impl ScanNews {
    /// In test mode the newest word and the same word in the history have different ids and differ by milliseconds.
    fn is_same(&self, other: &Self) -> bool {
        let near = |a: At, b: At| a.0.duration_since(b.0).unsigned_abs().as_millis() <= 1000;
        let times = match (self.tracking.at, other.tracking.at) {
            (Some(a), Some(b)) => near(a, b),
            (None, None) => true,
            _ => false,
        };
        self.tracking.key == other.tracking.key
            || times
                && self.tracking.status == other.tracking.status
                && self.detail == other.detail
                && self.place == other.place
    }
}

fn read(scan: &Scan) -> Option<ScanNews> {
    let status: TrackingStatus = scan.means()?;
    Some(ScanNews {
        tracking: Tracking { status, at: scan.at(), key: scan.key() },
        code: scan.code().map(str::to_owned),
        detail: scan.detail().map(str::to_owned),
        place: scan.place(),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_newest_word_is_not_told_twice() {
        let scan = |id: &str, at: &str, status: &str| json!({ "object_id": id, "status": status, "status_date": at, "status_details": status });
        let track: Track = serde_json::from_value(json!({
            "carrier": "correos_espana", "tracking_number": "PQ1", "eta": "2026-12-01T00:00:00",
            "tracking_status": scan("a", "2026-11-28T16:44:42.586", "TRANSIT"),
            "tracking_history": [
                scan("c", "2026-11-28T16:44:42.589", "TRANSIT"),
                scan("b", "2026-11-27T10:00:00", "PRE_TRANSIT"),
                scan("d", "2026-11-27T11:00:00", "SOMETHING_NEW"),
            ],
        }))
        .unwrap();
        let news = TrackNews::read(&track).unwrap();
        assert_eq!(news.carrier, "correos");
        assert_eq!(news.eta.unwrap().0.to_string(), "2026-12-01");
        let keys: Vec<_> = news.scans.iter().map(|scan| scan.tracking.key.as_str()).collect();
        assert_eq!(keys, ["b", "a"], "oldest first");
    }

    #[test]
    fn a_word_nobody_knows_is_not_guessed_and_null_is_nothing() {
        let track = |status| json!({ "carrier": "ups", "tracking_number": "1Z", "tracking_status": status });
        let read = |status| TrackNews::read(&serde_json::from_value(track(status)).unwrap());
        assert!(read(json!({ "status": "SOMETHING_NEW" })).is_none());
        assert!(read(json!(null)).unwrap().scans.is_empty());
    }
}
