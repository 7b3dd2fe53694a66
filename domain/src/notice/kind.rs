//! What customers are told, and when: a pure rule.

use crate::{event::Kind, order::Status};

/// A kind of message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeKind {
    /// Your payment arrived; we have your order.
    Confirmation,
    /// It left us: carrier, number, link.
    Shipped,
    /// It arrived.
    Delivered,
}

impl NoticeKind {
    /// The word as stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Confirmation => "confirmation",
            Self::Shipped => "shipped",
            Self::Delivered => "delivered",
        }
    }

    /// The kind of a stored word.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Confirmation, Self::Shipped, Self::Delivered].into_iter().find(|kind| kind.as_str() == word)
    }

    /// What the customer is told about an event, if anything. Confirmation follows the provider's word, never the browser's.
    pub const fn about(kind: Kind, from: Option<Status>, to: Status) -> Option<Self> {
        match (kind, to) {
            (Kind::PaymentSucceeded, Status::Confirmed) => Some(Self::Confirmation),
            (Kind::StageEntered, Status::Shipped) if !matches!(from, Some(Status::Shipped)) => {
                Some(Self::Shipped)
            }
            (Kind::StageEntered, Status::Delivered) => Some(Self::Delivered),
            (Kind::ParcelAdded, Status::Shipped) => Some(Self::Shipped),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn customers_hear_what_matters_to_them() {
        let about = |kind, from, to| NoticeKind::about(kind, Some(from), to);
        assert_eq!(
            about(Kind::PaymentSucceeded, Status::Pending, Status::Confirmed),
            Some(NoticeKind::Confirmation)
        );
        assert_eq!(about(Kind::StageEntered, Status::Processing, Status::Shipped), Some(NoticeKind::Shipped));
        assert_eq!(
            about(Kind::StageEntered, Status::Shipped, Status::Delivered),
            Some(NoticeKind::Delivered)
        );
        assert_eq!(about(Kind::StageEntered, Status::Confirmed, Status::Processing), None);
        assert_eq!(about(Kind::NoteAdded, Status::Shipped, Status::Shipped), None);
        assert_eq!(about(Kind::PaymentFailed, Status::Pending, Status::Pending), None);
    }
}
