//! A number for text messages: typed, then proved by the code that was sent to it.

use domain::customer::Phone;
use leptos::prelude::*;

use crate::words::Words;

/// The part about a telephone.
#[derive(Debug, Clone, Default)]
pub struct PhonePart {
    /// The number they gave.
    pub phone: Option<Phone>,
    /// What was typed for a number, when something is wrong with it.
    pub typed: String,
    /// What is wrong with the number or the code, as a sentence.
    pub problem: Option<String>,
}

/// The part as it is shown: what is known, then the one form that comes next.
pub fn phone(words: Words<'_>, part: &PhonePart) -> impl IntoView + use<> {
    let waits = part.phone.as_ref().is_some_and(|phone| !phone.verified);
    // What is wrong concerns the code while one is waited for, unless a number was just typed.
    let (about_code, about_number) = match (&part.problem, waits && part.typed.is_empty()) {
        (Some(problem), true) => (Some(problem.clone()), None),
        (problem, _) => (None, problem.clone()),
    };
    let known = part.phone.as_ref().map(|phone| {
        let key = if phone.verified { "preferences-phone-is" } else { "preferences-phone-waits" };
        view! { <p class="fact">{words.say_of(key, "phone", phone.masked.clone())}</p> }
    });
    let forget = part.phone.is_some().then(|| {
        view! {
            <form method="post" action="/my/preferences/phone/forget">
                <button class="secondary" type="submit">{words.say("preferences-phone-forget")}</button>
            </form>
        }
    });
    view! {
        <section class="card prefs" id="phone-part" aria-labelledby="phone-h">
            <h2 id="phone-h">{words.say("preferences-phone")}</h2>
            {known}
            {waits.then(|| code(words, about_code))}
            {number(words, part, about_number)}
            {forget}
        </section>
    }
}

fn code(words: Words<'_>, problem: Option<String>) -> impl IntoView + use<> {
    let invalid = problem.is_some().then_some("true");
    let described = if problem.is_some() { "code-flaw code-hint" } else { "code-hint" };
    view! {
        <form method="post" action="/my/preferences/phone/check" novalidate>
            <div class="field">
                <label for="code">{words.say("preferences-phone-code")}</label>
                <p class="hint" id="code-hint">{words.say("preferences-phone-code-hint")}</p>
                {problem.map(|problem| view! { <p class="flaw" id="code-flaw" role="alert">{problem}</p> })}
                <input id="code" name="code" type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="12" dir="ltr"
                    required aria-invalid=invalid aria-describedby=described/>
            </div>
            <button type="submit">{words.say("preferences-phone-check")}</button>
        </form>
    }
}

fn number(words: Words<'_>, part: &PhonePart, problem: Option<String>) -> impl IntoView + use<> {
    let invalid = problem.is_some().then_some("true");
    let described = if problem.is_some() { "phone-flaw phone-hint" } else { "phone-hint" };
    let label = if part.phone.is_some() { "preferences-phone-other" } else { "preferences-phone-number" };
    let look = part.phone.is_some().then_some("secondary");
    view! {
        <form method="post" action="/my/preferences/phone" novalidate>
            <div class="field">
                <label for="phone">{words.say(label)}</label>
                <p class="hint" id="phone-hint">{words.say("preferences-phone-hint")}</p>
                {problem.map(|problem| view! { <p class="flaw" id="phone-flaw" role="alert">{problem}</p> })}
                <input id="phone" name="phone" type="tel" autocomplete="tel" maxlength="40" dir="ltr" required
                    value=part.typed.clone() aria-invalid=invalid aria-describedby=described/>
            </div>
            <button class=look type="submit">{words.say("preferences-phone-send")}</button>
        </form>
    }
}
