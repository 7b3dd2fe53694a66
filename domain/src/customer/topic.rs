//! What one can want to hear about: the words people choose by, and what holds while they have not chosen.

use serde::{Deserialize, Serialize};

use crate::{Language, language::say, notice::Channel};

/// A kind of news one may want or not. Stored and in JSON as the seed's `NotificationPreferences` writes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// The payment arrived; we have the order.
    OrderConfirmed,
    /// We are making it.
    Processing,
    /// It left us.
    Shipped,
    /// It comes today, or can be collected.
    OutForDelivery,
    /// It arrived.
    Delivered,
    /// It comes later than we said.
    Delayed,
    /// Something holds it up.
    Exception,
    /// It was called off.
    Cancelled,
}

impl Topic {
    /// All of them, in the order in which they happen.
    pub const ALL: [Self; 8] = [
        Self::OrderConfirmed,
        Self::Processing,
        Self::Shipped,
        Self::OutForDelivery,
        Self::Delivered,
        Self::Delayed,
        Self::Exception,
        Self::Cancelled,
    ];
    /// The channels one chooses among, in the order of the table. Our own pages always tell.
    pub const CHANNELS: [Channel; 3] = [Channel::Email, Channel::Sms, Channel::Push];

    /// The word as stored and in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::OrderConfirmed => "order_confirmed",
            Self::Processing => "processing",
            Self::Shipped => "shipped",
            Self::OutForDelivery => "out_for_delivery",
            Self::Delivered => "delivered",
            Self::Delayed => "delayed",
            Self::Exception => "exception",
            Self::Cancelled => "cancelled",
        }
    }

    /// The topic of a stored word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.as_str() == word)
    }

    /// The word people read.
    pub fn say(self, language: Language) -> String {
        say(language, &format!("topic-{}", self.as_str()))
    }

    /// What holds while nobody has chosen: `seeds/order-status-updates.txt`, `customer_notification_preferences`.
    pub const fn by_default(self, channel: Channel) -> bool {
        match channel {
            Channel::Email | Channel::InApp => true,
            Channel::Sms => !matches!(self, Self::OrderConfirmed | Self::Processing | Self::Cancelled),
            Channel::Push => !matches!(self, Self::Processing),
        }
    }

    /// Whether "unsubscribe" means it. A receipt and a cancellation are about money, and somebody waits for them.
    pub const fn is_optional(self) -> bool {
        !matches!(self, Self::OrderConfirmed | Self::Cancelled)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_defaults_are_the_seed_s() {
        let seed = [
            ("order_confirmed", true, false, true),
            ("processing", true, false, false),
            ("shipped", true, true, true),
            ("out_for_delivery", true, true, true),
            ("delivered", true, true, true),
            ("delayed", true, true, true),
            ("exception", true, true, true),
            ("cancelled", true, false, true),
        ];
        for ((word, email, sms, push), topic) in seed.into_iter().zip(Topic::ALL) {
            assert_eq!(Topic::parse(word), Some(topic));
            assert_eq!(
                Topic::CHANNELS.map(|channel| topic.by_default(channel)),
                [email, sms, push],
                "{word}"
            );
        }
    }
}
