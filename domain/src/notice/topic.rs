//! What customers choose by: a message's topic, and what holds for who chose nothing.

use serde::{Deserialize, Serialize};

use super::{Channel, NoticeKind};

/// A topic customers choose by: the statuses of the seed (`seeds/order-status-updates.txt`, `customer_notification_preferences`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// It was paid for.
    OrderConfirmed,
    /// It is being made.
    Processing,
    /// It left.
    Shipped,
    /// It comes today.
    OutForDelivery,
    /// It arrived.
    Delivered,
    /// It comes later.
    Delayed,
    /// Somebody has to act.
    Exception,
    /// It was called off.
    Cancelled,
}

impl Topic {
    /// All of them, in the order of an order's life.
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

    /// Whether who chose nothing hears of it this way: the defaults of the seed.
    pub const fn by_default(self, channel: Channel) -> bool {
        match channel {
            Channel::Email | Channel::InApp => true,
            Channel::Sms => !matches!(self, Self::OrderConfirmed | Self::Processing | Self::Cancelled),
            Channel::Push => !matches!(self, Self::Processing),
        }
    }
}

impl NoticeKind {
    /// Under which topic customers choose it. `None`: it tells of their money, answers what they did, or was written to them, and
    /// cannot be switched off.
    pub const fn topic(self) -> Option<Topic> {
        match self {
            Self::Confirmation => Some(Topic::OrderConfirmed),
            Self::Processing | Self::Progress => Some(Topic::Processing),
            Self::Shipped => Some(Topic::Shipped),
            Self::OutForDelivery => Some(Topic::OutForDelivery),
            Self::Delivered => Some(Topic::Delivered),
            Self::Delayed => Some(Topic::Delayed),
            Self::Exception => Some(Topic::Exception),
            Self::Cancelled => Some(Topic::Cancelled),
            _ => None,
        }
    }

    /// Whether it goes this way whatever anybody chose.
    pub const fn is_fixed(self, channel: Channel) -> bool {
        matches!(channel, Channel::Email) && self.topic().is_none() && !self.is_for_staff()
    }

    /// Whether it goes this way where neither shop nor customer said anything.
    pub const fn by_default(self, channel: Channel) -> bool {
        match self.topic() {
            Some(topic) => topic.by_default(channel),
            None => matches!(channel, Channel::Email | Channel::InApp),
        }
    }

    /// Over which channels it can go at all.
    pub const fn channels(self) -> &'static [Channel] {
        if self.is_for_staff() { &[Channel::Email, Channel::InApp] } else { &Channel::ALL }
    }

    /// Whether staff are told, not the customer.
    pub const fn is_for_staff(self) -> bool {
        matches!(self, Self::StaffNewOrder | Self::StaffException | Self::StaffDispute | Self::StaffLowStock)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The seed's JSON, copied.
    #[test]
    fn the_defaults_are_the_seed_s() {
        let said = |channel| Topic::ALL.map(|topic| topic.by_default(channel));
        assert_eq!(said(Channel::Email), [true; 8]);
        assert_eq!(said(Channel::Sms), [false, false, true, true, true, true, true, false]);
        assert_eq!(said(Channel::Push), [true, false, true, true, true, true, true, true]);
        assert!(Topic::ALL.into_iter().all(|topic| Topic::parse(topic.as_str()) == Some(topic)));
    }

    #[test]
    fn mails_about_money_and_a_customer_s_own_acts_are_fixed() {
        let fixed: Vec<_> =
            NoticeKind::ALL.into_iter().filter(|kind| kind.is_fixed(Channel::Email)).collect();
        assert_eq!(
            fixed,
            [
                NoticeKind::Refunded,
                NoticeKind::ReturnDeclined,
                NoticeKind::ReturnReceived,
                NoticeKind::SpecsReturned,
                NoticeKind::Message,
                NoticeKind::SignIn
            ]
        );
        assert!(NoticeKind::ALL.into_iter().all(|kind| !kind.is_fixed(Channel::Sms)));
    }
}
