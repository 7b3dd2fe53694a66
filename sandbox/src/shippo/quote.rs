//! What each service asks for a shipment: by weight, by distance and by border, always the same for the same parcel.

use serde_json::{Map, Value};

use super::body::text;
use super::border;
use super::carriers::Carrier;

/// Where a service goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Within the country.
    Home,
    /// To other countries.
    Abroad,
    /// Both.
    Anywhere,
}

/// One service of one carrier.
#[derive(Debug)]
pub struct Service {
    /// The carrier's token.
    pub carrier: &'static str,
    /// `ups_standard`
    pub token: &'static str,
    /// As a person reads it.
    pub name: &'static str,
    /// Senders of this country only, or of all but those of `not`.
    from: Option<&'static str>,
    not: Option<&'static str>,
    reach: Reach,
    /// Euro cents for the first parcel of nothing next door, and for each kilogram.
    base: i64,
    per_kilogram: i64,
    /// Days within the country; the border adds some.
    days: i64,
}

const fn service(
    carrier: &'static str,
    token: &'static str,
    name: &'static str,
    (from, not): (Option<&'static str>, Option<&'static str>),
    reach: Reach,
    [base, per_kilogram, days]: [i64; 3],
) -> Service {
    Service { carrier, token, name, from, not, reach, base, per_kilogram, days }
}

const US: (Option<&str>, Option<&str>) = (Some("US"), None);
const ES: (Option<&str>, Option<&str>) = (Some("ES"), None);
const REST: (Option<&str>, Option<&str>) = (None, Some("US"));
const ALL: (Option<&str>, Option<&str>) = (None, None);

/// Every service there is.
pub const SERVICES: [Service; 17] = [
    service("correos_espana", "correos_standard_home", "Paq Standard", ES, Reach::Anywhere, [390, 60, 3]),
    service("correos_espana", "correos_premium_home", "Paq Premium", ES, Reach::Home, [520, 80, 1]),
    service("ups", "ups_standard", "Standard®", REST, Reach::Anywhere, [690, 95, 2]),
    service("ups", "ups_saver", "Saver®", REST, Reach::Anywhere, [1180, 160, 1]),
    service("ups", "ups_express", "Express®", REST, Reach::Abroad, [1620, 210, 1]),
    service(
        "dhl_express",
        "dhl_express_domestic_express_doc",
        "Domestic Express",
        REST,
        Reach::Home,
        [990, 140, 1],
    ),
    service(
        "dhl_express",
        "dhl_express_worldwide_nondoc",
        "Express Worldwide",
        ALL,
        Reach::Abroad,
        [1490, 230, 1],
    ),
    service(
        "dhl_express",
        "dhl_express_economy_select_nondoc",
        "Economy Select",
        REST,
        Reach::Abroad,
        [1050, 150, 3],
    ),
    service("usps", "usps_ground_advantage", "Ground Advantage", US, Reach::Home, [540, 110, 4]),
    service("usps", "usps_priority", "Priority Mail", US, Reach::Home, [760, 150, 2]),
    service("usps", "usps_priority_express", "Priority Mail Express", US, Reach::Home, [2450, 320, 1]),
    service(
        "usps",
        "usps_priority_mail_international",
        "Priority Mail International",
        US,
        Reach::Abroad,
        [2900, 450, 6],
    ),
    service("ups", "ups_ground", "Ground", US, Reach::Home, [920, 120, 4]),
    service("ups", "ups_second_day_air", "2nd Day Air®", US, Reach::Home, [1890, 260, 2]),
    service("ups", "ups_next_day_air", "Next Day Air®", US, Reach::Home, [3300, 420, 1]),
    service("ups", "ups_expedited", "Expedited®", US, Reach::Abroad, [3100, 500, 4]),
    service("ups", "ups_saver", "Worldwide Saver®", US, Reach::Abroad, [4200, 650, 2]),
];

/// A price and a promise.
#[derive(Debug, Clone, Copy)]
pub struct Quote {
    /// Which service.
    pub service: &'static Service,
    /// Euro cents.
    pub cents: i64,
    /// Calendar days, more or less.
    pub days: i64,
    /// The tariff's distance class.
    pub zone: i64,
}

/// What this carrier asks between two addresses for this many grams in so many parcels.
pub fn quotes(
    carrier: &Carrier,
    from: &Map<String, Value>,
    to: &Map<String, Value>,
    grams: f64,
    parcels: i64,
) -> Vec<Quote> {
    let (home, away) = (text(from, "country"), text(to, "country"));
    let zone = zone(from, to);
    SERVICES
        .iter()
        .filter(|service| service.carrier == carrier.token && offered(service, &home, &away))
        .map(|service| {
            // Tariffs go by the half kilogram begun.
            let halves = (grams / 500.0).ceil().max(1.0) as i64;
            let plain = service.base * parcels + service.per_kilogram * halves / 2;
            let far = if home == away { zone / 4 } else { zone - 4 };
            Quote { service, cents: plain * (100 + 6 * zone) / 100, days: service.days + far, zone }
        })
        .collect()
}

fn offered(service: &Service, home: &str, away: &str) -> bool {
    let reach = match service.reach {
        Reach::Anywhere => true,
        Reach::Home => home == away,
        Reach::Abroad => home != away,
    };
    reach && service.from.is_none_or(|only| only == home) && service.not != Some(home)
}

/// 1 to 4 within a country, by how far apart the postcodes begin; 5 within the customs union; 9 beyond.
fn zone(from: &Map<String, Value>, to: &Map<String, Value>) -> i64 {
    let (home, away) = (text(from, "country"), text(to, "country"));
    if border::crosses(&home, &away) {
        return 9;
    }
    if home != away {
        return 5;
    }
    let region = |address| {
        let digits: String = text(address, "zip").chars().filter(char::is_ascii_digit).take(2).collect();
        digits.parse::<i64>().unwrap_or(0)
    };
    1 + ((region(from) - region(to)).abs() / 10).min(3)
}
