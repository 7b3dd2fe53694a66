//! All orders of one address, newest first, and what our pages told them lately.

use domain::customer::{OwnOrder, OwnOrders, Told};
use leptos::prelude::*;
use ui::{StatusBadge, When};

use super::super::{
    Rendered, Visit,
    document::{Kind, document},
};
use crate::words::Words;

/// Everything the page shows.
#[derive(Debug, Clone)]
pub struct MyView {
    /// Whose, recognisable for its owner only.
    pub email: String,
    /// A page of their orders.
    pub orders: OwnOrders,
    /// Our own pages' news, newest first.
    pub feed: Vec<Told>,
}

/// The page.
pub fn my_page(visit: &Visit, view: &MyView) -> Rendered {
    let words = visit.words();
    let title = words.say("my-title");
    let rows: Vec<_> = view.orders.rows.iter().map(|order| line(words, order)).collect();
    let list = if rows.is_empty() {
        view! { <p class="card">{words.say("my-none")}</p> }.into_any()
    } else {
        view! { <ul role="list" class="own card">{rows}</ul> }.into_any()
    };
    let next = view.orders.next.clone().map(|after| {
        view! { <p><a class="follow" href=format!("/my?after={after}")>{words.say("my-older")}</a></p> }
    });
    document(
        visit,
        Kind::Still,
        title.clone(),
        view! {
            <main class="narrow" aria-labelledby="h">
                <h1 id="h">{title}</h1>
                <p class="next">{words.say_of("my-lead", "email", view.email.clone())}</p>
                {list}
                {next}
                {news(words, &view.feed)}
                <p><a class="follow" href="/my/preferences">{words.say("preferences-title")}</a></p>
                <form method="post" action="/my/sign-out">
                    <button class="secondary" type="submit">{words.say("my-sign-out")}</button>
                </form>
            </main>
        },
    )
}

fn line(words: Words<'_>, order: &OwnOrder) -> impl IntoView + use<> {
    let number = order.number.to_string();
    let more = (order.more > 0).then(|| words.say_of("my-more", "count", order.more));
    let (status, language) = (order.status, words.language);
    view! {
        <li>
            <p class="eyebrow">
                <a class="num" dir="ltr" href=format!("/my/orders/{number}")>{number.clone()}</a> " "
                <StatusBadge status language/>
            </p>
            <p><bdi>{order.first.clone()}</bdi> {more.map(|more| view! { " " <span class="hint">{more}</span> })}</p>
            <p class="hint"><When moment=order.placed.clone()/> " · " <span class="amount">{words.money(order.total)}</span></p>
        </li>
    }
}

fn news(words: Words<'_>, feed: &[Told]) -> Option<impl IntoView + use<>> {
    let rows: Vec<_> = feed
        .iter()
        .map(|told| {
            let kind = words.say(&format!("notice-kind-{}", told.kind.as_str()));
            let order = told.number.as_ref().map(|number| {
                let number = number.to_string();
                view! { " " <a class="num" dir="ltr" href=format!("/my/orders/{number}")>{number.clone()}</a> }
            });
            view! { <li><p>{kind} {order}</p><p class="hint"><When moment=told.when.clone()/></p></li> }
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="card" aria-labelledby="news-h">
                <h2 id="news-h">{words.say("my-news")}</h2>
                <ul role="list" class="own">{rows}</ul>
            </section>
        }
    })
}
