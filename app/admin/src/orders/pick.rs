//! Picking orders that are changed together. What is picked outlives the list being read anew, and its other pages.

use domain::order::Filter;
use leptos::prelude::*;

use super::query::page_fields;
use crate::{
    me::may_pay,
    words::{t, t_name},
};

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

/// The box of the whole page.
#[component]
pub fn PickPage(here: Vec<String>, picked: Picked) -> impl IntoView {
    let all = here.clone();
    let on =
        move || picked.0.with(|picked| !all.is_empty() && all.iter().all(|number| picked.contains(number)));
    let turn = move |on: bool| here.iter().for_each(|number| picked.set(number, on));
    view! {
        <input type="checkbox" aria-label=t("admin-pick-page") prop:checked=on
            on:change:target=move |ev| turn(ev.target().checked())/>
    }
    .into_any()
}

/// Leads to a choice of what to do with them; changes nothing.
#[component]
pub fn PickBar(picked: Picked, here: Vec<String>, filter: Filter) -> impl IntoView {
    let count = move || match picked.0.with(Vec::len) {
        0 => String::new(),
        count => count.to_string(),
    };
    // Those of this page are in its own boxes.
    let elsewhere = move || {
        let others = picked.0.with(|picked| {
            picked.iter().filter(|number| !here.contains(number)).cloned().collect::<Vec<_>>()
        });
        others
            .into_iter()
            .map(|number| view! { <input type="hidden" name="order" value=number/> })
            .collect_view()
    };
    let filter = page_fields(&filter).into_iter();
    let filter =
        filter.map(|(name, value)| view! { <input type="hidden" name=name value=value/> }).collect_view();
    let labels = may_pay().then(|| {
        view! { <button type="submit" class="button" formaction="/admin/labels">{t("admin-pick-go")}</button> }
    });
    view! {
        <form id=FORM method="get" action="/admin/bulk" class="batch bulk-bar">
            {filter}
            {elsewhere}
            <label class="pick-all"><input type="checkbox" name="all" value="1"/> {t("admin-bulk-all")}</label>
            <button type="submit" class="button primary">{t("admin-bulk-go")} " " <span class="num">{count}</span></button>
            {labels}
        </form>
    }
    .into_any()
}
