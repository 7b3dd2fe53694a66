//! The job ticket: for whoever makes it, in their language. No prices: nobody at the press needs them.
//!
//! The lines come last: a sheet they go on to begins with their table's head, which says whose it is.

use domain::{
    Language,
    language::say,
    order::{Paper, Sheet, SheetLine},
    shop::About,
};
use leptos::prelude::*;
use ui::StatusBadge;

use crate::{
    head::{fact, head, tick, when},
    route::route,
    wish::wish,
};

/// One order's ticket.
pub fn ticket(about: &About, language: Language, sheet: &Sheet) -> AnyView {
    let t = |key: &str| say(language, key);
    let kind = Paper::Ticket.say(language);
    let by = sheet.promised.map(|at| (t("paper-leaves-by"), when(about, at, language)));
    let address = about.url(&format!("/admin/orders/{}", sheet.number));
    let running = format!("{} · {kind}", sheet.number);
    let lines: Vec<_> = sheet.lines.iter().map(|it| line(language, it)).collect();
    view! {
        <article class="paper ticket">
            {head(about, language, sheet, &kind, &address, by)}
            <dl class="facts">
                <div><dt>{t("paper-status")}</dt><dd><StatusBadge status=sheet.status language/></dd></div>
                {fact(t("paper-made-at"), sheet.location.clone())}
                {fact(t("paper-for"), Some(sheet.customer.clone()))}
                {fact(t("paper-sent-with"), sheet.shipping_choice.clone())}
                {fact(t("paper-ordered"), Some(when(about, sheet.placed, language)))}
            </dl>
            {route(language, sheet)}
            {wish(language, &sheet.wish)}
            {warnings(language, sheet)}
            {notes(language, sheet)}
            <hr class="thread"/>
            <table class="lines">
                <thead>
                    <tr class="running"><th colspan="3">{running}</th></tr>
                    <tr>
                        <th class="to-tick"><span class="vh">{t("paper-done")}</span></th>
                        <th class="quantity">{t("paper-quantity")}</th>
                        <th>{t("paper-what")}</th>
                    </tr>
                </thead>
                <tbody>{lines}</tbody>
            </table>
        </article>
    }
    .into_any()
}

fn line(language: Language, line: &SheetLine) -> impl IntoView + use<> {
    let specs: Vec<_> = line
        .options
        .iter()
        .map(|(key, value)| view! { <div><dt><bdi>{key.clone()}</bdi></dt><dd><bdi>{value.clone()}</bdi></dd></div> })
        .collect();
    let more = |key: &str, value: &Option<String>| {
        let label = say(language, key);
        value.clone().map(|value| view! { <p class="small more">{label} ": " <bdi>{value}</bdi></p> })
    };
    view! {
        <tr>
            <td class="to-tick">{tick()}</td>
            <td class="quantity">{line.quantity} "×"</td>
            <td>
                <p class="name"><bdi>{line.name.clone()}</bdi></p>
                <dl class="specs">{specs}</dl>
                {more("paper-sku", &line.sku)}
                {more("paper-file", &line.print_file)}
            </td>
        </tr>
    }
}

/// Allergens stand before what is made of them, and large.
fn warnings(language: Language, sheet: &Sheet) -> Option<impl IntoView + use<>> {
    let mut all: Vec<String> = Vec::new();
    for line in &sheet.lines {
        all.extend(line.warnings().map(|warning| format!("{}: {warning}", line.name)));
    }
    (!all.is_empty()).then(|| {
        let all: Vec<_> = all.into_iter().map(|it| view! { <p><bdi>{it}</bdi></p> }).collect();
        view! { <section class="boxed warning"><h3>"⚠ " {say(language, "paper-allergens")}</h3>{all}</section> }
    })
}

/// What staff wrote, and room for what they will write.
fn notes(language: Language, sheet: &Sheet) -> impl IntoView + use<> {
    let all: Vec<_> = sheet.notes.iter().map(|note| view! { <p><bdi>{note.clone()}</bdi></p> }).collect();
    view! { <section class="boxed notes"><h3>{say(language, "paper-notes")}</h3>{all}</section> }
}
