//! The server functions of kept lists. Everybody keeps their own; the domain says who changes the team's.

use domain::{order::Filter, views::ViewTab};
use leptos::prelude::*;

use crate::Problem;

/// The person's own lists and the team's.
#[server(prefix = "/admin/fn", endpoint = "list_views", input = server_fn::codec::GetUrl)]
pub async fn list_views() -> Result<Vec<ViewTab>, Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Viewer).await?;
    domain::views::list(&shop, &person).await.map_err(|fault| context::problem(fault, person.language))
}

/// Keeps a filter under a name and leads to it.
#[server(prefix = "/admin/fn", endpoint = "save_view")]
pub async fn save_view(
    #[server(default)] name: String,
    #[server(default)] shared: bool,
    #[server(default)] filter: Filter,
) -> Result<(), Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Viewer).await?;
    let new = domain::views::NewView { name, filter, shared };
    let saved = domain::views::save(&shop, &person, new).await;
    let slug = saved.map_err(|fault| context::problem(fault, person.language))?;
    lead_to(&slug);
    Ok(())
}

/// Gives a kept list another name.
#[server(prefix = "/admin/fn", endpoint = "rename_view")]
pub async fn rename_view(
    #[server(default)] slug: String,
    #[server(default)] name: String,
) -> Result<(), Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Viewer).await?;
    let renamed = domain::views::rename(&shop, &person, &slug, &name).await;
    renamed.map_err(|fault| context::problem(fault, person.language))?;
    lead_to(&slug);
    Ok(())
}

/// Lets a kept list show something else.
#[server(prefix = "/admin/fn", endpoint = "update_view")]
pub async fn update_view(
    #[server(default)] slug: String,
    #[server(default)] filter: Filter,
) -> Result<(), Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Viewer).await?;
    let updated = domain::views::update(&shop, &person, &slug, &filter).await;
    updated.map_err(|fault| context::problem(fault, person.language))?;
    lead_to(&slug);
    Ok(())
}

/// Makes a copy of one's own.
#[server(prefix = "/admin/fn", endpoint = "duplicate_view")]
pub async fn duplicate_view(#[server(default)] slug: String) -> Result<(), Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Viewer).await?;
    let copied = domain::views::duplicate(&shop, &person, &slug).await;
    let slug = copied.map_err(|fault| context::problem(fault, person.language))?;
    lead_to(&slug);
    Ok(())
}

/// Forgets a kept list.
#[server(prefix = "/admin/fn", endpoint = "delete_view")]
pub async fn delete_view(#[server(default)] slug: String) -> Result<(), Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Viewer).await?;
    let deleted = domain::views::delete(&shop, &person, &slug).await;
    deleted.map_err(|fault| context::problem(fault, person.language))?;
    leptos_axum::redirect("/admin/orders");
    Ok(())
}

#[cfg(feature = "ssr")]
fn lead_to(slug: &str) {
    leptos_axum::redirect(&format!("/admin/orders/views/{slug}"));
}
