//! Reading what Shippo writes: decimal strings, moments with and without zone, fields that are sometimes something else.

use iso_currency::Currency;
use jiff::{
    Timestamp,
    civil::{Date, DateTime},
    tz::TimeZone,
};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use crate::clock::At;
pub(super) use crate::provider::lenient::{lenient, text};

/// Minor units as Shippo writes amounts: `12.90`.
pub fn decimal(minor: i64, currency: &str) -> String {
    let exponent = Currency::from_code(&currency.to_ascii_uppercase())
        .and_then(Currency::exponent)
        .map_or(2, usize::from);
    let scale = 10_u64.pow(u32::try_from(exponent).unwrap_or(2));
    let sign = if minor < 0 { "-" } else { "" };
    let minor = minor.unsigned_abs();
    if exponent == 0 {
        return format!("{sign}{minor}");
    }
    format!("{sign}{}.{:0exponent$}", minor / scale, minor % scale)
}

/// A moment, with a zone or without one: then it is UTC.
pub fn moment(text: &str) -> Option<At> {
    let text = text.trim();
    let at: Timestamp = match text.parse() {
        Ok(at) => at,
        Err(_) => text.parse::<DateTime>().ok()?.to_zoned(TimeZone::UTC).ok()?.timestamp(),
    };
    // PostgreSQL keeps microseconds; finer news would look newer than itself.
    Some(At(Timestamp::from_microsecond(at.as_microsecond()).unwrap_or(at)))
}

/// A day as it stands written. Never converted between zones: an ETA is a date, and conversion puts it a day off
/// (`goshippo/shippo-node-client#52`).
pub(super) fn day(text: &str) -> Option<Date> {
    text.trim().get(..10)?.parse().ok()
}

/// An id, or the object itself.
pub(super) fn id<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    Ok(match Value::deserialize(from)? {
        Value::String(id) if !id.is_empty() => Some(id),
        Value::Object(object) => object.get("object_id").and_then(Value::as_str).map(str::to_owned),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::money::Money;

    #[test]
    fn amounts_are_written_as_shippo_writes_them() {
        assert_eq!(decimal(5, "EUR"), "0.05");
        assert_eq!(decimal(1200, "JPY"), "1200");
    }

    #[test]
    fn a_moment_without_zone_is_utc_and_a_date_stays_what_is_written() {
        let with = moment("2018-07-30T18:49:42.586Z").unwrap();
        assert_eq!(moment("2018-07-30T18:49:42.586").unwrap(), with);
        assert_eq!(moment("2018-07-30T20:49:42.586+02:00").unwrap(), with);
        assert_eq!(moment("yesterday"), None);
        for written in
            ["2026-09-05T00:00:00Z", "2026-09-05T00:00:00-07:00", "2026-09-05T23:30:00", "2026-09-05"]
        {
            assert_eq!(day(written).unwrap().to_string(), "2026-09-05", "{written}");
        }
        assert_eq!(day("soon"), None);
    }

    proptest! {
        #[test]
        fn amounts_go_there_and_back(amount in 0_i64..1_000_000_000, code in prop::sample::select(vec!["EUR", "JPY", "BHD"])) {
            prop_assert_eq!(Money::from_decimal(&decimal(amount, code), code).map(|money| money.minor), Some(amount));
        }
    }
}
