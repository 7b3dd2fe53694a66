//! The order's headline: number, status, stage, and what is wrong with it, if anything is.

use domain::order::Timing;
use leptos::prelude::*;
use leptos_router::components::A;
use ui::{PriorityBadge, StandingBadge, TimingBadge, When};

use super::{alarms::Alarms, sheet::Sheet};
use crate::{
    countdown::Countdown,
    words::{language, t},
};

/// Top of the page.
#[component]
pub fn Head() -> impl IntoView {
    let sheet = expect_context::<Sheet>();
    let language = language();
    let number = sheet.part(|page| page.number.clone());
    let state = sheet.part(|page| (page.status, page.stage.clone()));
    let overdue = sheet.part(|page| page.timing == Timing::Overdue);
    let placed = sheet.part(|page| (page.placed.clone(), page.reference.clone(), page.location.clone()));
    let badge = move || {
        let (status, stage) = state();
        view! { <StandingBadge status stage language/> }
    };
    let born = move || {
        let (moment, reference, location) = placed();
        view! {
            <span>{t("admin-placed")} " " <When moment/></span>
            {reference.map(|name| view! { <span>{t("admin-reference")} " " <bdi>{name}</bdi></span> })}
            {location.map(|name| view! { <span>{t("admin-column-location")} " " <bdi>{name}</bdi></span> })}
        }
    };
    view! {
        <header class="order-head">
            <p class="back"><A href="/admin/orders">{t("admin-to-orders")}</A></p>
            <div class="title"><h1 class="num">{number}</h1> <p class="state" class:overdue=overdue role="status">{badge}</p></div>
            <p class="facts quiet-text">{born}</p>
            <Due/>
            <Alarms/>
        </header>
    }
    .into_any()
}

/// How urgent it is, until when it has to be done, and whether it will be.
#[component]
fn Due() -> impl IntoView {
    let sheet = expect_context::<Sheet>();
    let language = language();
    let due = sheet.part(|page| (page.due.clone(), page.due_in, page.timing, page.priority));
    move || {
        let (moment, minutes, timing, priority) = due();
        let key = if timing == Timing::Overdue { "admin-overdue-since" } else { "admin-due" };
        let when = moment.map(|moment| view! { <span class="quiet-text">{t(key)} " " <When moment/></span> });
        let left = minutes.map(|minutes| view! { " · " <Countdown minutes/> });
        view! { <p class="due"><PriorityBadge priority language/> <TimingBadge timing language/> {when} {left}</p> }
    }
}
