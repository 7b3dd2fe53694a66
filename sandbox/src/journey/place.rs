//! Where a scan was made, and what the clock on the wall said there: most carriers write that, and not all of them the zone.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// See the module.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// `Madrid`
    pub city: String,
    /// State or province, where the country has them in addresses.
    #[serde(default)]
    pub state: String,
    /// The postcode.
    #[serde(default)]
    pub zip: String,
    /// ISO 3166-1, two letters.
    pub country: String,
    /// `Europe/Madrid`; where it is not given, the country's.
    #[serde(default)]
    pub zone: String,
}

/// A town by name, or all of it.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum Said {
    /// One of [`TOWNS`].
    Town(String),
    /// Any other.
    Place(Place),
}

/// City, state, postcode, country, zone. The first of a country is where its zone comes from.
const TOWNS: [[&str; 5]; 24] = [
    ["Madrid", "", "28013", "ES", "Europe/Madrid"],
    ["Barcelona", "", "08007", "ES", "Europe/Madrid"],
    ["Sevilla", "", "41001", "ES", "Europe/Madrid"],
    ["Valencia", "", "46002", "ES", "Europe/Madrid"],
    ["Zaragoza", "", "50001", "ES", "Europe/Madrid"],
    ["Lleida", "", "25001", "ES", "Europe/Madrid"],
    ["Las Palmas", "", "35002", "ES", "Atlantic/Canary"],
    ["New York", "NY", "10001", "US", "America/New_York"],
    ["Charlotte", "NC", "28202", "US", "America/New_York"],
    ["Louisville", "KY", "40213", "US", "America/New_York"],
    ["Memphis", "TN", "38118", "US", "America/Chicago"],
    ["Chicago", "IL", "60611", "US", "America/Chicago"],
    ["Seattle", "WA", "98101", "US", "America/Los_Angeles"],
    ["Los Angeles", "CA", "90012", "US", "America/Los_Angeles"],
    ["Leipzig", "", "04435", "DE", "Europe/Berlin"],
    ["Köln", "", "50667", "DE", "Europe/Berlin"],
    ["Amsterdam", "", "1043 AG", "NL", "Europe/Amsterdam"],
    ["London", "", "EC1A 1BB", "GB", "Europe/London"],
    ["Paris", "", "75001", "FR", "Europe/Paris"],
    ["București", "", "010011", "RO", "Europe/Bucharest"],
    ["Chișinău", "", "2001", "MD", "Europe/Chisinau"],
    ["Moscow", "", "101000", "RU", "Europe/Moscow"],
    ["Johannesburg", "", "2000", "ZA", "Africa/Johannesburg"],
    ["Cape Town", "", "8001", "ZA", "Africa/Johannesburg"],
];

impl Said {
    /// The place; a sentence when no town is called so.
    pub fn place(self) -> Result<Place, String> {
        match self {
            Self::Town(name) => {
                Place::town(&name).ok_or(format!("no such town: {name}; write its city, country and zone"))
            }
            Self::Place(place) => {
                let zone =
                    if place.zone.is_empty() { zone_of(&place.country).to_owned() } else { place.zone };
                TimeZone::get(&zone).map_err(|error| error.to_string())?;
                Ok(Place { zone, ..place })
            }
        }
    }
}

fn zone_of(country: &str) -> &'static str {
    TOWNS.iter().find(|town| town[3] == country).map_or("UTC", |town| town[4])
}

impl Place {
    /// One everybody knows.
    pub fn town(name: &str) -> Option<Self> {
        let found = TOWNS.iter().find(|town| town[0].eq_ignore_ascii_case(name))?;
        let [city, state, zip, country, zone] = found.map(str::to_owned);
        Some(Self { city, state, zip, country, zone })
    }

    /// One of Shippo's addresses.
    pub fn of_shippo(address: &Value) -> Option<Self> {
        let text = |name: &str| address[name].as_str().unwrap_or_default().to_owned();
        let (city, country) = (text("city"), text("country"));
        let known = Self::town(&city).filter(|town| town.country == country);
        let zone = known.map_or_else(|| zone_of(&country).to_owned(), |town| town.zone);
        let place = Self { city, state: text("state"), zip: text("zip"), country, zone };
        (!place.country.is_empty()).then_some(place)
    }

    /// Unix milliseconds as the wall's clock there writes them, in strftime's letters.
    pub fn local(&self, at: i64, format: &str) -> String {
        let zone = TimeZone::get(&self.zone).unwrap_or(TimeZone::UTC);
        let moment = Timestamp::from_millisecond(at).unwrap_or(Timestamp::UNIX_EPOCH);
        moment.to_zoned(zone).strftime(format).to_string()
    }
}

/// The same in Greenwich.
pub fn utc(at: i64, format: &str) -> String {
    Place::default().local(at, format)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn walls_say_what_they_say_in_summer_and_in_winter() {
        let (madrid, seattle) = (Place::town("Madrid").unwrap(), Place::town("seattle").unwrap());
        let (winter, summer) = (1_767_268_800_000, 1_783_080_000_000);
        assert_eq!(madrid.local(winter, "%H:%M %:z"), "13:00 +01:00");
        assert_eq!(madrid.local(summer, "%H:%M %:z"), "14:00 +02:00");
        assert_eq!(seattle.local(winter, "%Y%m%d %H%M%S"), "20260101 040000");
        assert_eq!(utc(winter, "%H"), "12");
    }

    #[test]
    fn every_town_has_a_zone() {
        assert!(TOWNS.iter().all(|town| TimeZone::get(town[4]).is_ok()));
        assert!(Said::Town("Atlantis".to_owned()).place().is_err());
        let place = Place { city: "Ávila".to_owned(), country: "ES".to_owned(), ..Place::default() };
        assert_eq!(Said::Place(place).place().unwrap().zone, "Europe/Madrid");
    }
}
