//! What customers are told, and when: a pure rule.

use serde::{Deserialize, Serialize};

use crate::{Language, event::Kind, language::say, order::Status};

/// A kind of message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
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
    /// To one of staff: they have an account, and choose a password through a link.
    StaffInvited,
    /// To one of staff: a link for the new password that was asked for.
    StaffPassword,
    /// To one of staff: their password was changed.
    StaffPasswordChanged,
    /// To one of staff: their second factor was turned on, turned off or reset.
    StaffFactorChanged,
}

impl NoticeKind {
    /// All of them.
    pub const ALL: [Self; 23] = [
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
        Self::StaffInvited,
        Self::StaffPassword,
        Self::StaffPasswordChanged,
        Self::StaffFactorChanged,
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
            Self::StaffInvited => "staff_invited",
            Self::StaffPassword => "staff_password",
            Self::StaffPasswordChanged => "staff_password_changed",
            Self::StaffFactorChanged => "staff_factor_changed",
        }
    }

    /// The kind of a stored word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    /// The word people read.
    pub fn say(self, language: Language) -> String {
        say(language, &format!("notice-kind-{}", self.as_str()))
    }

    /// Whether it is about an order.
    pub const fn is_about_order(self) -> bool {
        !self.is_about_account() && !matches!(self, Self::StaffLowStock)
    }

    /// Whether it is about its reader's own account. It lets them in, or warns them that somebody else was let in: so it goes to their
    /// address alone, whatever they wished before, and nobody else reads its words.
    pub const fn is_about_account(self) -> bool {
        matches!(
            self,
            Self::SignIn
                | Self::StaffInvited
                | Self::StaffPassword
                | Self::StaffPasswordChanged
                | Self::StaffFactorChanged
        )
    }

    /// Whether it brings a link that lets its reader in, for a while.
    pub const fn brings_key(self) -> bool {
        matches!(self, Self::SignIn | Self::StaffInvited | Self::StaffPassword)
    }

    /// Whether it tells of boxes.
    pub const fn is_about_parcels(self) -> bool {
        matches!(
            self,
            Self::Shipped
                | Self::OutForDelivery
                | Self::Delivered
                | Self::Delayed
                | Self::Exception
                | Self::StaffException
        )
    }

    /// What the customer is told about an event, if anything. Confirmation follows the provider's word, never the browser's; "on its
    /// way" follows the carrier's first scan, or staff's word, never a label; and news of the way is told when the headline moves
    /// there, not once per box.
    pub fn about(kind: Kind, from: Option<Status>, to: Status) -> Option<Self> {
        // A label moves an order to where it is made; nobody has to press a button for that.
        let moves = matches!(kind, Kind::StageEntered | Kind::TrackingUpdate | Kind::LabelCreated)
            && from != Some(to);
        match (kind, to) {
            // A workflow may look at what was paid before it confirms it; `pending` is then the first stage's word.
            (Kind::PaymentSucceeded | Kind::PaymentAuthorized, Status::Confirmed | Status::Pending) => {
                Some(Self::Confirmation)
            }
            (_, Status::Processing) if moves && from.is_none_or(|from| !has_left(from)) => {
                Some(Self::Processing)
            }
            (_, Status::Shipped) if moves && from.is_some_and(|from| !has_left(from)) => Some(Self::Shipped),
            (_, Status::OutForDelivery) if moves => Some(Self::OutForDelivery),
            (_, Status::Delayed) if moves => Some(Self::Delayed),
            (_, Status::Exception) if moves => Some(Self::Exception),
            (_, Status::Delivered) if moves => Some(Self::Delivered),
            (Kind::ParcelAdded, to) if has_left(to) && to != Status::Delivered => Some(Self::Shipped),
            (Kind::OrderCancelled, _) if from != Some(Status::Pending) => Some(Self::Cancelled),
            (Kind::RefundSucceeded, _) => Some(Self::Refunded),
            (Kind::ReturnDeclined, _) => Some(Self::ReturnDeclined),
            (Kind::ReturnReceived, _) => Some(Self::ReturnReceived),
            (Kind::SpecsReturned, _) => Some(Self::SpecsReturned),
            _ => None,
        }
    }

    /// The message of a step into a stage that tells customers in its own words: those stand where ours would say less.
    pub fn in_its_own_words(ours: Option<Self>) -> Option<Self> {
        match ours {
            None | Some(Self::Processing | Self::OutForDelivery) => Some(Self::Progress),
            told => told,
        }
    }

    /// What staff are told about an event, if anything. `word` is what a bank's event says of its dispute: they hear of it while
    /// somebody has to answer, not of each turn it takes.
    pub fn for_staff(kind: Kind, from: Option<Status>, to: Status, word: Option<&str>) -> Option<Self> {
        match kind {
            Kind::DisputeUpdated => {
                // https://docs.stripe.com/api/disputes/object#dispute_object-status
                matches!(word, Some("needs_response" | "warning_needs_response"))
                    .then_some(Self::StaffDispute)
            }
            Kind::TrackingUpdate | Kind::StageEntered if to == Status::Exception && from != Some(to) => {
                Some(Self::StaffException)
            }
            _ => (Self::about(kind, from, to) == Some(Self::Confirmation)).then_some(Self::StaffNewOrder),
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
        use NoticeKind as Told;
        use Status::{
            Cancelled, Confirmed, Delayed, Delivered, Exception, OutForDelivery, Pending, Processing, Shipped,
        };
        let table = [
            (Kind::PaymentSucceeded, Pending, Confirmed, Some(Told::Confirmation)),
            (Kind::PaymentAuthorized, Pending, Pending, Some(Told::Confirmation)),
            (Kind::PaymentCaptured, Processing, Processing, None),
            (Kind::PaymentFailed, Pending, Pending, None),
            (Kind::StageEntered, Confirmed, Processing, Some(Told::Processing)),
            // From one step of making it to the next.
            (Kind::StageEntered, Processing, Processing, None),
            (Kind::LabelCreated, Confirmed, Processing, Some(Told::Processing)),
            (Kind::LabelCreated, Processing, Processing, None),
            (Kind::Recalled, Processing, Confirmed, None),
            (Kind::StageEntered, Processing, Shipped, Some(Told::Shipped)),
            (Kind::TrackingUpdate, Processing, Shipped, Some(Told::Shipped)),
            // The second box's scan moves no headline.
            (Kind::TrackingUpdate, Shipped, Shipped, None),
            (Kind::ParcelAdded, Processing, Processing, None),
            (Kind::ParcelAdded, Shipped, Shipped, Some(Told::Shipped)),
            (Kind::ParcelAdded, Delayed, Delayed, Some(Told::Shipped)),
            (Kind::TrackingUpdate, Shipped, OutForDelivery, Some(Told::OutForDelivery)),
            // The first word of it: it comes today says more than it has left.
            (Kind::TrackingUpdate, Processing, OutForDelivery, Some(Told::OutForDelivery)),
            (Kind::StageEntered, Processing, OutForDelivery, Some(Told::OutForDelivery)),
            (Kind::TrackingUpdate, OutForDelivery, OutForDelivery, None),
            (Kind::TrackingUpdate, Shipped, Delayed, Some(Told::Delayed)),
            (Kind::TrackingUpdate, Delayed, Delayed, None),
            (Kind::TrackingUpdate, Shipped, Exception, Some(Told::Exception)),
            // Found again, or on time again.
            (Kind::TrackingUpdate, Exception, Shipped, None),
            (Kind::TrackingUpdate, Delayed, Shipped, None),
            (Kind::StageEntered, Shipped, Delivered, Some(Told::Delivered)),
            (Kind::TrackingUpdate, Exception, Delivered, Some(Told::Delivered)),
            (Kind::NoteAdded, Shipped, Shipped, None),
            (Kind::OrderCancelled, Pending, Cancelled, None),
            (Kind::OrderCancelled, Confirmed, Cancelled, Some(Told::Cancelled)),
            (Kind::RefundSucceeded, Cancelled, Cancelled, Some(Told::Refunded)),
            (Kind::ReturnDeclined, Delivered, Delivered, Some(Told::ReturnDeclined)),
            (Kind::SpecsReturned, Confirmed, Pending, Some(Told::SpecsReturned)),
            (Kind::WorkflowChanged, Confirmed, Processing, None),
            (Kind::BulkUndone, Processing, Confirmed, None),
        ];
        for (kind, from, to, told) in table {
            assert_eq!(NoticeKind::about(kind, Some(from), to), told, "{kind:?} {from:?} {to:?}");
        }
        assert_eq!(NoticeKind::about(Kind::OrderPlaced, None, Pending), None);
    }

    #[test]
    fn a_stage_s_own_words_stand_where_ours_say_less() {
        use NoticeKind as Told;
        let words = NoticeKind::in_its_own_words;
        assert_eq!(words(None), Some(Told::Progress));
        assert_eq!(words(Some(Told::OutForDelivery)), Some(Told::Progress), "ready to be collected");
        assert_eq!(words(Some(Told::Shipped)), Some(Told::Shipped), "with its number");
    }

    #[test]
    fn staff_hear_what_needs_them() {
        use NoticeKind as Told;
        use Status::{Confirmed, Delayed, Exception, Pending, Shipped};
        let told = |kind, from, to, word| NoticeKind::for_staff(kind, Some(from), to, word);
        assert_eq!(told(Kind::PaymentSucceeded, Pending, Confirmed, None), Some(Told::StaffNewOrder));
        assert_eq!(told(Kind::TrackingUpdate, Shipped, Exception, None), Some(Told::StaffException));
        assert_eq!(told(Kind::TrackingUpdate, Exception, Exception, None), None);
        assert_eq!(told(Kind::TrackingUpdate, Shipped, Delayed, None), None);
        let dispute = |word| told(Kind::DisputeUpdated, Shipped, Shipped, Some(word));
        assert_eq!(dispute("needs_response"), Some(Told::StaffDispute));
        assert_eq!((dispute("under_review"), dispute("won")), (None, None));
    }
}
