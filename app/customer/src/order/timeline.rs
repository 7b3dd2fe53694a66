//! What happened, newest first: three in sight, the rest one tap away, also without JavaScript.

use domain::{
    event::Kind,
    moment::Moment,
    order::{PublicEvent, TrackedOrder},
};
use leptos::prelude::*;
use ui::When;

use crate::words::Words;

const IN_SIGHT: usize = 3;

/// One line of the history.
pub struct Entry {
    what: String,
    when: Moment,
    class: Option<&'static str>,
}

/// The history a customer reads. Kinds that say nothing to them are left out.
pub fn entries(words: Words<'_>, order: &TrackedOrder) -> Vec<Entry> {
    order
        .events
        .iter()
        .filter_map(|event| {
            Some(Entry {
                what: heading(words, order, event)?,
                when: words.moment(event.at),
                class: (event.kind == Kind::PaymentFailed).then_some("diamond"),
            })
        })
        .collect()
}

fn heading(words: Words<'_>, order: &TrackedOrder, event: &PublicEvent) -> Option<String> {
    Some(match event.kind {
        Kind::OrderPlaced => words.say("customer-event-placed"),
        Kind::PaymentSucceeded => words.say("customer-event-paid"),
        Kind::PaymentFailed => words.say("customer-event-not-paid"),
        Kind::ParcelAdded => words.say("customer-event-parcel"),
        Kind::StageEntered => {
            let stage = order.workflow.stage(event.stage.as_deref()?)?;
            stage.visible.then(|| stage.wording.get(words.language).to_owned())?
        }
        _ => return None,
    })
}

/// What is said aloud when the newest entry is new.
pub fn announcement(words: Words<'_>, entries: &[Entry]) -> Option<String> {
    let newest = entries.first()?;
    let args = vec![("what", newest.what.clone().into()), ("when", newest.when.label.clone().into())];
    Some(words.say_all("customer-announce", args))
}

/// The history as a list.
pub fn timeline(words: Words<'_>, mut entries: Vec<Entry>) -> Option<impl IntoView + use<>> {
    if entries.is_empty() {
        return None;
    }
    // A fold that hides a single line costs more than the line.
    let earlier = if entries.len() > IN_SIGHT + 1 { entries.split_off(IN_SIGHT) } else { Vec::new() };
    let fold = (!earlier.is_empty()).then(|| {
        view! {
            <details id="earlier">
                <summary id="earlier-sum">{words.count("customer-earlier", earlier.len())}</summary>
                {list(earlier)}
            </details>
        }
    });
    Some(view! {
        <section class="history" aria-labelledby="t-h">
            <h2 id="t-h">{words.say("customer-history")}</h2>
            {list(entries)}
            {fold}
        </section>
    })
}

fn list(entries: Vec<Entry>) -> impl IntoView {
    let items: Vec<_> = entries
        .into_iter()
        .map(|entry| view! { <li class=entry.class><h3>{entry.what}</h3><When moment=entry.when/></li> })
        .collect();
    view! { <ol role="list" reversed class="timeline">{items}</ol> }
}
