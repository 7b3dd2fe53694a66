//! Pages that only say something: there is no such page, something broke, too fast.

use leptos::prelude::*;

use super::{
    Rendered, Visit,
    document::{Kind, document},
};

/// What to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MessageKind {
    /// 404.
    NotFound,
    /// 500.
    Wrong {
        /// What to mention when writing to the shop.
        incident: String,
    },
    /// 429.
    TooMany {
        /// Until the next request is welcome.
        seconds: u64,
    },
}

/// A page with a sentence, what to do next, and the way to an order.
pub fn message_page(visit: &Visit, kind: MessageKind) -> Rendered {
    let words = visit.words();
    let (title, lead, more) = match kind {
        MessageKind::NotFound => {
            (words.say("customer-missing-title"), words.say("customer-missing-lead"), None)
        }
        MessageKind::Wrong { incident } => (
            words.say("customer-wrong-title"),
            words.say("customer-wrong-lead"),
            Some(words.say_of("customer-wrong-incident", "incident", incident)),
        ),
        MessageKind::TooMany { seconds } => (
            words.say("customer-many-title"),
            words.say_of("customer-many-lead", "wait", words.wait(seconds)),
            None,
        ),
    };
    document(
        visit,
        Kind::Still,
        title.clone(),
        view! {
            <main class="narrow" aria-labelledby="h">
                <h1 id="h">{title}</h1>
                <p class="next">{lead}</p>
                {more.map(|more| view! { <p class="hint">{more}</p> })}
                <p><a class="button" href="/track">{words.say("customer-to-track")}</a></p>
            </main>
        },
    )
}
