//! `GET /api/workflows/{key}`: a workflow's newest version, whole.

use axum::{Json, extract::State};
use domain::{Fault, Shop, workflow::store};

use super::{
    super::{problem::Problem, read::Path},
    view::WorkflowView,
};

/// The newest version of a workflow. Orders under way keep the version they began with.
#[utoipa::path(
    get, path = "/api/workflows/{key}", operation_id = "getWorkflow", tag = "shop",
    params(("key" = String, Path, description = "The workflow's key")),
    responses((status = 200, description = "The workflow", body = WorkflowView)),
    security(("apiKey" = ["workflows:read"]), ("session" = ["viewer"]))
)]
pub async fn get_workflow(
    State(shop): State<Shop>,
    Path(key): Path<String>,
) -> Result<Json<WorkflowView>, Problem> {
    let mut conn = shop.pool.acquire().await.map_err(Fault::from)?;
    let versions = store::list(&mut conn).await?;
    let newest = versions.into_iter().find(|version| version.key == key);
    newest.map(|newest| Json(newest.into())).ok_or_else(|| Fault::NotFound.into())
}
