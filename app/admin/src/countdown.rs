//! "In 3 h 20 min": said by the server as of its answer, and counted on by one clock for the whole app.

use std::time::Duration;

use domain::language::say_with;
use leptos::prelude::*;

use crate::words::language;

/// Whole minutes since the app was opened. Nobody asks the device's clock, which may be wrong; a device that slept hears news first thing.
#[derive(Debug, Clone, Copy)]
pub struct Minutes(RwSignal<i64>);

impl Minutes {
    /// A clock at zero; on the server it stays there.
    pub fn new() -> Self {
        let passed = RwSignal::new(0);
        Effect::new(move |_| {
            let every = Duration::from_secs(60);
            if let Ok(clock) = set_interval_with_handle(move || passed.update(|minutes| *minutes += 1), every)
            {
                on_cleanup(move || clock.clear());
            }
        });
        Self(passed)
    }
}

/// How long until it is due, or since. `minutes` are those of the answer that is shown.
#[component]
pub fn Countdown(minutes: i64) -> impl IntoView {
    let clock = expect_context::<Minutes>();
    let then = clock.0.get_untracked();
    let words = move || {
        let left = minutes - (clock.0.get() - then);
        let key = if left < 0 { "admin-overdue-by" } else { "admin-due-in" };
        say_with(language(), key, vec![("time", domain::span(left, language()).into())])
    };
    view! { <span class="countdown num">{words}</span> }.into_any()
}
