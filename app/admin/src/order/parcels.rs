//! The boxes that left or will leave.

use domain::order::ParcelView;
use leptos::prelude::*;

use super::{safe_link::safe_link, sheet::Sheet};
use crate::words::t;

/// All boxes.
#[component]
pub fn Parcels() -> impl IntoView {
    let sheet = expect_context::<Sheet>();
    let parcels = sheet.part(|page| page.parcels.clone());
    move || {
        let parcels = parcels();
        if parcels.is_empty() {
            return view! { <p class="quiet-text">{t("admin-parcels-none")}</p> }.into_any();
        }
        view! { <ul role="list" class="parcels">{parcels.into_iter().map(|parcel| view! { <Parcel parcel/> }).collect_view()}</ul> }
            .into_any()
    }
}

#[component]
fn Parcel(parcel: ParcelView) -> impl IntoView {
    let carrier = parcel.carrier.unwrap_or_else(|| t("admin-carrier-unknown"));
    let link = safe_link(parcel.tracking_url);
    let words = parcel.tracking_number.clone().unwrap_or_else(|| t("admin-tracking-page"));
    let number = match link {
        Some(url) => {
            view! { <a href=url rel="external noopener noreferrer" target="_blank"><bdi dir="ltr">{words}</bdi></a> }.into_any()
        }
        None => parcel.tracking_number.map(|number| view! { <bdi dir="ltr">{number}</bdi> }).into_any(),
    };
    view! { <li><bdi>{carrier}</bdi> <span class="num">{number}</span></li> }.into_any()
}
