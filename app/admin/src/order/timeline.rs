//! The order's history, newest first: what happened, who did it, what was written, and the messages each step caused.

use domain::{
    event::Kind,
    language::say,
    notice::Channel,
    order::{EventView, NoticeView, Status},
};
use leptos::prelude::*;
use ui::{Shape, When, status_shape};

use super::sheet::Sheet;
use crate::{
    me::may_change,
    words::{language, t},
};

/// One stream for everything.
#[component]
pub fn Timeline() -> impl IntoView {
    let sheet = expect_context::<Sheet>();
    let events = sheet.part(|page| page.events.clone());
    view! {
        <ol role="list" class="timeline" reversed>
            <For each=move || events() key=|event| (event.version, event.notices.iter().map(|n| (n.id, n.state.clone())).collect::<Vec<_>>()) let(event)>
                <Event event/>
            </For>
        </ol>
    }
    .into_any()
}

#[component]
fn Event(event: EventView) -> impl IntoView {
    let language = language();
    let class = match event.kind {
        Kind::NoteAdded => "event note",
        Kind::PaymentMismatch
        | Kind::PaymentFailed
        | Kind::CaptureFailed
        | Kind::RefundFailed
        | Kind::DisputeUpdated
        | Kind::LabelRefused
        | Kind::LabelUnknown
        | Kind::VoidRefused => "event trouble",
        _ => "event",
    };
    let source = say(language, &format!("source-{}", source_key(event.source)));
    let who = match event.actor {
        Some(name) => view! { <bdi>{name}</bdi> }.into_any(),
        None => source.into_any(),
    };
    let hidden = (!event.public && event.kind != Kind::NoteAdded)
        .then(|| view! { <span class="tag">{t("admin-internal")}</span> });
    let notices = event.notices.into_iter().map(|notice| view! { <Notice notice/> }).collect_view();
    view! {
        <li class=class>
            <p class="line"><strong>{event.kind.say(language)}</strong> {hidden} <span class="meta">{who} " · " <When moment=event.at/></span></p>
            {event.detail.map(|detail| view! { <p class="detail" dir="auto">{detail}</p> })}
            {notices}
        </li>
    }
    .into_any()
}

#[component]
fn Notice(notice: NoticeView) -> impl IntoView {
    let language = language();
    let kind = say(language, &format!("notice-kind-{}", notice.kind));
    let state = say(language, &format!("notice-state-{}", notice.state));
    let (class, shape) = match &*notice.state {
        "sent" | "delivered" | "opened" | "clicked" => ("notice sent", Status::Delivered),
        "failed" | "dead" => ("notice failed", Status::Exception),
        "suppressed" | "withdrawn" => ("notice suppressed", Status::Cancelled),
        _ => ("notice waiting", Status::Pending),
    };
    let kind = if may_change() {
        view! { <a href=format!("/admin/notices/{}", notice.id) rel="external">{kind}</a> }.into_any()
    } else {
        kind.into_any()
    };
    let waits = notice.waits.map(|until| view! { " " {t("log-waits-until")} " " <When moment=until/> });
    let take_back = (notice.scheduled && may_change()).then(|| {
        view! {
            <form method="post" action=format!("/admin/notices/{}", notice.id)>
                <button type="submit" class="button" name="do" value="take-back">{t("by-hand-take-back")}</button>
            </form>
        }
    });
    let to = (notice.channel != Channel::Push).then(|| view! { " → " <bdi>{notice.recipient}</bdi> });
    view! {
        <p class=class>
            <Shape drawing=status_shape(shape)/> {kind} {to} " · " {notice.channel.say(language)} " · " {state} {waits}
            {notice.error.map(|error| view! { <span class="raw" lang="en">{error}</span> })}
        </p>
        {take_back}
    }
    .into_any()
}

/// Events' sources as the translation files spell them.
pub const fn source_key(source: domain::event::Source) -> &'static str {
    use domain::event::Source;
    match source {
        Source::Staff => "staff",
        Source::Customer => "customer",
        Source::Stripe => "stripe",
        Source::Stitch => "stitch",
        Source::Shippo => "shippo",
        Source::Carrier => "carrier",
        Source::Api => "api",
        Source::System => "system",
    }
}
