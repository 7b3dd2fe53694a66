//! The bell in the header: how much news this person has not read.

use leptos::prelude::*;
use server_fn::ServerFn;

use crate::{
    Problem,
    live::Live,
    wire::{self, Answer, Answers},
    words::{t, t_count},
};

/// How many lines of their own news the person has not read.
#[server(prefix = "/admin/fn", endpoint = "feed_count", input = server_fn::codec::GetUrl)]
pub async fn feed_count() -> Result<i64, Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Viewer).await?;
    let unread = domain::notice::feed::unread(&shop, &person).await;
    unread.map_err(|fault| context::problem(fault, person.language))
}

async fn count() -> Result<Answer, Problem> {
    wire::ask(FeedCount::PATH.to_owned(), feed_count).await.map(Answer::Count)
}

/// The link to one's own news, with how much of it is unread.
#[component]
pub fn FeedBell() -> impl IntoView {
    let live = expect_context::<Live>();
    let unread = Answers::new(move || live.anything.get(), |_| count());
    view! {
        <a class="bell" href="/admin/feed" rel="external">
            {t("feed-title")}
            <Transition>
                {move || Suspend::new(async move {
                    match unread.await {
                        Ok(Answer::Count(count)) if count > 0 => view! {
                            <span class="bubble num" aria-hidden="true">{count}</span>
                            <span class="vh">{t_count("feed-unread", count)}</span>
                        }
                        .into_any(),
                        _ => ().into_any(),
                    }
                })}
            </Transition>
        </a>
    }
    .into_any()
}
