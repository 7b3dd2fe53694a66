//! How and when it is handed over.

use domain::order::form::{FormFlaw, OrderForm, Storefront};
use leptos::prelude::*;

use super::fields::{flaw_of, refusal};
use crate::{order::when, words::Words};

/// Pickup or delivery, where there is a choice.
pub fn methods(
    words: Words<'_>,
    at: &Storefront,
    form: &OrderForm,
    flaws: &[FormFlaw],
) -> Option<impl IntoView + use<>> {
    let methods = at.methods();
    if methods.len() < 2 {
        return None;
    }
    let flaw = flaw_of(flaws, "method");
    let described = flaw.is_some().then_some("method-flaw");
    let first = methods.first().copied();
    let choices: Vec<_> = methods
        .into_iter()
        .map(|method| {
            let word = method.as_str();
            // The summary leads to the first.
            let id = if Some(method) == first { "method".to_owned() } else { format!("method-{word}") };
            let chosen = form.method == word;
            view! {
                <label class="pick" for=id.clone()>
                    <input type="radio" id=id.clone() name="method" value=word checked=chosen aria-describedby=described/>
                    " " {method.say(words.language)}
                </label>
            }
        })
        .collect();
    Some(view! {
        <fieldset class="card">
            <legend>{words.say("order-form-method")}</legend>
            {refusal("method", flaw)}
            {choices}
        </fieldset>
    })
}

/// The free slots, day by day.
pub fn slots(
    words: Words<'_>,
    at: &Storefront,
    form: &OrderForm,
    flaws: &[FormFlaw],
) -> Option<impl IntoView + use<>> {
    at.place.slot_minutes?;
    let zone = at.place.opening.zone().clone();
    let name = zone.iana_name().unwrap_or("UTC").to_owned();
    let mut days: Vec<(jiff::civil::Date, Vec<_>)> = Vec::new();
    for (slot, _) in &at.slots {
        let day = slot.0.0.to_zoned(zone.clone()).date();
        let value = slot.0.0.to_string();
        let chosen = form.slot == value;
        let option = view! { <option value=value selected=chosen>{when(words, *slot, &name).1}</option> };
        match days.last_mut() {
            Some((last, options)) if *last == day => options.push(option),
            _ => days.push((day, vec![option])),
        }
    }
    let groups: Vec<_> = days
        .into_iter()
        .map(|(day, options)| view! { <optgroup label=words.long_day(day)>{options}</optgroup> })
        .collect();
    let flaw = flaw_of(flaws, "slot");
    let invalid = flaw.is_some().then_some("true");
    let described = flaw.is_some().then_some("slot-flaw");
    Some(view! {
        <div class="field card">
            <label for="slot">{words.say("order-form-slot")}</label>
            {refusal("slot", flaw)}
            <select id="slot" name="slot" aria-required="true" aria-invalid=invalid aria-describedby=described>
                <option value="">{words.say("order-form-slot-none")}</option>
                {groups}
            </select>
        </div>
    })
}
