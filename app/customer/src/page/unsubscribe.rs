//! `/u/{token}`: a button, because only a click unsubscribes and mail scanners open links; and the way back.

use leptos::prelude::*;

use super::{
    Rendered, Visit,
    document::{Kind, document},
};

/// What the page is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leave {
    /// Whether they mean it.
    Asks,
    /// They have left.
    Left,
    /// They came back.
    Back,
}

/// The page; `email` is recognisable for its owner only.
pub fn unsubscribe_page(visit: &Visit, token: &str, email: &str, leave: Leave) -> Rendered {
    let words = visit.words();
    let (name, action, button) = match leave {
        Leave::Asks => ("asks", format!("/u/{token}"), Some("unsubscribe-do")),
        Leave::Left => ("left", format!("/u/{token}/again"), Some("unsubscribe-again")),
        Leave::Back => ("back", String::new(), None),
    };
    let title = words.say(&format!("unsubscribe-{name}-title"));
    let role = (leave != Leave::Asks).then_some("status");
    document(
        visit,
        Kind::Still,
        title.clone(),
        view! {
            <main class="narrow" aria-labelledby="h">
                <h1 id="h">{title}</h1>
                <p class="next" role=role>{words.say_of(&format!("unsubscribe-{name}-lead"), "email", email.to_owned())}</p>
                {button.map(|button| view! {
                    <form class="card" method="post" action=action>
                        <button type="submit">{words.say(button)}</button>
                    </form>
                })}
                <p><a class="follow" href="/my">{words.say("unsubscribe-choose")}</a></p>
            </main>
        },
    )
}
