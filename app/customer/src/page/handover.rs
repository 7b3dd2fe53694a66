//! How it is to be handed over, and that it did not come: one form each. No script.

use domain::{
    handover::{LONGEST_INSTRUCTIONS, LONGEST_NOTE, LONGEST_REPORT, Way, WishFlaw, WishForm},
    order::TrackedOrder,
};
use leptos::prelude::*;

use super::{
    Rendered, Visit,
    document::{Kind, document, title_of},
};
use crate::words::Words;

/// `/o/{number}/delivery`: as kept, or as typed with what is wrong with it.
pub fn wish_page(visit: &Visit, order: &TrackedOrder, form: &WishForm, flaws: &[WishFlaw]) -> Rendered {
    let words = visit.words();
    let number = order.number.to_string();
    let title = words.say_of("handover-ask-title", "number", number.clone());
    document(
        visit,
        Kind::Still,
        title_of(words, &title, !flaws.is_empty()),
        view! {
            <main class="narrow" aria-labelledby="h">
                {summary(words, flaws)}
                <h1 id="h">{title}</h1>
                <p class="next">{words.say("handover-ask-lead")}</p>
                <form class="order-form" method="post" action=format!("/o/{number}/delivery") novalidate>
                    {ways(words, form, flaws)}
                    <div class="card">{instructions(words, form, flaws)}</div>
                    <button type="submit">{words.say("handover-save")}</button>
                </form>
                <p><a class="follow" href=format!("/o/{number}")>{words.say("customer-back-to-order")}</a></p>
            </main>
        },
    )
}

fn summary(words: Words<'_>, flaws: &[WishFlaw]) -> Option<impl IntoView + use<>> {
    (!flaws.is_empty()).then(|| {
        let rows: Vec<_> = flaws
            .iter()
            .map(|flaw| view! { <li><a href=format!("#{}", flaw.field)>{flaw.say(words.language)}</a></li> })
            .collect();
        view! {
            <div class="problem" id="problem" role="alert" tabindex="-1" autofocus>
                <p class="what">{words.say("handover-problem")}</p>
                <ul role="list">{rows}</ul>
            </div>
        }
    })
}

fn ways(words: Words<'_>, form: &WishForm, flaws: &[WishFlaw]) -> impl IntoView + use<> {
    let (flaw, _, described) = marks(words, flaws, "way", None);
    let choices: Vec<_> = Way::ALL
        .into_iter()
        .enumerate()
        .map(|(position, way)| {
            let word = way.as_str();
            // The summary leads to the first.
            let id = if position == 0 { "way".to_owned() } else { format!("way-{word}") };
            view! {
                <label class="pick" for=id.clone()>
                    <input type="radio" id=id.clone() name="way" value=word checked=form.way == word aria-describedby=described.clone()/>
                    " " {way.say(words.language)}
                </label>
            }
        })
        .collect();
    let (refused, invalid, noted) = marks(words, flaws, "note", Some("note-hint"));
    view! {
        <fieldset class="card">
            <legend>{words.say("handover-ways")}</legend>
            {flaw}
            {choices}
            <div class="field">
                <label for="note">{words.say("handover-note")}</label>
                <p class="hint" id="note-hint">{words.say("handover-note-hint")}</p>
                {refused}
                <input id="note" name="note" type="text" autocomplete="off" dir="auto" maxlength=LONGEST_NOTE.to_string()
                    value=form.note.clone() aria-invalid=invalid aria-describedby=noted/>
            </div>
        </fieldset>
    }
}

fn instructions(words: Words<'_>, form: &WishForm, flaws: &[WishFlaw]) -> impl IntoView + use<> {
    let (refused, invalid, described) = marks(words, flaws, "instructions", Some("instructions-hint"));
    // HTML drops a line break right after the tag: one of ours goes instead of theirs.
    let typed = format!("\n{}", form.instructions);
    view! {
        <div class="field">
            <label for="instructions">{words.say("handover-for-driver")}</label>
            <p class="hint" id="instructions-hint">{words.say("handover-instructions-hint")}</p>
            {refused}
            <textarea id="instructions" name="instructions" rows="3" dir="auto" maxlength=LONGEST_INSTRUCTIONS.to_string()
                aria-invalid=invalid aria-describedby=described>{typed}</textarea>
        </div>
    }
}

/// What is wrong with a field, and how it says so to who listens.
fn marks(
    words: Words<'_>,
    flaws: &[WishFlaw],
    field: &'static str,
    hint: Option<&str>,
) -> (Option<impl IntoView + use<>>, Option<&'static str>, Option<String>) {
    let flaw = flaws.iter().find(|flaw| flaw.field == field).map(|flaw| flaw.say(words.language));
    let id = format!("{field}-flaw");
    let parts: Vec<_> = flaw.as_ref().map(|_| id.as_str()).into_iter().chain(hint).collect();
    let described = (!parts.is_empty()).then(|| parts.join(" "));
    let invalid = flaw.is_some().then_some("true");
    (flaw.map(|sentence| view! { <p class="flaw" id=id>{sentence}</p> }), invalid, described)
}

/// `/o/{number}/missing`: where to look first, then the click that tells us.
pub fn missing_page(visit: &Visit, order: &TrackedOrder) -> Rendered {
    let words = visit.words();
    let number = order.number.to_string();
    let title = words.say_of("missing-ask-title", "number", number.clone());
    let hints =
        ["missing-look-household", "missing-look-neighbours", "missing-look-places", "missing-look-card"];
    let hints: Vec<_> = hints.map(|key| view! { <li>{words.say(key)}</li> }).into();
    document(
        visit,
        Kind::Still,
        title.clone(),
        view! {
            <main class="narrow" aria-labelledby="h">
                <h1 id="h">{title}</h1>
                <p class="next">{words.say("missing-ask-lead")}</p>
                <ul class="looked">{hints}</ul>
                <form class="card" method="post" action=format!("/o/{number}/missing")>
                    <div class="field">
                        <label for="words">{words.say("missing-words")}</label>
                        <p class="hint" id="words-hint">{words.say("missing-words-hint")}</p>
                        <textarea id="words" name="words" rows="3" dir="auto" maxlength=LONGEST_REPORT.to_string()
                            aria-describedby="words-hint"></textarea>
                    </div>
                    <button type="submit">{words.say("missing-do")}</button>
                </form>
                <p><a class="follow" href=format!("/o/{number}")>{words.say("customer-back-to-order")}</a></p>
            </main>
        },
    )
}
