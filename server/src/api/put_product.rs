//! `PUT /api/products/{sku}`: what a product is, and how many there are.

use axum::{Extension, Json, extract::State};
use domain::{
    Shop,
    product::{self, NewProduct, Product},
};

use super::{
    caller::{RequestId, Storefront},
    problem::Problem,
    read::{Body, Path},
};

/// Writes it, new or known. Orders under way hold what they hold: `onHand` is what is left on the shelf for others.
///
/// Sent again under its `Idempotency-Key`, it undoes no sale that came in between: for that its count stands in the ledger even where it found
/// what was expected.
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
    request: Option<Extension<RequestId>>,
    Path(sku): Path<String>,
    Body(new): Body<NewProduct>,
) -> Result<Json<Product>, Problem> {
    let flaws = new.flaws();
    if !flaws.is_empty() {
        return Err(Problem::invalid(flaws));
    }
    let request = request.map(|Extension(RequestId(id))| id);
    Ok(Json(product::put(&shop, &sku, &new, request).await?))
}
