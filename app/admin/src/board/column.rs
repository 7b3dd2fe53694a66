//! A stage as a column: its name, how many stand there, its cards, and a place to drop one.

use domain::board::Column as Stage;
use leptos::{ev::DragEvent, prelude::*, tachys::view::keyed::keyed};
use leptos_router::components::A;
use ui::{Shape, status_shape};

use super::card::Card;
use crate::{
    me::may_change,
    orders::escape,
    wire::Post,
    words::{t, t_name},
};

/// The card that is being dragged: id and the version it was seen at. The page's, not the columns': news redraws those in mid-air.
pub type Dragged = RwSignal<Option<(String, i64)>>;

/// All columns.
#[component]
pub fn Columns(columns: Vec<Stage>, workflow: String, show: String, post: Post) -> impl IntoView {
    let dragged = expect_context::<Dragged>();
    let columns = columns
        .into_iter()
        .map(|stage| {
            let more = stage.more.map(|count| more(&workflow, &show, &stage.stage, count));
            view! { <Column stage more dragged post/> }
        })
        .collect_view();
    view! { <div class="board" tabindex="0" role="region" aria-label=t("admin-nav-board")>{columns}</div> }
        .into_any()
}

/// The address at which this column shows more, and the others what they show.
fn more(workflow: &str, show: &str, stage: &str, count: i64) -> String {
    let others =
        show.split(',').filter(|part| part.rsplit_once('.').is_some_and(|(other, _)| other != stage));
    let parts: Vec<_> = others.map(str::to_owned).chain([format!("{stage}.{count}")]).collect();
    format!("/admin/board?workflow={}&show={}", escape(workflow), escape(&parts.join(",")))
}

#[component]
fn Column(stage: Stage, more: Option<String>, dragged: Dragged, post: Post) -> impl IntoView {
    let id = format!("stage-{}", stage.stage);
    let labelled = id.clone();
    let count = if stage.count > 1000 { "1000+".to_owned() } else { stage.count.to_string() };
    let over = RwSignal::new(false);
    let enter = move |event: DragEvent| {
        if dragged.with_untracked(Option::is_some) {
            event.prevent_default();
            over.set(true);
        }
    };
    let key = stage.stage.clone();
    let drop_here = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        if let Some((id, version)) = dragged.get_untracked() {
            dragged.set(None);
            post.send(&[("id", id), ("stage", key.clone()), ("version", version.to_string())]);
        }
    };
    let nothing = stage.cards.is_empty().then(|| view! { <p class="quiet-text">{t("admin-board-none")}</p> });
    let may_move = may_change();
    // A card that is as it was keeps its place, its focus and its open menu.
    let cards = keyed(
        stage.cards,
        |card| (card.id, card.version, card.age.clone(), card.timing),
        move |_, card| (|_| (), view! { <Card card dragged may_move post/> }),
    );
    view! {
        <section class="column" class:over=over aria-labelledby=labelled
            on:dragover=enter on:dragleave=move |_| over.set(false) on:drop=drop_here>
            <h2 id=id><Shape drawing=status_shape(stage.status)/> {stage.label.clone()} " " <span class="num count">{count}</span></h2>
            {nothing}
            <ul role="list" class="cards">{cards}</ul>
            {more.map(|href| view! { <p><A href scroll=false>{t_name("admin-board-more", &stage.label)}</A></p> })}
        </section>
    }
    .into_any()
}
