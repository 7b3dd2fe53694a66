//! One order of the list.

use domain::order::{Row, Status, Timing};
use leptos::prelude::*;
use leptos_router::components::A;
use ui::{PaymentBadge, PriorityBadge, Shape, StandingBadge, TimingBadge, When, status_shape};

use super::pick::{Pick, Picked};
use crate::{
    countdown::Countdown,
    words::{language, t},
};

/// A line. Lateness and trouble are said by shape and word, never by colour alone.
#[component]
pub fn OrderRow(row: Row, picked: Option<Picked>) -> impl IntoView {
    let language = language();
    let mark = |class: &'static str, status: Status, key: &str| {
        view! { <span class=class><Shape drawing=status_shape(status)/>{t(key)}</span> }
    };
    let needy = row.attention.then(|| mark("needy", Status::Exception, "admin-attention"));
    let due = row
        .due
        .zip(row.due_in)
        .map(|(due, minutes)| view! { <span class="stage due-by">{t("admin-due")} " " <When moment=due/> " · " <Countdown minutes/></span> });
    let hands = row.assignee.map(|name| {
        view! { <span class="stage"><span class="vh">{t("admin-assigned-to")} " "</span><bdi>{name}</bdi></span> }
    });
    let pick = picked.map(|picked| {
        view! { <td role="cell" class="pick"><Pick number=row.number.clone() picked/></td> }
    });
    // A kitchen reads the list by when things are due at the counter.
    let slot = row.slot.map(|moment| {
        view! { <span class="stage"><span class="vh">{t("place-time")} " "</span><When moment/></span> }
    });
    view! {
        <tr role="row" class:attention=row.attention>
            {pick}
            <th scope="row" role="rowheader" class="number"><A href=format!("/admin/orders/{}", row.number)>{row.number.clone()}</A></th>
            <td role="cell" class="customer"><bdi title=row.customer.clone()>{row.customer.clone()}</bdi></td>
            <td role="cell" class="status" class:overdue=(row.timing == Timing::Overdue)>
                <StandingBadge status=row.status stage=row.stage language/>
                <PriorityBadge priority=row.priority language/> <TimingBadge timing=row.timing language/> {needy}
                {due}
            </td>
            <td role="cell" class="payment"><PaymentBadge status=row.payment language/></td>
            <td role="cell" class="num pieces" data-label=t("admin-column-pieces")>{row.pieces}</td>
            <td role="cell" class="num total">{row.total}</td>
            <td role="cell" class="place">{row.location.map(|place| view! { <bdi>{place}</bdi> })} {slot} {hands}</td>
            <td role="cell" class="placed"><When moment=row.placed/></td>
        </tr>
    }
    .into_any()
}
