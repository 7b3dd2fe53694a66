//! Labels of many orders at once: first a look at what would be bought, then how far each is. The address holds the orders, so the
//! page is the same before, during and after.

mod row;

use domain::order::Batch;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{components::A, hooks::use_query_map};
use row::BatchRows;
use server_fn::ServerFn;

use crate::{
    Problem,
    live::Live,
    orders::escape,
    outcome::{Outcome, ProblemPanel},
    print::print_link,
    wire::{self, Answer, Answers, Post, PostForm},
    words::{t, t_count},
};

/// How far the labels of these orders are; `numbers` are joined by commas.
#[server(prefix = "/admin/fn", endpoint = "label_batch", input = server_fn::codec::GetUrl)]
pub async fn label_batch(#[server(default)] numbers: String) -> Result<Batch, Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Admin).await?;
    let batch = domain::order::batch(&shop, &read(&numbers), person.language).await;
    batch.map_err(|fault| context::problem(fault, person.language))
}

/// Buys the label of each of these orders at the rate its customer chose. One that is refused stops none of the others.
#[server(prefix = "/admin/fn", endpoint = "buy_labels")]
pub async fn buy_labels(numbers: String) -> Result<(), Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Admin).await?;
    let asked = domain::order::buy_labels(&shop, &person, &read(&numbers)).await;
    asked.map_err(|fault| context::problem(fault, person.language))
}

#[cfg(feature = "ssr")]
fn read(numbers: &str) -> Vec<domain::order::OrderNumber> {
    numbers.split(',').filter_map(domain::order::OrderNumber::parse).collect()
}

async fn load(numbers: String) -> Result<Answer, Problem> {
    wire::ask(format!("{}?numbers={}", LabelBatch::PATH, escape(&numbers)), || label_batch(numbers))
        .await
        .map(Answer::Batch)
}

/// `/admin/labels?order=…&order=…`
#[component]
pub fn LabelsPage() -> impl IntoView {
    let live = expect_context::<Live>();
    let query = use_query_map();
    let numbers =
        Memo::new(move |_| query.with(|query| query.get_all("order").unwrap_or_default().join(",")));
    let post = Post::to(BuyLabels::PATH);
    let result = post.result;
    let rows = Answers::new(
        move || (numbers.get(), live.anything.get(), post.busy.get()),
        |(numbers, ..)| load(numbers),
    );
    view! {
        <Title text=t("admin-batch")/>
        <p class="back"><A href="/admin/orders?status=confirmed">{t("admin-to-orders")}</A></p>
        <h1>{t("admin-batch")}</h1>
        <Outcome result done=t("admin-batch-asked")/>
        <Transition fallback=|| view! { <div class="skeleton tall" aria-hidden="true"></div> }>
            {move || Suspend::new(async move {
                match rows.await {
                    Ok(Answer::Batch(batch)) => view! { <Rows batch numbers=numbers.get_untracked() post/> }.into_any(),
                    Ok(_) => ().into_any(),
                    Err(problem) => view! { <ProblemPanel problem retry=move |()| rows.refetch()/> }.into_any(),
                }
            })}
        </Transition>
    }
    .into_any()
}

#[component]
fn Rows(batch: Batch, numbers: String, post: Post) -> impl IntoView {
    if batch.rows.is_empty() {
        return view! { <p class="panel empty">{t("admin-batch-none")}</p> }.into_any();
    }
    let busy = post.busy;
    let failed = (batch.failed > 0)
        .then(|| view! { <p class="warn" role="alert">{t_count("admin-batch-failed", batch.failed)}</p> });
    let buy = (batch.ready > 0).then(|| {
        view! {
            <PostForm post class="batch">
                <input type="hidden" name="numbers" value=numbers/>
                <button type="submit" class="button primary" aria-disabled=move || busy.get().then_some("true")>
                    {t_count("admin-batch-buy", batch.ready)}
                </button>
                <span class="quiet-text">{t("admin-batch-what")}</span>
            </PostForm>
        }
    });
    let print = print_link(batch.rows.iter().map(|row| row.number.as_str()), "ticket,slip,label");
    view! { {failed} <BatchRows rows=batch.rows/> {buy} <p class="flow">{print}</p> }.into_any()
}
