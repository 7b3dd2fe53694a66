//! `POST /api/bulk/{id}/undo`: a bulk change is taken back while none of its messages has left.

use axum::{Json, extract::State, http::StatusCode};
use domain::{
    Fault, Language, Reason, Shop,
    bulk::{self, BulkState},
    ids::BulkId,
};

use super::{
    super::{caller::Clerk, problem::Problem, read::Path},
    view::Standing,
};

/// Takes a bulk change back, as far as its orders have not changed since. Twice is once.
#[utoipa::path(
    post, path = "/api/bulk/{id}/undo", operation_id = "undoBulk", tag = "bulk",
    params(("id" = BulkId, Path, description = "Which bulk change")),
    responses((status = 202, description = "Being taken back", body = Standing)),
    security(("apiKey" = ["bulk:write"]), ("session" = ["operator"]))
)]
pub async fn undo_bulk(
    State(shop): State<Shop>,
    Clerk(person): Clerk,
    Path(id): Path<BulkId>,
) -> Result<(StatusCode, Json<Standing>), Problem> {
    let before = Standing::read(&shop, &person, id).await?;
    if !matches!(before.state, BulkState::Undoing | BulkState::Undone) {
        bulk::undo(&shop, &person, id).await.map_err(refused)?;
    }
    Ok((StatusCode::ACCEPTED, Json(Standing::read(&shop, &person, id).await?)))
}

fn refused(fault: Fault) -> Problem {
    match fault {
        Fault::Refused(Reason::TooLateToUndo) => {
            let detail = fault.say(Language::En);
            Problem::new(StatusCode::CONFLICT, "too-late", "Not possible any more", detail)
        }
        other => other.into(),
    }
}
