//! One immutable fact in an order's history.
//!
//! Events are written only by [`crate::history::append`], inside the transaction that made them true; the database refuses
//! to change or delete one.

#[cfg(feature = "ssr")]
mod since;

use serde::{Deserialize, Serialize};
#[cfg(feature = "ssr")]
pub use since::{Happened, since};

use crate::{Language, language::say};

/// Whose doing an event is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "ssr", derive(sqlx::Type), sqlx(type_name = "source", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// A person of the shop.
    Staff,
    /// The customer.
    Customer,
    /// Stripe's webhook.
    Stripe,
    /// Stitch's webhook.
    Stitch,
    /// Shippo's webhook.
    Shippo,
    /// A carrier's webhook or poll.
    Carrier,
    /// A storefront with an API key.
    Api,
    /// Clew itself.
    System,
}

impl Source {
    /// The word inside a sentence: "the customer", "Stripe".
    pub fn say_inside(self, language: Language) -> String {
        let key = match self {
            Self::Staff => "by-staff",
            Self::Customer => "by-customer",
            Self::Stripe => "by-stripe",
            Self::Stitch => "by-stitch",
            Self::Shippo => "by-shippo",
            Self::Carrier => "by-carrier",
            Self::Api => "by-api",
            Self::System => "by-system",
        };
        say(language, key)
    }
}

/// Who may read an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "ssr", derive(sqlx::Type), sqlx(type_name = "visibility", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum Visibility {
    /// The customer too.
    Public,
    /// Staff only.
    Internal,
}

