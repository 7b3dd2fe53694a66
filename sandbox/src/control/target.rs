//! `POST /_control/webhook-url`

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;

use crate::webhook::Target;
use crate::world::Shared;

/// Sends webhooks elsewhere from now on; those waiting to be retried go there at once.
pub async fn point(State(world): State<Shared>, Json(target): Json<Target>) -> StatusCode {
    world.target.send_replace(Some(target));
    StatusCode::NO_CONTENT
}
