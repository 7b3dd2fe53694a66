//! Which clock hangs on the wall of a place: carriers tell local times without a zone.
//!
//! Source: the time-zone database's own `zone1970.tab` for countries with one zone; for those with several, the zone of the state or province
//! that is named (its larger part, where a state is cut). A country that is cut and not named more closely has none.

use jiff::tz::TimeZone;

use crate::tracking::ScanPlace;

/// Countries with one zone, or with one that matters for parcels.
const COUNTRIES: [(&str, &str); 58] = [
    ("AD", "Europe/Andorra"),
    ("AE", "Asia/Dubai"),
    ("AL", "Europe/Tirane"),
    ("AT", "Europe/Vienna"),
    ("BA", "Europe/Sarajevo"),
    ("BE", "Europe/Brussels"),
    ("BG", "Europe/Sofia"),
    ("BY", "Europe/Minsk"),
    ("CH", "Europe/Zurich"),
    ("CN", "Asia/Shanghai"),
    ("CO", "America/Bogota"),
    ("CY", "Asia/Nicosia"),
    ("CZ", "Europe/Prague"),
    ("DE", "Europe/Berlin"),
    ("DK", "Europe/Copenhagen"),
    ("EE", "Europe/Tallinn"),
    ("EG", "Africa/Cairo"),
    ("FI", "Europe/Helsinki"),
    ("FR", "Europe/Paris"),
    ("GB", "Europe/London"),
    ("GI", "Europe/Gibraltar"),
    ("GR", "Europe/Athens"),
    ("HK", "Asia/Hong_Kong"),
    ("HR", "Europe/Zagreb"),
    ("HU", "Europe/Budapest"),
    ("IE", "Europe/Dublin"),
    ("IL", "Asia/Jerusalem"),
    ("IN", "Asia/Kolkata"),
    ("IS", "Atlantic/Reykjavik"),
    ("IT", "Europe/Rome"),
    ("JP", "Asia/Tokyo"),
    ("KR", "Asia/Seoul"),
    ("LI", "Europe/Vaduz"),
    ("LT", "Europe/Vilnius"),
    ("LU", "Europe/Luxembourg"),
    ("LV", "Europe/Riga"),
    ("MA", "Africa/Casablanca"),
    ("MC", "Europe/Monaco"),
    ("MD", "Europe/Chisinau"),
    ("ME", "Europe/Podgorica"),
    ("MK", "Europe/Skopje"),
    ("MT", "Europe/Malta"),
    ("NL", "Europe/Amsterdam"),
    ("NO", "Europe/Oslo"),
    ("NZ", "Pacific/Auckland"),
    ("PL", "Europe/Warsaw"),
    ("RO", "Europe/Bucharest"),
    ("RS", "Europe/Belgrade"),
    ("SE", "Europe/Stockholm"),
    ("SG", "Asia/Singapore"),
    ("SI", "Europe/Ljubljana"),
    ("SK", "Europe/Bratislava"),
    ("SM", "Europe/San_Marino"),
    ("TH", "Asia/Bangkok"),
    ("TR", "Europe/Istanbul"),
    ("TW", "Asia/Taipei"),
    ("UA", "Europe/Kyiv"),
    ("ZA", "Africa/Johannesburg"),
];

/// States and provinces by zone.
const REGIONS: [(&str, &str, &[&str]); 19] = [
    (
        "US",
        "America/New_York",
        &[
            "CT", "DC", "DE", "FL", "GA", "IN", "KY", "MA", "MD", "ME", "MI", "NC", "NH", "NJ", "NY", "OH",
            "PA", "RI", "SC", "VA", "VT", "WV",
        ],
    ),
    (
        "US",
        "America/Chicago",
        &["AL", "AR", "IA", "IL", "KS", "LA", "MN", "MO", "MS", "ND", "NE", "OK", "SD", "TN", "TX", "WI"],
    ),
    ("US", "America/Denver", &["CO", "ID", "MT", "NM", "UT", "WY"]),
    ("US", "America/Phoenix", &["AZ"]),
    ("US", "America/Los_Angeles", &["CA", "NV", "OR", "WA"]),
    ("US", "America/Anchorage", &["AK"]),
    ("US", "Pacific/Honolulu", &["HI"]),
    ("US", "America/Puerto_Rico", &["PR"]),
    ("CA", "America/Toronto", &["ON", "QC"]),
    ("CA", "America/Halifax", &["NB", "NS", "PE"]),
    ("CA", "America/St_Johns", &["NL"]),
    ("CA", "America/Winnipeg", &["MB"]),
    ("CA", "America/Regina", &["SK"]),
    ("CA", "America/Edmonton", &["AB"]),
    ("CA", "America/Vancouver", &["BC"]),
    ("AU", "Australia/Sydney", &["ACT", "NSW", "TAS", "VIC"]),
    ("AU", "Australia/Brisbane", &["QLD"]),
    ("AU", "Australia/Adelaide", &["NT", "SA"]),
    ("AU", "Australia/Perth", &["WA"]),
];

/// The Canaries by the first two digits of their postcodes.
const CANARIES: [&str; 2] = ["35", "38"];

/// The zone of a place; `None` when country and region do not settle it.
pub fn zone(place: &ScanPlace) -> Option<TimeZone> {
    let country = place.country.as_deref()?;
    let name = match country {
        "ES" => Some(if is_canary(place) { "Atlantic/Canary" } else { "Europe/Madrid" }),
        "PT" => Some("Europe/Lisbon"),
        _ => one_of(&COUNTRIES, country).or_else(|| {
            let region = place.region.as_deref()?;
            let named = |(of, _, states): &&(&str, &str, &[&str])| {
                *of == country && states.iter().any(|state| state.eq_ignore_ascii_case(region))
            };
            REGIONS.iter().find(named).map(|(_, zone, _)| *zone)
        }),
    };
    TimeZone::get(name?).ok()
}

fn one_of(table: &[(&'static str, &'static str)], key: &str) -> Option<&'static str> {
    table.iter().find(|(known, _)| *known == key).map(|(_, zone)| *zone)
}

fn is_canary(place: &ScanPlace) -> bool {
    let code = place.postcode.as_deref().unwrap_or_default();
    let region = place.region.as_deref().unwrap_or_default().to_lowercase();
    CANARIES.iter().any(|head| code.len() == 5 && code.starts_with(head))
        || region.contains("palmas")
        || region.contains("tenerife")
        || region.contains("canarias")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_zone_of_the_tables_exists() {
        let regions = REGIONS.iter().map(|(_, zone, _)| *zone);
        for name in COUNTRIES.iter().map(|(_, zone)| *zone).chain(regions) {
            assert!(TimeZone::get(name).is_ok(), "{name}");
        }
    }

    #[test]
    fn a_place_has_the_clock_of_its_wall_or_none() {
        let name = |country: &str, region: &str, postcode: &str| {
            let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
            let place = ScanPlace {
                country: some(country),
                region: some(region),
                postcode: some(postcode),
                ..ScanPlace::default()
            };
            zone(&place).and_then(|zone| zone.iana_name().map(str::to_owned))
        };
        assert_eq!(name("ES", "", "28001").as_deref(), Some("Europe/Madrid"));
        assert_eq!(name("ES", "", "35001").as_deref(), Some("Atlantic/Canary"));
        assert_eq!(name("ES", "Santa Cruz de Tenerife", "").as_deref(), Some("Atlantic/Canary"));
        assert_eq!(name("US", "nc", "").as_deref(), Some("America/New_York"));
        assert_eq!(name("US", "", ""), None, "a country that is cut");
        assert_eq!(name("", "", ""), None);
    }
}
