//! What customers are told, and when: a pure rule.

use serde::{Deserialize, Serialize};

use crate::{event::Kind, order::Status};

/// A kind of message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoticeKind {
    /// Your payment arrived; we have your order.
    Confirmation,
    /// It left us: carrier, number, link.
    Shipped,
    /// It arrived.
    Delivered,
    /// It was called off.
    Cancelled,
    /// Money went back.
    Refunded,
    /// We do not take it back.
    ReturnDeclined,
    /// We have it back.
    ReturnReceived,
    /// It cannot be made like this; what to change.
    SpecsReturned,
    /// It entered a stage of which the shop tells its customers, in the stage's own words.
    Progress,
    /// We are making it.
    Processing,
    /// It comes today, or can be collected.
    OutForDelivery,
    /// It comes later than we said.
    Delayed,
    /// Something holds it up, and somebody has to act.
    Exception,
    /// What a person of the shop wrote, to one or to many.
    Message,
    /// A link with which a customer signs in.
    SignIn,
    /// To staff: an order was paid.
    StaffNewOrder,
    /// To staff: a parcel needs somebody.
    StaffException,
    /// To staff: a bank asks for money back.
    StaffDispute,
    /// To staff: little is left of something.
    StaffLowStock,
}

impl NoticeKind {
    /// All of them.
    pub const ALL: [Self; 19] = [
        Self::Confirmation,
        Self::Shipped,
        Self::Delivered,
        Self::Cancelled,
        Self::Refunded,
        Self::ReturnDeclined,
        Self::ReturnReceived,
        Self::SpecsReturned,
        Self::Progress,
        Self::Processing,
        Self::OutForDelivery,
        Self::Delayed,
        Self::Exception,
        Self::Message,
        Self::SignIn,
        Self::StaffNewOrder,
        Self::StaffException,
        Self::StaffDispute,
        Self::StaffLowStock,
    ];

    /// The word as stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Confirmation => "confirmation",
            Self::Shipped => "shipped",
            Self::Delivered => "delivered",
            Self::Cancelled => "cancelled",
            Self::Refunded => "refunded",
            Self::ReturnDeclined => "return_declined",
            Self::ReturnReceived => "return_received",
            Self::SpecsReturned => "specs_returned",
            Self::Progress => "progress",
            Self::Processing => "processing",
            Self::OutForDelivery => "out_for_delivery",
            Self::Delayed => "delayed",
            Self::Exception => "exception",
            Self::Message => "message",
            Self::SignIn => "sign_in",
            Self::StaffNewOrder => "staff_new_order",
            Self::StaffException => "staff_exception",
            Self::StaffDispute => "staff_dispute",
            Self::StaffLowStock => "staff_low_stock",
        }
    }

    /// The kind of a stored word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    /// What the customer is told about an event, if anything. Confirmation follows the provider's word, never the browser's; and
    /// "on its way" follows the carrier's first scan, or staff's word, never a label.
    pub fn about(kind: Kind, from: Option<Status>, to: Status) -> Option<Self> {
        let moves = matches!(kind, Kind::StageEntered | Kind::TrackingUpdate) && from != Some(to);
        match (kind, to) {
            // A workflow may look at what was paid before it confirms it; `pending` is then the first stage's word.
            (Kind::PaymentSucceeded | Kind::PaymentAuthorized, Status::Confirmed | Status::Pending) => {
                Some(Self::Confirmation)
            }
            (_, Status::Delivered) if moves => Some(Self::Delivered),
            (_, Status::Shipped) if moves && from.is_some_and(|from| !has_left(from)) => Some(Self::Shipped),
            (_, Status::OutForDelivery) if moves && kind == Kind::TrackingUpdate => {
                from.is_some_and(|from| !has_left(from)).then_some(Self::Shipped)
            }
            (Kind::ParcelAdded, Status::Shipped) => Some(Self::Shipped),
            (Kind::OrderCancelled, _) if from != Some(Status::Pending) => Some(Self::Cancelled),
            (Kind::RefundSucceeded, _) => Some(Self::Refunded),
            (Kind::ReturnDeclined, _) => Some(Self::ReturnDeclined),
            (Kind::ReturnReceived, _) => Some(Self::ReturnReceived),
            (Kind::SpecsReturned, _) => Some(Self::SpecsReturned),
            _ => None,
        }
    }
}

const fn has_left(status: Status) -> bool {
    matches!(
        status,
        Status::Shipped | Status::OutForDelivery | Status::Delayed | Status::Exception | Status::Delivered
    )
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
