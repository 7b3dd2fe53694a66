//! The next slots, and how full they are.

use domain::place::SlotView;
use leptos::prelude::*;
use ui::When;

use crate::words::{language, t};

/// A list: fullness is said in words and drawn as a bar, never by colour alone.
#[component]
pub fn Slots(slots: Vec<SlotView>) -> impl IntoView {
    if slots.is_empty() {
        return view! { <p class="quiet-text">{t("place-slots-none")}</p> }.into_any();
    }
    let rows = slots
        .into_iter()
        .map(|slot| {
            let full = slot.taken >= slot.capacity;
            let words = domain::language::say_with(
                language(),
                "place-slot-taken",
                vec![("taken", i64::from(slot.taken).into()), ("capacity", i64::from(slot.capacity).into())],
            );
            view! {
                <li>
                    <When moment=slot.starts/>
                    <meter min="0" max=slot.capacity.max(1) value=slot.taken aria-hidden="true"></meter>
                    <span class="num">{words}</span>
                    {full.then(|| view! { <strong>{t("place-slot-full")}</strong> })}
                </li>
            }
        })
        .collect_view();
    view! { <ul role="list" class="slots">{rows}</ul> }.into_any()
}
