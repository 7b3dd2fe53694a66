//! How it is to be handed over, and what to do when it did not come. Each links to a page with its form: what one types would be
//! lost here, where everything is replaced when there is news.

use domain::{
    clock::At,
    order::{Status, TrackedOrder},
};
use leptos::prelude::*;

use crate::words::Words;

/// What is asked of whoever brings it, and the way to change that while it still reaches them. Nothing where there is neither.
pub fn wish(words: Words<'_>, order: &TrackedOrder) -> Option<impl IntoView + use<>> {
    let wish = &order.handover.wish;
    // While nobody has paid there is nothing to bring.
    let open = order.status != Status::Pending && order.handover_facts().may_choose("").is_ok();
    if wish.is_empty() && !open {
        return None;
    }
    let way = wish.way_in_words(words.language).map(|way| {
        let note = (!wish.note.is_empty()).then(|| view! { ": " <bdi>{wish.note.clone()}</bdi> });
        view! { <p class="fact">{way} {note}</p> }
    });
    let told = (!wish.instructions.is_empty()).then(|| {
        view! {
            <p class="hint">{words.say("handover-for-driver")}</p>
            <p class="letter" dir="auto">{wish.instructions.clone()}</p>
        }
    });
    let hint = if !open {
        "handover-fixed"
    } else if wish.is_empty() {
        "handover-nothing"
    } else {
        "handover-asked"
    };
    let label = if wish.is_empty() { "handover-to-choose" } else { "handover-to-change" };
    let change = open.then(|| {
        view! { <p><a class="follow" id="to-handover" href=format!("/o/{}/delivery", order.number)>{words.say(label)}</a></p> }
    });
    Some(view! {
        <section class="card" id="handover" aria-labelledby="w-h">
            <h2 id="w-h">{words.say("handover-title")}</h2>
            {way}
            {told}
            <p class="hint">{words.say(hint)}</p>
            {change}
        </section>
    })
}

/// For who does not have what is reported as delivered; afterwards, that we know.
pub fn missing(words: Words<'_>, order: &TrackedOrder, now: At) -> Option<impl IntoView + use<>> {
    let said = order.handover.told_at.map(|at| {
        let answer = words.say_of("missing-answer", "email", order.handover.answer_to.clone());
        view! { <p class="fact">{words.say_at("missing-told", at)}</p> <p>{answer}</p> }
    });
    let ask = (said.is_none() && order.handover_facts().may_report(now, "").is_ok()).then(|| {
        view! {
            <p>{words.say("missing-lead")}</p>
            <p><a class="follow" id="to-missing" href=format!("/o/{}/missing", order.number)>{words.say("missing-to-ask")}</a></p>
        }
    });
    (said.is_some() || ask.is_some()).then(|| {
        view! {
            <section class="card" id="missing" aria-labelledby="m-h">
                <h2 id="m-h">{words.say("missing-title")}</h2>
                {said}
                {ask}
            </section>
        }
    })
}
