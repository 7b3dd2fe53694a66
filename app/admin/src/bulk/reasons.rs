//! Why not: each reason once, with how many orders and the first of them; and what came of each order.

use domain::bulk::{BulkLine, BulkOutcome, BulkReason};
use leptos::prelude::*;
use leptos_router::components::A;
use ui::Mark;

use super::counts::look;
use crate::words::{t, t_count};

/// The reasons, the most frequent first.
#[component]
pub fn Reasons(reasons: Vec<BulkReason>, title: String) -> impl IntoView {
    if reasons.is_empty() {
        return ().into_any();
    }
    let rows = reasons
        .into_iter()
        .map(|reason| {
            let examples = reason.examples.into_iter().map(|number| {
                view! { <A href=format!("/admin/orders/{number}")><span class="num">{number.clone()}</span></A> " " }
            });
            view! {
                <li>
                    <p>{reason.sentence}</p>
                    <p class="meta">{t_count("admin-bulk-orders", reason.count)} " " {examples.collect_view()}</p>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="panel">
            <h2>{title}</h2>
            <ul role="list" class="entries">{rows}</ul>
        </section>
    }
    .into_any()
}

/// What came of each order, failures first.
#[component]
pub fn Lines(lines: Vec<BulkLine>, total: i64) -> impl IntoView {
    let more = total > i64::try_from(lines.len()).unwrap_or(i64::MAX);
    let rows = lines
        .into_iter()
        .map(|line| {
            let mark = line.outcome.map(|outcome: BulkOutcome| {
                view! { <Mark status=look(outcome) word=t(&format!("admin-bulk-done-{}", outcome.as_str()))/> }
            });
            view! {
                <li>
                    <span class="flow">
                        <A href=format!("/admin/orders/{}", line.number)><span class="num">{line.number.clone()}</span></A>
                        <bdi>{line.customer}</bdi>
                    </span>
                    {mark}
                    {line.reason.map(|reason| view! { <p class="meta">{reason}</p> })}
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="panel">
            <h2>{t("admin-bulk-each")}</h2>
            <ul role="list" class="entries">{rows}</ul>
            {more.then(|| view! { <p class="quiet-text">{t("admin-bulk-more-in-csv")}</p> })}
        </section>
    }
    .into_any()
}
