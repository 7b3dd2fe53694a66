//! `POST/GET/PATCH /api/production`: a studio's orders, in the words its own papers use (ADR 0023).

use axum::{
    Json,
    body::Bytes,
    extract::{Path, State},
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
    create_order::{idempotency_key, place},
    key::{Operator, Storefront},
    problem::Problem,
};

/// What a new order is answered with.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Created {
    checkout_url: String,
}

/// What is asked for by id.
#[derive(Debug, Serialize)]
pub struct Found {
    order: ProductionOrderSummary,
}

/// Creates the order and its page at the till. Once per `Idempotency-Key`, where one is sent; the address of the order is in `Location`.
pub async fn create(
    State(shop): State<Shop>,
    Storefront(api_key): Storefront,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Problem> {
    // The studio's own document knows no such header; then every request is its own.
    let key = match headers.contains_key("idempotency-key") {
        true => idempotency_key(&headers)?,
        false => domain::ids::OrderId::new().to_string(),
    };
    let new: NewProduction = serde_json::from_slice(&body).map_err(|error| Problem::malformed(&error))?;
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
pub async fn show(
    State(shop): State<Shop>,
    _: Storefront,
    Path(key): Path<String>,
) -> Result<Json<Found>, Problem> {
    let id = production::find(&shop, &key).await?;
    Ok(Json(Found { order: production::summary(&shop, id).await? }))
}

/// Moves it, says how urgent it is, or writes to its papers: all of it or nothing. Only with an operator's key.
pub async fn change(
    State(shop): State<Shop>,
    Operator(person): Operator,
    Path(key): Path<String>,
    body: Bytes,
) -> Result<Json<Found>, Problem> {
    let change: ProductionChange =
        serde_json::from_slice(&body).map_err(|error| Problem::malformed(&error))?;
    let flaws = change.flaws();
    if !flaws.is_empty() {
        return Err(Problem::invalid(flaws));
    }
    let id = production::find(&shop, &key).await?;
    production::change(&shop, &person, id, &change).await?;
    Ok(Json(Found { order: production::summary(&shop, id).await? }))
}
