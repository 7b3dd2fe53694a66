//! Top of a ticket and of a slip: what it is, whose, until when, and both codes.

use domain::{Language, dates::day_and_time, language::say, order::Sheet, shop::About};
use leptos::prelude::*;

use crate::barcode::{Barcode, code128, qr};

/// The head. `address` is what the QR code leads to; `large` is what matters most besides the number, with its label.
pub fn head(
    about: &About,
    language: Language,
    sheet: &Sheet,
    kind: &str,
    address: &str,
    large: Option<(String, String)>,
) -> impl IntoView + use<> {
    let number = sheet.number.to_string();
    let plain = sheet.number.as_str();
    let code = qr(address).map(|code| view! { <Barcode code says=address.to_owned()/> });
    let bars = code128(plain).map(|code| view! { <Barcode code says=plain.to_owned()/> });
    let large =
        large.map(|(label, words)| view! { <p class="by"><span>{label}</span> <strong>{words}</strong></p> });
    let reference = sheet
        .reference
        .clone()
        .map(|name| view! { <p class="small">{say(language, "paper-reference")} ": " <bdi>{name}</bdi></p> });
    view! {
        <header class="sheet-head">
            <div class="what">
                <p class="kind">{kind.to_owned()}</p>
                <h2 class="number">{number}</h2>
                <p class="small"><bdi>{about.name.clone()}</bdi></p>
                {reference}
            </div>
            {large}
            <div class="bars">{bars}<p class="small">{plain.to_owned()}</p></div>
            <div class="qr">{code}</div>
        </header>
    }
}

/// A moment in the shop's zone.
pub fn when(about: &About, at: domain::clock::At, language: Language) -> String {
    day_and_time(at, language, &about.zone)
}

/// A label and a value, where there is a value.
pub fn fact(label: String, value: Option<String>) -> Option<impl IntoView + use<>> {
    value.map(|value| view! { <div><dt>{label}</dt><dd><bdi>{value}</bdi></dd></div> })
}

/// An empty square to be ticked with a pen: a border, because browsers do not print backgrounds.
pub fn tick() -> impl IntoView + use<> {
    view! { <span class="tick" aria-hidden="true"></span> }
}
