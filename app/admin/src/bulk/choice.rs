//! `/admin/bulk?order=…&order=…` or `?all=1&status=…`: what shall be done to the selection. Each action is a form that leads to its preview.

use domain::{
    bulk::BulkChoice,
    order::{Filter, Priority},
};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{components::A, hooks::use_query_map};
use server_fn::ServerFn;

use super::ask::{BulkChoice as AskChoice, PreviewBulk, bulk_choice};
use crate::{
    Problem,
    orders::{address, asking, escape, fields, filter_of},
    outcome::{Outcome, ProblemPanel},
    wire::{self, Answer, Answers, Post},
    words::{language, t, t_count, t_name},
};

/// What is selected, as the address says it.
#[derive(Debug, Clone, PartialEq)]
struct Chosen {
    orders: String,
    all: bool,
    filter: Filter,
}

async fn load(chosen: Chosen) -> Result<Answer, Problem> {
    let Chosen { orders, all, filter } = chosen;
    let path = asking(AskChoice::PATH, &filter);
    let join = if path.contains('?') { '&' } else { '?' };
    let address = format!("{path}{join}orders={}&all={all}", escape(&orders));
    wire::ask(address, || bulk_choice(orders, all, filter)).await.map(Answer::BulkChoice)
}

/// The page.
#[component]
pub fn BulkChoicePage() -> impl IntoView {
    let query = use_query_map();
    let chosen = Memo::new(move |_| {
        query.with(|query| Chosen {
            orders: query.get_all("order").unwrap_or_default().join(","),
            all: query.get("all").is_some(),
            filter: Filter { after: None, ..filter_of(query) },
        })
    });
    let result = Post::to(PreviewBulk::PATH).result;
    let choice = Answers::new(move || chosen.get(), load);
    let back = move || address(&chosen.get().filter);
    view! {
        <Title text=t("admin-bulk")/>
        <p class="back"><A href=back>{t("admin-to-orders")}</A></p>
        <h1>{t("admin-bulk")}</h1>
        <Outcome result done=String::new()/>
        <Transition fallback=|| view! { <div class="skeleton tall" aria-hidden="true"></div> }>
            {move || Suspend::new(async move {
                match choice.await {
                    Ok(Answer::BulkChoice(choice)) => view! { <Choices choice chosen=chosen.get_untracked()/> }.into_any(),
                    Ok(_) => ().into_any(),
                    Err(problem) => view! { <ProblemPanel problem retry=move |()| choice.refetch()/> }.into_any(),
                }
            })}
        </Transition>
    }
    .into_any()
}

#[component]
fn Choices(choice: BulkChoice, chosen: Chosen) -> impl IntoView {
    let stages = options(choice.stages);
    let staff = options(choice.staff);
    let move_on = view! {
        <label for="bulk-stage">{t("admin-bulk-stage")}</label>
        <select id="bulk-stage" name="stage" required>{stages}</select>
        <button type="submit" class="button primary" name="action" value="move">{t("admin-bulk-move")}</button>
        <button type="submit" class="button" name="action" value="back">{t("admin-bulk-back")}</button>
    };
    let urgent = Priority::ALL.map(|priority| (priority.as_str().to_owned(), priority.say(language())));
    let urgency = view! {
        <label for="bulk-priority">{t("admin-bulk-priority")}</label>
        <select id="bulk-priority" name="priority">{options(urgent.to_vec())}</select>
        <button type="submit" class="button" name="action" value="priority">{t("admin-bulk-prioritise")}</button>
        <button type="submit" class="button" name="action" value="release">{t("admin-bulk-release")}</button>
    };
    let assign = view! {
        <label for="bulk-staff">{t("admin-bulk-staff")}</label>
        <select id="bulk-staff" name="staff"><option value="">{t("admin-bulk-nobody")}</option>{staff}</select>
        <button type="submit" class="button" name="action" value="assign">{t("admin-bulk-assign")}</button>
    };
    let note = view! {
        <label for="bulk-text">{t("admin-note")}</label>
        <textarea id="bulk-text" name="text" rows="2" maxlength="4000" required></textarea>
        <button type="submit" class="button" name="action" value="note">{t("admin-note-add")}</button>
    };
    let message = view! {
        <label for="bulk-subject">{t("log-subject")}</label>
        <input id="bulk-subject" name="subject" maxlength="150"/>
        <label for="bulk-message">{t("by-hand-text")}</label>
        <textarea id="bulk-message" name="text" rows="4" maxlength="4000" required></textarea>
        <label for="bulk-at">{t("by-hand-at")}</label>
        <input id="bulk-at" name="at" type="datetime-local" min=choice.first_hour aria-describedby="bulk-at-hint"/>
        <p id="bulk-at-hint" class="hint">{t_name("by-hand-at-hint", &choice.zone)}</p>
        <p class="hint">{t("by-hand-many-what")}</p>
        <button type="submit" class="button" name="action" value="message">{t("by-hand-many-go")}</button>
    };
    let labels = choice.labels.then(|| {
        let labels = view! {
            <p class="hint">{t("admin-batch-what")}</p>
            <button type="submit" class="button" name="action" value="labels">{t("admin-bulk-labels")}</button>
        };
        view! { <Action chosen=chosen.clone()>{labels}</Action> }
    });
    view! {
        <p class="lead">{t_count("admin-bulk-selected", choice.count)} " " {t("admin-bulk-first-a-look")}</p>
        <div class="bulk-actions">
            <Action chosen=chosen.clone()>{move_on}</Action>
            <Action chosen=chosen.clone()>{urgency}</Action>
            <Action chosen=chosen.clone()>{assign}</Action>
            <Action chosen=chosen.clone()>{note}</Action>
            <Action chosen>{message}</Action>
            {labels}
        </div>
    }
    .into_any()
}

fn options(pairs: Vec<(String, String)>) -> AnyView {
    pairs
        .into_iter()
        .map(|(value, word)| view! { <option value=value>{word}</option> })
        .collect_view()
        .into_any()
}

/// One action's form. It posts natively, with or without JavaScript: its answer is another page.
#[component]
fn Action(chosen: Chosen, children: Children) -> impl IntoView {
    let filter = fields(&chosen.filter).into_iter();
    let filter = filter
        .map(|(name, value)| view! { <input type="hidden" name=format!("filter[{name}]") value=value/> })
        .collect_view();
    view! {
        <form method="post" action=PreviewBulk::PATH class="panel bulk-action">
            <input type="hidden" name="orders" value=chosen.orders/>
            <input type="hidden" name="all" value=chosen.all.to_string()/>
            {filter}
            {children()}
        </form>
    }
    .into_any()
}
