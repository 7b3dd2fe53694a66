//! `GET /api/orders/user/active`: a customer's orders that are not over. The path is the seed's; who "the user" is, is only ever who has shown
//! it: by a session, or by the link of one order, which shows that one.

use axum::{Json, extract::State};
use domain::{
    Shop,
    clock::At,
    customer::{self, UnderWay, Who},
    order::Status,
};
use serde::Serialize;
use utoipa::ToSchema;

use super::super::{
    caller::{Customer, OrderCaller},
    problem::Problem,
};

/// A customer's orders that are not over.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct ActiveOrders {
    /// Newest first, at most a hundred.
    items: Vec<ActiveOrder>,
    /// Always `null`: nobody has more under way.
    next_cursor: Option<String>,
}

/// One of them.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct ActiveOrder {
    /// Names the order in this API's paths.
    order_id: String,
    /// As people read it.
    order_number: String,
    /// Headline.
    status: Status,
    /// What was bought.
    items: Vec<ActiveItem>,
    /// ISO 4217.
    currency: String,
    /// Of everything, in minor units.
    total: i64,
    /// When it was placed.
    placed_at: At,
    /// When anything about it last changed.
    updated_at: At,
}

/// One thing that was bought.
#[derive(Debug, Serialize, ToSchema)]
struct ActiveItem {
    /// Its name.
    name: String,
    /// How many.
    quantity: i32,
}

impl From<UnderWay> for ActiveOrder {
    fn from(order: UnderWay) -> Self {
        Self {
            order_id: order.number.clone(),
            order_number: order.number,
            status: order.status,
            items: order.items.into_iter().map(|(name, quantity)| ActiveItem { name, quantity }).collect(),
            currency: order.currency,
            total: order.total,
            placed_at: order.placed_at,
            updated_at: order.updated_at,
        }
    }
}

/// The caller's own orders that have not arrived, been called off or come back. Programs of the shop find a customer's with
/// `GET /api/orders`.
#[utoipa::path(
    get, path = "/api/orders/user/active", operation_id = "listActiveOrders", tag = "tracking",
    responses((status = 200, description = "The orders", body = ActiveOrders)),
    security(("orderLink" = []))
)]
pub(super) async fn active_orders(
    State(shop): State<Shop>,
    caller: OrderCaller,
) -> Result<Json<ActiveOrders>, Problem> {
    let found = match caller.customer() {
        Some(Customer::Owner(who)) => customer::under_way(&shop, who, None).await?,
        Some(Customer::Of(order)) => {
            customer::under_way(&shop, &Who::bought(&shop, order).await?, Some(order)).await?
        }
        None => Vec::new(),
    };
    Ok(Json(ActiveOrders { items: found.into_iter().map(ActiveOrder::from).collect(), next_cursor: None }))
}
