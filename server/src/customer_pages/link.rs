//! `/t/{token}`: the link in a mail. A secret in an address is exchanged at once for a cookie and a clean address.

use axum::{
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
    response::Response,
};
use customer::TrackProblem;
use domain::{
    order,
    secret::{BadLink, Purpose},
};

use super::{admit, failed, language, page, visit};
use crate::state::AppState;

pub(super) async fn open(
    State(state): State<AppState>,
    Path(token): Path<String>,
    headers: HeaderMap,
) -> Response {
    let language = language(&state, &headers);
    let visit = visit(&state, language, "/track");
    let now = state.shop.clock.now();
    let id = match state.shop.secret.open_order(Purpose::Link, &token, now) {
        Ok(id) => id,
        Err(BadLink::Expired) => {
            return page(StatusCode::GONE, customer::track_page(&visit, Some(TrackProblem::LinkExpired)));
        }
        Err(BadLink::Forged) => {
            return page(StatusCode::NOT_FOUND, customer::track_page(&visit, Some(TrackProblem::LinkForged)));
        }
    };
    match order::track(&state.shop.pool, id).await {
        Ok(order) => admit(&state, id, &order.number.to_string(), now),
        Err(domain::Fault::NotFound) => {
            page(StatusCode::NOT_FOUND, customer::track_page(&visit, Some(TrackProblem::LinkForged)))
        }
        Err(fault) => failed(&state, language, &fault),
    }
}
