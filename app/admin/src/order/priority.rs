//! How urgent the order is: rush, as usual, on hold, and released again.

use domain::{ids::OrderId, order::Priority};
use leptos::prelude::*;
use server_fn::ServerFn;
use ui::When;

use super::{seen::Seen, sheet::Sheet};
use crate::{
    Problem,
    outcome::Outcome,
    wire::{Post, PostForm},
    words::{language, t},
};

/// Gives the order that the person saw at `version` this priority; `why` is for staff, of a hold.
#[server(prefix = "/admin/fn", endpoint = "set_priority")]
pub async fn set_priority(
    id: OrderId,
    priority: String,
    #[server(default)] why: String,
    version: i64,
) -> Result<(), Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Operator).await?;
    let done = match Priority::parse(&priority) {
        Some(Priority::Hold) => domain::order::hold(&shop, &person, id, &why, version).await,
        Some(priority) => domain::order::set_priority(&shop, &person, id, priority, version).await,
        None => Err(domain::Fault::NotFound),
    };
    done.map(drop).map_err(|fault| context::problem(fault, person.language))
}

/// Releases the order that the person saw at `version`, to the priority it had before.
#[server(prefix = "/admin/fn", endpoint = "release_order")]
pub async fn release_order(id: OrderId, version: i64) -> Result<(), Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Operator).await?;
    let done = domain::order::release(&shop, &person, id, version).await;
    done.map(drop).map_err(|fault| context::problem(fault, person.language))
}

/// The form, folded; while the order is on hold the way out of it stands open.
#[component]
pub fn PriorityForm() -> impl IntoView {
    let sheet = expect_context::<Sheet>();
    let (set, release) = (Post::to(SetPriority::PATH), Post::to(ReleaseOrder::PATH));
    sheet.after(move || set.result.get());
    sheet.after(move || release.result.get());
    let state = sheet.memo(|page| (page.prioritisable, page.priority, page.held.clone()));
    let form = move || {
        let (possible, priority, held) = state.get();
        match held.filter(|_| priority == Priority::Hold) {
            _ if !possible => ().into_any(),
            Some(since) => view! {
                <p class="quiet-text">{t("admin-held-since")} " " <When moment=since/></p>
                <PostForm post=release class="buttons">
                    <Seen/>
                    <button type="submit" class="button primary">{t("admin-release")}</button>
                </PostForm>
            }
            .into_any(),
            None => view! {
                <details class="fold">
                    <summary>{t("admin-priority")}</summary>
                    <Choice post=set priority/>
                </details>
            }
            .into_any(),
        }
    };
    view! {
        <div class="priority">{form}</div>
        <Outcome result=set.result done=t("admin-priority-set")/>
        <Outcome result=release.result done=t("admin-released")/>
    }
    .into_any()
}

#[component]
fn Choice(post: Post, priority: Priority) -> impl IntoView {
    let language = language();
    let choices = Priority::ALL.map(|choice| {
        view! {
            <label><input type="radio" name="priority" value=choice.as_str() checked=choice == priority/> {choice.say(language)}</label>
        }
    });
    view! {
        <PostForm post class="step">
            <Seen/>
            <fieldset class="choices"><legend class="vh">{t("admin-priority")}</legend>{choices.into_iter().collect_view()}</fieldset>
            <label for="hold-why">{t("admin-hold-why")}</label>
            <input id="hold-why" name="why" maxlength="500" aria-describedby="hold-hint"/>
            <span id="hold-hint" class="hint">{t("admin-hold-what")}</span>
            <button type="submit" class="button">{t("admin-priority-go")}</button>
        </PostForm>
    }
    .into_any()
}
