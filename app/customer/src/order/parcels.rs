//! The boxes, each with the way to follow it.

use domain::order::{TrackedOrder, TrackedParcel};
use leptos::prelude::*;

use crate::words::Words;

/// One card for each box; nothing while there is none.
pub fn parcels<'a>(words: Words<'a>, order: &'a TrackedOrder) -> Option<impl IntoView + use<'a>> {
    let count = order.parcels.len();
    if count == 0 {
        return None;
    }
    let cards: Vec<_> =
        order.parcels.iter().enumerate().map(|(at, parcel)| card(words, parcel, at + 1, count)).collect();
    Some(view! {
        <section class="card" aria-labelledby="b-h">
            <h2 id="b-h">{words.count("customer-parcels", count)}</h2>
            <ul role="list" class="parcels">{cards}</ul>
        </section>
    })
}

fn card<'a>(
    words: Words<'a>,
    parcel: &'a TrackedParcel,
    position: usize,
    count: usize,
) -> impl IntoView + use<'a> {
    let name = (count > 1).then(|| words.say_of("customer-parcel", "position", position.to_string()));
    let title = match (name, parcel.carrier.as_deref()) {
        (Some(name), Some(carrier)) => Some(format!("{name} · {carrier}")),
        (Some(name), None) => Some(name),
        (None, carrier) => carrier.map(str::to_owned),
    };
    let number = parcel.tracking_number.as_deref().map(|number| {
        view! {
            <p class="pair">
                <span class="hint">{words.say("customer-parcel-number")}</span> " "
                <bdi class="num" dir="ltr">{number}</bdi>
            </p>
        }
    });
    let unknown = (parcel.tracking_number.is_none() && parcel.tracking_url.is_none())
        .then(|| view! { <p class="hint">{words.say("customer-parcel-no-number")}</p> });
    view! {
        <li>
            {title.map(|title| view! { <h3><bdi>{title}</bdi></h3> })}
            {number}
            {unknown}
            {link(words, parcel, position)}
        </li>
    }
}

/// Only to the web: a `javascript:` address that ever came in stays a dead letter.
fn link<'a>(words: Words<'a>, parcel: &'a TrackedParcel, position: usize) -> Option<impl IntoView + use<'a>> {
    let address = parcel
        .tracking_url
        .as_deref()
        .filter(|url| url.starts_with("https://") || url.starts_with("http://"))?;
    let label = match &parcel.carrier {
        Some(carrier) => words.say_of("customer-parcel-follow", "carrier", carrier.clone()),
        None => words.say("customer-parcel-follow-plain"),
    };
    Some(view! {
        <p>
            <a id=format!("parcel-{position}") class="follow" href=address target="_blank" rel="noopener noreferrer">
                {label} <span class="vh">" " {words.say("customer-new-tab")}</span>
            </a>
        </p>
    })
}
