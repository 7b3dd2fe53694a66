//! Server function: the order moves on to a stage, or steps back to one.

use domain::ids::OrderId;
use leptos::prelude::*;

use crate::Problem;

/// Moves an order that the person saw at `version`.
#[server(prefix = "/admin/fn", endpoint = "advance_order")]
pub async fn advance_order(id: OrderId, stage: String, version: i64, back: bool) -> Result<(), Problem> {
    use domain::order::{Move, advance};

    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Operator).await?;
    let to = if back { Move::Back(stage) } else { Move::On(stage) };
    match advance(&shop, &person, id, to, version).await {
        Ok(_) => Ok(()),
        Err(fault) => Err(context::problem(fault, person.language)),
    }
}
