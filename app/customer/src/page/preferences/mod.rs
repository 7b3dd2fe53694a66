//! `/my/preferences`: what one wants to hear, over what, when and in which language. Forms; no script.

mod choices;
mod phone;

use domain::{
    customer::{Flaw, PreferencesForm},
    notice::Channel,
};
use leptos::prelude::*;
pub use phone::PhonePart;

use super::{
    Rendered, Visit,
    document::{Kind, document, title_of},
};
use crate::words::Words;

/// What was just done here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// Everything is kept.
    Saved,
    /// A code is on its way.
    CodeSent,
    /// The number is theirs.
    Verified,
    /// The number is gone.
    Forgotten,
}

impl Done {
    /// All of them.
    const ALL: [Self; 4] = [Self::Saved, Self::CodeSent, Self::Verified, Self::Forgotten];

    /// The word in the address.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Saved => "saved",
            Self::CodeSent => "code",
            Self::Verified => "verified",
            Self::Forgotten => "forgotten",
        }
    }

    /// What an address says was done.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|done| done.as_str() == word)
    }
}

/// Everything the page shows.
#[derive(Debug, Clone)]
pub struct PreferencesView {
    /// For whom, recognisable for its owner only.
    pub email: String,
    /// As saved, or as typed when something is wrong with it.
    pub form: PreferencesForm,
    /// What is wrong with it.
    pub flaws: Vec<Flaw>,
    /// What was just done.
    pub done: Option<Done>,
    /// The part about a telephone; none where the shop sends no text messages.
    pub phone: Option<PhonePart>,
    /// Whether they took leave of mails by a click.
    pub unsubscribed: bool,
    /// Whether they have signed in, and so have a list of their orders.
    pub signed_in: bool,
}

/// The page.
pub fn preferences_page(visit: &Visit, view: &PreferencesView) -> Rendered {
    let words = visit.words();
    let heading = words.say("preferences-title");
    let wrong = !view.flaws.is_empty() || view.phone.as_ref().is_some_and(|phone| phone.problem.is_some());
    let done =
        view.done.filter(|_| !wrong).map(|done| words.say(&format!("preferences-done-{}", done.as_str())));
    document(
        visit,
        Kind::Still,
        title_of(words, &heading, wrong),
        view! {
            <main class="narrow" aria-labelledby="h">
                {summary(words, view)}
                {done.map(|done| view! { <p class="done" role="status">{done}</p> })}
                <h1 id="h">{heading}</h1>
                <p class="next">{words.say_of("preferences-lead", "email", view.email.clone())}</p>
                {view.unsubscribed.then(|| view! { <p class="note">{words.say("preferences-unsubscribed")}</p> })}
                {choices::choices(words, &view.form, &view.flaws)}
                {view.phone.as_ref().map(|phone| phone::phone(words, phone))}
                <p>
                    {view.signed_in.then(|| view! { <a class="follow" href="/my">{words.say("my-title")}</a> })}
                </p>
            </main>
        },
    )
}

fn summary(words: Words<'_>, view: &PreferencesView) -> Option<impl IntoView + use<>> {
    (!view.flaws.is_empty()).then(|| {
        let rows: Vec<_> = view
            .flaws
            .iter()
            .map(|flaw| {
                let to = format!("#{}", flaw.field);
                view! { <li><a href=to>{flaw.say(words.language)}</a></li> }
            })
            .collect();
        view! {
            <div class="problem" id="problem" role="alert" tabindex="-1" autofocus>
                <p class="what">{words.say("preferences-problem")}</p>
                <ul role="list">{rows}</ul>
            </div>
        }
    })
}

/// The short word of a channel, for the head of a narrow column.
fn column(words: Words<'_>, channel: Channel) -> String {
    words.say(&format!("preferences-column-{}", channel.as_str()))
}
