//! How a language of a template stands: a shape and a word, so that no colour is needed.

use domain::{
    notice::template::TemplateState,
    order::{Status, Timing},
};
use leptos::prelude::*;
use ui::{Drawing, Shape, status_shape, timing_shape};

use crate::flows::Desk;

/// All of them, in the order in which the list explains them.
const STATES: [TemplateState; 4] =
    [TemplateState::BuiltIn, TemplateState::Own, TemplateState::Missing, TemplateState::Outdated];

/// A ring, a disc, a diamond with a mark, an hourglass.
pub const fn drawing(state: TemplateState) -> Drawing {
    match state {
        TemplateState::BuiltIn => status_shape(Status::Confirmed),
        TemplateState::Own => status_shape(Status::Delivered),
        TemplateState::Missing => status_shape(Status::Exception),
        TemplateState::Outdated => timing_shape(Timing::WillBeLate),
    }
}

/// The class that colours it.
pub fn class(state: TemplateState) -> String {
    format!("state-mark state-{}", state.as_str())
}

/// Its word.
pub fn word(desk: &Desk, state: TemplateState) -> String {
    desk.t(&format!("editor-state-{}", state.as_str()))
}

/// Shape and word.
pub fn mark(desk: &Desk, state: TemplateState) -> AnyView {
    view! { <span class=class(state)><Shape drawing=drawing(state)/> " " {word(desk, state)}</span> }
        .into_any()
}

/// What each mark means.
pub fn legend(desk: &Desk) -> AnyView {
    let line = |state: TemplateState| {
        let what = desk.t(&format!("editor-state-{}-what", state.as_str()));
        view! { <li>{mark(desk, state)} " " <span class="quiet-text">{what}</span></li> }
    };
    view! {
        <details class="fold">
            <summary>{desk.t("editor-marks")}</summary>
            <ul role="list" class="marks">{STATES.map(line).into_iter().collect_view()}</ul>
        </details>
    }
    .into_any()
}
