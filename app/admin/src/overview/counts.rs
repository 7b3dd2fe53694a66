//! Counts, each a link to the orders it counts.

use domain::order::{Filter, Overview, Priority, Status, Timing};
use leptos::prelude::*;
use leptos_router::components::A;
use ui::{Shape, StatusBadge, TimingBadge, status_shape};

use crate::{
    orders::address,
    words::{language, t},
};

/// How many orders stand in each status.
#[component]
pub fn StatusCounts(counts: Vec<(Status, i64)>) -> impl IntoView {
    let rows = counts
        .into_iter()
        .map(|(status, count)| {
            let href = address(&Filter { status: Some(status), ..Filter::default() });
            view! {
                <li class:zero=(count == 0)>
                    <A href><StatusBadge status language=language()/><span class="num count">{count}</span></A>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="panel all" aria-labelledby="by-status">
            <h2 id="by-status">{t("admin-by-status")}</h2>
            <ul role="list" class="tiles">{rows}</ul>
        </section>
    }
    .into_any()
}

/// What waits for a person: each count a link to the orders behind it.
#[component]
pub fn Waiting(figures: Overview) -> impl IntoView {
    let language = language();
    let timed = [
        (Timing::Overdue, figures.overdue, Filter { overdue: true, ..Filter::default() }),
        (Timing::WillBeLate, figures.late, Filter { late: true, ..Filter::default() }),
        (Timing::Held, figures.held, Filter { priority: Some(Priority::Hold), ..Filter::default() }),
    ];
    let timed = timed.map(|(timing, count, filter)| {
        view! {
            <li class:zero=(count == 0)>
                <A href=address(&filter)><TimingBadge timing language/> <span class="num count">{count}</span></A>
            </li>
        }
    });
    let needy = address(&Filter { attention: true, ..Filter::default() });
    view! {
        <section class="panel" aria-labelledby="waiting">
            <h2 id="waiting">{t("admin-waiting")}</h2>
            <ul role="list" class="counts">
                {timed.into_iter().collect_view()}
                <li class:zero=(figures.attention == 0)>
                    <A href=needy>
                        <span class="needy"><Shape drawing=status_shape(Status::Exception)/>{t("admin-attention")}</span>
                        <span class="num count">{figures.attention}</span>
                    </A>
                </li>
            </ul>
        </section>
    }
    .into_any()
}

/// A location's open orders.
#[component]
pub fn LocationLink(name: String) -> impl IntoView {
    let href = address(&Filter { location: Some(name.clone()), ..Filter::default() });
    view! { <A href><bdi>{name}</bdi></A> }.into_any()
}
