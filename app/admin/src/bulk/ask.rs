//! The server functions of bulk changes.

#![expect(
    clippy::too_many_arguments,
    reason = "a server function has an argument for each field of its form"
)]

use domain::{bulk as many, ids::BulkId, order::Filter};
use leptos::prelude::*;

use crate::Problem;

/// How many orders are selected, and what can be done to them. `orders` are joined by commas; `all` means all that match the filter.
#[server(prefix = "/admin/fn", endpoint = "bulk_choice", input = server_fn::codec::GetUrl)]
pub async fn bulk_choice(
    #[server(default)] orders: String,
    #[server(default)] all: bool,
    #[server(default)] filter: Filter,
) -> Result<many::BulkChoice, Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Operator).await?;
    let chosen = many::choose(&shop, &person, &selection(&orders, all, filter.read_by(person.id))).await;
    chosen.map_err(|fault| context::problem(fault, person.language))
}

/// Writes down what would come of it, and leads to that page. Nothing changes.
#[server(prefix = "/admin/fn", endpoint = "preview_bulk")]
pub async fn preview_bulk(
    #[server(default)] orders: String,
    #[server(default)] all: bool,
    #[server(default)] filter: Filter,
    #[server(default)] action: String,
    #[server(default)] stage: String,
    #[server(default)] priority: String,
    #[server(default)] staff: String,
    #[server(default)] text: String,
    #[server(default)] subject: String,
    #[server(default)] at: String,
) -> Result<(), Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Operator).await?;
    let wish = many::Wish { action, stage, priority, staff, text, subject, at };
    match many::preview(&shop, &person, &selection(&orders, all, filter.read_by(person.id)), &wish).await {
        Ok(id) => {
            leptos_axum::redirect(&format!("/admin/bulk/{id}"));
            Ok(())
        }
        Err(fault) => Err(context::problem(fault, person.language)),
    }
}

/// A bulk change as it stands.
#[server(prefix = "/admin/fn", endpoint = "bulk_page", input = server_fn::codec::GetUrl)]
pub async fn bulk_page(id: BulkId) -> Result<many::BulkPage, Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Operator).await?;
    let page = many::page(&shop, &person, id).await;
    page.map_err(|fault| context::problem(fault, person.language))
}

/// Starts what was previewed.
#[server(prefix = "/admin/fn", endpoint = "start_bulk")]
pub async fn start_bulk(id: BulkId) -> Result<(), Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Operator).await?;
    let started = many::start(&shop, &person, id).await;
    started.map_err(|fault| context::problem(fault, person.language))
}

/// Stops it if it runs, and takes it back.
#[server(prefix = "/admin/fn", endpoint = "undo_bulk")]
pub async fn undo_bulk(id: BulkId) -> Result<(), Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Operator).await?;
    let undone = many::undo(&shop, &person, id).await;
    undone.map_err(|fault| context::problem(fault, person.language))
}

#[cfg(feature = "ssr")]
fn selection(orders: &str, all: bool, filter: Filter) -> many::Selection {
    use many::Selection;
    if all {
        return Selection::Matching(Box::new(filter));
    }
    Selection::Picked(orders.split(',').map(|number| number.trim().to_owned()).collect())
}
