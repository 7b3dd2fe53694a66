//! `GET /api/orders/{number}/events`: an order's history as server-sent events, for programs. `Last-Event-ID` goes on where a connection broke.

use axum::{
    extract::State,
    http::{HeaderMap, StatusCode},
    response::Response,
};
use domain::{event::Visibility, order::By};
use serde::Deserialize;

use super::{
    caller::OrderCaller,
    problem::Problem,
    read::{Path, Query},
    standing::find,
};
use crate::{cookies, live, state::AppState};

/// Where to go on, for who cannot send a header.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Since {
    /// The sequence of the last event you have.
    after: Option<String>,
}

/// Everything after the point that is named, from the beginning where none is; then whatever happens. A customer hears what customers may
/// know.
#[utoipa::path(
    get, path = "/api/orders/{number}/events", operation_id = "followOrder", tag = "tracking",
    params(("number" = String, Path, description = "The order's number, or its id"), Since),
    responses((status = 200, description = "Its history, then whatever happens", content_type = "text/event-stream", body = String)),
    security(("apiKey" = ["orders:read"]), ("session" = ["viewer"]), ("orderLink" = []))
)]
pub(super) async fn order_events(
    State(state): State<AppState>,
    caller: OrderCaller,
    Path(number): Path<String>,
    Query(since): Query<Since>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let (id, _) = find(&state.shop, &number).await?;
    let session = caller.is_staff().then(|| cookies::session_of(&headers, state.door.secure)).flatten();
    let reader = match caller.by(&state.shop, id).await? {
        By::Customer => Visibility::Public,
        _ => Visibility::Internal,
    };
    let after = cursor(&headers, since.after.as_deref())?;
    live::follow_history(&state, (id, after), reader, session).ok_or_else(|| {
        let detail = "Too many follow orders already. Come back, with the last id you have.";
        Problem::new(StatusCode::SERVICE_UNAVAILABLE, "too-many-streams", "Too many streams", detail)
            .retry_after(30)
    })
}

/// The header wins: a browser that comes back sends it with the address it first used (HTML §9.2.4).
fn cursor(headers: &HeaderMap, after: Option<&str>) -> Result<i64, Problem> {
    let last = headers.get("last-event-id").map(|value| value.to_str().unwrap_or("?"));
    let (pointer, text) = match (last, after) {
        (Some(last), _) => ("Last-Event-ID", last),
        (None, Some(after)) => ("after", after),
        (None, None) => return Ok(0),
    };
    text.trim().parse().ok().filter(|after| *after >= 0).ok_or_else(|| {
        let detail = format!("{pointer} is the sequence of the last event you have: a whole number from 0.");
        Problem::new(StatusCode::BAD_REQUEST, "malformed", "Malformed request", detail)
    })
}
