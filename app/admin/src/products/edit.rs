//! What a product is: its form, for a known one and for a new one.

use domain::product::{ProductKind, ProductPage};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};
use serde::{Deserialize, Serialize};
use server_fn::ServerFn;

use super::page::Changed;
use crate::{
    Problem,
    orders::escape,
    outcome::Outcome,
    wire::{Post, PostForm},
    words::{language, t},
};

/// A product's form as typed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Typed {
    sku: String,
    name: String,
    kind: String,
    group_key: String,
    group_name: String,
    size: String,
    colour: String,
    price: String,
    currency: String,
    weight: String,
    reorder_point: String,
    offered: bool,
    locations: String,
}

/// Writes a product's form over what was known, or makes a new product without any pieces.
#[server(prefix = "/admin/fn", endpoint = "save_product")]
pub async fn save_product(#[server(default)] form: Typed) -> Result<(), Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Admin).await?;
    let sku = form.sku.trim().to_owned();
    match domain::product::edit(&shop, &person, &sku, &form.read()).await {
        Ok(_) => Ok(()),
        Err(fault) => Err(context::problem(fault, person.language)),
    }
}

#[cfg(feature = "ssr")]
impl Typed {
    fn read(self) -> domain::product::ProductEdit {
        let whole = |typed: &str| typed.trim().parse::<i32>().ok();
        let key = self.group_key.trim().to_owned();
        let group = domain::product::Group { key, name: self.group_name.trim().to_owned() };
        let options = [("size", self.size), ("colour", self.colour)];
        let options = options.map(|(key, value)| (key.to_owned(), value.trim().to_owned()));
        let places = self.locations.split(',').map(str::trim).filter(|key| !key.is_empty());
        domain::product::ProductEdit {
            name: self.name,
            kind: ProductKind::parse(&self.kind).unwrap_or_default(),
            group: (!group.key.is_empty()).then_some(group),
            options: options.into_iter().filter(|(_, value)| !value.is_empty()).collect(),
            price: self.price,
            currency: self.currency,
            weight_grams: whole(&self.weight).filter(|grams| *grams > 0),
            reorder_point: whole(&self.reorder_point).filter(|point| *point >= 0),
            offered: self.offered,
            locations: places.map(str::to_owned).collect(),
        }
    }
}

/// The form of a known product. What somebody is typing is drawn anew only when the product itself changed.
#[component]
pub fn EditForm(page: ProductPage) -> impl IntoView {
    let post = Post::to(SaveProduct::PATH);
    let (result, changed) = (post.result, expect_context::<Changed>());
    Effect::new(move |_| {
        if matches!(result.get(), Some(Ok(()))) {
            changed.0.update(|times| *times += 1);
        }
    });
    view! {
        <details class="fold">
            <summary>{t("admin-product-edit")}</summary>
            <Fields post page/>
        </details>
        <Outcome result done=t("admin-product-saved")/>
    }
    .into_any()
}

/// The form of a new product; it leads to the product's page.
#[component]
pub fn NewProductForm() -> impl IntoView {
    let post = Post::to(SaveProduct::PATH);
    let result = post.result;
    let sku = RwSignal::new(String::new());
    let navigate = use_navigate();
    Effect::new(move |_| {
        if matches!(result.get(), Some(Ok(()))) {
            let page = format!("/admin/products/{}", escape(sku.get_untracked().trim()));
            navigate(&page, NavigateOptions::default());
        }
    });
    view! {
        <details class="fold">
            <summary>{t("admin-product-new")}</summary>
            <Fields post sku/>
        </details>
        <Outcome result done=t("admin-product-saved")/>
    }
    .into_any()
}

#[component]
fn Fields(
    post: Post,
    /// The product as it is; none for a new one.
    #[prop(optional)]
    page: Option<ProductPage>,
    /// Where a new one's key is typed.
    #[prop(optional)]
    sku: Option<RwSignal<String>>,
) -> impl IntoView {
    let busy = post.busy;
    let (product, price) = page.map(|page| (page.product, page.price_typed)).unwrap_or_default();
    let option = |name: &str| product.options.get(name).cloned().unwrap_or_default();
    let (size, colour) = (option("size"), option("colour"));
    let number = |number: Option<i32>| number.map(|number| number.to_string()).unwrap_or_default();
    let (weight, reorder) = (number(product.weight_grams), number(product.reorder_point));
    let (group_key, group_name) = product.group.map(|group| (group.key, group.name)).unwrap_or_default();
    let kinds = ProductKind::ALL.map(|kind| {
        let selected = kind == product.kind;
        view! { <option value=kind.as_str() selected=selected>{kind.say(language())}</option> }
    });
    let key = match sku {
        Some(sku) => view! {
            <p>
                <label for="p-sku">{t("admin-product-sku")}</label>
                <input id="p-sku" name="form[sku]" required=true maxlength="100" spellcheck="false"
                    prop:value=sku on:input:target=move |ev| sku.set(ev.target().value())/>
            </p>
        }
        .into_any(),
        None => view! { <input type="hidden" name="form[sku]" value=product.sku/> }.into_any(),
    };
    view! {
        <PostForm post class="filter">
            {key}
            <p class="wide">
                <label for="p-name">{t("admin-product-name")}</label>
                <input id="p-name" name="form[name]" required=true maxlength="200" value=product.name/>
            </p>
            <p>
                <label for="p-kind">{t("admin-product-kind")}</label>
                <select id="p-kind" name="form[kind]">{kinds.into_iter().collect_view()}</select>
            </p>
            <Text name="size" label="admin-product-size" value=size/>
            <Text name="colour" label="admin-product-colour" value=colour/>
            <Text name="group_key" label="admin-product-group" value=group_key/>
            <Text name="group_name" label="admin-product-group-name" value=group_name/>
            <Text name="price" label="admin-product-price" value=price.unwrap_or_default()/>
            <Text name="currency" label="admin-product-currency" value=product.currency.unwrap_or_default()/>
            <Text name="weight" label="admin-product-weight" value=weight/>
            <Text name="reorder_point" label="admin-product-reorder" value=reorder/>
            <Text name="locations" label="admin-product-locations" value=product.locations.join(", ")/>
            <p class="flags">
                <label><input type="checkbox" name="form[offered]" value="true" checked=product.offered/> {t("admin-product-offered")}</label>
            </p>
            <p class="actions">
                <button type="submit" class="button primary" aria-disabled=move || busy.get().then_some("true")>{t("admin-product-save")}</button>
            </p>
        </PostForm>
    }
    .into_any()
}

#[component]
fn Text(name: &'static str, label: &'static str, value: String) -> impl IntoView {
    let id = format!("p-{}", name.replace('_', "-"));
    view! {
        <p>
            <label for=id.clone()>{t(label)}</label>
            <input id=id name=format!("form[{name}]") value=value maxlength="200"/>
        </p>
    }
    .into_any()
}
