//! One product: how many there are and why, what to do about it, and what it is.

use domain::product::ProductPage;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{components::A, hooks::use_params_map};
use server_fn::ServerFn;

use super::{edit::EditForm, ledger::Ledger, stock::StockForms};
use crate::{
    Kind, Problem,
    live::Live,
    me::{may_change, may_pay},
    missing::Missing,
    orders::escape,
    outcome::ProblemPanel,
    wire::{self, Answer, Answers},
    words::{t, t_count},
};

/// A product with its ledger, in the reader's language.
#[server(prefix = "/admin/fn", endpoint = "product", input = server_fn::codec::GetUrl)]
pub async fn product(#[server(default)] sku: String) -> Result<ProductPage, Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Viewer).await?;
    let page = domain::product::page(&shop, person.language, &sku).await;
    page.map_err(|fault| context::problem(fault, person.language))
}

async fn load(sku: String) -> Result<Answer, Problem> {
    wire::ask(format!("{}?sku={}", Product::PATH, escape(&sku)), || product(sku))
        .await
        .map(|page| Answer::Product(Box::new(page)))
}

/// Counts up whenever a form has changed the product, so that the page is asked for anew.
#[derive(Debug, Clone, Copy)]
pub(super) struct Changed(pub RwSignal<u32>);

/// `/admin/products/:sku`
#[component]
pub fn ProductRoute() -> impl IntoView {
    let live = expect_context::<Live>();
    let params = use_params_map();
    let sku = Memo::new(move |_| params.with(|params| params.get("sku").unwrap_or_default()));
    let changed = Changed(RwSignal::new(0));
    provide_context(changed);
    let page = Answers::new(move || (sku.get(), live.anything.get(), changed.0.get()), |(sku, ..)| load(sku));
    view! {
        <Title text=move || sku.get()/>
        <p class="back"><A href="/admin/products">{t("admin-products")}</A></p>
        <h1><bdi>{move || sku.get()}</bdi></h1>
        {may_change().then(|| view! { <StockForms sku/> })}
        <Transition fallback=|| view! { <div class="skeleton tall" aria-hidden="true"></div> }>
            {move || Suspend::new(async move {
                match page.await {
                    Ok(Answer::Product(page)) => view! { <Sheet page=*page/> }.into_any(),
                    Ok(_) => ().into_any(),
                    Err(problem) if problem.kind == Kind::NotFound => view! { <Missing/> }.into_any(),
                    Err(problem) => view! { <ProblemPanel problem retry=move |()| page.refetch()/> }.into_any(),
                }
            })}
        </Transition>
    }
    .into_any()
}

#[component]
fn Sheet(page: ProductPage) -> impl IntoView {
    let product = &page.product;
    let low =
        product.is_low().then(|| view! { <p class="warn" role="status">{t("admin-product-low-what")}</p> });
    let held = (page.held > 0)
        .then(|| view! { <p class="quiet-text">{t_count("admin-product-held", page.held)}</p> });
    let name = product.name.clone();
    let on_hand = product.on_hand;
    let (movements, more) = (page.movements.clone(), page.more);
    view! {
        <section class="panel" aria-labelledby="stock-now">
            <h2 id="stock-now"><bdi>{name}</bdi></h2>
            <dl class="totals">
                <div class="sum"><dt>{t("admin-product-stock")}</dt><dd class="num" id="on-hand">{on_hand}</dd></div>
            </dl>
            {held}
            {low}
        </section>
        {may_pay().then(|| view! { <EditForm page/> })}
        <Ledger movements more/>
    }
    .into_any()
}
