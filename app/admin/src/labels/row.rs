//! The orders of a batch, each with its choice and how far its label is.

use domain::{order::BatchRow, parcel::LabelStatus};
use leptos::prelude::*;
use leptos_router::components::A;
use ui::Mark;

use crate::{
    looks,
    order::safe_link,
    words::{language, t},
};

/// The list: trouble first.
#[component]
pub fn BatchRows(rows: Vec<BatchRow>) -> impl IntoView {
    let rows = rows.into_iter().map(|row| view! { <Row row/> }).collect_view();
    view! { <ul role="list" class="panel entries">{rows}</ul> }.into_any()
}

#[component]
fn Row(row: BatchRow) -> impl IntoView {
    let open = row.label.as_ref().is_none_or(|label| label.status == LabelStatus::Voided);
    let blocked = row.blocked.filter(|_| open).map(|words| view! { <p class="warn">{words}</p> });
    let label = row.label.map(|label| {
        let print = safe_link(label.file).filter(|_| label.status == LabelStatus::Bought).map(|url| {
            view! { " " <a href=url rel="external noopener noreferrer" target="_blank">{t("admin-label-print")}</a> }
        });
        let why = (label.error.is_some() || label.error_code.is_some())
            .then(|| view! { <p class="raw bad" lang="en">{label.error_code} " " {label.error}</p> });
        view! {
            <p class="flow"><Mark status=looks::label(label.status) word=label.status.say(language())/> {print}</p>
            {why}
        }
    });
    view! {
        <li>
            <span class="flow">
                <A href=format!("/admin/orders/{}", row.number)><span class="num">{row.number.clone()}</span></A>
                <bdi>{row.customer}</bdi>
            </span>
            <span class="num sum">{row.price}</span>
            <p class="meta">{row.choice.unwrap_or_else(|| t("admin-batch-no-choice"))}</p>
            {label}
            {blocked}
        </li>
    }
    .into_any()
}
