//! `POST /api/alerts/{id}/clear`: somebody has dealt with it.

use axum::{extract::State, http::StatusCode};
use domain::{Shop, alert, ids::AlertId};

use super::super::{caller::Clerk, problem::Problem, read::Path};

/// Says that an alert is dealt with. Its order's history keeps who did; twice is once.
#[utoipa::path(
    post, path = "/api/alerts/{id}/clear", operation_id = "clearAlert", tag = "shop",
    params(("id" = AlertId, Path, description = "Which alert")),
    responses((status = 204, description = "It is dealt with")),
    security(("apiKey" = ["orders:write"]), ("session" = ["operator"]))
)]
pub async fn clear_alert(
    State(shop): State<Shop>,
    Clerk(person): Clerk,
    Path(id): Path<AlertId>,
) -> Result<StatusCode, Problem> {
    alert::clear(&shop, &person, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
