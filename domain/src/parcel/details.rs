//! What staff know of a parcel when it leaves: all of it optional.

use serde::{Deserialize, Serialize};

use super::{Carrier, tracking_url};
use crate::{
    Fault, Reason,
    tracking::number::{keep, recognise},
};

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
    /// With the carrier its number tells, when nobody named one and the number leaves no doubt.
    #[must_use]
    pub fn or_suggested(self) -> Self {
        let said = self.carrier.filter(|carrier| !carrier.trim().is_empty());
        let told = || recognise(self.tracking_number.as_deref()?).sure().map(str::to_owned);
        Self { carrier: said.or_else(told), ..self }
    }

    /// Trimmed, with the carrier's own name, the number as the carrier writes it, and a link where one can be made. A page's address
    /// pasted as a number gives up its number, and is the link where we cannot make that carrier's own.
    ///
    /// # Errors
    /// [`Fault::Refused`] for a number or link that cannot be one.
    pub fn check(self) -> Result<Self, Fault> {
        let tidy =
            |text: Option<String>| text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        let carrier = tidy(self.carrier)
            .map(|typed| Carrier::find(&typed).map_or(typed, |known| known.name.to_owned()));
        let known = carrier.as_deref().and_then(Carrier::find);
        let ours = carrier.is_none() || known.is_some();
        let kept = tidy(self.tracking_number).map(|typed| keep(&typed, ours)).unwrap_or_default();
        let of_this = kept.page_of.is_some_and(|key| known.is_some_and(|known| known.key == key));
        let pasted = kept.address.filter(|_| !of_this);
        let number = kept.number;
        if number.is_none() && pasted.as_ref().is_some_and(|pasted| !is_web_url(pasted)) {
            return Err(Fault::Refused(Reason::BadTrackingNumber));
        }
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
        let url = url.or(pasted.filter(|pasted| is_web_url(pasted)));
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

    #[test]
    fn what_is_kept_is_the_number_however_it_was_typed() {
        let kept = |carrier: &str, typed: &str| details(carrier, typed, "").unwrap();
        let ups = kept("ups", " 1z5r-8939 0357567127");
        assert_eq!(ups.tracking_number.as_deref(), Some("1Z5R89390357567127"));
        assert!(ups.tracking_url.unwrap().ends_with("tracknum=1Z5R89390357567127"));
        let page = "https://www.ups.com/track?loc=en_US&tracknum=1Z5R89390357567127";
        assert_eq!(kept("UPS", page), kept("ups", "1Z5R89390357567127"));
        let hers = kept("Uncle Bob", "https://bob.example/where/4815-1623-42");
        assert_eq!(hers.tracking_number.as_deref(), Some("4815162342"));
        assert_eq!(hers.tracking_url.unwrap(), "https://bob.example/where/4815-1623-42", "nothing is lost");
        let other = kept("FedEx", page);
        assert_eq!((other.carrier.as_deref(), other.tracking_url.as_deref()), (Some("FedEx"), Some(page)));
        let only = kept("Uncle Bob", "https://bob.example/where");
        assert_eq!(
            (only.tracking_number, only.tracking_url.unwrap()),
            (None, "https://bob.example/where".into())
        );
        assert!(matches!(details("ups", "ftp://x/y", ""), Err(Fault::Refused(Reason::BadTrackingNumber))));
    }

    #[test]
    fn a_carrier_is_taken_from_the_number_only_where_nobody_named_one_and_nothing_is_in_doubt() {
        let told = |carrier: &str, number: &str| {
            let typed = ParcelDetails {
                carrier: Some(carrier.to_owned()),
                tracking_number: Some(number.to_owned()),
                tracking_url: None,
            };
            typed.or_suggested().check().unwrap().carrier
        };
        assert_eq!(told(" ", "1Z5R 8939 0357 567127").as_deref(), Some("UPS"));
        assert_eq!(told("GLS", "1Z5R89390357567127").as_deref(), Some("GLS"));
        assert_eq!(told("", "986578788855"), None, "FedEx's shape, or somebody's without a check digit");
    }
}
