//! Calling an order off, and asking to send it back: each page says what will happen, and one button does it. No script.

use domain::order::TrackedOrder;
use leptos::prelude::*;

use super::{
    Rendered, Visit,
    document::{Kind, document, title_of},
    frame::contact_address,
};

/// The longest reason kept (`returns::request`).
const LONGEST: &str = "500";

/// `/o/{number}/cancel`: what goes back, and how long that takes.
pub fn cancel_page(visit: &Visit, order: &TrackedOrder) -> Rendered {
    let words = visit.words();
    let money = match order.held {
        Some(held) => words.say_of("customer-ask-cancel-held", "amount", words.money(held)),
        None if order.kept.minor > 0 => {
            words.say_of("customer-ask-cancel-refund", "amount", words.money(order.kept))
        }
        None => words.say("customer-next-nothing-charged"),
    };
    let number = order.number.to_string();
    let title = words.say_of("customer-ask-cancel-title", "number", number.clone());
    document(
        visit,
        Kind::Still,
        title.clone(),
        view! {
            <main class="narrow" aria-labelledby="h">
                <h1 id="h">{title}</h1>
                <p class="next">{words.say("customer-ask-cancel-lead")}</p>
                <form class="card" method="post" action=format!("/o/{number}/cancel")>
                    <p class="fact">{money}</p>
                    <button class="danger" type="submit">{words.say("customer-ask-cancel-do")}</button>
                </form>
                <p><a class="follow" href=format!("/o/{number}")>{words.say("customer-ask-cancel-keep")}</a></p>
            </main>
        },
    )
}

/// A sentence in which the shop's contact, where it stands, is the way to reach it.
fn reachable(sentence: &str, contact: &str) -> impl IntoView + use<> {
    let (before, after) = sentence.split_once(contact).unwrap_or((sentence, ""));
    let link = sentence.contains(contact).then(|| {
        view! { <a href=contact_address(contact)><bdi>{contact.to_owned()}</bdi></a> }
    });
    view! { {before.to_owned()} {link} {after.to_owned()} }
}

/// `/o/{number}/return`: why, in the customer's own words or none.
pub fn return_page(visit: &Visit, order: &TrackedOrder) -> Rendered {
    let words = visit.words();
    let number = order.number.to_string();
    let title = words.say_of("customer-ask-return-title", "number", number.clone());
    document(
        visit,
        Kind::Still,
        title.clone(),
        view! {
            <main class="narrow" aria-labelledby="h">
                <h1 id="h">{title}</h1>
                <p class="next">{words.say("customer-ask-return-lead")}</p>
                <form class="card" method="post" action=format!("/o/{number}/return")>
                    <div class="field">
                        <label for="reason">{words.say("customer-ask-return-reason")}</label>
                        <p class="hint" id="reason-hint">{words.say("customer-ask-return-reason-hint")}</p>
                        <textarea id="reason" name="reason" rows="4" maxlength=LONGEST aria-describedby="reason-hint"></textarea>
                    </div>
                    <button type="submit">{words.say("customer-ask-return-do")}</button>
                </form>
                <p><a class="follow" href=format!("/o/{number}")>{words.say("customer-back-to-order")}</a></p>
            </main>
        },
    )
}

/// What a customer wanted to do with an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// Call it off.
    Cancel,
    /// Send it back.
    Return,
    /// Say how it is handed over.
    Handover,
    /// Say that it did not come.
    Missing,
}

impl Wish {
    /// The last part of its page's address.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Cancel => "cancel",
            Self::Return => "return",
            Self::Handover => "delivery",
            Self::Missing => "missing",
        }
    }
}

/// The shop's rules say no: what cannot be done, the sentence, which says what to do instead, and the way back.
pub fn refused_page(visit: &Visit, order: &TrackedOrder, wish: Wish, sentence: &str) -> Rendered {
    let words = visit.words();
    let key = match wish {
        Wish::Cancel => "customer-refused-cancel-title",
        Wish::Return => "customer-refused-return-title",
        Wish::Handover => "handover-refused-title",
        Wish::Missing => "missing-refused-title",
    };
    let title = words.say_of(key, "number", order.number.to_string());
    let sentence = reachable(sentence, &visit.about.contact);
    document(
        visit,
        Kind::Still,
        title_of(words, &title, true),
        view! {
            <main class="narrow" aria-labelledby="h">
                <h1 id="h">{title}</h1>
                <p class="next" role="alert">{sentence}</p>
                <p><a class="button" href=format!("/o/{}", order.number)>{words.say("customer-back-to-order")}</a></p>
            </main>
        },
    )
}
