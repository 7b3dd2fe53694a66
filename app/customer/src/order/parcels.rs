//! The boxes: where each is, when it is expected, when its carrier last told of it, and the way to follow it.

use domain::{
    clock::At,
    order::{Status, TrackedOrder, TrackedParcel},
    tracking::Party,
};
use leptos::prelude::*;
use ui::When;

use super::journey;
use crate::words::Words;

/// The boxes that are worth showing: of an order that was called off, only those that had left.
pub fn shown(order: &TrackedOrder) -> impl Iterator<Item = &TrackedParcel> {
    let all = order.status != Status::Cancelled;
    order.parcels.iter().filter(move |parcel| all || parcel.status.has_moved())
}

/// One card for each box; nothing while there is none.
pub fn parcels<'a>(words: Words<'a>, order: &'a TrackedOrder, now: At) -> Option<impl IntoView + use<'a>> {
    let shown: Vec<_> = shown(order).collect();
    let count = shown.len();
    if count == 0 {
        return None;
    }
    let cards: Vec<_> = shown
        .into_iter()
        .enumerate()
        .map(|(at, parcel)| card(words, order, parcel, (at + 1, count), now))
        .collect();
    Some(view! {
        <section class="card" aria-labelledby="b-h">
            <h2 id="b-h">{words.count("customer-parcels", count)}</h2>
            <ul role="list" class="parcels">{cards}</ul>
        </section>
    })
}

fn card<'a>(
    words: Words<'a>,
    order: &TrackedOrder,
    parcel: &'a TrackedParcel,
    (position, count): (usize, usize),
    now: At,
) -> impl IntoView + use<'a> {
    let title = title(words, parcel, (position, count));
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
            {state(words, order, parcel)}
            {expected(words, order, parcel)}
            {heard(words, parcel, now)}
            {route(words, parcel)}
            {number}
            {unknown}
            {link(words, parcel, position)}
        </li>
    }
}

/// Which of several, and whose; nothing where there is neither to say.
pub fn title(words: Words<'_>, parcel: &TrackedParcel, (position, count): (usize, usize)) -> Option<String> {
    let name = (count > 1).then(|| words.say_of("customer-parcel", "position", position.to_string()));
    match (name, parcel.carrier.as_deref()) {
        (Some(name), Some(carrier)) => Some(format!("{name} · {carrier}")),
        (Some(name), None) => Some(name),
        (None, carrier) => carrier.map(str::to_owned),
    }
}

/// Whether the shop says it has arrived and its carrier has not said so yet: what the carrier last knew would contradict the page.
fn is_behind(order: &TrackedOrder, parcel: &TrackedParcel) -> bool {
    order.status == Status::Delivered && parcel.is_to_come()
}

fn state(words: Words<'_>, order: &TrackedOrder, parcel: &TrackedParcel) -> Option<impl IntoView + use<>> {
    let key = match journey::word(parcel.status, parcel.hold()) {
        _ if journey::is_packed(order) => Some("customer-scan-waits"),
        _ if is_behind(order, parcel) => None,
        known => known,
    };
    key.map(|key| view! { <p class="where">{words.say(key)}</p> })
}

/// A day without a time: what the carrier said, in every zone. The day it takes the place of stays in sight, with the reason where it is
/// nobody's here.
fn expected(words: Words<'_>, order: &TrackedOrder, parcel: &TrackedParcel) -> Option<impl IntoView + use<>> {
    let day = parcel.eta.filter(|_| parcel.is_to_come() && !is_behind(order, parcel))?;
    let earlier = parcel.promises.iter().rev().find(|promise| promise.day.0 != day).map(|promise| {
        view! {
            <del><span class="vh">{words.say("customer-parcel-before")} " "</span>{words.long_day(promise.day.0)}</del> " "
        }
    });
    let cause =
        parcel.promises.last().and_then(|promise| promise.cause).filter(|cause| cause.party() != Party::Shop);
    let why = cause.filter(|_| earlier.is_some()).map(|cause| format!(" · {}", cause.say(words.language)));
    Some(view! {
        <p class="pair">
            <span class="hint">{words.say("customer-parcel-expected")}</span> " "
            {earlier}
            <time datetime=day.to_string()>{words.long_day(day)}</time>
            {why}
        </p>
    })
}

/// The towns it came through; one town is no way.
fn route(words: Words<'_>, parcel: &TrackedParcel) -> Option<impl IntoView + use<>> {
    let stops = parcel.route();
    (stops.len() > 1).then(|| {
        let stops = stops.into_iter().map(|stop| view! { <li><bdi>{stop.name}</bdi></li> }).collect_view();
        view! {
            <div class="pair">
                <span class="hint">{words.say("customer-parcel-route")}</span>
                <ol role="list" class="way">{stops}</ol>
            </div>
        }
    })
}

fn heard(words: Words<'_>, parcel: &TrackedParcel, now: At) -> Option<impl IntoView + use<>> {
    let (at, place) = journey::last_scan(parcel)?;
    Some(view! {
        <p class="pair">
            <span class="hint">{words.say("customer-parcel-heard")}</span> " "
            {words.ago(at, now)} " · " <When moment=words.moment(at)/>
            {place.map(|place| view! { " · " <bdi>{place}</bdi> })}
        </p>
    })
}

/// Its carrier's page, and what the way there is called. Only to the web: a `javascript:` address that ever came in stays a dead letter.
pub fn way<'a>(words: Words<'_>, parcel: &'a TrackedParcel) -> Option<(&'a str, String)> {
    let address = parcel
        .tracking_url
        .as_deref()
        .filter(|url| url.starts_with("https://") || url.starts_with("http://"))?;
    let label = match &parcel.carrier {
        Some(carrier) => words.say_of("customer-parcel-follow", "carrier", carrier.clone()),
        None => words.say("customer-parcel-follow-plain"),
    };
    Some((address, label))
}

fn link<'a>(words: Words<'a>, parcel: &'a TrackedParcel, position: usize) -> Option<impl IntoView + use<'a>> {
    let (address, label) = way(words, parcel)?;
    Some(view! {
        <p>
            <a id=format!("parcel-{position}") class="follow" href=address target="_blank" rel="noopener noreferrer">
                {label} <span class="vh">" " {words.say("customer-new-tab")}</span>
            </a>
        </p>
    })
}
