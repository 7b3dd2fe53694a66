//! `GET /api/places`: every location.

use axum::{Json, extract::State};
use domain::{Fault, Shop, place::store};

use super::{
    super::{
        paging::{Page, PageQuery},
        problem::Problem,
        read::Query,
    },
    view::PlaceView,
};

/// Locations, by name.
#[utoipa::path(
    get, path = "/api/places", operation_id = "listPlaces", tag = "places",
    params(PageQuery),
    responses((status = 200, description = "A page of locations", body = Page<PlaceView>)),
    security(("apiKey" = ["places:read"]), ("apiKey" = ["orders:create"]), ("session" = ["viewer"]))
)]
pub async fn list_places(
    State(shop): State<Shop>,
    Query(query): Query<PageQuery>,
) -> Result<Json<Page<PlaceView>>, Problem> {
    let mut conn = shop.pool.acquire().await.map_err(Fault::from)?;
    let now = shop.clock.now();
    let places = store::all(&mut conn).await?;
    let places = places.into_iter().map(|place| PlaceView::of(place, now)).collect();
    Ok(Json(query.of(places, PlaceView::key)))
}
