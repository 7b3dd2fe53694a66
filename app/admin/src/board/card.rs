//! An order as a card: drag it, or open its menu and press where it shall go.

use domain::board::{Card as Order, CardMove};
use leptos::{ev::DragEvent, prelude::*};
use leptos_router::components::A;
use ui::{PriorityBadge, TimingBadge};

use super::column::Dragged;
use crate::{
    wire::{Post, PostForm},
    words::{language, t_name},
};

/// The card.
#[component]
pub fn Card(card: Order, dragged: Dragged, may_move: bool, post: Post) -> impl IntoView {
    let language = language();
    let movable = may_move && !card.moves.is_empty();
    let (id, version) = (card.id.to_string(), card.version);
    let take = move |event: DragEvent| {
        if let Some(data) = event.data_transfer() {
            // Firefox drags nothing that carries nothing.
            let _ = data.set_data("text/plain", &id);
        }
        dragged.set(Some((id.clone(), version)));
    };
    let menu = movable.then(|| {
        let steps = card
            .moves
            .iter()
            .map(|step| view! { <Step id=card.id.to_string() version step=step.clone() post/> });
        let steps = steps.collect_view();
        view! {
            <details class="fold card-menu">
                <summary>{t_name("admin-board-move", &card.number)}</summary>
                <div class="buttons">{steps}</div>
            </details>
        }
    });
    view! {
        <li class="card" draggable=if movable { "true" } else { "false" } on:dragstart=take on:dragend=move |_| dragged.set(None)>
            <p class="flow">
                <A href=format!("/admin/orders/{}", card.number)><span class="num">{card.number.clone()}</span></A>
                <span class="meta num">{card.age.clone()}</span>
            </p>
            <p class="who"><bdi>{card.customer.clone()}</bdi></p>
            <p class="flow"><PriorityBadge priority=card.priority language/> <TimingBadge timing=card.timing language/></p>
            {card.assignee.clone().map(|name| view! { <p class="meta"><bdi>{name}</bdi></p> })}
            {menu}
        </li>
    }
    .into_any()
}

#[component]
fn Step(id: String, version: i64, step: CardMove, post: Post) -> impl IntoView {
    let class = if step.back { "button quiet" } else { "button" };
    let busy = post.busy;
    view! {
        <PostForm post>
            <input type="hidden" name="id" value=id/>
            <input type="hidden" name="stage" value=step.stage/>
            <input type="hidden" name="version" value=version/>
            <button type="submit" class=class aria-disabled=move || busy.get().then_some("true")>{step.words}</button>
        </PostForm>
    }
    .into_any()
}
