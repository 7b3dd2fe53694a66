//! The stages an order goes through, to be ticked off: behind it, where it stands, and what is ahead, told apart by shape.

use domain::{Language, language::say, order::Sheet};
use leptos::prelude::*;

/// The list.
pub fn route(language: Language, sheet: &Sheet) -> impl IntoView + use<> {
    let stages = &sheet.workflow.stages;
    let here = stages.iter().position(|stage| Some(&stage.key) == sheet.stage.as_ref());
    let all: Vec<_> = stages
        .iter()
        .enumerate()
        .map(|(at, stage)| {
            let class = match here {
                Some(here) if at < here => "done",
                Some(here) if at == here => "now",
                _ => "ahead",
            };
            let check = (class == "done").then(|| view! { <path d="M2 6.5l3 3 5-7"></path> });
            let dot = (class == "now").then(|| view! { <circle cx="6" cy="6" r="2.5"></circle> });
            view! {
                <li class=class>
                    <svg class="stage-box" viewBox="0 0 12 12" aria-hidden="true">
                        <rect x=".6" y=".6" width="10.8" height="10.8"></rect>
                        {check}
                        {dot}
                    </svg>
                    <span>{stage.label.get(language).to_owned()}</span>
                </li>
            }
        })
        .collect();
    view! {
        <section class="route" aria-label=say(language, "paper-stages")><ol role="list">{all}</ol></section>
    }
}
