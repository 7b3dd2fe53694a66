//! What staff know of a parcel when it leaves: all of it optional.

use serde::{Deserialize, Serialize};

use super::{Carrier, tracking_url};
use crate::{Fault, Reason};

const LONGEST: usize = 100;
const LONGEST_URL: usize = 1000;

/// Carrier, number and link of a box.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParcelDetails {
    /// A known carrier's key or name, or any other carrier's name.
    pub carrier: Option<String>,
    /// The carrier's number.
    pub tracking_number: Option<String>,
    /// The carrier's page for it.
    pub tracking_url: Option<String>,
}

impl ParcelDetails {
    /// Trimmed, with the carrier's own name and a link where one can be made.
    ///
    /// # Errors
    /// [`Fault::Refused`] for a number or link that cannot be one.
    pub fn check(self) -> Result<Self, Fault> {
        let tidy =
            |text: Option<String>| text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        let carrier = tidy(self.carrier)
            .map(|typed| Carrier::find(&typed).map_or(typed, |known| known.name.to_owned()));
        let number = tidy(self.tracking_number);
        let url = tidy(self.tracking_url);
        if carrier
            .as_ref()
            .is_some_and(|name| name.chars().count() > LONGEST || name.contains(char::is_control))
        {
            return Err(Fault::Refused(Reason::TooLong { most: LONGEST }));
        }
        if number
            .as_ref()
            .is_some_and(|number| number.chars().count() > LONGEST || number.contains(char::is_control))
        {
            return Err(Fault::Refused(Reason::BadTrackingNumber));
        }
        if url.as_ref().is_some_and(|url| !is_web_url(url)) {
            return Err(Fault::Refused(Reason::BadTrackingUrl));
        }
        let url = url.or_else(|| tracking_url(carrier.as_deref()?, number.as_deref()?));
        Ok(Self { carrier, tracking_number: number, tracking_url: url })
    }

    /// Whether nothing is known.
    pub const fn is_empty(&self) -> bool {
        self.carrier.is_none() && self.tracking_number.is_none() && self.tracking_url.is_none()
    }
}

/// A link a page may carry: never `javascript:` and the like.
pub(super) fn is_web_url(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let plain = !url.contains(|c: char| c.is_control() || c.is_whitespace() || matches!(c, '"' | '<' | '>'));
    plain
        && url.len() <= LONGEST_URL
        && rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_alphanumeric() || c == '['))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn details(carrier: &str, number: &str, url: &str) -> Result<ParcelDetails, Fault> {
        let some = |text: &str| Some(text.to_owned());
        ParcelDetails { carrier: some(carrier), tracking_number: some(number), tracking_url: some(url) }
            .check()
    }

    #[test]
    fn a_link_is_made_where_it_can_be() {
        let made = details("correos", " PQ12 ", "").unwrap();
        assert_eq!(made.carrier.as_deref(), Some("Correos"));
        assert!(made.tracking_url.unwrap().ends_with("tracking-number=PQ12"));
        assert_eq!(details("Uncle Bob", "1", " ").unwrap().tracking_url, None);
        assert_eq!(
            details("correos", "1", "https://x.test/1").unwrap().tracking_url.as_deref(),
            Some("https://x.test/1")
        );
        assert!(details("", " ", "").unwrap().is_empty());
    }

    #[test]
    fn what_cannot_be_a_link_or_number_is_refused() {
        for url in ["javascript:alert(1)", "ftp://x", "https://", "https://x\" onclick=\"y", "//x.test"] {
            assert!(matches!(details("ups", "1", url), Err(Fault::Refused(Reason::BadTrackingUrl))), "{url}");
        }
        assert!(matches!(details("ups", "1\u{0}2", ""), Err(Fault::Refused(Reason::BadTrackingNumber))));
        assert!(details("ups", &"9".repeat(101), "").is_err());
    }
}
