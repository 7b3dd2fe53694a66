//! `GET /api/places/{key}`: one location.

use axum::{Json, extract::State};
use domain::{Fault, Shop, place::store};

use super::{
    super::{problem::Problem, read::Path},
    view::PlaceView,
};

/// One location, with its opening hours.
#[utoipa::path(
    get, path = "/api/places/{key}", operation_id = "getPlace", tag = "places",
    params(("key" = String, Path, description = "The location's key")),
    responses((status = 200, description = "The location", body = PlaceView)),
    security(("apiKey" = ["places:read"]), ("apiKey" = ["orders:create"]), ("session" = ["viewer"]))
)]
pub async fn get_place(
    State(shop): State<Shop>,
    Path(key): Path<String>,
) -> Result<Json<PlaceView>, Problem> {
    let mut conn = shop.pool.acquire().await.map_err(Fault::from)?;
    let place = store::find(&mut conn, &key).await?.ok_or(Fault::NotFound)?;
    Ok(Json(PlaceView::of(place, shop.clock.now())))
}
