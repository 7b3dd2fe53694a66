//! What stands above and below every page: the shop's name, and help in the same place everywhere (WCAG 3.2.6).

use domain::Language;
use leptos::prelude::*;

use super::{Visit, document::Kind};
use crate::Live;

/// Above the page.
pub fn header(visit: &Visit, kind: Kind) -> impl IntoView {
    let words = visit.words();
    view! {
        <header>
            {visit.about.sandbox.then(|| view! { <p class="ribbon">{words.say("customer-sandbox")}</p> })}
            <div class="top">
                <a class="shop" href="/">
                    {mark()}
                    <bdi>{visit.about.name.clone()}</bdi>
                </a>
                {(kind == Kind::Live).then(|| view! {
                    <p
                        class="pulse"
                        id="pulse"
                        data-live-word=words.say("customer-live")
                        data-reconnecting=words.say("customer-reconnecting")
                        data-paused=words.say("customer-paused")
                        data-offline=words.say("customer-offline")
                        data-gone=words.say("customer-gone")
                    >
                        <Live/>
                        <a id="reload" href=visit.path.clone() hidden>{words.say("customer-reload")}</a>
                    </p>
                    <p role="status" aria-live="polite" aria-atomic="true" class="vh" id="said"></p>
                })}
            </div>
        </header>
    }
}

/// The thread with its knot.
fn mark() -> impl IntoView {
    view! {
        <svg class="mark" viewBox="0 0 28 12" width="28" height="12" aria-hidden="true">
            <path d="M0 6h9m10 0h9"></path>
            <circle cx="14" cy="6" r="4.2"></circle>
        </svg>
    }
}

/// The address behind the shop's contact: it is an email, a telephone number, or a page.
pub fn contact_address(contact: &str) -> String {
    let number: String = contact.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    let spoken = |c: char| c.is_ascii_digit() || c.is_whitespace() || "+-().".contains(c);
    if contact.contains('@') {
        format!("mailto:{contact}")
    } else if number.len() > 4 && contact.chars().all(spoken) {
        format!("tel:{number}")
    } else {
        contact.to_owned()
    }
}

/// Below the page.
pub fn footer(visit: &Visit) -> impl IntoView {
    let words = visit.words();
    let contact = visit.about.contact.clone();
    let address = contact_address(&contact);
    let languages: Vec<_> =
        Language::ALL.into_iter().map(|language| language_link(visit, language)).collect();
    view! {
        <footer class="bottom">
            <p>{words.say("customer-help")} " " <a id="help" href=address>{contact}</a></p>
            <nav aria-label=words.say("customer-languages")>
                <ul role="list">{languages}</ul>
            </nav>
        </footer>
    }
}

fn language_link(visit: &Visit, language: Language) -> impl IntoView {
    let current = (language == visit.language).then_some("true");
    view! {
        <li>
            <a
                href=format!("{}{}lang={}", visit.path, if visit.path.contains('?') { '&' } else { '?' }, language.tag())
                lang=language.tag()
                hreflang=language.tag()
                aria-current=current
            >
                {language.endonym()}
            </a>
        </li>
    }
}
