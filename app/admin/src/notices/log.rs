//! `/admin/notices`: every message there is, the newest first.

use domain::{
    language::{say, say_with},
    notice::log::{LogFilter, LogPage, LogRow},
};
use leptos::prelude::*;
use ui::When;

use super::{
    document,
    filter::{address, filter_form},
    mark::{mark, word},
};
use crate::{doors::drawn, flows::Desk, messages::MessagesPage};

/// The page.
pub fn log_page(desk: &Desk, filter: &LogFilter, page: LogPage) -> String {
    drawn(|| {
        let inside = view! {
            <h1>{desk.t("log-title")}</h1>
            {filter_form(desk, filter)}
            <div id="log" data-live="">{trouble(desk, &page)}{table(desk, filter, page)}</div>
        };
        document(desk, MessagesPage::Log, &desk.t("log-title"), inside.into_any())
    })
}

/// What somebody may want to look at: links, so that the numbers are also the way there.
fn trouble(desk: &Desk, page: &LogPage) -> Option<AnyView> {
    let language = desk.person.language;
    let links: Vec<_> = page
        .trouble
        .iter()
        .map(|(state, count)| {
            let href = address(&LogFilter { state: Some(*state), ..LogFilter::default() });
            let words = say_with(
                language,
                "log-trouble",
                vec![("name", word(*state, language).into()), ("count", (*count).into())],
            );
            view! { <li><a href=href>{words}</a></li> }
        })
        .collect();
    (!links.is_empty()).then(|| view! { <ul role="list" class="log-trouble">{links}</ul> }.into_any())
}

fn table(desk: &Desk, filter: &LogFilter, page: LogPage) -> AnyView {
    if page.rows.is_empty() {
        return view! { <p class="panel empty">{desk.t("log-none")}</p> }.into_any();
    }
    let heads = ["when", "to", "kind", "channel", "state", "order"].map(
        |column| view! { <th scope="col" role="columnheader">{desk.t(&format!("log-column-{column}"))}</th> },
    );
    let rows = page.rows.into_iter().map(|line| row(desk, line)).collect_view();
    let next = page.next.map(|cursor| {
        let href = address(&LogFilter { after: Some(cursor), ..filter.clone() });
        view! { <nav class="pager" aria-label=desk.t("admin-pages")><a href=href rel="next">{desk.t("admin-page-next")}</a></nav> }
    });
    view! {
        <div class="table-frame">
            <table class="notices" role="table">
                <caption class="vh">{desk.t("log-title")}</caption>
                <thead role="rowgroup"><tr role="row">{heads.into_iter().collect_view()}</tr></thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </div>
        {next}
    }
    .into_any()
}

fn row(desk: &Desk, line: LogRow) -> AnyView {
    let language = desk.person.language;
    let kind = say(language, &format!("notice-kind-{}", line.kind.as_str()));
    let order = line.order.map(|number| {
        let href = format!("/admin/orders/{number}");
        view! { <a href=href>{number}</a> }
    });
    view! {
        <tr role="row">
            <td role="cell" class="placed"><When moment=line.planned/></td>
            <td role="cell" class="to">{to(desk, line.to)}</td>
            <td role="cell"><a href=format!("/admin/notices/{}", line.id)>{kind}</a></td>
            <td role="cell">{line.channel.say(language)}</td>
            <td role="cell">{mark(line.state, language)} {waits(desk, line.waits, line.reason)}</td>
            <td role="cell" class="number">{order}</td>
        </tr>
    }
    .into_any()
}

/// Whom: nobody's browser has a name.
pub(super) fn to(desk: &Desk, to: Option<String>) -> AnyView {
    match to {
        Some(to) => view! { <bdi>{to}</bdi> }.into_any(),
        None => view! { <span class="quiet-text">{desk.t("log-a-browser")}</span> }.into_any(),
    }
}

/// "until Thu 26 Nov, 08:00: quiet hours"
pub(super) fn waits(desk: &Desk, until: Option<domain::moment::Moment>, why: Option<String>) -> AnyView {
    let why = why.map(|why| reason(desk, &why));
    let until = until.map(|until| {
        view! { {desk.t("log-waits-until")} " " <When moment=until/> " " }
    });
    view! { <span class="quiet-text">{until}{why}</span> }.into_any()
}

/// The words of a stable word; one that nobody has words for stands as it is.
pub(super) fn reason(desk: &Desk, word: &str) -> String {
    let known = REASONS.contains(&word);
    if known { desk.t(&format!("log-reason-{word}")) } else { word.replace('_', " ") }
}

/// Why a message waits, was suppressed or withdrawn, and why nobody writes somewhere any more.
const REASONS: [&str; 19] = [
    "gave_up",
    "render",
    "label_given_back",
    "quiet_hours",
    "overtaken",
    "digest",
    "scheduled",
    "bulk",
    "undone",
    "recalled",
    "bounced",
    "complained",
    "opted_out",
    "invalid",
    "gone",
    "no_provider",
    "content",
    "discarded",
    "expired",
];
