//! The shapes that stand for statuses, as SVG paths of 12 by 12 units.
//!
//! Drawn rather than typed: fonts lack ◔ and ◕ or show them as emoji, and a `background` is neither printed nor kept by
//! forced colours. One shape per status, all told apart without colour.

use domain::{
    order::{Priority, Status, Timing},
    payment::PaymentStatus,
};
use leptos::prelude::*;

/// One shape: what is drawn as a line, and what is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Drawing {
    line: &'static str,
    solid: &'static str,
}

const RING: &str = "M6 1.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9";
const DASHES: &str = "M3.7 2.1a4.5 4.5 0 0 1 4.6 0M10.2 4.6a4.5 4.5 0 0 1-1 4.6M2.8 9.2a4.5 4.5 0 0 1-1-4.6M4.6 10.3a4.5 4.5 0 0 0 2.8 0";
const QUARTER: &str = "M6 6V1.5a4.5 4.5 0 0 1 4.5 4.5z";
const HALF: &str = "M6 1.5a4.5 4.5 0 0 1 0 9z";
const THREE_QUARTERS: &str = "M6 6V1.5a4.5 4.5 0 1 1-4.5 4.5z";
const DISC_WITH_CHECK: &str =
    "M6 .8a5.2 5.2 0 1 1 0 10.4a5.2 5.2 0 1 1 0-10.4zM2.9 6.2l2.2 2.3 4-4.4-1-.9-3 3.3-1.3-1.3z";
const DIAMOND: &str = "M6 .6l5.4 5.4-5.4 5.4-5.4-5.4z";
const DIAMOND_WITH_MARK: &str = "M6 .2l5.8 5.8-5.8 5.8-5.8-5.8zM5.3 3v3.6h1.4v-3.6zM5.3 7.6v1.4h1.4v-1.4z";
const ARROW: &str = "M1 6h9M6.6 2.4l3.6 3.6-3.6 3.6";
const BACK: &str = "M4.2 1.6l-2.7 2.7 2.7 2.7M1.8 4.3h5.6a3 3 0 0 1 0 6h-3";
const CROSS: &str = "M2 2l8 8M10 2l-8 8";

/// The shape of an order's status.
///
/// | status | shape |
/// |---|---|
/// | pending | broken ring: nothing is certain yet |
/// | confirmed | ring |
/// | processing, out for delivery | ring, filled by a quarter, by three |
/// | shipped | arrow |
/// | delivered | disc with a check |
/// | delayed, exception | diamond, with an exclamation mark |
/// | returned | arrow back |
/// | cancelled | cross; its word is struck too |
pub const fn status_shape(status: Status) -> Drawing {
    let (line, solid) = match status {
        Status::Pending => (DASHES, ""),
        Status::Confirmed => (RING, ""),
        Status::Processing => (RING, QUARTER),
        Status::Shipped => (ARROW, ""),
        Status::OutForDelivery => (RING, THREE_QUARTERS),
        Status::Delivered => ("", DISC_WITH_CHECK),
        Status::Delayed => ("", DIAMOND),
        Status::Exception => ("", DIAMOND_WITH_MARK),
        Status::Returned => (BACK, ""),
        Status::Cancelled => (CROSS, ""),
    };
    Drawing { line, solid }
}

/// The shape of a payment's status.
pub const fn payment_shape(status: PaymentStatus) -> Drawing {
    let (line, solid) = match status {
        PaymentStatus::Unpaid => (DASHES, ""),
        PaymentStatus::Authorized => (RING, HALF),
        PaymentStatus::Paid => ("", DISC_WITH_CHECK),
        PaymentStatus::PartiallyRefunded | PaymentStatus::Refunded => (BACK, ""),
        PaymentStatus::Failed => (CROSS, ""),
        PaymentStatus::Disputed => ("", DIAMOND_WITH_MARK),
    };
    Drawing { line, solid }
}

/// The shape of how an order stands against its due date: an hourglass, a triangle with a mark, two bars.
pub const fn timing_shape(timing: Timing) -> Drawing {
    let (line, solid) = match timing {
        Timing::OnTime => (RING, ""),
        Timing::WillBeLate => ("M2.5 1.5h7M2.5 10.5h7M3.5 1.5c0 2.6 5 6.4 5 9M8.5 1.5c0 2.6-5 6.4-5 9", ""),
        Timing::Overdue => ("", "M6 .6l5.8 10.6H.2zM5.3 4v3.6h1.4V4zM5.3 8.6v1.4h1.4V8.6z"),
        Timing::Held => ("", "M2.5 1.5h2.6v9H2.5zM6.9 1.5h2.6v9H6.9z"),
    };
    Drawing { line, solid }
}

/// The shape of a priority: two arrowheads, a ring, two bars.
pub const fn priority_shape(priority: Priority) -> Drawing {
    match priority {
        Priority::Rush => Drawing { line: "M1.5 2l4 4-4 4M6.5 2l4 4-4 4", solid: "" },
        Priority::Standard => Drawing { line: RING, solid: "" },
        Priority::Hold => timing_shape(Timing::Held),
    }
}

/// Draws a shape in the colour of the text beside it. Decoration: the word says the same.
#[component]
pub fn Shape(
    /// What to draw.
    drawing: Drawing,
) -> impl IntoView {
    view! {
        <svg class="shape" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
            <path class="line" d=drawing.line></path>
            <path class="solid" d=drawing.solid></path>
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn nothing_that_stands_in_one_row_shares_a_shape() {
        let late = [Timing::WillBeLate, Timing::Overdue, Timing::Held].map(timing_shape);
        let shapes: HashSet<_> = Status::ALL
            .map(status_shape)
            .into_iter()
            .chain(late)
            .chain([priority_shape(Priority::Rush)])
            .map(|drawing| (drawing.line, drawing.solid))
            .collect();
        assert_eq!(shapes.len(), Status::ALL.len() + 4);
    }
}
