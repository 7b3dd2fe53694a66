//! The page of one order.

mod add_parcel;
mod advance;
mod alarms;
mod assign;
mod back;
mod buy;
mod cancel;
mod customer;
mod doing;
mod head;
mod items;
mod label;
mod measure;
mod note;
mod number_hint;
mod parcel_fields;
mod parcels;
mod payment;
mod priority;
mod rates;
mod refresh;
mod refund;
mod refunds;
mod safe_link;
mod seen;
mod send_back;
mod shared;
mod sheet;
mod ship;
mod stale;
mod steps;
mod timeline;

use doing::Doing;
pub use doing::Plan;
use domain::order::OrderPage;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::{use_params_map, use_query_map};
pub use safe_link::safe_link;
use server_fn::ServerFn;
use sheet::{OrderSheet, Sheet};

use crate::{
    Kind, Problem,
    me::may_pay,
    missing::Missing,
    orders::escape,
    outcome::ProblemPanel,
    wire::{self, Answer, Answers},
    words::t_name,
};

/// The order of a number, in the reader's language.
#[server(prefix = "/admin/fn", endpoint = "order", input = server_fn::codec::GetUrl)]
pub async fn order(number: String) -> Result<OrderPage, Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Viewer).await?;
    let page = match domain::order::OrderNumber::parse(&number) {
        Some(number) => domain::order::page(&shop, &number, person.language).await,
        None => Err(domain::Fault::NotFound),
    };
    page.map_err(|fault| context::problem(fault, person.language))
}

/// The order of a number, wherever this runs.
async fn load(number: String) -> Result<OrderPage, Problem> {
    wire::ask(format!("{}?number={}", Order::PATH, escape(&number)), || order(number)).await
}

/// `/admin/orders/:number`. The resource brings the page once; from then on [`Sheet`] keeps it current, so that what
/// somebody is typing outlives every change.
#[component]
pub fn OrderRoute() -> impl IntoView {
    let params = use_params_map();
    let number = Memo::new(move |_| params.with(|params| params.get("number").unwrap_or_default()));
    let query = use_query_map();
    // What only an administrator may do, others are not about to do, whatever link they followed.
    let may = may_pay();
    let doing = Memo::new(move |_| if may { query.with(Doing::of) } else { Doing::default() });
    let first = Answers::new(
        move || (number.get(), doing.get_untracked()),
        |(number, doing)| async {
            let page = load(number.clone()).await?;
            Ok(Answer::Order(Box::new((page, doing.plan(number).await))))
        },
    );
    view! {
        <Title text=move || t_name("admin-order", &number.get())/>
        <Transition fallback=|| view! { <div class="skeleton tall" aria-hidden="true"></div> }>
            {move || Suspend::new(async move {
                match first.await {
                    Ok(Answer::Order(first)) => {
                        let (page, plan) = *first;
                        view! { <OrderSheet sheet=Sheet::new(page, doing, plan)/> }.into_any()
                    }
                    Ok(_) => ().into_any(),
                    Err(problem) if problem.kind == Kind::NotFound => view! { <Missing/> }.into_any(),
                    Err(problem) => view! { <ProblemPanel problem retry=move |()| first.refetch()/> }.into_any(),
                }
            })}
        </Transition>
    }
    .into_any()
}
