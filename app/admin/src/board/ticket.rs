//! One order on the wall, and those that were moved on last. Age is told by colour, by the shape before it and by its words.

use domain::{
    board::{Card, Heat, Ticket as Order},
    order::Status,
};
use leptos::prelude::*;
use ui::{PriorityBadge, Shape, status_shape};

use crate::{
    wire::{Post, PostForm},
    words::{language, t, t_name},
};

const fn class(heat: Heat) -> &'static str {
    match heat {
        Heat::Fresh => "ticket fresh",
        Heat::Warm => "ticket warm",
        Heat::Hot => "ticket hot",
    }
}

const fn shape(heat: Heat) -> Status {
    match heat {
        Heat::Fresh => Status::Confirmed,
        Heat::Warm => Status::Delayed,
        Heat::Hot => Status::Exception,
    }
}

/// The ticket. Its one button moves it on.
#[component]
pub fn Ticket(ticket: Order, may_move: bool, post: Post) -> impl IntoView {
    let items = ticket.items.into_iter().map(|(count, name, options)| {
        view! { <li><span class="num">{count} "×"</span> " " <bdi>{name}</bdi> " " <small><bdi>{options}</bdi></small></li> }
    });
    let items = items.collect_view();
    let card = ticket.card;
    let next = card.moves.iter().find(|step| !step.back && may_move).cloned();
    let heat = t(&format!("admin-kitchen-{}", ticket.heat.as_str()));
    let busy = post.busy;
    let go = next.map(|step| {
        view! {
            <PostForm post>
                <input type="hidden" name="id" value=card.id.to_string()/>
                <input type="hidden" name="stage" value=step.stage/>
                <input type="hidden" name="version" value=card.version/>
                <button type="submit" class="button primary" aria-disabled=move || busy.get().then_some("true")>
                    {step.words} <span class="vh">" " {card.number.clone()}</span>
                </button>
            </PostForm>
        }
    });
    view! {
        <li class=class(ticket.heat)>
            <p class="call">
                <strong class="num">{ticket.call}</strong>
                <span class="age"><Shape drawing=status_shape(shape(ticket.heat))/> " " {card.age.clone()} <span class="vh">" " {heat}</span></span>
            </p>
            <p class="who"><bdi>{card.customer.clone()}</bdi> " " <span class="stage">{ticket.stage}</span> " " <PriorityBadge priority=card.priority language=language()/></p>
            <ul role="list" class="dishes">{items}</ul>
            {go}
        </li>
    }
    .into_any()
}

/// What was moved on last, each with a button that calls it back.
#[component]
pub fn Last(cards: Vec<Card>, post: Post) -> impl IntoView {
    let busy = post.busy;
    let cards = cards.into_iter().map(|card| {
        view! {
            <li>
                <PostForm post>
                    <input type="hidden" name="id" value=card.id.to_string()/>
                    <input type="hidden" name="version" value=card.version/>
                    <button type="submit" class="button" aria-disabled=move || busy.get().then_some("true")>
                        {t_name("admin-kitchen-recall", &card.number)}
                    </button>
                </PostForm>
            </li>
        }
    });
    view! {
        <section class="recalls" aria-label=t("admin-kitchen-last")>
            <h2>{t("admin-kitchen-last")}</h2>
            <ul role="list">{cards.collect_view()}</ul>
        </section>
    }
    .into_any()
}
