//! Carrier, number and link of a box, as typed. The text is kept in signals: nothing that happens to the order erases it.

use leptos::prelude::*;

use crate::{me::Me, words::t};

/// What is being typed.
#[derive(Debug, Clone, Copy)]
pub struct Typed {
    carrier: RwSignal<String>,
    number: RwSignal<String>,
    link: RwSignal<String>,
}

impl Typed {
    /// Nothing yet.
    pub fn new() -> Self {
        Self { carrier: RwSignal::default(), number: RwSignal::default(), link: RwSignal::default() }
    }

    /// Forgets it once it was saved.
    pub fn clear(self) {
        for field in [self.carrier, self.number, self.link] {
            field.set(String::new());
        }
    }
}

/// The three fields; `form` keeps their ids apart where two forms stand on a page.
#[component]
pub fn ParcelFields(form: &'static str, typed: Typed) -> impl IntoView {
    let carriers = use_context::<Me>().map(|me| me.carriers).unwrap_or_default();
    let known = carriers.into_iter().map(|name| view! { <option value=name></option> }).collect_view();
    let id = move |field: &str| format!("{form}-{field}");
    view! {
        <div class="fields">
            <p>
                <label for=id("carrier")>{t("admin-carrier")}</label>
                <input id=id("carrier") name="carrier" list=id("carriers") maxlength="100" autocomplete="off"
                    prop:value=typed.carrier on:input:target=move |ev| typed.carrier.set(ev.target().value())/>
                <datalist id=id("carriers")>{known}</datalist>
            </p>
            <p>
                <label for=id("number")>{t("admin-tracking-number")}</label>
                <input id=id("number") name="tracking_number" maxlength="100" autocomplete="off" spellcheck="false"
                    prop:value=typed.number on:input:target=move |ev| typed.number.set(ev.target().value())/>
            </p>
            <p class="wide">
                <label for=id("link")>{t("admin-tracking-link")}</label>
                <input id=id("link") name="tracking_url" type="url" maxlength="1000" autocomplete="off" aria-describedby=id("hint")
                    prop:value=typed.link on:input:target=move |ev| typed.link.set(ev.target().value())/>
                <span id=id("hint") class="hint">{t("admin-tracking-link-what")}</span>
            </p>
        </div>
    }
    .into_any()
}
