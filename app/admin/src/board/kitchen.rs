//! `/admin/kitchen/{location}`: a wall screen, read from across the room and pressed with a knuckle.

use domain::board::Kitchen;
use leptos::{prelude::*, tachys::view::keyed::keyed};
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;
use server_fn::ServerFn;

use super::{
    Said,
    ask::{Kitchen as AskKitchen, MoveCard, RecallCard, kitchen},
    ticket::{Last, Ticket},
};
use crate::{
    Problem,
    live::{Line, Live},
    me::may_change,
    orders::escape,
    outcome::ProblemPanel,
    wire::{self, Answer, Answers, Post},
    words::{t, t_count},
};

async fn load(location: String) -> Result<Answer, Problem> {
    let address = format!("{}?location={}", AskKitchen::PATH, escape(&location));
    wire::ask(address, || kitchen(location)).await.map(|wall| Answer::Kitchen(Box::new(wall)))
}

/// The wall.
#[component]
pub fn KitchenPage() -> impl IntoView {
    let live = expect_context::<Live>();
    let params = use_params_map();
    let location = Memo::new(move |_| params.with(|params| params.get("location").unwrap_or_default()));
    let (post, back) = (Post::to(MoveCard::PATH), Post::to(RecallCard::PATH));
    let wall = Answers::new(
        move || (location.get(), live.anything.get(), post.busy.get(), back.busy.get()),
        |(location, ..)| load(location),
    );
    let cut = move || {
        (live.line.get() == Line::Reconnecting)
            .then(|| view! { <p class="wall-cut" role="alert">{t("admin-kitchen-cut")}</p> })
    };
    view! {
        <Title text=t("admin-kitchen")/>
        <div class="wall">
            {cut}
            <Said post/>
            <Transition fallback=|| view! { <div class="skeleton tall" aria-hidden="true"></div> }>
                {move || Suspend::new(async move {
                    match wall.await {
                        Ok(Answer::Kitchen(wall)) => view! { <Wall wall=*wall post back/> }.into_any(),
                        Ok(_) => ().into_any(),
                        Err(problem) => view! { <ProblemPanel problem retry=move |()| wall.refetch()/> }.into_any(),
                    }
                })}
            </Transition>
        </div>
    }
    .into_any()
}

#[component]
fn Wall(wall: Kitchen, post: Post, back: Post) -> impl IntoView {
    let nothing =
        wall.tickets.is_empty().then(|| view! { <p class="wall-empty">{t("admin-kitchen-none")}</p> });
    let may_move = may_change();
    let tickets = keyed(
        wall.tickets,
        |ticket| (ticket.card.id, ticket.card.version, ticket.card.age.clone(), ticket.heat.as_str()),
        move |_, ticket| (|_| (), view! { <Ticket ticket may_move post/> }),
    );
    let last = (may_move && !wall.last.is_empty()).then(|| view! { <Last cards=wall.last post=back/> });
    view! {
        <h1><bdi>{wall.location}</bdi> " " <span class="num">{t_count("admin-kitchen-open", wall.count)}</span></h1>
        {nothing}
        <ul role="list" class="tickets">{tickets}</ul>
        {last}
    }
    .into_any()
}
