//! One field of the form each: label, input, hint.

use leptos::prelude::*;

use crate::words::t;

/// A line of text.
#[component]
pub fn Field(
    /// Its name in `PlaceForm`.
    name: &'static str,
    /// The key of its label.
    label: String,
    /// What stands in it.
    value: String,
    /// The key of a hint.
    #[prop(optional)]
    hint: &'static str,
    /// Whether it may be empty.
    #[prop(optional)]
    optional: bool,
    /// Whether it asks for a whole number.
    #[prop(optional)]
    number: bool,
    /// Whether it cannot be changed.
    #[prop(optional)]
    fixed: bool,
) -> impl IntoView {
    let note = (!hint.is_empty()).then(|| (format!("{name}-hint"), t(hint)));
    let described = note.as_ref().map(|(id, _)| id.clone());
    view! {
        <p>
            <label for=name>{label}</label>
            <input id=name name=format!("place[{name}]") value=value required=!optional readonly=fixed maxlength="400"
                inputmode=number.then_some("numeric") autocomplete="off" aria-describedby=described/>
            {note.map(|(id, words)| view! { <span id=id class="hint">{words}</span> })}
        </p>
    }
    .into_any()
}

/// A box to tick.
#[component]
pub fn Tick(
    /// Its name in `PlaceForm`.
    name: &'static str,
    /// Its label.
    label: String,
    /// Whether it is ticked.
    on: bool,
) -> impl IntoView {
    view! {
        <p class="wide">
            <label><input type="checkbox" name=format!("place[{name}]") value="on" checked=on/> " " {label}</label>
        </p>
    }
    .into_any()
}
