//! `POST /api/notices/{id}/retry`: a message that was given up is tried once more.

use axum::{Json, extract::State, http::StatusCode};
use domain::{
    Fault, Language, Reason, Shop,
    ids::NoticeId,
    notice::{self, log},
};

use super::{
    super::{caller::Clerk, problem::Problem, read::Path},
    view::Whole,
};

/// Plans a message again that was given up or suppressed, to leave at once. Of one that is on its way it is so already.
#[utoipa::path(
    post, path = "/api/notices/{id}/retry", operation_id = "retryNotice", tag = "notices",
    params(("id" = NoticeId, Path, description = "Which message")),
    responses((status = 202, description = "It is on its way", body = Whole)),
    security(("apiKey" = ["notices:write"]), ("session" = ["operator"]))
)]
pub async fn retry_notice(
    State(shop): State<Shop>,
    Clerk(person): Clerk,
    Path(id): Path<NoticeId>,
) -> Result<(StatusCode, Json<Whole>), Problem> {
    notice::retry(&shop, &person, id).await.map_err(refused)?;
    Ok((StatusCode::ACCEPTED, Json(log::message(&shop, &person, id).await?.into())))
}

/// Where it stands is the matter, not what was asked.
fn refused(fault: Fault) -> Problem {
    match fault {
        Fault::Refused(Reason::NoticeNotGivenUp) => {
            let detail = fault.say(Language::En);
            Problem::new(StatusCode::CONFLICT, "not-given-up", "Nothing to send again", detail)
        }
        other => other.into(),
    }
}
