//! The two tables of webhooks. Kinds, ids and outcomes stay in the words of the provider and the log.

use domain::{
    inbox::{Delivery, InboxState, Refusal},
    language::say,
    order::Status,
};
use leptos::prelude::*;
use leptos_router::components::A;
use ui::{Shape, When, status_shape};

use crate::{
    me::may_pay,
    words::{language, t},
};

/// Webhooks that were kept.
#[component]
pub fn Received(rows: Vec<Delivery>) -> impl IntoView {
    if rows.is_empty() {
        return view! { <p class="panel empty">{t("admin-inbox-none")}</p> }.into_any();
    }
    let rows = rows.into_iter().map(|row| view! { <ReceivedRow row/> }).collect_view();
    view! {
        <Frame caption="admin-inbox-received" columns=["when", "provider", "kind", "state", "order", "deliveries"]>{rows}</Frame>
    }
    .into_any()
}

#[component]
fn ReceivedRow(row: Delivery) -> impl IntoView {
    let word = say(language(), &format!("inbox-state-{}", row.state.as_str()));
    let (class, shape) = match row.state {
        InboxState::Received => ("badge badge-pending", Status::Pending),
        InboxState::Waiting => ("badge badge-processing", Status::Processing),
        InboxState::Processed => ("badge badge-delivered", Status::Delivered),
        InboxState::Ignored => ("badge badge-cancelled-plain", Status::Confirmed),
        InboxState::Failed => ("badge badge-exception", Status::Exception),
    };
    let order =
        row.order.map(|number| view! { <A href=format!("/admin/orders/{number}")>{number.clone()}</A> });
    let event = if may_pay() {
        view! { <A href=format!("/admin/inbox/{}", row.id)>{row.event_id}</A> }.into_any()
    } else {
        row.event_id.into_any()
    };
    view! {
        <tr role="row">
            <td role="cell" class="placed"><When moment=row.received/></td>
            <td role="cell">{row.provider}</td>
            <td role="cell" class="raw"><bdi>{row.kind}</bdi> <span class="quiet-text event-id">{event}</span></td>
            <td role="cell">
                <span class=class><Shape drawing=status_shape(shape)/><span class="word">{word}</span></span>
                {row.outcome.map(|why| view! { " " <span class="quiet-text" lang="en">{why}</span> })}
            </td>
            <td role="cell" class="number">{order}</td>
            <td role="cell" class="num" data-label=t("admin-column-deliveries")>{row.deliveries}</td>
        </tr>
    }
    .into_any()
}

/// Webhooks that were turned away.
#[component]
pub fn Refused(rows: Vec<Refusal>) -> impl IntoView {
    if rows.is_empty() {
        return view! { <p class="panel empty">{t("admin-inbox-refused-none")}</p> }.into_any();
    }
    let rows = rows
        .into_iter()
        .map(|row| {
            view! {
                <tr role="row">
                    <td role="cell" class="placed"><When moment=row.at/></td>
                    <td role="cell">{row.provider}</td>
                    <td role="cell" class="raw" lang="en">{row.reason}</td>
                    <td role="cell" class="raw">{row.last_ip}</td>
                    <td role="cell" class="num" data-label=t("admin-column-times")>{row.times}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <Frame caption="admin-inbox-refused" columns=["when", "provider", "reason", "ip", "times"]>{rows}</Frame>
    }
    .into_any()
}

#[component]
fn Frame<const N: usize>(
    caption: &'static str,
    columns: [&'static str; N],
    children: Children,
) -> impl IntoView {
    let heads = columns.map(|column| {
        let class = if matches!(column, "deliveries" | "times") { "num" } else { "" };
        view! { <th scope="col" role="columnheader" class=class>{t(&format!("admin-column-{column}"))}</th> }
    });
    view! {
        <div class="table-frame">
            <table class="webhooks" role="table">
                <caption class="vh">{t(caption)}</caption>
                <thead role="rowgroup"><tr role="row">{heads.into_iter().collect_view()}</tr></thead>
                <tbody role="rowgroup">{children()}</tbody>
            </table>
        </div>
    }
    .into_any()
}
