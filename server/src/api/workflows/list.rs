//! `GET /api/workflows`: the newest version of each.

use axum::{Json, extract::State};
use domain::{Fault, Shop, workflow::store};
use serde::Deserialize;

use super::{
    super::{
        paging::{Limit, Page},
        problem::Problem,
        read::Query,
    },
    view::Line,
};

/// Which page.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct WorkflowQuery {
    /// `nextCursor` of the page before.
    cursor: Option<String>,
    /// How many at most.
    #[param(value_type = u8, minimum = 1, maximum = 100, default = 50)]
    limit: Limit,
}

/// Workflows, by key.
#[utoipa::path(
    get, path = "/api/workflows", operation_id = "listWorkflows", tag = "shop",
    params(WorkflowQuery),
    responses((status = 200, description = "A page of workflows", body = Page<Line>)),
    security(("apiKey" = ["workflows:read"]), ("session" = ["viewer"]))
)]
pub async fn list_workflows(
    State(shop): State<Shop>,
    Query(query): Query<WorkflowQuery>,
) -> Result<Json<Page<Line>>, Problem> {
    let mut conn = shop.pool.acquire().await.map_err(Fault::from)?;
    let lines = Line::newest(store::list(&mut conn).await?);
    Ok(Json(Page::cut(lines, query.cursor.as_deref(), query.limit, |line| line.key.clone())))
}
