//! How long silence is nothing to worry about, by carrier and lane.
//!
//! The days are our judgement, not the carriers' promise: a lane within a country is scanned daily, one over a border is silent between two
//! posts for a week and more.

use jiff::{ToSpan, civil::Date};
use serde::{Deserialize, Serialize};

/// What lies between where it comes from and where it goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lane {
    /// Nothing.
    Domestic,
    /// A border without customs.
    Union,
    /// Customs.
    Abroad,
}

/// The customs union of the European Union.
const UNION: [&str; 27] = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT",
    "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
];

impl Lane {
    /// The lane between two countries (ISO 3166-1 alpha-2).
    pub fn between(from: &str, to: &str) -> Self {
        let inside = |country: &str| UNION.contains(&country);
        if from == to {
            Self::Domestic
        } else if inside(from) && inside(to) {
            Self::Union
        } else {
            Self::Abroad
        }
    }
}

/// How many working days of silence are nothing to worry about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// From the label to the first scan.
    pub unscanned: i32,
    /// From one scan to the next.
    pub silent: i32,
    /// In the hands of customs.
    pub customs: i32,
    /// Waiting to be fetched, when nobody says until when.
    pub waiting: i32,
}

/// Silent days by carrier: within the country, within the union, beyond.
const SILENT: [(&str, [i32; 3]); 5] = [
    ("ups", [2, 3, 4]),
    ("fedex", [2, 3, 4]),
    ("dhl_express", [2, 2, 4]),
    ("correos", [3, 6, 12]),
    ("usps", [4, 12, 12]),
];
const OTHERS: [i32; 3] = [3, 6, 10];

impl Patience {
    /// What is usual for a carrier (our key) on a lane.
    pub fn usual(carrier: &str, lane: Lane) -> Self {
        let days = SILENT.iter().find(|(known, _)| *known == carrier).map_or(OTHERS, |(_, days)| *days);
        let silent = match lane {
            Lane::Domestic => days[0],
            Lane::Union => days[1],
            Lane::Abroad => days[2],
        };
        Self { unscanned: 2, silent, customs: 3, waiting: 5 }
    }
}

/// Working days (Monday to Friday) from a day, not counted, to another, counted; none when that is earlier.
pub fn working_days(from: Date, to: Date) -> i32 {
    let mut days = 0;
    let mut day = from;
    while day < to {
        day = day.saturating_add(1.day());
        days += i32::from(day.weekday().to_monday_zero_offset() < 5);
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weekend_is_no_silence() {
        let days = |from: &str, to: &str| working_days(from.parse().unwrap(), to.parse().unwrap());
        assert_eq!(days("2026-11-27", "2026-11-30"), 1, "Friday to Monday");
        assert_eq!(days("2026-11-28", "2026-11-29"), 0, "a weekend");
        assert_eq!(days("2026-11-23", "2026-11-30"), 5);
        assert_eq!(days("2026-11-30", "2026-11-23"), 0);
    }

    #[test]
    fn lanes_and_carriers_have_their_own_patience() {
        assert_eq!(Lane::between("ES", "ES"), Lane::Domestic);
        assert_eq!(Lane::between("ES", "RO"), Lane::Union);
        assert_eq!(Lane::between("ES", "GB"), Lane::Abroad);
        let silent = |carrier, lane| Patience::usual(carrier, lane).silent;
        assert!(silent("ups", Lane::Domestic) < silent("correos", Lane::Domestic));
        assert!(silent("correos", Lane::Domestic) < silent("correos", Lane::Abroad));
        assert_eq!(silent("uncle_bob", Lane::Union), 6);
    }
}
