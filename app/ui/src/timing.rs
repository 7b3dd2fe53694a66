//! How urgent an order is and whether it will be done in time: shape and word, and a colour that only repeats them.

use domain::{
    Language,
    order::{Priority, Timing},
};
use leptos::prelude::*;

use crate::{Shape, priority_shape, timing_shape};

/// Overdue, will be late, on hold; nothing where there is time.
#[component]
pub fn TimingBadge(
    /// Which.
    timing: Timing,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let class = match timing {
        Timing::OnTime => "badge",
        Timing::WillBeLate => "badge due-will_be_late",
        Timing::Overdue => "badge due-overdue",
        Timing::Held => "badge due-held",
    };
    timing.say(language).map(|word| {
        view! { <span class=class><Shape drawing=timing_shape(timing)/><span class="word">{word}</span></span> }
    })
}

/// Rush; nothing for what is usual, and what is on hold says so by its timing.
#[component]
pub fn PriorityBadge(
    /// Which.
    priority: Priority,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    (priority == Priority::Rush).then(|| {
        view! {
            <span class="badge due-rush">
                <Shape drawing=priority_shape(priority)/><span class="word">{priority.say(language)}</span>
            </span>
        }
    })
}
