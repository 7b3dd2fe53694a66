//! What narrows an endpoint's log; the address keeps it.

use domain::{
    event::Kind,
    ids::WebhookEndpointId,
    outbox::{LogFilter, MessageState, TEST},
};
use leptos::prelude::*;

use super::{at, mark};
use crate::{flows::Desk, wire::query};

/// The filter of an address.
pub fn read_filter(pairs: &[(String, String)]) -> LogFilter {
    let text = |name: &str| {
        let found = pairs.iter().find(|(key, value)| key == name && !value.trim().is_empty());
        found.map(|(_, value)| value.trim().to_owned())
    };
    LogFilter {
        state: text("state").and_then(|word| MessageState::parse(&word)),
        kind: text("type"),
        order: text("order"),
        after: text("after").and_then(|id| id.parse().ok()),
    }
}

/// The address of an endpoint's log under a filter.
pub fn address(id: WebhookEndpointId, filter: &LogFilter) -> String {
    let text = |field: &Option<String>| field.clone().unwrap_or_default();
    let pairs = [
        ("state", filter.state.map(MessageState::as_str).unwrap_or_default().to_owned()),
        ("type", text(&filter.kind)),
        ("order", text(&filter.order)),
        ("after", filter.after.map(|id| id.to_string()).unwrap_or_default()),
    ];
    format!("{}{}", at(id), query(&pairs))
}

/// The form, showing a filter.
pub(super) fn filter_form(desk: &Desk, id: WebhookEndpointId, filter: &LogFilter) -> AnyView {
    let states = MessageState::ALL.map(|state| {
        let selected = filter.state == Some(state);
        view! { <option value=state.as_str() selected=selected>{mark::word(desk, state)}</option> }
    });
    let kinds = Kind::ALL.map(Kind::as_str).into_iter().chain([TEST]).map(|word| {
        let selected = filter.kind.as_deref() == Some(word);
        view! { <option value=word selected=selected>{mark::kind(desk, word)}</option> }
    });
    view! {
        <form method="get" action=format!("{}#log", at(id)) class="filter">
            <p>
                <label for="state">{desk.t("hooks-standing")}</label>
                <select id="state" name="state"><option value="">{desk.t("admin-filter-any")}</option>{states.into_iter().collect_view()}</select>
            </p>
            <p>
                <label for="type">{desk.t("hooks-type")}</label>
                <select id="type" name="type"><option value="">{desk.t("admin-filter-any")}</option>{kinds.collect_view()}</select>
            </p>
            <p>
                <label for="order">{desk.t("log-column-order")}</label>
                <input id="order" name="order" spellcheck="false" value=filter.order.clone().unwrap_or_default()/>
            </p>
            <p class="actions">
                <button type="submit" class="button primary">{desk.t("admin-filter-go")}</button>
                <a href=at(id)>{desk.t("admin-filter-clear")}</a>
            </p>
        </form>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_what_filters_and_is_read_back() {
        let id = WebhookEndpointId::new();
        let filter = LogFilter {
            state: Some(MessageState::Failed),
            kind: Some(TEST.to_owned()),
            order: Some("7K3QD-2M4XP".to_owned()),
            after: Some(domain::ids::WebhookMessageId::new()),
        };
        let address = address(id, &filter);
        let (path, query) = address.split_once('?').unwrap();
        assert_eq!(path, format!("/admin/webhooks/{id}"));
        let pairs: Vec<(String, String)> = query
            .split('&')
            .map(|pair| pair.split_once('=').unwrap())
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        assert_eq!(read_filter(&pairs), filter);
        assert_eq!(read_filter(&[("state".into(), "none".into())]), LogFilter::default());
        assert_eq!(super::address(id, &LogFilter::default()), path);
    }
}
