//! Forms that only lead somewhere: natively by GET without JavaScript, within the app with it, and then without empty fields.

use leptos::{ev::SubmitEvent, prelude::*};
use leptos_router::{NavigateOptions, hooks::use_navigate};
use wasm_bindgen::JsCast;
use web_sys::{FormData, HtmlFormElement};

use crate::orders::escape;

/// The form element around its fields.
#[component]
pub fn GetForm(
    /// The page it leads to.
    action: String,
    /// Names of its fields, in the order they stand in the address.
    fields: &'static [&'static str],
    /// For the stylesheet.
    #[prop(optional)]
    class: &'static str,
    /// Whether the page stays where it is.
    #[prop(optional)]
    stay: bool,
    /// Fields and button.
    children: Children,
) -> impl IntoView {
    let (to, navigate) = (action.clone(), use_navigate());
    let submit = move |event: SubmitEvent| {
        if let Some(query) = typed(&event, fields) {
            event.prevent_default();
            navigate(
                &format!("{to}{query}"),
                NavigateOptions { scroll: !stay, ..NavigateOptions::default() },
            );
        }
    };
    view! { <form method="get" action=action class=class on:submit=submit>{children()}</form> }.into_any()
}

fn typed(event: &SubmitEvent, fields: &[&'static str]) -> Option<String> {
    let form: HtmlFormElement = event.target()?.dyn_into().ok()?;
    let data = FormData::new_with_form(&form).ok()?;
    let field = |name: &'static str| Some((name, data.get(name).as_string()?));
    Some(query(&fields.iter().copied().filter_map(field).collect::<Vec<_>>()))
}

/// A query string of what is not empty, with its question mark.
pub fn query(pairs: &[(&str, String)]) -> String {
    let filled = pairs.iter().filter(|(_, value)| !value.is_empty());
    let pairs: Vec<_> = filled.map(|(name, value)| format!("{name}={}", escape(value))).collect();
    if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
}
