//! The server functions of the board and of the kitchen's wall.

use domain::{board as boards, ids::OrderId};
use leptos::prelude::*;

use crate::Problem;

/// A workflow's board. `show` says how many cards a column shows: `new.100,shipped.150`.
#[server(prefix = "/admin/fn", endpoint = "board", input = server_fn::codec::GetUrl)]
pub async fn board(
    #[server(default)] workflow: String,
    #[server(default)] show: String,
) -> Result<boards::Board, Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Viewer).await?;
    let show = show.split(',').filter_map(|part| {
        let (stage, count) = part.rsplit_once('.')?;
        Some((stage.to_owned(), count.parse().ok()?))
    });
    let board = boards::board(&shop, &workflow, &show.collect(), person.language).await;
    board.map_err(|fault| context::problem(fault, person.language))
}

/// A location's wall.
#[server(prefix = "/admin/fn", endpoint = "kitchen", input = server_fn::codec::GetUrl)]
pub async fn kitchen(#[server(default)] location: String) -> Result<boards::Kitchen, Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Viewer).await?;
    let wall = boards::kitchen(&shop, &location, person.language).await;
    wall.map_err(|fault| context::problem(fault, person.language))
}

/// Moves the order of a card that was seen at `version` to a stage.
#[server(prefix = "/admin/fn", endpoint = "move_card")]
pub async fn move_card(id: OrderId, stage: String, version: i64) -> Result<(), Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Operator).await?;
    let moved = boards::move_card(&shop, &person, id, &stage, version).await;
    moved.map(drop).map_err(|fault| context::problem(fault, person.language))
}

/// Calls an order back that was moved on.
#[server(prefix = "/admin/fn", endpoint = "recall_card")]
pub async fn recall_card(id: OrderId, version: i64) -> Result<(), Problem> {
    use crate::context;
    let (shop, person) = context::staff(domain::staff::Role::Operator).await?;
    let recalled = boards::recall_card(&shop, &person, id, version).await;
    recalled.map(drop).map_err(|fault| context::problem(fault, person.language))
}
