//! Pages without the marks that Leptos leaves where a text ends.

use customer::{Visit, order_fragment};
use domain::{clock::At, order::TrackedOrder};

/// The live part of an order's page.
pub fn fragment(visit: &Visit, order: &TrackedOrder, now: At) -> String {
    order_fragment(visit, order, now).replace("<!>", "")
}
