//! `GET /api/products/{sku}`: one product, with a mark by which a program sees that nothing has changed.

use axum::{
    Json,
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::{
    Fault, Shop,
    product::{self, Product},
};
use sha2::{Digest, Sha256};

use super::super::{problem::Problem, read::Path};

/// One product, as it is now.
#[utoipa::path(
    get, path = "/api/products/{sku}", operation_id = "getProduct", tag = "products",
    params(
        ("sku" = String, Path, description = "The product's key"),
        ("If-None-Match" = Option<String>, Header, description = "The `ETag` the program has seen"),
    ),
    responses(
        (status = 200, description = "The product", body = Product,
            headers(("ETag" = String, description = "Changes with anything that is said of the product, its stock included"))),
        (status = 304, description = "Nothing has changed"),
    ),
    security(("apiKey" = ["products:read"]), ("session" = ["viewer"]))
)]
pub async fn get_product(
    State(shop): State<Shop>,
    Path(sku): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let mut conn = shop.pool.acquire().await.map_err(Fault::from)?;
    let product = product::store::one(&mut conn, &sku).await?;
    let tag = mark(&product)?;
    let mark = [(header::ETAG, tag.clone())];
    let seen = headers.get(header::IF_NONE_MATCH).and_then(|seen| seen.to_str().ok()).unwrap_or_default();
    if seen.split(',').any(|seen| seen.trim().trim_start_matches("W/") == tag) {
        return Ok((StatusCode::NOT_MODIFIED, mark).into_response());
    }
    Ok((mark, Json(product)).into_response())
}

/// A product has no version: its stock moves with every order. What is said of it is its own mark.
fn mark(product: &Product) -> Result<String, Problem> {
    let said = serde_json::to_vec(product).map_err(Fault::from)?;
    Ok(format!("\"{}\"", hex::encode(&Sha256::digest(said)[..12])))
}
