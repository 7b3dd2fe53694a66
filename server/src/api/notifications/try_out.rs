//! `POST /api/notifications/test`: send me one, so that I see how it comes. Goes to the owner's own address and nowhere else.

use axum::{Json, extract::State, http::StatusCode};
use domain::{Fault, Reason, Shop, customer, ids::NoticeId, notice::Channel};
use serde::Serialize;

use super::{super::problem::Problem, caller::Caller};

/// What is on its way.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(super) struct TryOut {
    id: NoticeId,
    channel: Channel,
}

/// The body is not looked at: there is nothing to choose.
#[utoipa::path(
    post, path = "/api/notifications/test", operation_id = "sendTestNotification", tag = "preferences",
    responses((status = 202, description = "On its way", body = TryOut)),
    security(("preferencesLink" = []))
)]
pub(super) async fn try_out(
    State(shop): State<Shop>,
    caller: Caller,
) -> Result<(StatusCode, Json<TryOut>), Problem> {
    let sent = customer::try_out(&shop, &caller.who, caller.order, caller.language).await;
    let id = sent.map_err(limited)?;
    Ok((StatusCode::ACCEPTED, Json(TryOut { id, channel: Channel::Email })))
}

/// 429 with its wait for what is asked too often; everything else as it is.
pub(in super::super) fn limited(fault: Fault) -> Problem {
    match fault {
        Fault::Refused(reason @ Reason::TooMany { seconds }) => {
            let detail = reason.say(domain::Language::En);
            Problem::new(StatusCode::TOO_MANY_REQUESTS, "too-many", "Too many attempts", detail)
                .retry_after(seconds)
        }
        other => other.into(),
    }
}
