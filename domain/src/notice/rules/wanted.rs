//! Whether a message goes: a pure rule.

use serde::{Deserialize, Serialize};

use crate::notice::{Channel, NoticeKind, Topic};

/// The kinds a shop makes rules for; the others go when somebody sends them.
pub const RULED: [NoticeKind; 17] = [
    NoticeKind::Confirmation,
    NoticeKind::Processing,
    NoticeKind::Progress,
    NoticeKind::Shipped,
    NoticeKind::OutForDelivery,
    NoticeKind::Delivered,
    NoticeKind::Delayed,
    NoticeKind::Exception,
    NoticeKind::Cancelled,
    NoticeKind::Refunded,
    NoticeKind::ReturnDeclined,
    NoticeKind::ReturnReceived,
    NoticeKind::SpecsReturned,
    NoticeKind::StaffNewOrder,
    NoticeKind::StaffException,
    NoticeKind::StaffDispute,
    NoticeKind::StaffLowStock,
];

/// What the shop said of a kind and a channel.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// Nothing: what the customer chose, else the default.
    #[default]
    Default,
    /// It goes, unless the customer does not want it.
    On,
    /// It never goes.
    Off,
}

impl Rule {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Default, Self::On, Self::Off];

    /// The word in forms.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Default => "default",
            Self::On => "on",
            Self::Off => "off",
        }
    }

    /// The rule of a form's word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.as_str() == word)
    }

    /// As stored: no row, or what it says.
    pub const fn of(stored: Option<bool>) -> Self {
        match stored {
            None => Self::Default,
            Some(true) => Self::On,
            Some(false) => Self::Off,
        }
    }

    /// [`Self::of`] back.
    pub const fn stored(self) -> Option<bool> {
        match self {
            Self::Default => None,
            Self::On => Some(true),
            Self::Off => Some(false),
        }
    }
}

/// Whether a message goes this way. What cannot be switched off goes; then the shop's rule is asked, then the customer's choice, then
/// the default. `topic` is what this very message is chosen by, where a stage's own words stand for another topic than their kind's.
pub fn wanted(
    kind: NoticeKind,
    topic: Option<Topic>,
    channel: Channel,
    rule: Rule,
    choice: Option<bool>,
) -> bool {
    if kind.is_fixed(channel) {
        return true;
    }
    let default = topic.map_or_else(|| kind.by_default(channel), |topic| topic.by_default(channel));
    match rule {
        Rule::Off => false,
        Rule::On => choice.unwrap_or(true),
        Rule::Default => choice.unwrap_or(default),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_fixed_goes_then_the_shop_s_word_counts_then_the_customer_s() {
        let table = [
            (NoticeKind::Refunded, Channel::Email, Rule::Off, Some(false), true),
            (NoticeKind::Refunded, Channel::Sms, Rule::Default, None, false),
            (NoticeKind::Refunded, Channel::Sms, Rule::On, None, true),
            (NoticeKind::Shipped, Channel::Email, Rule::Default, None, true),
            (NoticeKind::Shipped, Channel::Email, Rule::Default, Some(false), false),
            (NoticeKind::Shipped, Channel::Email, Rule::On, Some(false), false),
            (NoticeKind::Shipped, Channel::Email, Rule::Off, Some(true), false),
            (NoticeKind::Processing, Channel::Sms, Rule::Default, None, false),
            (NoticeKind::Processing, Channel::Sms, Rule::Default, Some(true), true),
            (NoticeKind::Processing, Channel::Sms, Rule::On, None, true),
            (NoticeKind::StaffNewOrder, Channel::Email, Rule::Off, None, false),
            (NoticeKind::StaffNewOrder, Channel::InApp, Rule::Default, None, true),
        ];
        for (kind, channel, rule, choice, goes) in table {
            assert_eq!(
                wanted(kind, kind.topic(), channel, rule, choice),
                goes,
                "{kind:?} {channel:?} {rule:?} {choice:?}"
            );
        }
        let ready =
            wanted(NoticeKind::Progress, Some(Topic::OutForDelivery), Channel::Sms, Rule::Default, None);
        assert!(ready, "a meal that is ready is worth a text message");
    }
}
