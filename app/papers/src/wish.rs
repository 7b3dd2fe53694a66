//! What the customer asks of whoever brings it, in the frame around the address and on the ticket of who packs it.

use domain::{Language, handover::DeliveryWish, language::say};
use leptos::prelude::*;

/// The wish; nothing where there is none.
pub fn wish(language: Language, wish: &DeliveryWish) -> Option<impl IntoView + use<>> {
    (!wish.is_empty()).then(|| {
        let way = wish.way_in_words(language).map(|way| {
            let note = (!wish.note.is_empty()).then(|| view! { ": " <bdi>{wish.note.clone()}</bdi> });
            view! { <p>{way} {note}</p> }
        });
        let lines: Vec<_> =
            wish.instructions.lines().map(|line| view! { <p><bdi>{line.to_owned()}</bdi></p> }).collect();
        view! { <div class="wish"><h3>{say(language, "handover-wish")}</h3>{way}{lines}</div> }
    })
}
