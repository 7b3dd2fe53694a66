//! The packing slip: lies in the parcel, so it speaks the customer's language and says nothing internal. As a gift, by the order's own word or by the run's, it names no price.
//!
//! Everything after the lines is in their table too, so that a sheet it goes on to says whose it is.

use domain::{
    Language,
    language::{say, say_with},
    money::Money,
    order::{Paper, Sheet, SheetLine},
    shop::About,
};
use leptos::prelude::*;

use crate::{
    head::{fact, head, tick, when},
    wish::wish,
};

/// One order's slip.
pub fn slip(about: &About, sheet: &Sheet, gift: bool) -> AnyView {
    let language = sheet.language;
    let t = |key: &str| say(language, key);
    let kind = Paper::Slip.say(language);
    let running = format!("{} · {kind}", sheet.number);
    // The customer's own page: theirs is the phone that reads it. Our scanners read the number in it just as well.
    let address = about.url(&format!("/o/{}", sheet.number));
    let prices = (!gift).then(|| {
        view! { <th class="price">{t("paper-price")}</th><th class="price">{t("paper-sum")}</th> }
    });
    let columns = if gift { "3" } else { "5" };
    let lines: Vec<_> = sheet.lines.iter().map(|it| line(language, it, gift)).collect();
    let to: Vec<_> = sheet.address.iter().map(|it| view! { <p><bdi>{it.clone()}</bdi></p> }).collect();
    let contact = say_with(language, "paper-thanks", vec![("contact", about.contact.clone().into())]);
    view! {
        <article class="paper slip" lang=language.tag()>
            {head(about, language, sheet, &kind, &address, None)}
            <div class="to">
                <h3>{t("paper-deliver-to")}</h3>
                <p class="name"><bdi>{sheet.customer.clone()}</bdi></p>
                {to}
                {wish(language, &sheet.wish)}
            </div>
            <dl class="facts">
                {fact(t("paper-ordered"), Some(when(about, sheet.placed, language)))}
                {fact(t("paper-sent-with"), sheet.shipping_choice.clone())}
            </dl>
            <hr class="thread"/>
            <table class="lines">
                <thead>
                    <tr class="running"><th colspan=columns>{running}</th></tr>
                    <tr>
                        <th class="to-tick"><span class="vh">{t("paper-done")}</span></th>
                        <th class="quantity">{t("paper-quantity")}</th>
                        <th>{t("paper-what")}</th>
                        {prices}
                    </tr>
                </thead>
                <tbody>{lines}</tbody>
                <tbody class="last">
                    {(!gift).then(|| totals(language, sheet))}
                    <tr class="thanks"><td colspan=columns>{contact}</td></tr>
                </tbody>
            </table>
        </article>
    }
    .into_any()
}

fn line(language: Language, line: &SheetLine, gift: bool) -> impl IntoView + use<> {
    let options: Vec<_> = line.options.iter().map(|(key, value)| format!("{key}: {value}")).collect();
    let options =
        (!options.is_empty()).then(|| view! { <p class="small"><bdi>{options.join(" · ")}</bdi></p> });
    let prices = (!gift).then(|| {
        view! {
            <td class="price">{words(line.unit, language)}</td>
            <td class="price">{words(line.sum, language)}</td>
        }
    });
    view! {
        <tr>
            <td class="to-tick">{tick()}</td>
            <td class="quantity">{line.quantity} "×"</td>
            <td><p class="name"><bdi>{line.name.clone()}</bdi></p>{options}</td>
            {prices}
        </tr>
    }
}

fn totals(language: Language, sheet: &Sheet) -> impl IntoView + use<> {
    let row = |key: &str, money: Option<Money>| {
        view! { <tr class="total"><th colspan="4" scope="row">{say(language, key)}</th><td class="price">{words(money, language)}</td></tr> }
    };
    view! {
        {row("paper-subtotal", sheet.subtotal)}
        {row("paper-shipping", sheet.shipping)}
        {row("paper-total", sheet.total)}
    }
}

fn words(money: Option<Money>, language: Language) -> String {
    money.map(|money| money.say(language)).unwrap_or_default()
}
