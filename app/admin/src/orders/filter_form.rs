//! What narrows the list: a plain GET form, so that it works before and without JavaScript.

use domain::{
    order::{Filter, Hands, Priority, Status},
    payment::PaymentStatus,
};
use leptos::{ev::SubmitEvent, prelude::*};
use leptos_router::{NavigateOptions, hooks::use_navigate, params::ParamsMap};
use wasm_bindgen::JsCast;
use web_sys::{FormData, HtmlFormElement};

use super::{address, query};
use crate::{
    wire::{Answer, Answers},
    words::{language, t},
};

/// The form, showing the filter of the address.
#[component]
pub fn FilterForm(filter: Memo<Filter>, page: Answers) -> impl IntoView {
    let text = move |field: fn(&Filter) -> &Option<String>| {
        move || filter.with(|filter| field(filter).clone().unwrap_or_default())
    };
    let navigate = use_navigate();
    let submit = move |event: SubmitEvent| {
        if let Some(typed) = typed(&event) {
            event.prevent_default();
            navigate(&address(&query::filter(&typed)), NavigateOptions::default());
        }
    };
    view! {
        <form method="get" action="/admin/orders" class="filter" role="search" aria-label=t("admin-filter") on:submit=submit>
            <p class="wide">
                <label for="q">{t("admin-filter-search")}</label>
                <input id="q" name="q" type="search" placeholder=t("admin-filter-search-what") value=text(|f| &f.q) prop:value=text(|f| &f.q)/>
            </p>
            <Statuses filter/>
            <Payments filter/>
            <Priorities filter/>
            <Places filter page/>
            <People filter page/>
            <p>
                <label for="from">{t("admin-filter-from")}</label>
                <input id="from" name="from" type="date" value=text(|f| &f.from) prop:value=text(|f| &f.from)/>
            </p>
            <p>
                <label for="until">{t("admin-filter-until")}</label>
                <input id="until" name="until" type="date" value=text(|f| &f.until) prop:value=text(|f| &f.until)/>
            </p>
            <Flags filter/>
            <p class="actions">
                <button type="submit" class="button primary">{t("admin-filter-go")}</button>
                <a href="/admin/orders">{t("admin-filter-clear")}</a>
            </p>
        </form>
    }
    .into_any()
}

/// What stands in the form, so that the address gets no empty fields.
fn typed(event: &SubmitEvent) -> Option<ParamsMap> {
    let form: HtmlFormElement = event.target()?.dyn_into().ok()?;
    let data = FormData::new_with_form(&form).ok()?;
    let field = |name: &&str| Some(((*name).to_owned(), data.get(name).as_string()?));
    Some(query::FIELDS.iter().filter_map(field).collect())
}

#[component]
fn Statuses(filter: Memo<Filter>) -> impl IntoView {
    let language = language();
    let options = Status::ALL.map(|status| {
        let selected = move || filter.with(|filter| filter.status == Some(status));
        view! { <option value=status.as_str() selected=selected>{status.say(language)}</option> }
    });
    view! {
        <p>
            <label for="status">{t("admin-column-status")}</label>
            <select id="status" name="status">
                <option value="">{t("admin-filter-any")}</option>
                {options.into_iter().collect_view()}
            </select>
        </p>
    }
    .into_any()
}

#[component]
fn Payments(filter: Memo<Filter>) -> impl IntoView {
    let language = language();
    let options = PaymentStatus::ALL.map(|payment| {
        let selected = move || filter.with(|filter| filter.payment == Some(payment));
        view! { <option value=payment.as_str() selected=selected>{payment.say(language)}</option> }
    });
    view! {
        <p>
            <label for="payment">{t("admin-column-payment")}</label>
            <select id="payment" name="payment">
                <option value="">{t("admin-filter-any")}</option>
                {options.into_iter().collect_view()}
            </select>
        </p>
    }
    .into_any()
}

#[component]
fn Priorities(filter: Memo<Filter>) -> impl IntoView {
    let language = language();
    let options = Priority::ALL.map(|priority| {
        let selected = move || filter.with(|filter| filter.priority == Some(priority));
        view! { <option value=priority.as_str() selected=selected>{priority.say(language)}</option> }
    });
    view! {
        <p>
            <label for="priority">{t("admin-priority")}</label>
            <select id="priority" name="priority">
                <option value="">{t("admin-filter-any")}</option>
                {options.into_iter().collect_view()}
            </select>
        </p>
    }
    .into_any()
}

/// The places come with the list, so only their options wait for it.
#[component]
fn Places(filter: Memo<Filter>, page: Answers) -> impl IntoView {
    let option = move |place: String| {
        let name = place.clone();
        let selected = move || filter.with(|filter| filter.location.as_deref() == Some(&*name));
        view! { <option value=place.clone() selected=selected>{place.clone()}</option> }
    };
    view! {
        <p class="places">
            <label for="location">{t("admin-column-location")}</label>
            <select id="location" name="location">
                <option value="">{t("admin-filter-any")}</option>
                <Transition>
                    {move || Suspend::new(async move {
                        let Ok(Answer::Orders(page)) = page.await else { return None };
                        Some(page.locations.into_iter().map(option).collect_view())
                    })}
                </Transition>
            </select>
        </p>
    }
    .into_any()
}

/// In whose hands; the people come with the list, and whoever reads is always there.
#[component]
fn People(filter: Memo<Filter>, page: Answers) -> impl IntoView {
    let option = move |hands: Hands, name: String| {
        let selected = move || filter.with(|filter| filter.assignee == Some(hands));
        view! { <option value=String::from(hands) selected=selected>{name}</option> }
    };
    view! {
        <p>
            <label for="assignee">{t("admin-assigned-to")}</label>
            <select id="assignee" name="assignee">
                <option value="">{t("admin-filter-any")}</option>
                {option(Hands::Mine, t("admin-filter-mine"))}
                {option(Hands::Nobody, t("admin-bulk-nobody"))}
                <Transition>
                    {move || Suspend::new(async move {
                        let Ok(Answer::Orders(page)) = page.await else { return None };
                        let people = page.staff.into_iter();
                        let people = people.filter_map(|(id, name)| Some((Hands::parse(&id)?, name)));
                        Some(people.map(|(hands, name)| option(hands, name)).collect_view())
                    })}
                </Transition>
            </select>
        </p>
    }
    .into_any()
}

type Flag = fn(&Filter) -> bool;

#[component]
fn Flags(filter: Memo<Filter>) -> impl IntoView {
    let flags: [(&str, Flag); 4] = [
        ("overdue", |f| f.overdue),
        ("late", |f| f.late),
        ("attention", |f| f.attention),
        ("oldest", |f| f.oldest),
    ];
    let boxes = flags.map(|(name, read)| {
        let on = move || filter.with(read);
        view! {
            <label><input type="checkbox" name=name value="1" checked=on prop:checked=on/> {t(&format!("admin-filter-{name}"))}</label>
        }
    });
    view! { <p class="flags">{boxes.into_iter().collect_view()}</p> }.into_any()
}
