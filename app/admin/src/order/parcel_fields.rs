//! Carrier, number and link of a box, as typed. The text is kept in signals: nothing that happens to the order erases it.

use domain::parcel::NumberHint;
use leptos::prelude::*;

use super::{number_hint::Hint, sheet::Sheet};
use crate::{me::Me, words::t};

/// What is being typed.
#[derive(Debug, Clone, Copy)]
pub struct Typed {
    /// The carrier: chosen, or suggested by the number.
    pub carrier: RwSignal<String>,
    /// The number, or whatever was pasted as one.
    pub number: RwSignal<String>,
    link: RwSignal<String>,
    /// Whether the person has decided on the carrier, if only on none.
    pub chosen: RwSignal<bool>,
    /// What the server says of the number.
    pub hint: RwSignal<Option<NumberHint>>,
    /// How often the number was asked about.
    pub asked: StoredValue<u32>,
}

impl Typed {
    /// Nothing yet.
    pub fn new() -> Self {
        Self {
            carrier: RwSignal::default(),
            number: RwSignal::default(),
            link: RwSignal::default(),
            chosen: RwSignal::default(),
            hint: RwSignal::default(),
            asked: StoredValue::default(),
        }
    }

    /// Forgets it once it was saved.
    pub fn clear(self) {
        for field in [self.carrier, self.number, self.link] {
            field.set(String::new());
        }
        self.chosen.set(false);
        self.forget();
    }
}

/// The three fields; `form` keeps their ids apart where two forms stand on a page.
#[component]
pub fn ParcelFields(form: &'static str, typed: Typed) -> impl IntoView {
    let order = expect_context::<Sheet>().page.with_untracked(|page| page.id);
    let carriers = use_context::<Me>().map(|me| me.carriers).unwrap_or_default();
    let known = carriers.into_iter().map(|name| view! { <option value=name></option> }).collect_view();
    let id = move |field: &str| format!("{form}-{field}");
    let chosen =
        move || typed.chosen.get().then(|| view! { <input type="hidden" name="chosen" value="true"/> });
    view! {
        <div class="fields">
            <p>
                <label for=id("carrier")>{t("admin-carrier")}</label>
                <input id=id("carrier") name="carrier" list=id("carriers") maxlength="100" autocomplete="off"
                    prop:value=typed.carrier on:input:target=move |ev| typed.choose(order, ev.target().value())/>
                <datalist id=id("carriers")>{known}</datalist>
                {chosen}
            </p>
            <p>
                <label for=id("number")>{t("admin-tracking-number")}</label>
                // As long as an address: what is pasted may be one.
                <input id=id("number") name="tracking_number" maxlength="1000" autocomplete="off" spellcheck="false" aria-describedby=id("said")
                    prop:value=typed.number on:input:target=move |ev| typed.number(order, ev.target().value())/>
            </p>
            <Hint id=id("said") order typed/>
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
