//! What narrows the list of webhooks; the address keeps it.

use domain::{
    inbox::{InboxFilter, InboxState, PROVIDERS},
    language::say,
};
use leptos::prelude::*;
use leptos_router::params::ParamsMap;

use crate::{
    wire::{GetForm, query},
    words::{language, t},
};

const FIELDS: [&str; 4] = ["event", "provider", "order", "state"];
const STATES: [InboxState; 5] = [
    InboxState::Received,
    InboxState::Waiting,
    InboxState::Processed,
    InboxState::Ignored,
    InboxState::Failed,
];

/// The filter of an address.
pub fn read(query: &ParamsMap) -> InboxFilter {
    let text = |name: &str| query.get(name).filter(|value| !value.trim().is_empty());
    InboxFilter {
        provider: text("provider"),
        event: text("event"),
        order: text("order"),
        state: text("state").and_then(|word| STATES.into_iter().find(|state| state.as_str() == word)),
        after: text("after"),
    }
}

/// What filters, by name.
pub fn pairs(filter: &InboxFilter) -> [(&'static str, String); 5] {
    let text = |field: &Option<String>| field.clone().unwrap_or_default();
    [
        ("event", text(&filter.event)),
        ("provider", text(&filter.provider)),
        ("order", text(&filter.order)),
        ("state", filter.state.map(|state| state.as_str().to_owned()).unwrap_or_default()),
        ("after", text(&filter.after)),
    ]
}

/// The address of the list under a filter.
pub fn address(filter: &InboxFilter) -> String {
    format!("/admin/inbox{}", query(&pairs(filter)))
}

/// The address at which the server function `path` answers for a filter.
pub fn asking(path: &str, filter: &InboxFilter) -> String {
    let named = pairs(filter).map(|(name, value)| (format!("filter[{name}]"), value));
    let named: Vec<_> = named.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
    format!("{path}{}", query(&named))
}

/// The form, showing the filter of the address.
#[component]
pub fn FilterForm(filter: Memo<InboxFilter>) -> impl IntoView {
    let text = move |field: fn(&InboxFilter) -> &Option<String>| {
        move || filter.with(|filter| field(filter).clone().unwrap_or_default())
    };
    let providers = PROVIDERS.map(|name| {
        let selected = move || filter.with(|filter| filter.provider.as_deref() == Some(name));
        view! { <option value=name selected=selected>{name}</option> }
    });
    let states = STATES.map(|state| {
        let selected = move || filter.with(|filter| filter.state == Some(state));
        let word = say(language(), &format!("inbox-state-{}", state.as_str()));
        view! { <option value=state.as_str() selected=selected>{word}</option> }
    });
    view! {
        <GetForm action="/admin/inbox".to_owned() fields=&FIELDS class="filter">
            <p class="wide">
                <label for="event">{t("admin-inbox-event")}</label>
                <input id="event" name="event" type="search" spellcheck="false" value=text(|f| &f.event) prop:value=text(|f| &f.event)/>
            </p>
            <p>
                <label for="provider">{t("admin-column-provider")}</label>
                <select id="provider" name="provider"><option value="">{t("admin-filter-any")}</option>{providers.into_iter().collect_view()}</select>
            </p>
            <p>
                <label for="order">{t("admin-column-order")}</label>
                <input id="order" name="order" spellcheck="false" value=text(|f| &f.order) prop:value=text(|f| &f.order)/>
            </p>
            <p>
                <label for="state">{t("admin-column-state")}</label>
                <select id="state" name="state"><option value="">{t("admin-filter-any")}</option>{states.into_iter().collect_view()}</select>
            </p>
            <p class="actions">
                <button type="submit" class="button primary">{t("admin-filter-go")}</button>
                <a href="/admin/inbox">{t("admin-filter-clear")}</a>
            </p>
        </GetForm>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_what_filters_and_is_read_back() {
        let filter = InboxFilter {
            event: Some("charge.refunded".into()),
            state: Some(InboxState::Failed),
            ..InboxFilter::default()
        };
        assert_eq!(address(&filter), "/admin/inbox?event=charge.refunded&state=failed");
        assert_eq!(asking("/x", &filter), "/x?filter[event]=charge.refunded&filter[state]=failed");
        assert_eq!(address(&InboxFilter::default()), "/admin/inbox");
        let mut query = ParamsMap::new();
        query.insert("event", "charge.refunded".into());
        query.insert("state", "failed".into());
        query.insert("order", " ".into());
        assert_eq!(read(&query), filter);
    }
}
