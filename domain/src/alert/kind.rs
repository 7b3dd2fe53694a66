//! The alarms there are.

use serde::{Deserialize, Serialize};

use crate::{Language, language::say};

/// Why a person has to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum AlertKind {
    /// What was paid is not what was asked for; nothing was confirmed.
    PaymentMismatch,
    /// Money came for an order that had been called off.
    PaidAfterCancel,
    /// Held money will be lost soon if nobody takes it.
    AuthorizationLapsing,
    /// The hold was lost before the money was taken.
    AuthorizationLapsed,
    /// Held money could not be taken.
    CaptureFailed,
    /// A refund did not reach the customer.
    RefundFailed,
    /// The customer's bank asks for the money back.
    DisputeOpened,
    /// Nobody knows whether a label was bought.
    LabelUnknown,
    /// The carrier did not sell a label.
    LabelRefused,
    /// The carrier does not take a label back.
    VoidRefused,
    /// The carrier needs somebody to act, or sends the parcel back.
    TrackingProblem,
    /// More was sold than is in stock.
    Oversold,
    /// It was paid after its slot had gone to somebody else.
    SlotLost,
    /// A customer asks to send something back.
    ReturnRequested,
    /// A customer says that what is reported as delivered did not come.
    NotReceived,
    /// The order entered a stage that asks for its shipping label.
    LabelWanted,
    /// A message did not reach the customer.
    NoticeFailed,
    /// The shop's own words for a message could not be used.
    TemplateFailed,
    /// A provider refused our key; nobody calls it until a person says so.
    ProviderPaused,
    /// A webhook endpoint has accepted nothing for days, and will be disabled.
    WebhookFailing,
    /// Nothing is sent to a webhook endpoint any more: it failed for too long, or said that it is gone.
    WebhookDisabled,
    /// A webhook endpoint accepts others and not this message; its order's later ones wait behind it.
    WebhookRefused,
    /// The night's file of orders could not be written where it belongs.
    ExportFailed,
    /// A paid order of elsewhere could not be written down here.
    OrderNotBorn,
    /// No postal address came with an order of elsewhere.
    AddressMissing,
    /// It was called off here, and its money has to go back where it was paid.
    RefundElsewhere,
    /// It was called off where it was bought, and has left us.
    CancelledElsewhere,
}

impl AlertKind {
    /// All of them.
    pub const ALL: [Self; 27] = [
        Self::PaymentMismatch,
        Self::PaidAfterCancel,
        Self::AuthorizationLapsing,
        Self::AuthorizationLapsed,
        Self::CaptureFailed,
        Self::RefundFailed,
        Self::DisputeOpened,
        Self::LabelUnknown,
        Self::LabelRefused,
        Self::VoidRefused,
        Self::TrackingProblem,
        Self::Oversold,
        Self::SlotLost,
        Self::ReturnRequested,
        Self::NotReceived,
        Self::LabelWanted,
        Self::NoticeFailed,
        Self::TemplateFailed,
        Self::ProviderPaused,
        Self::WebhookFailing,
        Self::WebhookDisabled,
        Self::WebhookRefused,
        Self::ExportFailed,
        Self::OrderNotBorn,
        Self::AddressMissing,
        Self::RefundElsewhere,
        Self::CancelledElsewhere,
    ];

    /// The word as stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::PaymentMismatch => "payment_mismatch",
            Self::PaidAfterCancel => "paid_after_cancel",
            Self::AuthorizationLapsing => "authorization_lapsing",
            Self::AuthorizationLapsed => "authorization_lapsed",
            Self::CaptureFailed => "capture_failed",
            Self::RefundFailed => "refund_failed",
            Self::DisputeOpened => "dispute_opened",
            Self::LabelUnknown => "label_unknown",
            Self::LabelRefused => "label_refused",
            Self::VoidRefused => "void_refused",
            Self::TrackingProblem => "tracking_problem",
            Self::Oversold => "oversold",
            Self::SlotLost => "slot_lost",
            Self::ReturnRequested => "return_requested",
            Self::NotReceived => "not_received",
            Self::LabelWanted => "label_wanted",
            Self::NoticeFailed => "notice_failed",
            Self::TemplateFailed => "template_failed",
            Self::ProviderPaused => "provider_paused",
            Self::WebhookFailing => "webhook_failing",
            Self::WebhookDisabled => "webhook_disabled",
            Self::WebhookRefused => "webhook_refused",
            Self::ExportFailed => "export_failed",
            Self::OrderNotBorn => "order_not_born",
            Self::AddressMissing => "address_missing",
            Self::RefundElsewhere => "refund_elsewhere",
            Self::CancelledElsewhere => "cancelled_elsewhere",
        }
    }

    /// The alarm of a stored word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    /// What happened and what to do, as a sentence.
    pub fn say(self, language: Language) -> String {
        say(language, &format!("attention-{}", self.as_str().replace('_', "-")))
    }
}
