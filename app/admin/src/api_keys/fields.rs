//! The fields of a key: for a new one and for one that is changed.

use domain::api_key::Scope;
use leptos::prelude::*;

use super::form::{Flaws, KeyForm};
use crate::flows::Desk;

/// The fields, each with what is wrong with it.
pub(super) fn fields(desk: &Desk, form: &KeyForm, flaws: &Flaws) -> AnyView {
    let bad = |field: &str| flaws.iter().any(|(at, _)| *at == field).then_some("true");
    let why = |field: &'static str| {
        let lines = flaws.iter().filter(|(at, _)| *at == field).map(|(_, words)| words.clone());
        let lines = lines.collect::<Vec<_>>().join(" ");
        view! { <span id=format!("{field}-why") class="field-bad">{lines}</span> }
    };
    let ticks = Scope::ALL.iter().map(|scope| {
        let word = scope.as_str();
        let words = desk.t(&format!("keys-scope-{}", word.replace(':', "-")));
        let ticked = form.scopes.contains(scope);
        view! {
            <label><input type="checkbox" name="scope" value=word checked=ticked/> <span>{words} " " <code class="quiet-text">{word}</code></span></label>
        }
    });
    view! {
        <p>
            <label for="name">{desk.t("keys-name")}</label>
            <input id="name" name="name" required maxlength="100" value=form.name.clone()
                aria-invalid=bad("name") aria-describedby="name-why name-hint"/>
            <span id="name-hint" class="hint">{desk.t("keys-name-hint")}</span>
            {why("name")}
        </p>
        <fieldset class="key-scopes" aria-describedby="scope-why">
            <legend>{desk.t("keys-scopes")}</legend>
            {ticks.collect_view()}
            {why("scope")}
        </fieldset>
        <p>
            <label for="last_day">{desk.t("keys-last-day")}</label>
            <input id="last_day" name="last_day" type="date" value=form.last_day.clone()
                aria-invalid=bad("last_day") aria-describedby="last_day-why last_day-hint"/>
            <span id="last_day-hint" class="hint">{desk.t("keys-last-day-hint")}</span>
            {why("last_day")}
        </p>
        <p>
            <label for="sites">{desk.t("keys-sites")}</label>
            <textarea id="sites" name="sites" rows="3" spellcheck="false" aria-invalid=bad("sites")
                aria-describedby="sites-why sites-hint" inner_html=ui::raw_text(&form.sites)></textarea>
            <span id="sites-hint" class="hint">{desk.t("keys-sites-hint")}</span>
            {why("sites")}
        </p>
    }
    .into_any()
}
