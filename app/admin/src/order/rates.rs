//! The ways to send a box, to choose one.

use domain::order::{LabelPlan, RateView};
use leptos::prelude::*;

use crate::words::{t, t_count, t_name};

/// Radio buttons, the customer's choice first; or why there are none.
#[component]
pub fn Rates(plan: LabelPlan) -> impl IntoView {
    let messages =
        plan.messages.into_iter().map(|words| view! { <p class="raw" lang="en">{words}</p> }).collect_view();
    let gone = plan.gone.map(|name| view! { <p class="warn">{t_name("admin-rates-gone", &name)}</p> });
    let boxes = (!plan.boxes.is_empty())
        .then(|| view! { <p class="quiet-text">{t_name("admin-rates-for", &plan.boxes.join("; "))}</p> });
    let rates = if plan.rates.is_empty() {
        view! { <p>{t("admin-rates-none")}</p> }.into_any()
    } else {
        let rates = (0_usize..).zip(plan.rates).map(|(at, rate)| view! { <Rate rate first=at == 0/> });
        view! {
            <fieldset class="rates">
                <legend class="vh">{t("admin-rates")}</legend>
                {rates.collect_view()}
            </fieldset>
        }
        .into_any()
    };
    view! { {gone} {rates} {boxes} {messages} }.into_any()
}

#[component]
fn Rate(rate: RateView, first: bool) -> impl IntoView {
    let chosen = rate.chosen.then(|| view! { <span class="tag">{t("admin-rate-chosen")}</span> " " });
    let days = rate.days.map(|days| t_count("admin-rate-days", days.into()));
    let difference = rate
        .difference
        .map(|sum| view! { " · " <strong class="num">{t_name("admin-rate-difference", &sum)}</strong> });
    view! {
        <label>
            <input type="radio" name="rate" value=rate.value checked=first/>
            <span><bdi>{rate.carrier}</bdi> " " <bdi>{rate.service}</bdi></span>
            <span class="num sum">{rate.price}</span>
            <span class="meta">{chosen} {days} {difference}</span>
        </label>
    }
    .into_any()
}
