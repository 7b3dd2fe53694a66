//! The boxes that left or will leave: where each is, its label, and what its carrier said.

use domain::{
    order::{ParcelView, ScanView},
    parcel::{Direction, TrackingStatus},
    tracking::TrackSource,
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
        view! { <Mark status=looks::tracking(parcel.tracking) word=parcel.meaning.say(language())/> }
    });
    let eta = parcel
        .eta
        .filter(|_| !matches!(parcel.tracking, TrackingStatus::Delivered | TrackingStatus::Returned));
    let was = parcel
        .was
        .into_iter()
        .map(|day| view! { <del><span class="vh">{t("admin-parcel-eta-was")}</span> {day}</del> " " });
    let eta = eta.map(|day| view! { <span>{was.collect_view()} {t_name("admin-parcel-eta", &day)}</span> });
    let facts = [
        parcel.tries.map(|times| t_count("admin-parcel-tries", times.into())),
        parcel.again.map(|day| t_name("admin-parcel-again", &day)),
        parcel.until.map(|day| t_name("admin-parcel-until", &day)),
        parcel.received_by.map(|name| t_name("admin-parcel-received-by", &name)),
    ];
    let facts = facts.into_iter().flatten().map(|words| view! { <span>{words}</span> }).collect_view();
    let seen = parcel.seen.map(|moment| view! { <span>{t("admin-parcel-seen")} " " <When moment/></span> });
    let ask =
        (parcel.trackable && may_change()).then(|| view! { <RefreshButton id=parcel.id post=refresh/> });
    view! {
        <li class="box" class:voided=parcel.voided>
            <p class="flow">{badge} " " <bdi>{carrier}</bdi> " " <span class="num">{number}</span> " " {back}</p>
            <div class="meta facts">{eta} {facts} {seen} {ask}</div>
            {parcel.label.map(|label| view! { <Label label posts/> })}
            <Scans rows=parcel.scans/>
        </li>
    }
    .into_any()
}

/// "UPS, Shippo · I/OT": who told of it, and in which code.
fn told_by(sources: &[TrackSource], code: Option<&str>) -> String {
    let names: Vec<_> = sources.iter().map(|source| source.name()).collect();
    [Some(names.join(", ")), code.map(str::to_owned)].into_iter().flatten().collect::<Vec<_>>().join(" · ")
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
                <span>{scan.meaning.say(language())}</span>
                <span class="meta">{scan.place.map(|place| view! { <bdi>{place}</bdi> " · " })} {scan.at.map(|moment| view! { <When moment/> })}</span>
                {scan.detail.map(|words| view! { <span class="raw" lang=scan.language.unwrap_or_default() dir="auto">{words}</span> })}
                <span class="meta">{told_by(&scan.sources, scan.code.as_deref())}</span>
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
