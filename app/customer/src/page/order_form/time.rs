//! How and when it is handed over.

use domain::order::form::{FormFlaw, OrderForm, Storefront};
use leptos::prelude::*;

use super::fields::{flaw_of, refusal};
use crate::{order::when, words::Words};

/// Pickup, delivery or by a carrier, where there is a choice.
pub fn ways(words: Words<'_>, at: &Storefront, form: &OrderForm, flaws: &[FormFlaw]) -> Option<AnyView> {
    let ways = at.place.ways();
    if ways.len() < 2 {
        // A refusal of the only way there is.
        return flaw_of(flaws, "method").map(|flaw| {
            view! { <div class="card" id="method" tabindex="-1">{refusal("method", Some(flaw))}</div> }
                .into_any()
        });
    }
    let flaw = flaw_of(flaws, "method");
    let described = flaw.is_some().then_some("method-flaw");
    let first = ways.first().copied();
    let choices: Vec<_> = ways
        .into_iter()
        .map(|way| {
            let word = way.as_str();
            // The summary leads to the first.
            let id = if Some(way) == first { "method".to_owned() } else { format!("method-{word}") };
            let chosen = form.method == word;
            view! {
                <label class="pick" for=id.clone()>
                    <input type="radio" id=id.clone() name="method" value=word checked=chosen aria-describedby=described/>
                    " " {way.say(words.language)}
                </label>
            }
        })
        .collect();
    Some(
        view! {
            <fieldset class="card">
                <legend>{words.say("order-form-method")}</legend>
                {refusal("method", flaw)}
                {choices}
            </fieldset>
        }
        .into_any(),
    )
}

/// The free slots, day by day.
pub fn slots(words: Words<'_>, at: &Storefront, form: &OrderForm, flaws: &[FormFlaw]) -> Option<AnyView> {
    at.place.slot_minutes?;
    let flaw = flaw_of(flaws, "slot");
    // Where all times are taken a carrier can still bring it.
    if at.slots.is_empty() {
        let gone = words.say("order-form-slots-gone");
        return Some(
            view! { <div class="card" id="slot" tabindex="-1">{refusal("slot", flaw)} <p class="hint">{gone}</p></div> }
                .into_any(),
        );
    }
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
    let invalid = flaw.is_some().then_some("true");
    let described = flaw.is_some().then_some("slot-flaw");
    Some(view! {
        <div class="field card">
            <label for="slot">{words.say(if at.place.shipping { "order-form-slot-by-hand" } else { "order-form-slot" })}</label>
            {refusal("slot", flaw)}
            <select id="slot" name="slot" aria-required="true" aria-invalid=invalid aria-describedby=described>
                <option value="">{words.say("order-form-slot-none")}</option>
                {groups}
            </select>
        </div>
    }.into_any())
}
