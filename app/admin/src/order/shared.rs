//! Numbers that parcels of other orders have, too: said with every order that has one, for as long as it does. Two orders may travel in
//! one box; else one of them was mistyped, and its news goes astray.

use domain::parcel::Elsewhere;
use leptos::prelude::*;
use leptos_router::components::A;

use super::sheet::Sheet;
use crate::words::{t, t_name};

/// More are not listed one by one.
const SHOWN: usize = 5;

/// A line for each number of this order that another order has.
#[component]
pub fn SharedNumbers() -> impl IntoView {
    let sheet = expect_context::<Sheet>();
    let shared = sheet.memo(|page| page.shared.clone());
    let lines = move || {
        let shared = shared.get();
        let numbers = shared.chunk_by(|one, next| one.number == next.number);
        let lines = numbers.map(|rows| {
            let about = rows.first().map(|row| t_name("admin-number-shared", &row.number));
            view! { <p class="warn">{about} " " <Others rows=rows.to_vec()/></p> }
        });
        lines.collect_view()
    };
    view! { <div class="shared-numbers" role="status">{lines}</div> }.into_any()
}

/// The other orders, with who carries the number there.
#[component]
pub fn Others(
    /// Of one number.
    rows: Vec<Elsewhere>,
) -> impl IntoView {
    let more = (rows.len() > SHOWN).then_some(" …");
    let rows = rows.into_iter().take(SHOWN).enumerate().map(|(at, row)| {
        let by = if row.same_carrier { Some(t("admin-number-same-carrier")) } else { row.carrier };
        let by = by.map(|by| view! { " (" <bdi>{by}</bdi> ")" });
        view! {
            {(at > 0).then_some(", ")}
            <A href=format!("/admin/orders/{}", row.order)><bdi class="num" dir="ltr">{row.order.clone()}</bdi></A>
            {by}
        }
    });
    view! { {rows.collect_view()} {more} }.into_any()
}
