//! `PUT /api/products/{sku}`: what a product is, and how many there are.

use axum::{
    Json,
    body::Bytes,
    extract::{Path, State},
};
use domain::{
    Shop,
    product::{self, NewProduct, Product},
};

use super::{key::Storefront, problem::Problem};

/// Writes it, new or known. Orders under way hold what they hold: `onHand` is what is left on the shelf for others.
pub async fn put_product(
    State(shop): State<Shop>,
    _: Storefront,
    Path(sku): Path<String>,
    body: Bytes,
) -> Result<Json<Product>, Problem> {
    let new: NewProduct = serde_json::from_slice(&body).map_err(|error| Problem::malformed(&error))?;
    let flaws = new.flaws();
    if !flaws.is_empty() {
        return Err(Problem::invalid(flaws));
    }
    Ok(Json(product::put(&shop, &sku, &new).await?))
}
