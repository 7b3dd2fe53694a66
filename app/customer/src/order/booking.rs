//! Where and when an order is handed over, when a place of the shop's does it itself.

use domain::{
    clock::At,
    order::{TrackedBooking, TrackedOrder},
    place::Method,
};
use jiff::tz::TimeZone;
use leptos::prelude::*;

use crate::words::Words;

/// The card; nothing for what a carrier brings.
pub fn booking(words: Words<'_>, order: &TrackedOrder) -> Option<impl IntoView + use<>> {
    let booking = order.booking.as_ref()?;
    let when = booking.starts_at.zip(booking.ends_at).map(|slot| when(words, slot, &booking.zone));
    let where_to = (booking.method == Method::Pickup).then(|| address(words, booking));
    Some(view! {
        <section class="card" aria-labelledby="b-h">
            <h2 id="b-h">{booking.method.say(words.language)}</h2>
            {when.map(|(iso, label)| view! { <p class="fact"><time datetime=iso>{label}</time></p> })}
            {where_to}
            <p class="hint">{words.say("booking-ask")} " " <bdi>{booking.contact.clone()}</bdi></p>
        </section>
    })
}

/// Whether its customer comes for it.
pub fn is_fetched(order: &TrackedOrder) -> bool {
    order.booking.as_ref().is_some_and(|booking| booking.method == Method::Pickup)
}

/// "Thu 26 Nov, 12:30–13:00", by the place's own clock.
pub fn when(words: Words<'_>, (starts, ends): (At, At), zone: &str) -> (String, String) {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let from = domain::dates::day_and_time(starts, words.language, &zone);
    let until = ends.0.to_zoned(zone).strftime("%H:%M").to_string();
    let label = words.say_all("booking-when", vec![("from", from.into()), ("until", until.into())]);
    (starts.rfc3339(), label)
}

fn address(words: Words<'_>, booking: &TrackedBooking) -> impl IntoView + use<> {
    let lines: Vec<_> =
        booking.address.lines().into_iter().map(|line| view! { <br/> <bdi>{line}</bdi> }).collect();
    view! { <p>{words.say("booking-where")} <br/> <bdi class="name">{booking.place.clone()}</bdi> {lines}</p> }
}
