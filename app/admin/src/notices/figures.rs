//! `/admin/notices/figures`: what became of messages, how quickly, and what waits. Every number leads to the messages it counts.

use domain::{
    alert::HealthView,
    language::say,
    notice::{
        Channel, Counts, Figures, NoticeKind, NoticeState,
        log::{LogFilter, Step},
    },
    order::Status,
};
use leptos::prelude::*;
use ui::Mark;

use super::{document, filter::address};
use crate::{doors::drawn, flows::Desk, messages::MessagesPage};

/// How many days the page can look back.
pub const SPANS: [i64; 3] = [7, 30, 90];

/// The page. `from` is the first day that is counted (`YYYY-MM-DD`).
pub fn figures_page(
    desk: &Desk,
    (days, from): (i64, &str),
    figures: &Figures,
    providers: Vec<HealthView>,
) -> String {
    drawn(|| {
        let language = desk.person.language;
        let spans = SPANS.map(|span| {
            let current = (span == days).then_some("true");
            let href = format!("{}?days={span}", MessagesPage::Figures.path());
            view! { <li><a href=href aria-current=current>{desk.count("figures-days", span, "")}</a></li> }
        });
        let channels = figures.channels.iter().map(|row| {
            let filter = narrowed(from, row.channel, None);
            line(desk, row.channel.say(language), &filter, &row.counts)
        });
        let kinds = figures.rows.iter().map(|row| {
            let kind = say(language, &format!("notice-kind-{}", row.kind.as_str()));
            let filter = narrowed(from, row.channel, Some(row.kind));
            line(desk, format!("{kind} · {}", row.channel.say(language)), &filter, &row.counts)
        });
        let tables = if figures.channels.is_empty() {
            view! { <p class="panel empty">{desk.t("figures-none")}</p> }.into_any()
        } else {
            view! {
                {table(desk, "figures-by-channel", "log-column-channel", channels.collect())}
                {table(desk, "figures-by-kind", "log-column-kind", kinds.collect())}
            }
            .into_any()
        };
        let inside = view! {
            <h1>{desk.t("figures-title")}</h1>
            <nav aria-label=desk.t("figures-span")><ul role="list" class="spans">{spans.into_iter().collect_view()}</ul></nav>
            <p class="quiet-text">{desk.t("figures-what")}</p>
            <div id="figures" data-live="">{tables}{lanes(desk, figures)}{health(desk, providers)}</div>
        };
        document(desk, MessagesPage::Figures, &desk.t("figures-title"), inside.into_any())
    })
}

fn narrowed(from: &str, channel: Channel, kind: Option<NoticeKind>) -> LogFilter {
    LogFilter { channel: Some(channel), kind, from: Some(from.to_owned()), ..LogFilter::default() }
}

