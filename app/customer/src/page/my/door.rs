//! Signing in: ask for a link, look into the mailbox, click once more.

use leptos::prelude::*;

use super::super::{
    Rendered, Visit,
    document::{Kind, document, title_of},
};
use crate::words::Words;

/// Where somebody stands on the way in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SignInDoor {
    /// Before it: an address, please.
    Asks,
    /// Too many have asked from here.
    TooMany {
        /// Until the next is welcome.
        seconds: u64,
    },
    /// If that address ever bought something, a link is on its way. The same for every address.
    Sent,
    /// The link was opened; a scanner may have done that, so a click decides.
    Opened {
        /// What the click sends.
        token: String,
    },
    /// The link was used, is too old, or was never ours.
    Spent,
}

/// The page.
pub fn sign_in_page(visit: &Visit, door: &SignInDoor) -> Rendered {
    let words = visit.words();
    let name = match door {
        SignInDoor::Asks | SignInDoor::TooMany { .. } => "asks",
        SignInDoor::Sent => "sent",
        SignInDoor::Opened { .. } => "opened",
        SignInDoor::Spent => "spent",
    };
    let heading = words.say(&format!("my-{name}-title"));
    let wrong = matches!(door, SignInDoor::TooMany { .. } | SignInDoor::Spent);
    let form = match door {
        SignInDoor::Opened { token } => open(words, token).into_any(),
        _ => ask(words).into_any(),
    };
    let too_many = match door {
        SignInDoor::TooMany { seconds } => Some(words.say_of("my-many", "wait", words.wait(*seconds))),
        _ => None,
    };
    document(
        visit,
        Kind::Still,
        title_of(words, &heading, wrong),
        view! {
            <main class="narrow" aria-labelledby="h">
                {too_many.map(|problem| view! {
                    <div class="problem" id="problem" role="alert" tabindex="-1" autofocus><p class="what">{problem}</p></div>
                })}
                <h1 id="h">{heading}</h1>
                <p class="next">{words.say(&format!("my-{name}-lead"))}</p>
                {(door != &SignInDoor::Sent).then_some(form)}
                <p><a class="follow" href="/track">{words.say("my-one-order")}</a></p>
            </main>
        },
    )
}

fn ask(words: Words<'_>) -> impl IntoView + use<> {
    view! {
        <form class="card" method="post" action="/my">
            <div class="field">
                <label for="email">{words.say("customer-track-email")}</label>
                <p class="hint" id="email-hint">{words.say("customer-track-email-hint")}</p>
                <input id="email" name="email" type="email" required maxlength="254" dir="ltr" autocomplete="email" inputmode="email"
                    autocapitalize="none" spellcheck="false" enterkeyhint="send" aria-describedby="email-hint"/>
            </div>
            <button type="submit">{words.say("my-asks-do")}</button>
        </form>
    }
}

fn open(words: Words<'_>, token: &str) -> impl IntoView + use<> {
    view! {
        <form class="card" method="post" action="/my/sign-in">
            <input type="hidden" name="token" value=token.to_owned()/>
            <button type="submit">{words.say("my-opened-do")}</button>
        </form>
    }
}
