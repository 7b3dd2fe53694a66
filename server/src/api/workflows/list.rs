//! `GET /api/workflows`: the newest version of each.

use axum::{Json, extract::State};
use domain::{Fault, Shop, workflow::store};

use super::{
    super::{
        paging::{Page, PageQuery},
        problem::Problem,
        read::Query,
    },
    view::Line,
};

/// Workflows, by key.
#[utoipa::path(
    get, path = "/api/workflows", operation_id = "listWorkflows", tag = "shop",
    params(PageQuery),
    responses((status = 200, description = "A page of workflows", body = Page<Line>)),
    security(("apiKey" = ["workflows:read"]), ("session" = ["viewer"]))
)]
pub async fn list_workflows(
    State(shop): State<Shop>,
    Query(query): Query<PageQuery>,
) -> Result<Json<Page<Line>>, Problem> {
    let mut conn = shop.pool.acquire().await.map_err(Fault::from)?;
    let lines = Line::newest(store::list(&mut conn).await?);
    Ok(Json(query.of(lines, |line| line.key.clone())))
}