/// What can have happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A storefront created the order.
    OrderPlaced,
    /// The payment arrived.
    PaymentSucceeded,
    /// The checkout expired or the payment failed.
    PaymentFailed,
    /// Money came, but not the amount or currency asked for: nothing was confirmed.
    PaymentMismatch,
    /// The order entered a stage.
    StageEntered,
    /// Staff stepped back.
    Recalled,
    /// A box was added, or left.
    ParcelAdded,
    /// Staff wrote a note.
    NoteAdded,
    /// The money is held on the card, not yet taken.
    PaymentAuthorized,
    /// Held money was taken.
    PaymentCaptured,
    /// Held money was given free: nothing was taken.
    AuthorizationReleased,
    /// Held money could not be taken.
    CaptureFailed,
    /// Somebody asked for money to go back.
    RefundRequested,
    /// Money went back.
    RefundSucceeded,
    /// It could not go back; its amount can be refunded anew.
    RefundFailed,
    /// The customer's bank asks for the money back, or said more about it.
    DisputeUpdated,
    /// The order was called off.
    OrderCancelled,
    /// Somebody wants to send something back.
    ReturnRequested,
    /// The shop does not take it back.
    ReturnDeclined,
    /// It came back.
    ReturnReceived,
    /// A label was bought: packed, not yet with the carrier.
    LabelCreated,
    /// The carrier did not sell a label.
    LabelRefused,
    /// Nobody knows yet whether a label was bought.
    LabelUnknown,
    /// A label was given back, or the carrier was asked to take it.
    LabelVoided,
    /// The carrier does not take a label back.
    VoidRefused,
    /// The carrier told where a parcel is.
    TrackingUpdate,
    /// A person dealt with an alarm.
    AlertCleared,
    /// Somebody was asked to see to it.
    Assigned,
    /// A bulk change was taken back.
    BulkUndone,
    /// It cannot be made like this: the customer was asked to change something.
    SpecsReturned,
    /// Staff said how urgent it is.
    PriorityChanged,
    /// It goes on in a newer version of its workflow.
    WorkflowChanged,
    /// Staff put it on hold: its clock stands.
    OrderHeld,
    /// Staff released it: its clock runs on.
    OrderReleased,
    /// Papers were printed.
    Printed,
    /// Staff wrote to the customer.
    MessageSent,
    /// Somebody said how it is to be handed over.
    DeliveryWished,
    /// The customer says that what is reported as delivered did not come.
    NotReceived,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 38] = [
        Self::OrderPlaced,
        Self::PaymentSucceeded,
        Self::PaymentFailed,
        Self::PaymentMismatch,
        Self::StageEntered,
        Self::Recalled,
        Self::ParcelAdded,
        Self::NoteAdded,
        Self::PaymentAuthorized,
        Self::PaymentCaptured,
        Self::AuthorizationReleased,
        Self::CaptureFailed,
        Self::RefundRequested,
        Self::RefundSucceeded,
        Self::RefundFailed,
        Self::DisputeUpdated,
        Self::OrderCancelled,
        Self::ReturnRequested,
        Self::ReturnDeclined,
        Self::ReturnReceived,
        Self::LabelCreated,
        Self::LabelRefused,
        Self::LabelUnknown,
        Self::LabelVoided,
        Self::VoidRefused,
        Self::TrackingUpdate,
        Self::AlertCleared,
        Self::Assigned,
        Self::BulkUndone,
        Self::PriorityChanged,
        Self::WorkflowChanged,
        Self::OrderHeld,
        Self::OrderReleased,
        Self::SpecsReturned,
        Self::Printed,
        Self::MessageSent,
        Self::DeliveryWished,
        Self::NotReceived,
    ];

    /// The word as stored and in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::OrderPlaced => "order_placed",
            Self::PaymentSucceeded => "payment_succeeded",
            Self::PaymentFailed => "payment_failed",
            Self::PaymentMismatch => "payment_mismatch",
            Self::StageEntered => "stage_entered",
            Self::Recalled => "recalled",
            Self::ParcelAdded => "parcel_added",
            Self::NoteAdded => "note_added",
            Self::PaymentAuthorized => "payment_authorized",
            Self::PaymentCaptured => "payment_captured",
            Self::AuthorizationReleased => "authorization_released",
            Self::CaptureFailed => "capture_failed",
            Self::RefundRequested => "refund_requested",
            Self::RefundSucceeded => "refund_succeeded",
            Self::RefundFailed => "refund_failed",
            Self::DisputeUpdated => "dispute_updated",
            Self::OrderCancelled => "order_cancelled",
            Self::ReturnRequested => "return_requested",
            Self::ReturnDeclined => "return_declined",
            Self::ReturnReceived => "return_received",
            Self::LabelCreated => "label_created",
            Self::LabelRefused => "label_refused",
            Self::LabelUnknown => "label_unknown",
            Self::LabelVoided => "label_voided",
            Self::VoidRefused => "void_refused",
            Self::TrackingUpdate => "tracking_update",
            Self::AlertCleared => "alert_cleared",
            Self::Assigned => "assigned",
            Self::BulkUndone => "bulk_undone",
            Self::SpecsReturned => "specs_returned",
            Self::PriorityChanged => "priority_changed",
            Self::WorkflowChanged => "workflow_changed",
            Self::OrderHeld => "order_held",
            Self::OrderReleased => "order_released",
            Self::Printed => "printed",
            Self::MessageSent => "message_sent",
            Self::DeliveryWished => "delivery_wished",
            Self::NotReceived => "not_received",
        }
    }

    /// The kind of a stored word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    /// The words people read.
    pub fn say(self, language: Language) -> String {
        say(language, &format!("event-{}", self.as_str().replace('_', "-")))
    }

    /// What contradicts nobody who looks at the order as it was before: words, paper, and the money the shop itself asked for when
    /// it started.
    pub const BESIDE: [Self; 6] = [
        Self::NoteAdded,
        Self::MessageSent,
        Self::Printed,
        Self::PaymentCaptured,
        Self::DeliveryWished,
        Self::NotReceived,
    ];

    /// Who may read events of this kind.
    pub const fn visibility(self) -> Visibility {
        match self {
            Self::PaymentMismatch
            | Self::NoteAdded
            | Self::Recalled
            | Self::CaptureFailed
            | Self::RefundRequested
            | Self::RefundFailed
            | Self::DisputeUpdated
            | Self::LabelRefused
            | Self::LabelUnknown
            | Self::LabelVoided
            | Self::VoidRefused
            | Self::AlertCleared
            | Self::Assigned
            | Self::BulkUndone
            | Self::PriorityChanged
            | Self::WorkflowChanged
            | Self::OrderHeld
            | Self::OrderReleased
            | Self::MessageSent
            | Self::DeliveryWished
            | Self::Printed => Visibility::Internal,
            _ => Visibility::Public,
        }
    }
}
