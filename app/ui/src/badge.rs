//! A status as people recognise it: shape, colour and word.

use domain::{Language, order::Status, payment::PaymentStatus};
use leptos::prelude::*;

use crate::{Shape, payment_shape, status_shape};

/// The classes of a status' badge: its colours.
const fn status_class(status: Status) -> &'static str {
    match status {
        Status::Pending => "badge badge-pending",
        Status::Confirmed => "badge badge-confirmed",
        Status::Processing => "badge badge-processing",
        Status::Shipped => "badge badge-shipped",
        Status::OutForDelivery => "badge badge-out_for_delivery",
        Status::Delivered => "badge badge-delivered",
        Status::Delayed => "badge badge-delayed",
        Status::Exception => "badge badge-exception",
        Status::Cancelled => "badge badge-cancelled",
        Status::Returned => "badge badge-returned",
    }
}

/// Any state with the look of one of the ten: shape and colour of the status, and its own word.
#[component]
pub fn Mark(
    /// Which look.
    status: Status,
    /// The word.
    word: String,
) -> impl IntoView {
    view! {
        <span class=status_class(status)>
            <Shape drawing=status_shape(status)/>
            <span class="word">{word}</span>
        </span>
    }
}

/// An order's headline status.
#[component]
pub fn StatusBadge(
    /// Which of the ten.
    status: Status,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    view! {
        <Mark status word=status.say(language)/>
    }
}

/// The headline with the shop's own word for it where that says more. A paid order whose stage comes before `confirmed` awaits no
/// payment: there the stage is the word.
#[component]
pub fn StandingBadge(
    /// Which of the ten.
    status: Status,
    /// Label of its stage, when it has one.
    stage: Option<String>,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let word = status.say(language);
    let (word, more) = match stage.filter(|stage| *stage != word) {
        Some(stage) if status == Status::Pending => (stage, None),
        stage => (word, stage),
    };
    let more = more.map(|stage| view! { " " <span class="stage">{stage}</span> });
    view! { <Mark status word/> {more} }
}

/// What has become of an order's money.
#[component]
pub fn PaymentBadge(
    /// Which of the seven.
    status: PaymentStatus,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let class = match status {
        PaymentStatus::Unpaid => "badge pay-unpaid",
        PaymentStatus::Authorized => "badge pay-authorized",
        PaymentStatus::Paid => "badge pay-paid",
        PaymentStatus::PartiallyRefunded => "badge pay-partially_refunded",
        PaymentStatus::Refunded => "badge pay-refunded",
        PaymentStatus::Failed => "badge pay-failed",
        PaymentStatus::Disputed => "badge pay-disputed",
    };
    view! {
        <span class=class>
            <Shape drawing=payment_shape(status)/>
            <span class="word">{status.say(language)}</span>
        </span>
    }
}