fn table(desk: &Desk, caption: &str, first: &str, lines: Vec<AnyView>) -> AnyView {
    let heads = [
        "planned",
        "sent",
        "delivered",
        "opened",
        "clicked",
        "failed",
        "suppressed",
        "dead",
        "median",
        "p95",
    ];
    let heads =
        heads.map(|head| view! { <th scope="col" class="num">{desk.t(&format!("figures-{head}"))}</th> });
    let id = caption.to_owned();
    let (named, region) = (id.clone(), id.clone());
    view! {
        <section aria-labelledby=named>
            <h2 id=id>{desk.t(caption)}</h2>
            // It may be wider than a phone: so it can be reached and moved by keyboard.
            <div class="table-frame figures" tabindex="0" role="group" aria-labelledby=region>
                <table>
                    <thead><tr><th scope="col">{desk.t(first)}</th><th scope="col">{desk.t("figures-share")}</th>{heads.into_iter().collect_view()}</tr></thead>
                    <tbody>{lines}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn line(desk: &Desk, name: String, filter: &LogFilter, counts: &Counts) -> AnyView {
    let all = |count: i64| link(count, filter.clone());
    let reached = |count, step| link(count, LogFilter { reached: Some(step), ..filter.clone() });
    let state = |count, state| link(count, LogFilter { state: Some(state), ..filter.clone() });
    let arrived = counts.delivered.max(0);
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td>{share(desk, counts)}</td>
            <td class="num">{all(counts.planned)}</td>
            <td class="num">{reached(counts.sent, Step::Sent)}</td>
            <td class="num">{reached(counts.delivered, Step::Delivered)} {rate(arrived, counts.sent)}</td>
            <td class="num">{reached(counts.opened, Step::Opened)} {rate(counts.opened, counts.sent)}</td>
            <td class="num">{reached(counts.clicked, Step::Clicked)} {rate(counts.clicked, counts.sent)}</td>
            <td class="num">{state(counts.failed, NoticeState::Failed)}</td>
            <td class="num">{state(counts.suppressed, NoticeState::Suppressed)}</td>
            <td class="num">{state(counts.dead, NoticeState::Dead)}</td>
            <td class="num">{seconds(counts.median_seconds)}</td>
            <td class="num">{seconds(counts.p95_seconds)}</td>
        </tr>
    }
    .into_any()
}

fn link(count: i64, filter: LogFilter) -> AnyView {
    if count == 0 {
        return view! { <span class="quiet-text">"0"</span> }.into_any();
    }
    view! { <a href=address(&filter)>{count}</a> }.into_any()
}

/// Of a hundred, where it says anything.
fn rate(part: i64, whole: i64) -> Option<AnyView> {
    (part > 0 && whole > 0)
        .then(|| view! { <span class="quiet-text">{format!("{} %", percent(part, whole))}</span> }.into_any())
}

const fn percent(part: i64, whole: i64) -> i64 {
    if whole <= 0 { 0 } else { (part * 100 + whole / 2) / whole }
}

fn seconds(seconds: Option<f64>) -> String {
    match seconds {
        None => "–".to_owned(),
        Some(seconds) if seconds < 100.0 => format!("{seconds:.1} s"),
        Some(seconds) if seconds < 6000.0 => format!("{:.0} min", seconds / 60.0),
        Some(seconds) => format!("{:.1} h", seconds / 3600.0),
    }
}

/// A bar: of all that was planned, what was sent is solid, what will not arrive is drawn as an outline at its end, and what lies between
/// still waits. The numbers beside it say the same.
fn share(desk: &Desk, counts: &Counts) -> AnyView {
    let lost = counts.suppressed + counts.dead;
    let sent = percent(counts.sent.min(counts.planned), counts.planned);
    let lost = percent(lost, counts.planned).min(100 - sent);
    let words = desk.count("figures-share-words", sent, lost.to_string());
    view! {
        <svg class="bar-line" viewBox="0 0 102 12" preserveAspectRatio="none" role="img" aria-label=words>
            <path class="whole" d="M1 11h100"></path>
            <path class="sent" d=format!("M1 2h{sent}v8h-{sent}z")></path>
            <path class="lost" d=format!("M{} 2h{lost}v8h-{lost}z", 101 - lost)></path>
        </svg>
    }
    .into_any()
}

fn lanes(desk: &Desk, figures: &Figures) -> AnyView {
    let rows = figures.lanes.iter().map(|row| {
        let word = match Channel::parse(&row.lane) {
            Some(channel) => channel.say(desk.person.language),
            None if row.lane == "app" => desk.t("figures-app"),
            None => desk.t("figures-other-work"),
        };
        view! {
            <tr>
                <th scope="row">{word}</th>
                <td class="num">{row.due}</td>
                <td class="num">{row.later}</td>
                <td class="num">{if row.due > 0 { format!("{} s", row.oldest_seconds) } else { "–".to_owned() }}</td>
            </tr>
        }
    });
    view! {
        <section aria-labelledby="lanes">
            <h2 id="lanes">{desk.t("figures-lanes")}</h2>
            <div class="table-frame figures" tabindex="0" role="group" aria-labelledby="lanes">
                <table>
                    <thead><tr>
                        <th scope="col">{desk.t("log-column-channel")}</th>
                        <th scope="col" class="num">{desk.t("figures-due")}</th>
                        <th scope="col" class="num">{desk.t("figures-later")}</th>
                        <th scope="col" class="num">{desk.t("figures-oldest")}</th>
                    </tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn health(desk: &Desk, providers: Vec<HealthView>) -> AnyView {
    if providers.is_empty() {
        return ().into_any();
    }
    let rows = providers.into_iter().map(|row| {
        let (look, key) = match (row.paused, row.down || row.failures > 0) {
            (true, _) => (Status::Exception, "admin-provider-paused"),
            (_, true) => (Status::Delayed, "admin-provider-unanswered"),
            _ => (Status::Delivered, "admin-provider-well"),
        };
        view! { <li><strong class="provider">{row.provider}</strong> " " <Mark status=look word=desk.t(key)/></li> }
    });
    view! {
        <section class="panel" aria-labelledby="providers">
            <h2 id="providers">{desk.t("admin-providers")}</h2>
            <ul role="list" class="entries">{rows.collect_view()}</ul>
            <p><a href="/admin/attention">{desk.t("admin-attention")}</a></p>
        </section>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_and_times_are_as_exact_as_somebody_reads_them() {
        assert_eq!((percent(1, 3), percent(2, 3), percent(0, 0), percent(5, 5)), (33, 67, 0, 100));
        assert_eq!(seconds(Some(0.42)), "0.4 s");
        assert_eq!(seconds(Some(600.0)), "10 min");
        assert_eq!(seconds(Some(28_800.0)), "8.0 h");
        assert_eq!(seconds(None), "–");
    }
}
