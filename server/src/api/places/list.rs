//! `GET /api/places`: every location.

use axum::{Json, extract::State};
use domain::{Fault, Shop, place::store};
use serde::Deserialize;

use super::{
    super::{
        paging::{Limit, Page},
        problem::Problem,
        read::Query,
    },
    view::PlaceView,
};

/// Which page.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PlaceQuery {
    /// `nextCursor` of the page before.
    cursor: Option<String>,
    /// How many at most.
    #[param(value_type = u8, minimum = 1, maximum = 100, default = 50)]
    limit: Limit,
}

/// Locations, by name.
#[utoipa::path(
    get, path = "/api/places", operation_id = "listPlaces", tag = "places",
    params(PlaceQuery),
    responses((status = 200, description = "A page of locations", body = Page<PlaceView>)),
    security(("apiKey" = ["places:read"]), ("apiKey" = ["orders:create"]), ("session" = ["viewer"]))
)]
pub async fn list_places(
    State(shop): State<Shop>,
    Query(query): Query<PlaceQuery>,
) -> Result<Json<Page<PlaceView>>, Problem> {
    let mut conn = shop.pool.acquire().await.map_err(Fault::from)?;
    let now = shop.clock.now();
    let places = store::all(&mut conn).await?;
    let places = places.into_iter().map(|place| PlaceView::of(place, now)).collect();
    Ok(Json(Page::cut(places, query.cursor.as_deref(), query.limit, PlaceView::key)))
}
