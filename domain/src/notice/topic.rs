//! What customers choose by: a message's topic, and what holds for who chose nothing.

use super::{Channel, NoticeKind};
use crate::customer::Topic;

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
        matches!(channel, Channel::Email)
            && self.topic().is_none()
            && (self.is_about_account() || !self.is_for_staff())
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
        if self.is_about_account() {
            &[Channel::Email]
        } else if self.is_for_staff() {
            &[Channel::Email, Channel::InApp]
        } else {
            &Channel::ALL
        }
    }

    /// Whether staff are told, not the customer.
    pub const fn is_for_staff(self) -> bool {
        matches!(
            self,
            Self::StaffNewOrder
                | Self::StaffException
                | Self::StaffDispute
                | Self::StaffLowStock
                | Self::StaffInvited
                | Self::StaffPassword
                | Self::StaffPasswordChanged
                | Self::StaffFactorChanged
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
                NoticeKind::SignIn,
                NoticeKind::StaffInvited,
                NoticeKind::StaffPassword,
                NoticeKind::StaffPasswordChanged,
                NoticeKind::StaffFactorChanged,
            ]
        );
        assert!(NoticeKind::ALL.into_iter().all(|kind| !kind.is_fixed(Channel::Sms)));
    }

    #[test]
    fn a_mail_about_an_account_goes_by_mail_alone_and_is_chosen_by_nobody() {
        for kind in NoticeKind::ALL.into_iter().filter(|kind| kind.is_about_account()) {
            assert_eq!(kind.channels(), [Channel::Email], "{kind:?}");
            assert!(kind.topic().is_none() && !kind.is_about_order(), "{kind:?}");
            assert!(!crate::notice::rules::RULED.contains(&kind), "{kind:?}");
        }
    }
}
