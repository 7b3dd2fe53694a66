//! `/order/{location}`: what can be ordered there, for when, and who asks. Everything typed is shown again after a refusal, and every
//! refusal stands at its field and in a summary that leads there. No script.

mod fields;
mod goods;
mod rates;
mod time;

use domain::order::form::{FormFlaw, OrderForm, Storefront};
use fields::{Field, field, id_of};
use leptos::prelude::*;
pub use rates::order_rates_page;

use super::{
    Rendered, Visit,
    document::{Kind, document, title_of},
};
use crate::words::Words;

/// Why the form is shown again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormProblem {
    /// These fields.
    Flaws(Vec<FormFlaw>),
    /// One sentence about the whole: too many tries, somebody is away.
    Whole(String),
}

/// The form, as typed so far. `key` of the form makes a second click the same order.
pub fn order_form_page(
    visit: &Visit,
    at: &Storefront,
    form: &OrderForm,
    problem: Option<&FormProblem>,
) -> Rendered {
    let words = visit.words();
    let heading = words.say_of("order-form-title", "place", at.place.name.clone());
    let title = title_of(words, &heading, problem.is_some());
    let body = match reason_for_none(at) {
        Some(key) => view! { <p class="next">{words.say(key)}</p> }.into_any(),
        None => whole(words, visit, at, form, problem).into_any(),
    };
    document(
        visit,
        Kind::Still,
        title,
        view! {
            <main class="narrow" aria-labelledby="h">
                {problem.map(|problem| summary(words, at, problem))}
                <h1 id="h">{heading}</h1>
                {about(words, at)}
                {body}
            </main>
        },
    )
}

/// Why nothing can be ordered, where that is so.
fn reason_for_none(at: &Storefront) -> Option<&'static str> {
    if !at.place.orders_open {
        Some("order-form-closed")
    } else if at.goods.is_empty() {
        Some("order-form-empty")
    } else if at.is_full() {
        Some("order-form-full")
    } else if at.is_sold_out() {
        Some("order-form-sold-out")
    } else {
        None
    }
}

fn about(words: Words<'_>, at: &Storefront) -> impl IntoView + use<> {
    // Where there are slots the slot says when.
    let ready = at.ready.filter(|_| at.place.slot_minutes.is_none()).map(|seconds| {
        let minutes = (seconds + 30) / 60;
        let args = vec![("hours", (minutes / 60).into()), ("minutes", (minutes % 60).into())];
        let time = words.say_all("place-minutes", args);
        view! { <p>{words.say_of("place-ready-in", "time", time)}</p> }
    });
    view! {
        <p class="hint"><bdi>{at.place.address.lines().join(", ")}</bdi></p>
        <p class="hint">{words.say("booking-ask")} " " <bdi>{at.place.contact.clone()}</bdi></p>
        {ready}
    }
}

fn summary(words: Words<'_>, at: &Storefront, problem: &FormProblem) -> impl IntoView + use<> {
    let (title, list) = match problem {
        FormProblem::Whole(sentence) => (sentence.clone(), None),
        FormProblem::Flaws(flaws) => {
            let rows: Vec<_> = flaws
                .iter()
                .map(|flaw| {
                    let to = format!("#{}", id_of(at, &flaw.field));
                    view! { <li><a href=to>{flaw.words.clone()}</a></li> }
                })
                .collect();
            (words.say("order-form-problem"), Some(view! { <ul role="list">{rows}</ul> }))
        }
    };
    view! {
        <div class="problem" id="problem" role="alert" tabindex="-1" autofocus>
            <p class="what">{title}</p>
            {list}
        </div>
    }
}

fn whole(
    words: Words<'_>,
    visit: &Visit,
    at: &Storefront,
    form: &OrderForm,
    problem: Option<&FormProblem>,
) -> impl IntoView + use<> {
    let none = Vec::new();
    let flaws = match problem {
        Some(FormProblem::Flaws(flaws)) => flaws,
        _ => &none,
    };
    let line = |name: &'static str, value: &str| Field::new(words, flaws, name, value.to_owned());
    view! {
        <form class="order-form" method="post" action=visit.path.clone() novalidate>
            <input type="hidden" name="key" value=form.key.clone()/>
            {goods::goods(words, at, form, flaws)}
            {time::ways(words, at, form, flaws)}
            {time::slots(words, at, form, flaws)}
            {(at.place.delivery || at.place.shipping).then(|| view! {
                <fieldset class="card where-to">
                    <legend>{words.say("order-form-where")}</legend>
                    {at.place.shipping.then(|| view! {
                        <p class="hint">{words.say_of("order-form-country", "country", at.place.address.country.clone())}</p>
                    })}
                    {field(line("line1", &form.line1).completes("address-line1"))}
                    {field(line("line2", &form.line2).completes("address-line2").optional())}
                    {field(line("city", &form.city).completes("address-level2"))}
                    {at.place.shipping.then(|| field(line("state", &form.state).completes("address-level1").optional()))}
                    {field(line("postal_code", &form.postal_code).completes("postal-code"))}
                </fieldset>
            })}
            <fieldset class="card">
                <legend>{words.say("order-form-who")}</legend>
                {field(line("name", &form.name).completes("name"))}
                {field(line("email", &form.email).completes("email").kind("email"))}
                {field(line("phone", &form.phone).completes("tel").kind("tel").optional())}
                {field(line("notes", &form.notes).optional())}
                <label class="pick" for="gift">
                    <input type="checkbox" id="gift" name="gift" value="on" checked=form.gift == "on"/> " " {words.say("order-form-gift")}
                </label>
            </fieldset>
            {at.place.shipping.then(|| view! { <p class="hint">{words.say("order-form-rates-next")}</p> })}
            <p class="hint">{words.say("order-form-then")}</p>
            <button type="submit">{words.say("order-form-submit")}</button>
        </form>
    }
}

/// The order is there: on to the till, by itself or by a click.
pub fn order_placed_page(visit: &Visit, number: &str) -> Rendered {
    let words = visit.words();
    let heading = words.say("order-form-placed");
    let pay = format!("/o/{number}/pay");
    document(
        visit,
        Kind::Still,
        heading.clone(),
        view! {
            <main class="narrow" aria-labelledby="h">
                <h1 id="h">{heading}</h1>
                <p class="next">{words.say_of("order-form-placed-next", "number", number.to_owned())}</p>
                <p class="act"><a class="button" href=pay>{words.say("order-form-pay")}</a></p>
            </main>
        },
    )
}
