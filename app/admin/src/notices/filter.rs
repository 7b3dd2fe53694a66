//! What narrows the log; the address keeps it.

use domain::{
    language::say,
    notice::{
        Channel, NoticeKind, NoticeState,
        log::{Audience, LogFilter, Step},
    },
};
use leptos::prelude::*;

use crate::{flows::Desk, messages::MessagesPage, wire::query};

/// The filter of an address.
pub fn read_filter(pairs: &[(String, String)]) -> LogFilter {
    let text = |name: &str| {
        let found = pairs.iter().find(|(key, value)| key == name && !value.trim().is_empty());
        found.map(|(_, value)| value.trim().to_owned())
    };
    LogFilter {
        q: text("q"),
        channel: text("channel").and_then(|word| Channel::parse(&word)),
        kind: text("kind").and_then(|word| NoticeKind::parse(&word)),
        state: text("state").and_then(|word| NoticeState::parse(&word)),
        reached: text("reached").and_then(|word| Step::parse(&word)),
        audience: text("audience").and_then(|word| Audience::parse(&word)),
        from: text("from"),
        until: text("until"),
        after: text("after"),
    }
}

/// The address of the log under a filter.
pub fn address(filter: &LogFilter) -> String {
    let text = |field: &Option<String>| field.clone().unwrap_or_default();
    let word = |word: Option<&'static str>| word.unwrap_or_default().to_owned();
    let pairs = [
        ("q", text(&filter.q)),
        ("channel", word(filter.channel.map(Channel::as_str))),
        ("kind", word(filter.kind.map(NoticeKind::as_str))),
        ("state", word(filter.state.map(NoticeState::as_str))),
        ("reached", word(filter.reached.map(Step::as_str))),
        ("audience", word(filter.audience.map(Audience::as_str))),
        ("from", text(&filter.from)),
        ("until", text(&filter.until)),
        ("after", text(&filter.after)),
    ];
    format!("{}{}", MessagesPage::Log.path(), query(&pairs))
}

/// The form, showing a filter.
pub fn filter_form(desk: &Desk, filter: &LogFilter) -> AnyView {
    let language = desk.person.language;
    let text = |field: &Option<String>| field.clone().unwrap_or_default();
    let channels = Channel::ALL.map(|each| (each.as_str(), each.say(language), filter.channel == Some(each)));
    let kinds = NoticeKind::ALL.map(|each| {
        let word = say(language, &format!("notice-kind-{}", each.as_str()));
        (each.as_str(), word, filter.kind == Some(each))
    });
    let states = NoticeState::ALL
        .map(|each| (each.as_str(), super::mark::word(each, language), filter.state == Some(each)));
    let audiences = Audience::ALL.map(|each| {
        let word = desk.t(&format!("log-audience-{}", each.as_str()));
        (each.as_str(), word, filter.audience == Some(each))
    });
    let reached = Step::REACHED.map(|each| (each.as_str(), desk.t(each.key()), filter.reached == Some(each)));
    view! {
        <form method="get" action=MessagesPage::Log.path() class="filter">
            <p class="wide">
                <label for="q">{desk.t("log-search")}</label>
                <input id="q" name="q" type="search" spellcheck="false" value=text(&filter.q)/>
            </p>
            {select(desk, "channel", &channels)}
            {select(desk, "kind", &kinds)}
            {select(desk, "state", &states)}
            {select(desk, "reached", &reached)}
            {select(desk, "audience", &audiences)}
            <p><label for="from">{desk.t("log-from")}</label><input id="from" name="from" type="date" value=text(&filter.from)/></p>
            <p><label for="until">{desk.t("log-until")}</label><input id="until" name="until" type="date" value=text(&filter.until)/></p>
            <p class="actions">
                <button type="submit" class="button primary">{desk.t("admin-filter-go")}</button>
                <a href=MessagesPage::Log.path()>{desk.t("admin-filter-clear")}</a>
            </p>
        </form>
    }
    .into_any()
}

fn select(desk: &Desk, name: &'static str, options: &[(&'static str, String, bool)]) -> AnyView {
    let options = options.iter().cloned();
    let options = options
        .map(|(value, word, selected)| view! { <option value=value selected=selected>{word}</option> })
        .collect_view();
    view! {
        <p>
            <label for=name>{desk.t(&format!("log-column-{name}"))}</label>
            <select id=name name=name><option value="">{desk.t("admin-filter-any")}</option>{options}</select>
        </p>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_what_filters_and_is_read_back() {
        let filter = LogFilter {
            q: Some("ana@customer.test".into()),
            channel: Some(Channel::Email),
            kind: Some(NoticeKind::Shipped),
            state: Some(NoticeState::Dead),
            reached: Some(Step::Sent),
            audience: Some(Audience::Customer),
            from: Some("2026-11-01".into()),
            ..LogFilter::default()
        };
        let address = address(&filter);
        let (_, query) = address.split_once('?').unwrap();
        let pairs: Vec<(String, String)> = query
            .replace("%40", "@")
            .split('&')
            .map(|pair| pair.split_once('=').unwrap())
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        assert_eq!(read_filter(&pairs), filter);
        assert_eq!(read_filter(&[("state".into(), "no such".into())]), LogFilter::default());
        assert_eq!(super::address(&LogFilter::default()), "/admin/notices");
    }
}
