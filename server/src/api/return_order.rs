//! `POST /api/orders/{number}/return`: a storefront asks for its customer to send something back.

use axum::{Json, extract::State};
use domain::{Fault, Reason, Shop, order::By, returns};
use serde::Deserialize;

use super::{
    caller::Storefront,
    problem::Problem,
    read::{Body, Path},
    standing::{Standing, find, refused, standing},
};

/// What is asked.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[schema(as = ReturnRequest)]
#[serde(deny_unknown_fields)]
struct Wish {
    reason: String,
}

/// Asks once, however often it is sent: a second request while one is open is the first one.
#[utoipa::path(
    post, path = "/api/orders/{number}/return", operation_id = "returnOrder", tag = "orders",
    params(("number" = String, Path, description = "The order's number, or its id")),
    request_body = Wish,
    responses((status = 200, description = "Asked for", body = Standing)),
    security(("apiKey" = ["orders:create"]))
)]
pub async fn return_order(
    State(shop): State<Shop>,
    _: Storefront,
    Path(number): Path<String>,
    Body(wish): Body<Wish>,
) -> Result<Json<Standing>, Problem> {
    let invalid = |flaw: &str| Problem::invalid(vec![("/reason".to_owned(), flaw.to_owned())]);
    if wish.reason.trim().is_empty() {
        return Err(invalid("a reason is needed, in the customer's own words"));
    }
    let (id, language) = find(&shop, &number).await?;
    match returns::request(&shop, &By::Storefront, id, &wish.reason).await {
        Ok(()) => standing(&shop, id).await.map(Json),
        Err(Fault::Refused(reason @ Reason::TooLong { .. })) => Err(invalid(&reason.say(language))),
        Err(fault) => Err(refused(&shop, fault, language)),
    }
}
