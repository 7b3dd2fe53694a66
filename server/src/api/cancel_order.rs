//! `POST /api/orders/{number}/cancel`: a storefront calls an order off for its customer, under the customer's rules.

use axum::{
    Json,
    extract::{Path, State},
};
use domain::{
    Shop,
    order::{self, By},
};

use super::{
    key::Storefront,
    problem::Problem,
    standing::{Standing, find, refused, standing},
};

/// Calls it off once, however often it is asked. The body is not looked at: there is nothing to choose.
pub async fn cancel_order(
    State(shop): State<Shop>,
    _: Storefront,
    Path(number): Path<String>,
) -> Result<Json<Standing>, Problem> {
    let (id, language) = find(&shop, &number).await?;
    let called_off = order::cancel(&shop, &By::Storefront, id, None).await;
    called_off.map_err(|fault| refused(&shop, fault, language))?;
    standing(&shop, id).await.map(Json)
}
