//! The order's headline: number, status, stage, and what is wrong with it, if anything is.

use domain::order::Status;
use leptos::prelude::*;
use leptos_router::components::A;
use ui::{Shape, StatusBadge, When, status_shape};

use super::{alarms::Alarms, sheet::Sheet};
use crate::words::{language, t};

/// Top of the page.
#[component]
pub fn Head() -> impl IntoView {
    let sheet = expect_context::<Sheet>();
    let language = language();
    let number = sheet.part(|page| page.number.clone());
    let state = sheet.part(|page| (page.status, page.stage.clone()));
    let overdue = sheet.part(|page| page.overdue);
    let placed = sheet.part(|page| (page.placed.clone(), page.reference.clone(), page.location.clone()));
    let badge = move || {
        let (status, stage) = state();
        view! { <StatusBadge status language/> {stage.filter(|stage| *stage != status.say(language)).map(|stage| view! { <span class="stage">{stage}</span> })} }
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

/// Since when it is late, or when it will be.
#[component]
fn Due() -> impl IntoView {
    let sheet = expect_context::<Sheet>();
    let due = sheet.part(|page| page.due.clone().map(|due| (due, page.overdue)));
    move || {
        due().map(|(moment, overdue)| {
            let (class, key) =
                if overdue { ("late", "admin-overdue-since") } else { ("quiet-text", "admin-due") };
            let shape = overdue.then(|| view! { <Shape drawing=status_shape(Status::Delayed)/> });
            view! { <p class="due"><span class=class>{shape} {t(key)} " " <When moment/></span></p> }
        })
    }
}
