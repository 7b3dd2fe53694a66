//! `POST/GET/PATCH /api/production`: a studio's orders, in the words its own papers use (ADR 0023).

use axum::{
    Json,
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::{
    Shop,
    order::Request,
    production::{self, NewProduction, ProductionChange, ProductionOrderSummary},
};
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::{
    caller::{Clerk, RequestId, Storefront},
    create_order::place,
    once::key_of,
    problem::Problem,
    read::{Body, Path, read},
};

/// What a new order is answered with.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = CreatedProduction)]
#[serde(rename_all = "camelCase")]
struct Created {
    checkout_url: String,
}

/// What is asked for by id.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = ProductionOrder)]
pub struct Found {
    order: ProductionOrderSummary,
}

/// Creates the order and its page at the till. Once per `Idempotency-Key`, where one is sent; the address of the order is in `Location`.
#[utoipa::path(
    post, path = "/api/production", operation_id = "createProduction", tag = "production",
    request_body = NewProduction,
    responses((status = 201, description = "Placed; `Location` is its address", body = Created, headers(("Location" = String))),
        (status = 200, description = "It was placed before, under this key", body = Created)),
    security(("apiKey" = ["orders:create"]))
)]
pub async fn create(
    State(shop): State<Shop>,
    Storefront(api_key): Storefront,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Problem> {
    // The studio's own document knows no such header; then every request is its own.
    let key = key_of(&headers, false)?.unwrap_or_else(|| domain::ids::OrderId::new().to_string());
    let new: NewProduction = read(&body)?;
    let flaws = new.flaws();
    if !flaws.is_empty() {
        return Err(Problem::invalid(flaws));
    }
    let order = production::assemble(&shop, &new).await?.map_err(Problem::invalid)?;
    let request = Request { api_key, key, body_hash: Sha256::digest(&body).to_vec() };
    // The order's items are the body's sizes.
    let placed = place(&shop, &request, &order).await.map_err(|problem| problem.about("/items", "/sizes"))?;
    let status = if placed.again { StatusCode::OK } else { StatusCode::CREATED };
    let location = [(header::LOCATION, format!("/api/production/{}", placed.id))];
    Ok((status, location, Json(Created { checkout_url: placed.created.checkout_url })).into_response())
}

/// The order behind an id or a number.
#[utoipa::path(
    get, path = "/api/production/{id}", operation_id = "getProduction", tag = "production",
    params(("id" = String, Path, description = "The order's number, or its id")),
    responses((status = 200, description = "The order in the studio's words", body = Found)),
    security(("apiKey" = ["orders:create"]), ("apiKey" = ["orders:read"]))
)]
pub async fn show(
    State(shop): State<Shop>,
    _: Storefront,
    Path(key): Path<String>,
) -> Result<Json<Found>, Problem> {
    let id = production::find(&shop, &key).await?;
    Ok(Json(Found { order: production::summary(&shop, id).await? }))
}

/// Moves it, says how urgent it is, or writes to its papers: all of it or nothing. Only with an operator's key.
#[utoipa::path(
    patch, path = "/api/production/{id}", operation_id = "changeProduction", tag = "production",
    params(("id" = String, Path, description = "The order's number, or its id")),
    request_body = ProductionChange,
    responses((status = 200, description = "Moved", body = Found)),
    security(("apiKey" = ["orders:write"]))
)]
pub async fn change(
    State(shop): State<Shop>,
    Clerk(person): Clerk,
    RequestId(request): RequestId,
    Path(key): Path<String>,
    Body(change): Body<ProductionChange>,
) -> Result<Json<Found>, Problem> {
    let flaws = change.flaws();
    if !flaws.is_empty() {
        return Err(Problem::invalid(flaws));
    }
    let id = production::find(&shop, &key).await?;
    production::change(&shop, &person, id, &change, request).await?;
    Ok(Json(Found { order: production::summary(&shop, id).await? }))
}
