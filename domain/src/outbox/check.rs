//! Whether an endpoint can be kept as somebody wrote it down.

use url::Url;

use super::EndpointDraft;
use crate::{Reason, event::Kind, provider::receiver::Receivers, reason::ReceiverFlaw};

/// Characters of a description.
pub const MOST_DESCRIPTION: usize = 200;
const MOST_URL: usize = 2000;

impl EndpointDraft {
    /// As it is stored: the address as it will be called, each event once.
    ///
    /// # Errors
    /// With the reason, where nothing would be sent to such an address, or the description is too long.
    pub(super) fn checked(&self, receivers: &Receivers) -> Result<Self, Reason> {
        let bad = |flaw| Reason::BadReceiver { flaw };
        let url = self.url.trim();
        if url.len() > MOST_URL {
            return Err(bad(ReceiverFlaw::NoAddress));
        }
        let mut url = Url::parse(url).map_err(|_| bad(ReceiverFlaw::NoAddress))?;
        receivers.judge(&url).map_err(bad)?;
        url.set_fragment(None);
        let description = self.description.split_whitespace().collect::<Vec<_>>().join(" ");
        if description.chars().count() > MOST_DESCRIPTION {
            return Err(Reason::TooLong { most: MOST_DESCRIPTION });
        }
        let event_types = Kind::ALL.into_iter().filter(|kind| self.event_types.contains(kind)).collect();
        Ok(Self { url: url.into(), description, event_types, payload: self.payload })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::provider::receiver::{Allow, Names, PATIENCE};

    #[test]
    fn an_endpoint_is_kept_as_it_will_be_called() {
        let receivers = Receivers::new(Allow::default(), Names::System, PATIENCE).unwrap();
        let draft = |url: &str| EndpointDraft { url: url.to_owned(), ..EndpointDraft::default() };
        let typed = EndpointDraft {
            description: " Our\n ERP ".to_owned(),
            event_types: vec![Kind::StageEntered, Kind::OrderPlaced, Kind::StageEntered],
            ..draft(" HTTPS://Hooks.Example#top ")
        };
        let kept = typed.checked(&receivers).unwrap();
        assert_eq!((&*kept.url, &*kept.description), ("https://hooks.example/", "Our ERP"));
        assert_eq!(kept.event_types, [Kind::OrderPlaced, Kind::StageEntered]);
        for bad in ["", "hooks.example", "https://", &format!("https://a.example/{}", "a".repeat(2000))] {
            let refused = draft(bad).checked(&receivers).unwrap_err();
            assert_eq!(refused, Reason::BadReceiver { flaw: ReceiverFlaw::NoAddress }, "{bad}");
        }
        let long = EndpointDraft { description: "a".repeat(201), ..draft("https://hooks.example") };
        assert_eq!(long.checked(&receivers), Err(Reason::TooLong { most: 200 }));
    }
}
