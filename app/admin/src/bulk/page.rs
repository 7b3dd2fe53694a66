//! `/admin/bulk/{id}`: preview, progress and outcome are one page, and live.

use domain::{
    bulk::{BulkPage, BulkState},
    ids::BulkId,
};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{components::A, hooks::use_params_map};
use server_fn::ServerFn;
use ui::When;

use super::{
    ask::{BulkPage as AskPage, StartBulk, UndoBulk, bulk_page},
    counts::Counts,
    reasons::{Lines, Reasons},
};
use crate::{
    Problem,
    live::Live,
    outcome::{Outcome, ProblemPanel},
    wire::{self, Answer, Answers, Post, PostForm},
    words::{t, t_count},
};

async fn load(id: Option<BulkId>) -> Result<Answer, Problem> {
    let id = id.unwrap_or(BulkId(Default::default()));
    let page = wire::ask(format!("{}?id={id}", AskPage::PATH), || bulk_page(id)).await;
    page.map(|page| Answer::Bulk(Box::new(page)))
}

/// The page of the id in the address.
#[component]
pub fn BulkRoute() -> impl IntoView {
    let live = expect_context::<Live>();
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id")?.parse::<BulkId>().ok()));
    let (start, undo) = (Post::to(StartBulk::PATH), Post::to(UndoBulk::PATH));
    let said = Signal::derive(move || undo.result.get().or_else(|| start.result.get()));
    let page = Answers::new(
        move || (id.get(), live.anything.get(), start.busy.get(), undo.busy.get()),
        |(id, ..)| load(id),
    );
    view! {
        <Title text=t("admin-bulk")/>
        <p class="back"><A href="/admin/orders">{t("admin-to-orders")}</A></p>
        <Outcome result=said done=String::new()/>
        <Transition fallback=|| view! { <div class="skeleton tall" aria-hidden="true"></div> }>
            {move || Suspend::new(async move {
                match page.await {
                    Ok(Answer::Bulk(page)) => view! { <Bulk page=*page start undo/> }.into_any(),
                    Ok(_) => ().into_any(),
                    Err(problem) => view! { <ProblemPanel problem retry=move |()| page.refetch()/> }.into_any(),
                }
            })}
        </Transition>
    }
    .into_any()
}

#[component]
fn Bulk(page: BulkPage, start: Post, undo: Post) -> impl IntoView {
    let preview = page.state == BulkState::Preview;
    let note =
        page.note.clone().map(|note| view! { <blockquote class="panel"><bdi>{note}</bdi></blockquote> });
    let kept = page.kept.clone();
    let counts = if preview { page.predicted } else { page.outcome };
    let csv = format!("/admin/bulk/{}/outcome.csv", page.id);
    view! {
        <h1>{page.action.clone()}</h1>
        <p class="meta"><bdi>{page.actor.clone()}</bdi> " · " <When moment=page.created.clone()/></p>
        {note}
        <Standing page=page.clone()/>
        <Counts counts will=preview/>
        <Doing page=page.clone() start undo/>
        <Reasons reasons=page.refusals title=t("admin-bulk-refusals")/>
        <Reasons reasons=kept title=t("admin-bulk-kept")/>
        {(!preview).then(|| view! { <Lines lines=page.lines total=page.total/> })}
        <p><a href=csv rel="external" download="">{t("admin-bulk-csv")}</a></p>
    }
    .into_any()
}

/// Where it stands: the word is said aloud, the numbers are not.
#[component]
fn Standing(page: BulkPage) -> impl IntoView {
    let word = t(&format!("admin-bulk-state-{}", page.state.as_str()));
    let (most, done) = match page.state {
        BulkState::Undoing | BulkState::Undone => (page.outcome.changed, page.undone.all()),
        _ => (page.total, page.outcome.all()),
    };
    let progress = page.state.is_busy().then(|| {
        view! {
            <progress max=most.to_string() value=done.to_string() aria-label=word.clone()></progress>
            " " <span class="num">{done} " / " {most}</span>
        }
    });
    let given_back = (page.undone.changed > 0)
        .then(|| view! { <p>{t_count("admin-bulk-given-back", page.undone.changed)}</p> });
    view! { <p class="bulk-state"><strong role="status">{word.clone()}</strong> " " {progress}</p> {given_back} }.into_any()
}

/// What can be done about it now.
#[component]
fn Doing(page: BulkPage, start: Post, undo: Post) -> impl IntoView {
    let id = page.id.to_string();
    let (before, after) = (hour(&page), hour(&page));
    let go = (page.state == BulkState::Preview && page.may_start && page.predicted.changed > 0).then(|| {
        let (id, busy) = (id.clone(), start.busy);
        view! {
            <PostForm post=start class="bulk-go">
                <input type="hidden" name="id" value=id/>
                <button type="submit" class="button primary" aria-disabled=move || busy.get().then_some("true")>
                    {t_count("admin-bulk-start", page.predicted.changed)}
                </button>
                {before.unwrap_or_else(|| view! { <span class="quiet-text">{t("admin-bulk-start-what")}</span> }.into_any())}
            </PostForm>
        }
    });
    let held = (page.held > 0).then(|| view! { <p>{t_count("admin-bulk-held", page.held)}</p> });
    let back = page.undo_until.clone().map(|(until, minutes)| {
        let busy = undo.busy;
        let left = after.unwrap_or_else(|| {
            view! { <span class="quiet-text">{t_count("admin-bulk-undo-left", minutes)} " (" <When moment=until/> ")"</span> }.into_any()
        });
        view! {
            <PostForm post=undo class="bulk-go">
                <input type="hidden" name="id" value=id/>
                <button type="submit" class="button" aria-disabled=move || busy.get().then_some("true")>{t("admin-bulk-undo")}</button>
                {left}
            </PostForm>
        }
    });
    view! { {go} {held} {back} }.into_any()
}

/// "Leaves Sat 16 Jan, 09:00. Until then it can be taken back.", where somebody chose the hour.
fn hour(page: &BulkPage) -> Option<AnyView> {
    let at = page.leaves.clone()?;
    Some(view! { <span class="quiet-text">{t("by-hand-leaves")} " " <When moment=at/> ". " {t("by-hand-leaves-until")}</span> }.into_any())
}
