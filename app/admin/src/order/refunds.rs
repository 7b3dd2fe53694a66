//! What went back or is on its way back, and what banks ask back.

use domain::{
    order::{DisputeView, RefundView, Status},
    payment::RefundStatus,
};
use leptos::prelude::*;
use ui::{Mark, When};

use super::refund::reason_words;
use crate::{
    looks,
    words::{language, t},
};

/// Every refund with where it honestly stands: "under way" is never shown as done.
#[component]
pub fn Refunds(rows: Vec<RefundView>, waits: bool, paused: bool) -> impl IntoView {
    if rows.is_empty() {
        return ().into_any();
    }
    let rows = rows.into_iter().map(|refund| {
        let open = refund.status == RefundStatus::Pending && refund.provider_id.is_none();
        let waits = match (open, paused, waits) {
            (true, true, _) => Some(t("admin-stripe-paused")),
            (true, _, true) => Some(t("admin-stripe-waits")),
            _ => None,
        };
        let who = refund.who.unwrap_or_else(|| t("admin-refund-elsewhere"));
        view! {
            <li>
                <Mark status=looks::refund(refund.status) word=refund.status.say(language())/>
                <span class="num sum">{refund.amount}</span>
                <span class="meta">{reason_words(&refund.reason)} " · " <bdi>{who}</bdi> " · " <When moment=refund.at/></span>
                {refund.note.map(|note| view! { <p class="said" dir="auto">{note}</p> })}
                {refund.failure.map(|words| view! { <p class="raw bad" lang="en">{words}</p> })}
                {waits.map(|words| view! { <p class="warn">{words}</p> })}
            </li>
        }
    });
    view! { <h3>{t("admin-refunds")}</h3> <ul role="list" class="entries">{rows.collect_view()}</ul> }
        .into_any()
}

/// Every dispute, in Stripe's words where we have none.
#[component]
pub fn Disputes(rows: Vec<DisputeView>) -> impl IntoView {
    if rows.is_empty() {
        return ().into_any();
    }
    let rows = rows.into_iter().map(|dispute| {
        let (look, word) = match &*dispute.status {
            "won" => (Status::Delivered, t("admin-dispute-won")),
            "lost" => (Status::Cancelled, t("admin-dispute-lost")),
            "warning_closed" => (Status::Delivered, t("admin-dispute-closed")),
            "under_review" | "warning_under_review" => (Status::Delayed, t("admin-dispute-review")),
            "needs_response" | "warning_needs_response" => (Status::Exception, t("admin-dispute-answer")),
            other => (Status::Exception, other.to_owned()),
        };
        let due = dispute
            .due
            .filter(|_| !dispute.closed)
            .map(|moment| view! { {t("admin-dispute-due")} " " <When moment/> });
        view! {
            <li>
                <Mark status=look word/>
                <span class="num sum">{dispute.amount}</span>
                <span class="meta">{due}</span>
                <p class="raw" lang="en">{dispute.reason} " " <bdi dir="ltr">{dispute.id}</bdi></p>
            </li>
        }
    });
    view! { <h3>{t("admin-disputes")}</h3> <ul role="list" class="entries">{rows.collect_view()}</ul> }
        .into_any()
}
