//! The second step of an order that a carrier brings: what was chosen, where it goes, and what each carrier asks for it. Everything typed
//! travels along, so that going back loses nothing. No script.

use domain::{
    money::Money,
    order::form::{Choice, OrderForm, Storefront, value_of},
    parcel::Offer,
};
use leptos::prelude::*;

use super::{
    super::{
        Rendered, Visit,
        document::{Kind, document, title_of},
    },
    fields::refusal,
};
use crate::words::Words;

/// The page. `problem` is about the whole: somebody is away.
pub fn order_rates_page(
    visit: &Visit,
    at: &Storefront,
    form: &OrderForm,
    choice: &Choice,
    problem: Option<&str>,
) -> Rendered {
    let words = visit.words();
    let heading = words.say("order-rates-title");
    let wrong = choice.problem.clone();
    let title = title_of(words, &heading, problem.is_some() || wrong.is_some());
    let first = wrong.clone().map(|words| (words, Some("#rate-0")));
    let said = problem.map(|words| (words.to_owned(), None)).or(first);
    let typed = form.typed().into_iter().map(|(name, value)| {
        view! { <input type="hidden" name=name value=value.to_owned()/> }
    });
    let flawed = wrong.is_some();
    document(
        visit,
        Kind::Still,
        title,
        view! {
            <main class="narrow" aria-labelledby="h">
                {said.map(|(words, to)| view! {
                    <div class="problem" id="problem" role="alert" tabindex="-1" autofocus>
                        <p class="what">{match to {
                            Some(to) => view! { <a href=to>{words}</a> }.into_any(),
                            None => words.into_any(),
                        }}</p>
                    </div>
                })}
                <h1 id="h">{heading}</h1>
                <p class="hint">{words.say_of("order-form-title", "place", at.place.name.clone())}</p>
                {summary(words, choice)}
                <form class="order-form" method="post" action=visit.path.clone() novalidate>
                    {typed.collect_view()}
                    <input type="hidden" name="shipment" value=choice.shipment.clone()/>
                    <fieldset class="card">
                        <legend>{words.say("order-rates-choose")}</legend>
                        {refusal("rate", wrong)}
                        {offers(words, choice, &form.rate, flawed)}
                    </fieldset>
                    <p class="hint">{words.say("order-form-then")}</p>
                    <button type="submit">{words.say("order-form-submit")}</button>
                    <button type="submit" name="step" value="edit" class="secondary">{words.say("order-rates-edit")}</button>
                </form>
            </main>
        },
    )
}

/// What is sent, and where.
fn summary(words: Words<'_>, choice: &Choice) -> impl IntoView + use<> {
    let new = &choice.new;
    let money = |minor: i64| Money::parse(minor, &new.currency).map(|money| words.money(money));
    let lines = new.items.iter().map(|item| {
        let amount = money(item.unit_amount.saturating_mul(i64::from(item.quantity)));
        view! { <li>{item.quantity} " × " <bdi>{item.name.clone()}</bdi> " " <span class="num amount">{amount}</span></li> }
    });
    let doubt = choice.doubted.then(|| view! { <p class="flaw">{words.say("order-rates-doubted")}</p> });
    view! {
        <section class="card summary" aria-label=words.say("order-rates-summary")>
            <ul role="list">{lines.collect_view()}</ul>
            <p><bdi>{new.customer.name.clone()}</bdi> <br/> <bdi>{new.address.lines().join(", ")}</bdi></p>
            {doubt}
        </section>
    }
}

/// One line each: who, how long, what it costs and what all of it comes to.
fn offers(words: Words<'_>, choice: &Choice, rate: &str, flawed: bool) -> impl IntoView + use<> {
    let known = choice.offers.iter().any(|offer| value_of(offer) == rate);
    let described = flawed.then_some("rate-flaw");
    let lines = choice.offers.iter().enumerate().map(|(nth, offer)| {
        let (id, value) = (format!("rate-{nth}"), value_of(offer));
        // Until somebody chooses it is the cheapest.
        let chosen = if known { value == rate } else { nth == 0 };
        view! {
            <label class="pick rate" for=id.clone()>
                <input type="radio" id=id.clone() name="rate" value=value checked=chosen aria-describedby=described/>
                " " <span class="who"><bdi>{offer.carrier_name.clone()}</bdi> " " <bdi>{offer.service.clone()}</bdi> {days(words, offer)}</span>
                " " {price(words, choice, offer)}
            </label>
        }
    });
    lines.collect_view()
}

fn days(words: Words<'_>, offer: &Offer) -> Option<impl IntoView + use<>> {
    let days = usize::try_from(offer.days.filter(|days| *days > 0)?).ok()?;
    Some(view! { " " <span class="hint">{words.count("order-rates-days", days)}</span> })
}

fn price(words: Words<'_>, choice: &Choice, offer: &Offer) -> Option<impl IntoView + use<>> {
    let price = offer.price()?;
    let total = Money::parse(choice.new.subtotal().saturating_add(offer.amount), &choice.new.currency)?;
    let total = words.say_of("order-rates-total", "total", words.money(total));
    Some(view! { <span class="num amount">{words.money(price)} " " <span class="hint">{total}</span></span> })
}
