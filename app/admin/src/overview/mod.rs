//! The shop at a glance, and always current.

mod counts;

use counts::{StatusCounts, Waiting};
use domain::order as orders;
use leptos::prelude::*;
use leptos_meta::Title;
use server_fn::ServerFn;

use crate::{
    Problem,
    live::Live,
    outcome::ProblemPanel,
    wire::{self, Answer, Answers},
    words::{t, t_count},
};

/// The figures, in the reader's language.
#[server(prefix = "/admin/fn", endpoint = "overview", input = server_fn::codec::GetUrl)]
pub async fn overview() -> Result<orders::Overview, Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Viewer).await?;
    domain::order::overview(&shop, person.language)
        .await
        .map_err(|fault| context::problem(fault, person.language))
}

async fn load() -> Result<Answer, Problem> {
    wire::ask(Overview::PATH.to_owned(), overview).await.map(Answer::Overview)
}

/// `/admin`
#[component]
pub fn OverviewPage() -> impl IntoView {
    let live = expect_context::<Live>();
    let figures = Answers::new(move || live.anything.get(), |_| load());
    view! {
        <Title text=t("admin-nav-overview")/>
        <h1>{t("admin-nav-overview")}</h1>
        <Transition fallback=|| view! { <div class="skeleton" aria-hidden="true"></div> }>
            {move || Suspend::new(async move {
                match figures.await {
                    Ok(Answer::Overview(overview)) => view! { <Figures overview/> }.into_any(),
                    Ok(_) => ().into_any(),
                    Err(problem) => view! { <ProblemPanel problem retry=move |()| figures.refetch()/> }.into_any(),
                }
            })}
        </Transition>
    }
    .into_any()
}

#[component]
fn Figures(overview: orders::Overview) -> impl IntoView {
    let money = if overview.money_today.is_empty() {
        view! { <p class="figure none">{t("admin-money-none")}</p> }.into_any()
    } else {
        overview
            .money_today
            .iter()
            .map(|sum| view! { <p class="figure num">{sum.clone()}</p> })
            .collect_view()
            .into_any()
    };
    view! {
        <div class="figures">
            <section class="panel" aria-labelledby="today">
                <h2 id="today">{t("admin-money-today")}</h2>
                {money}
                <p class="quiet-text">{t_count("admin-paid-today", overview.paid_today)}</p>
            </section>
            <Waiting figures=overview.clone()/>
            <Locations counts=overview.by_location/>
            <StatusCounts counts=overview.by_status/>
        </div>
    }
    .into_any()
}

#[component]
fn Locations(counts: Vec<(String, i64)>) -> impl IntoView {
    let rows = counts
        .into_iter()
        .map(|(name, count)| {
            let place = if name.is_empty() {
                view! { <span class="quiet-text">{t("admin-location-none")}</span> }.into_any()
            } else {
                view! { <counts::LocationLink name/> }.into_any()
            };
            view! { <li>{place} <span class="num count">{count}</span></li> }
        })
        .collect_view();
    view! {
        <section class="panel" aria-labelledby="places">
            <h2 id="places">{t("admin-by-location")}</h2>
            <ul role="list" class="counts">{rows}</ul>
        </section>
    }
    .into_any()
}
