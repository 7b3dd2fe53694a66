//! The list of products: found by name, narrowed to what is low.

use domain::product::{ProductFilter, ProductList, ProductRow};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{components::A, hooks::use_query_map, params::ParamsMap};
use server_fn::ServerFn;

use super::edit::NewProductForm;
use crate::{
    Problem,
    live::Live,
    me::may_pay,
    orders::escape,
    outcome::ProblemPanel,
    wire::{self, Answer, Answers, GetForm, query},
    words::{t, t_count},
};

const FIELDS: [&str; 2] = ["search", "low"];

/// A page of products, in the reader's language.
#[server(prefix = "/admin/fn", endpoint = "products", input = server_fn::codec::GetUrl)]
pub async fn products(
    #[server(default)] search: String,
    #[server(default)] low: bool,
    #[server(default)] after: String,
) -> Result<ProductList, Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Viewer).await?;
    let filter = ProductFilter { search, low, after: Some(after).filter(|after| !after.is_empty()) };
    let list = domain::product::list(&shop, person.language, &filter).await;
    list.map_err(|fault| context::problem(fault, person.language))
}

async fn load(filter: ProductFilter) -> Result<Answer, Problem> {
    let address = format!("{}{}", Products::PATH, query(&pairs(&filter)));
    let after = filter.after.unwrap_or_default();
    wire::ask(address, || products(filter.search, filter.low, after)).await.map(Answer::Products)
}

fn read(query: &ParamsMap) -> ProductFilter {
    ProductFilter {
        search: query.get("search").unwrap_or_default().trim().to_owned(),
        low: query.get("low").is_some_and(|low| low == "true"),
        after: query.get("after").filter(|after| !after.is_empty()),
    }
}

fn pairs(filter: &ProductFilter) -> [(&'static str, String); 3] {
    [
        ("search", filter.search.clone()),
        ("low", if filter.low { "true".to_owned() } else { String::new() }),
        ("after", filter.after.clone().unwrap_or_default()),
    ]
}

/// `/admin/products`
#[component]
pub fn ProductsPage() -> impl IntoView {
    let live = expect_context::<Live>();
    let query = use_query_map();
    let filter = Memo::new(move |_| query.with(read));
    let rows = Answers::new(move || (filter.get(), live.anything.get()), |(filter, _)| load(filter));
    let search = move || filter.with(|filter| filter.search.clone());
    let low = move || filter.with(|filter| filter.low);
    view! {
        <Title text=t("admin-products")/>
        <h1>{t("admin-products")}</h1>
        <GetForm action="/admin/products".to_owned() fields=&FIELDS class="filter">
            <p class="wide">
                <label for="search">{t("admin-products-search")}</label>
                <input id="search" name="search" type="search" spellcheck="false" value=search prop:value=search/>
            </p>
            <p class="flags">
                <label><input type="checkbox" name="low" value="true" checked=low prop:checked=low/> {t("admin-products-low")}</label>
            </p>
            <p class="actions">
                <button type="submit" class="button primary">{t("admin-filter-go")}</button>
                <a href="/admin/products">{t("admin-filter-clear")}</a>
            </p>
        </GetForm>
        {may_pay().then(|| view! { <NewProductForm/> })}
        <Transition fallback=|| view! { <div class="skeleton tall" aria-hidden="true"></div> }>
            {move || Suspend::new(async move {
                match rows.await {
                    Ok(Answer::Products(list)) => view! { <Rows list filter=filter.get_untracked()/> }.into_any(),
                    Ok(_) => ().into_any(),
                    Err(problem) => view! { <ProblemPanel problem retry=move |()| rows.refetch()/> }.into_any(),
                }
            })}
        </Transition>
    }
    .into_any()
}

#[component]
fn Rows(list: ProductList, filter: ProductFilter) -> impl IntoView {
    let low = (list.low > 0 && !filter.low).then(|| {
        view! { <p class="warn"><a href="/admin/products?low=true">{t_count("admin-products-low-count", list.low)}</a></p> }
    });
    if list.rows.is_empty() {
        let narrowed = !filter.search.is_empty() || filter.low;
        let empty = t(if narrowed { "admin-products-none-found" } else { "admin-products-none" });
        return view! { {low} <p class="panel empty">{empty}</p> }.into_any();
    }
    let next = list.next.map(|after| {
        let href = format!("/admin/products{}", query(&pairs(&ProductFilter { after: Some(after), ..filter })));
        view! { <nav class="pager" aria-label=t("admin-pages")><A href attr:rel="next">{t("admin-page-next")}</A></nav> }
    });
    let rows = list.rows.into_iter().map(|row| view! { <Row row/> }).collect_view();
    view! {
        {low}
        <div class="table-frame">
            <table role="table">
                <caption class="vh">{t("admin-products")}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{t("admin-product-sku")}</th>
                        <th scope="col" role="columnheader">{t("admin-product-name")}</th>
                        <th scope="col" role="columnheader" class="num">{t("admin-product-price")}</th>
                        <th scope="col" role="columnheader" class="num">{t("admin-product-stock")}</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </div>
        {next}
    }
    .into_any()
}

#[component]
fn Row(row: ProductRow) -> impl IntoView {
    let ProductRow { product, price } = row;
    let href = format!("/admin/products/{}", escape(&product.sku));
    let low = product.is_low();
    let variant: Vec<_> = product.options.values().cloned().collect();
    view! {
        <tr role="row">
            <td role="cell" class="number"><A href><bdi>{product.sku}</bdi></A></td>
            <td role="cell" class="customer"><bdi>{product.name}</bdi> " " <span class="quiet-text">{variant.join(" · ")}</span></td>
            <td role="cell" class="num" data-label=t("admin-product-price")>{price}</td>
            <td role="cell" class="num" data-label=t("admin-product-stock")>
                {low.then(|| view! { <span class="badge badge-exception"><span class="word">{t("admin-product-is-low")}</span></span> " " })}
                {product.on_hand}
            </td>
        </tr>
    }
    .into_any()
}
