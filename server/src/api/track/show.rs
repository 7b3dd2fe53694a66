//! `GET /api/track/{number}` and its `/live`: the order a token opens, and that there is something newer.

use axum::{
    Json,
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use customer::order_view;
use domain::{
    Fault, Language,
    clock::At,
    ids::OrderId,
    order::{self, OrderNumber, store},
    secret::Purpose,
};

use super::{LanguageWish, is_known, tagged};
use crate::{api::problem::Problem, live, state::AppState};

/// The order as its customer may see it. Asked again without news, it costs one read by primary key.
pub(super) async fn show(
    State(state): State<AppState>,
    Path(number): Path<String>,
    Query(wish): Query<LanguageWish>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let (shop, now) = (&state.shop, state.shop.clock.now());
    let (id, version) = opened(&state, &headers, &number).await?;
    let reader = wish.or_accepted(&headers);
    let known = etag(version, reader, now);
    if is_known(&headers, &known) {
        return Ok((StatusCode::NOT_MODIFIED, tagged(known)).into_response());
    }
    let order = order::track(&shop.pool, id).await?;
    let view = order_view(&shop.about, reader.unwrap_or(order.language), &order, now);
    Ok((tagged(etag(order.version, reader, now)), Json(view)).into_response())
}

/// Event `version` now, and again at every change. Not for as long as the token lasts: see [`live::PROOF_LASTS`].
pub(super) async fn live(
    State(state): State<AppState>,
    Path(number): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let (id, _) = opened(&state, &headers, &number).await?;
    Ok(live::follow_version(&state, id, live::PROOF_LASTS))
}

/// The order of the token, and its version now; the number in the address must be its own.
async fn opened(state: &AppState, headers: &HeaderMap, number: &str) -> Result<(OrderId, i64), Problem> {
    let shop = &state.shop;
    let said = headers.get(header::AUTHORIZATION).and_then(|said| said.to_str().ok()).unwrap_or_default();
    let token = said.strip_prefix("Bearer ").unwrap_or_default().trim();
    let id = shop.secret.open_order(Purpose::TrackElsewhere, token, shop.clock.now()).map_err(|_| {
        let detail = "The token is none of ours, or it is over. `POST /api/track` gives a new one.";
        Problem::new(StatusCode::UNAUTHORIZED, "unauthorized", "Look it up again", detail)
    })?;
    let mut conn = shop.pool.acquire().await.map_err(Fault::from)?;
    let found = store::number_and_version(&mut conn, id).await.map_err(Fault::from)?;
    let (own, version) = found.ok_or(Fault::NotFound)?;
    if OrderNumber::parse(number).is_some_and(|number| number.as_str() == own) {
        Ok((id, version))
    } else {
        Err(Fault::NotFound.into())
    }
}

/// What is said of an order changes with its version, and slowly by itself: "late" and "quiet" come with the time.
fn etag(version: i64, reader: Option<Language>, now: At) -> String {
    let hour = now.0.as_second().div_euclid(3600);
    format!("\"{version}-{}-{hour}\"", reader.map_or("own", Language::tag))
}
