//! The boxes that left or will leave: where each is, its label, and what its carrier said.

use domain::{
    order::{ParcelView, ScanView},
    parcel::{Direction, TrackingStatus},
};
use leptos::prelude::*;
use server_fn::ServerFn;
use ui::{Mark, When};

use super::{
    label::{Label, LabelPosts},
    refresh::{RefreshButton, RefreshTracking},
    safe_link::safe_link,
    sheet::Sheet,
};
use crate::{
    looks,
    me::may_change,
    outcome::Outcome,
    wire::Post,
    words::{language, t, t_count, t_name},
};

/// All boxes, then the labels that are no box.
#[component]
pub fn Parcels() -> impl IntoView {
    let sheet = expect_context::<Sheet>();
    let posts = LabelPosts::new(sheet);
    let refresh = Post::to(RefreshTracking::PATH);
    sheet.after(move || refresh.result.get());
    let boxes = sheet.memo(|page| (page.parcels.clone(), page.labels.clone()));
    let shown = move || {
        let (parcels, labels) = boxes.get();
        if parcels.is_empty() && labels.is_empty() {
            return view! { <p class="quiet-text">{t("admin-parcels-none")}</p> }.into_any();
        }
        let parcels =
            parcels.into_iter().map(|parcel| view! { <Parcel parcel posts refresh/> }).collect_view();
        let labels = labels
            .into_iter()
            .map(|label| view! { <li class="box"><Label label posts/></li> })
            .collect_view();
        view! { <ul role="list" class="boxes">{parcels}{labels}</ul> }.into_any()
    };
    view! {
        {shown}
        <Outcome result=refresh.result done=t("admin-tracking-refreshed")/>
        <Outcome result=posts.void.result done=t("admin-label-voiding")/>
        <Outcome result=posts.resolve.result done=t("admin-label-looked")/>
    }
    .into_any()
}

#[component]
fn Parcel(parcel: ParcelView, posts: LabelPosts, refresh: Post) -> impl IntoView {
    let carrier = parcel.carrier.unwrap_or_else(|| t("admin-carrier-unknown"));
    let words = parcel.tracking_number.clone().unwrap_or_else(|| t("admin-tracking-page"));
    let number = match safe_link(parcel.tracking_url) {
        Some(url) => {
            view! { <a href=url rel="external noopener noreferrer" target="_blank"><bdi dir="ltr">{words}</bdi></a> }.into_any()
        }
        None => parcel.tracking_number.map(|number| view! { <bdi dir="ltr">{number}</bdi> }).into_any(),
    };
    let back = (parcel.direction == Direction::Return)
        .then(|| view! { <span class="tag">{t("admin-parcel-return")}</span> });
    // Of a box that was typed in and never seen there is nothing to say.
    let known = !parcel.voided && (parcel.label.is_some() || parcel.tracking != TrackingStatus::Unknown);
    let badge = known.then(|| {
        let newest = parcel.scans.first().filter(|scan| scan.tracking == parcel.tracking);
        let word = parcel.tracking.say_closely(newest.and_then(|scan| scan.code.as_deref()), language());
        view! { <Mark status=looks::tracking(parcel.tracking) word/> }
    });
    let eta = parcel
        .eta
        .filter(|_| !matches!(parcel.tracking, TrackingStatus::Delivered | TrackingStatus::Returned));
    let eta = eta.map(|day| view! { <span>{t_name("admin-parcel-eta", &day)}</span> });
    let seen = parcel.seen.map(|moment| view! { <span>{t("admin-parcel-seen")} " " <When moment/></span> });
    let ask =
        (parcel.trackable && may_change()).then(|| view! { <RefreshButton id=parcel.id post=refresh/> });
    view! {
        <li class="box" class:voided=parcel.voided>
            <p class="flow">{badge} " " <bdi>{carrier}</bdi> " " <span class="num">{number}</span> " " {back}</p>
            <div class="meta facts">{eta} {seen} {ask}</div>
            {parcel.label.map(|label| view! { <Label label posts/> })}
            <Scans rows=parcel.scans/>
        </li>
    }
    .into_any()
}

#[component]
fn Scans(rows: Vec<ScanView>) -> impl IntoView {
    if rows.is_empty() {
        return ().into_any();
    }
    let count = i64::try_from(rows.len()).unwrap_or_default();
    let rows = rows.into_iter().map(|scan| {
        view! {
            <li>
                <span>{scan.tracking.say_closely(scan.code.as_deref(), language())}</span>
                <span class="meta">{scan.place.map(|place| view! { <bdi>{place}</bdi> " · " })} {scan.at.map(|moment| view! { <When moment/> })}</span>
                {scan.detail.map(|words| view! { <span class="raw" lang="en">{words}</span> })}
            </li>
        }
    });
    view! {
        <details class="fold">
            <summary>{t_count("admin-parcel-scans", count)}</summary>
            <ol role="list" class="entries" reversed>{rows.collect_view()}</ol>
        </details>
    }
    .into_any()
}
