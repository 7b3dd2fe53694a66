//! Why there are as many pieces as there are: the newest movements first.

use domain::product::Movement;
use leptos::prelude::*;
use leptos_router::components::A;
use ui::When;

use crate::words::{language, t};

/// The movements.
#[component]
pub fn Ledger(movements: Vec<Movement>, more: bool) -> impl IntoView {
    if movements.is_empty() {
        return view! {
            <section aria-labelledby="ledger"><h2 id="ledger">{t("admin-movements")}</h2><p class="panel empty">{t("admin-movements-none")}</p></section>
        }
        .into_any();
    }
    let rows = movements.into_iter().map(|line| view! { <Line line/> }).collect_view();
    view! {
        <section aria-labelledby="ledger">
            <h2 id="ledger">{t("admin-movements")}</h2>
            <div class="table-frame">
                <table role="table">
                    <caption class="vh">{t("admin-movements")}</caption>
                    <thead role="rowgroup">
                        <tr role="row">
                            <th scope="col" role="columnheader">{t("admin-column-when")}</th>
                            <th scope="col" role="columnheader">{t("admin-movements-why")}</th>
                            <th scope="col" role="columnheader" class="num">{t("admin-movements-pieces")}</th>
                            <th scope="col" role="columnheader" class="num">{t("admin-movements-then")}</th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">{rows}</tbody>
                </table>
            </div>
            {more.then(|| view! { <p class="quiet-text">{t("admin-movements-more")}</p> })}
        </section>
    }
    .into_any()
}

#[component]
fn Line(line: Movement) -> impl IntoView {
    let order =
        line.order.map(|number| view! { " " <A href=format!("/admin/orders/{number}")>{number.clone()}</A> });
    let who = line.actor.map(|name| view! { " · " <bdi>{name}</bdi> });
    let note = line.note.map(|note| view! { " " <span class="quiet-text"><bdi>{note}</bdi></span> });
    // The minus sign, not a hyphen: it is as wide as the plus.
    let sign = if line.quantity < 0 { "−" } else { "+" };
    view! {
        <tr role="row">
            <td role="cell" class="placed"><When moment=line.at/></td>
            <td role="cell">{line.kind.say(language())} {order} {who} {note}</td>
            <td role="cell" class="num" data-label=t("admin-movements-pieces")>{format!("{sign}{}", line.quantity.unsigned_abs())}</td>
            <td role="cell" class="num" data-label=t("admin-movements-then")>{line.balance}</td>
        </tr>
    }
    .into_any()
}
