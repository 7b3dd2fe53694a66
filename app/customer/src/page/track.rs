//! Looking an order up: two fields, no script.
//!
//! What was typed is never echoed, and a refusal never says which field was wrong: the two together are the key to a
//! stranger's order.

use leptos::prelude::*;

use super::{
    Rendered, Visit,
    document::{Kind, document, title_of},
};
use crate::words::Words;

/// What a number looks like.
pub const EXAMPLE: &str = "7K3QD-2M4XP";

/// Why the form is shown again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrackProblem {
    /// No order has that number and that email.
    NotFound,
    /// Too many attempts.
    TooMany {
        /// Until the next is allowed.
        seconds: u64,
    },
    /// A link was good once.
    LinkExpired,
    /// A link was never ours. Reads like an expired one: whoever forges learns nothing.
    LinkForged,
}

/// `/`: whoever comes here wants to know where their order is.
pub fn home_page(visit: &Visit) -> Rendered {
    track_page(visit, None)
}

/// `/track`.
pub fn track_page(visit: &Visit, problem: Option<TrackProblem>) -> Rendered {
    let words = visit.words();
    let heading = words.say("customer-track-title");
    let title = title_of(words, &heading, problem.is_some());
    let invalid = (problem == Some(TrackProblem::NotFound)).then_some("true");
    document(
        visit,
        Kind::Still,
        title,
        view! {
            <main class="narrow" aria-labelledby="h">
                {problem.map(|problem| summary(words, problem))}
                <h1 id="h">{heading}</h1>
                <p class="next">{words.say("customer-track-lead")}</p>
                <form class="card" method="post" action="/track">
                    <div class="field">
                        <label for="number">{words.say("customer-track-number")}</label>
                        <p class="hint" id="number-hint">
                            {words.say_of("customer-track-number-hint", "example", EXAMPLE)}
                        </p>
                        <input id="number" name="number" type="text" required maxlength="40" dir="ltr"
                            autocomplete="off" autocapitalize="characters" spellcheck="false" enterkeyhint="next"
                            aria-invalid=invalid aria-describedby=described(invalid, "number-hint")/>
                    </div>
                    <div class="field">
                        <label for="email">{words.say("customer-track-email")}</label>
                        <p class="hint" id="email-hint">{words.say("customer-track-email-hint")}</p>
                        <input id="email" name="email" type="email" required maxlength="254" dir="ltr"
                            autocomplete="email" inputmode="email" autocapitalize="none" spellcheck="false"
                            enterkeyhint="go" aria-invalid=invalid aria-describedby=described(invalid, "email-hint")/>
                    </div>
                    <button type="submit">{words.say("customer-track-submit")}</button>
                </form>
            </main>
        },
    )
}

fn described(invalid: Option<&'static str>, hint: &'static str) -> String {
    if invalid.is_some() { format!("problem {hint}") } else { hint.to_owned() }
}

fn summary(words: Words<'_>, problem: TrackProblem) -> impl IntoView {
    let (title, help) = refusal(words, problem);
    view! {
        <div class="problem" id="problem" role="alert" tabindex="-1" autofocus>
            <p class="what">{title}</p>
            <p>{help}</p>
        </div>
    }
}

/// The sentence, and what to do.
pub fn refusal(words: Words<'_>, problem: TrackProblem) -> (String, String) {
    match problem {
        TrackProblem::NotFound => {
            (words.say("customer-problem-not-found"), words.say("customer-problem-not-found-help"))
        }
        TrackProblem::TooMany { seconds } => (
            words.say("customer-problem-too-many"),
            words.say_of("customer-problem-too-many-help", "wait", words.wait(seconds)),
        ),
        TrackProblem::LinkExpired | TrackProblem::LinkForged => {
            (words.say("customer-problem-link"), words.say("customer-problem-link-help"))
        }
    }
}
