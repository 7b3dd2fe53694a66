//! What somebody wants to hear, over what, when and in which language.

use std::collections::BTreeMap;

use super::Topic;
use crate::{Language, Shop, notice::Channel};

/// Everything one can choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preferences {
    /// What they chose; what is not here follows [`Topic::by_default`].
    pub chosen: BTreeMap<(Topic, Channel), bool>,
    /// Theirs; `None` where the order's decides.
    pub language: Option<Language>,
    /// An IANA name; `None` where the shop's decides.
    pub zone: Option<String>,
    /// Whether nothing is to come at night.
    pub quiet: bool,
    /// Local time, `HH:MM`, from which nothing comes.
    pub quiet_from: String,
    /// Local time, `HH:MM`, from which messages come again.
    pub quiet_until: String,
    /// A number they gave.
    pub phone: Option<Phone>,
    /// Whether they took leave of mails about where an order stands.
    pub unsubscribed: bool,
}

/// A telephone number, recognisable for its owner only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone {
    /// "+34 ••• ••• 678".
    pub masked: String,
    /// Whether its owner has typed the code we sent there.
    pub verified: bool,
}

impl Default for Preferences {
    /// Who never said anything.
    fn default() -> Self {
        Self {
            chosen: BTreeMap::new(),
            language: None,
            zone: None,
            quiet: true,
            quiet_from: "22:00".to_owned(),
            quiet_until: "08:00".to_owned(),
            phone: None,
            unsubscribed: false,
        }
    }
}

impl Preferences {
    /// Whether this news is wanted over this channel.
    pub fn wants(&self, topic: Topic, channel: Channel) -> bool {
        self.chosen.get(&(topic, channel)).copied().unwrap_or_else(|| topic.by_default(channel))
    }

    /// The zone their night is in.
    pub fn zone(&self, shop: &Shop) -> String {
        self.zone.clone().unwrap_or_else(|| zone_of(shop))
    }
}

/// The shop's zone by its name.
pub(super) fn zone_of(shop: &Shop) -> String {
    shop.about.zone.iana_name().unwrap_or("UTC").to_owned()
}
