//! The list of orders.

mod filter_form;
mod pager;
mod pick;
mod query;
mod row;
mod table;

use domain::order::{Filter, Page};
use filter_form::FilterForm;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;
use pager::Pager;
#[cfg(feature = "ssr")]
pub use query::filter_of_fields;
pub use query::{address, asking, csv_address, escape, fields, filter as filter_of};
use server_fn::ServerFn;
use table::Table;

use crate::{
    Problem,
    live::Live,
    outcome::ProblemPanel,
    views::Views,
    wire::{self, Answer, Answers},
    words::t,
};

/// One page of the list, in the reader's language.
#[server(prefix = "/admin/fn", endpoint = "orders", input = server_fn::codec::GetUrl)]
pub async fn orders(#[server(default)] filter: Filter) -> Result<Page, Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Viewer).await?;
    domain::order::list(&shop, &filter.read_by(person.id), person.language)
        .await
        .map_err(|fault| context::problem(fault, person.language))
}

async fn load(filter: Filter) -> Result<Answer, Problem> {
    wire::ask(asking(Orders::PATH, &filter), || orders(filter)).await.map(Answer::Orders)
}

/// `/admin/orders`
#[component]
pub fn OrdersPage() -> impl IntoView {
    let live = expect_context::<Live>();
    let picked = pick::Picked::new();
    let query = use_query_map();
    let filter = Memo::new(move |_| query.with(query::filter));
    let view = Memo::new(move |_| query.with(|query| query.get("view")));
    let page = Answers::new(move || (filter.get(), live.anything.get()), |(filter, _)| load(filter));
    view! {
        <Title text=t("admin-nav-orders")/>
        <h1>{t("admin-nav-orders")}</h1>
        <Views filter view/>
        <details class="filters" open=move || filter.with(|filter| *filter != Filter::default())>
            <summary>{t("admin-filter-open")}</summary>
            <FilterForm filter page/>
        </details>
        <Transition fallback=|| view! { <div class="skeleton tall" aria-hidden="true"></div> }>
            {move || Suspend::new(async move {
                let now = filter.get_untracked();
                match page.await {
                    Ok(Answer::Orders(page)) if page.rows.is_empty() => view! { <Nothing filter=now/> }.into_any(),
                    Ok(Answer::Orders(page)) => {
                        let csv = csv_address(&now);
                        view! {
                            <Table rows=page.rows picked filter=now.clone()/>
                            <Pager filter=now next=page.next/>
                            <p><a href=csv rel="external" download="">{t("admin-list-csv")}</a></p>
                        }
                        .into_any()
                    }
                    Ok(_) => ().into_any(),
                    Err(problem) => view! { <ProblemPanel problem retry=move |()| page.refetch()/> }.into_any(),
                }
            })}
        </Transition>
    }
    .into_any()
}

#[component]
fn Nothing(filter: Filter) -> impl IntoView {
    let filtered = filter != Filter::default();
    let words = if filtered { t("admin-list-none") } else { t("admin-list-empty") };
    let way_out = filtered.then(|| view! { <p><a href="/admin/orders">{t("admin-filter-clear")}</a></p> });
    view! { <div class="panel empty"><p>{words}</p>{way_out}</div> }.into_any()
}
