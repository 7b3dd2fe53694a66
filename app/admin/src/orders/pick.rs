//! Picking orders whose labels are bought together. What is picked outlives the list being read anew.

use leptos::prelude::*;

use crate::words::{t, t_name};

const FORM: &str = "pick";

/// Numbers of the picked orders.
#[derive(Debug, Clone, Copy)]
pub struct Picked(RwSignal<Vec<String>>);

impl Picked {
    /// None yet.
    pub fn new() -> Self {
        Self(RwSignal::default())
    }

    fn set(self, number: &str, on: bool) {
        self.0.update(|picked| {
            picked.retain(|other| other != number);
            if on {
                picked.push(number.to_owned());
            }
        });
    }
}

/// The box of one order.
#[component]
pub fn Pick(number: String, picked: Picked) -> impl IntoView {
    let (mine, name) = (number.clone(), number.clone());
    let on = move || picked.0.with(|picked| picked.contains(&mine));
    view! {
        <input type="checkbox" name="order" form=FORM value=number.clone() aria-label=t_name("admin-pick-one", &number)
            prop:checked=on on:change:target=move |ev| picked.set(&name, ev.target().checked())/>
    }
    .into_any()
}

/// Leads to a look at what would be bought; buys nothing.
#[component]
pub fn PickBar(picked: Picked) -> impl IntoView {
    let count = move || picked.0.with(|picked| i64::try_from(picked.len()).unwrap_or_default());
    let count = move || match count() {
        0 => String::new(),
        count => count.to_string(),
    };
    view! {
        <form id=FORM method="get" action="/admin/labels" class="batch">
            <button type="submit" class="button">{t("admin-pick-go")} " " <span class="num">{count}</span></button>
            <span class="quiet-text">{t("admin-pick-what")}</span>
        </form>
    }
    .into_any()
}
