//! A moment on a page.

use domain::moment::Moment;
use leptos::prelude::*;

/// The words of a moment, with the machine's reading beside them.
#[component]
pub fn When(
    /// Made by the server, in the reader's language and the shop's zone.
    moment: Moment,
) -> impl IntoView {
    view! { <time datetime=moment.iso>{moment.label}</time> }
}
