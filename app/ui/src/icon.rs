//! The pictures a stage can have, as lines of 24 by 24 units.

use domain::workflow::Icon;
use leptos::prelude::*;

/// The path of a picture.
pub const fn icon_path(icon: Icon) -> &'static str {
    match icon {
        Icon::Inbox => "M3 13l3-9h12l3 9v7H3zM3 13h5l1.5 3h5L16 13h5",
        Icon::Review => "M5 3h14v18H5zM8.5 8h7M8.5 12h3M9 16.5l2 2 4.5-4.5",
        Icon::Queue => "M4 6h16M4 12h16M4 18h9",
        Icon::Printer => "M7 9V3h10v6M7 18H4V9h16v9h-3M7 14h10v7H7z",
        Icon::Scissors => {
            "M6.5 4a2.5 2.5 0 1 1 0 5a2.5 2.5 0 1 1 0-5M6.5 15a2.5 2.5 0 1 1 0 5a2.5 2.5 0 1 1 0-5M8.7 7.8L20 17M8.7 16.2L20 7"
        }
        Icon::Pot => "M4 10h16v6a4 4 0 0 1-4 4H8a4 4 0 0 1-4-4zM2 12h2M20 12h2M9 3v3M12 3v3M15 3v3",
        Icon::Bell => "M6 17V11a6 6 0 0 1 12 0v6l2 1H4zM10 21h4",
        Icon::Box => "M3 7l9-4 9 4v10l-9 4-9-4zM3 7l9 4 9-4M12 11v10",
        Icon::Truck => {
            "M2 6h12v11H2zM14 10h4l4 4v3h-8zM6 17a2 2 0 1 0 0 4a2 2 0 1 0 0-4M17 17a2 2 0 1 0 0 4a2 2 0 1 0 0-4"
        }
        Icon::Done => "M12 3a9 9 0 1 1 0 18a9 9 0 1 1 0-18M8 12.5l3 3 5.5-6.5",
        Icon::Download => "M12 3v12M7 10.5l5 5 5-5M4 20h16",
        Icon::Repeat => "M4 11a8 8 0 0 1 14-4l2 2M20 4v5h-5M20 13a8 8 0 0 1-14 4l-2-2M4 20v-5h5",
    }
}

/// A picture in the colour of the text beside it. Decoration: the word says the same.
#[component]
pub fn StageIcon(
    /// Which.
    icon: Icon,
) -> impl IntoView {
    view! { <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=icon_path(icon)></path></svg> }
}
