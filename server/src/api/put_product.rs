//! `PUT /api/products/{sku}`: what a product is, and how many there are.

use axum::{Json, extract::State};
use domain::{
    Shop,
    product::{self, NewProduct, Product},
};

use super::{
    caller::Storefront,
    problem::Problem,
    read::{Body, Path},
};

/// Writes it, new or known. Orders under way hold what they hold: `onHand` is what is left on the shelf for others.
#[utoipa::path(
    put, path = "/api/products/{sku}", operation_id = "putProduct", tag = "products",
    params(("sku" = String, Path, description = "The shop's own key")),
    request_body = NewProduct,
    responses((status = 200, description = "Written", body = Product)),
    security(("apiKey" = ["products:write"]))
)]
pub async fn put_product(
    State(shop): State<Shop>,
    _: Storefront,
    Path(sku): Path<String>,
    Body(new): Body<NewProduct>,
) -> Result<Json<Product>, Problem> {
    let flaws = new.flaws();
    if !flaws.is_empty() {
        return Err(Problem::invalid(flaws));
    }
    Ok(Json(product::put(&shop, &sku, &new).await?))
}
