//! `/o/{number}`: the order page, its live stream and the fragment the stream swaps in. The cookie decides, never the number.

use axum::{
    extract::{Path, Query, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Redirect, Response},
};
use domain::{
    Fault, Language,
    ids::OrderId,
    order::{self, OrderNumber, TrackedOrder, store},
    secret::Purpose,
};

use super::{LanguageWish, failed, keep_language, page, visit};
use crate::{cookies, live, state::AppState};

/// The order this browser may see, whatever number stands in the address.
pub(super) fn admitted(state: &AppState, headers: &HeaderMap) -> Option<OrderId> {
    let token = cookies::order_of(headers)?;
    state.shop.secret.open_order(Purpose::Cookie, token, state.shop.clock.now()).ok()
}

/// The visitor's choice, else the order's own language: a Russian customer's page is Russian on a borrowed phone.
pub(super) fn language(headers: &HeaderMap, order: &TrackedOrder) -> Language {
    cookies::chosen_language(headers).unwrap_or(order.language)
}

pub(super) async fn read(state: &AppState, headers: &HeaderMap, number: &str) -> Result<TrackedOrder, Fault> {
    let id = admitted(state, headers).ok_or(Fault::NotFound)?;
    let order = order::track(&state.shop.pool, id).await?;
    if Some(&order.number) == OrderNumber::parse(number).as_ref() { Ok(order) } else { Err(Fault::NotFound) }
}

pub(super) async fn show(
    State(state): State<AppState>,
    Path(number): Path<String>,
    Query(wish): Query<LanguageWish>,
    headers: HeaderMap,
) -> Response {
    match read(&state, &headers, &number).await {
        Ok(order) => {
            let path = format!("/o/{}", order.number);
            if let Some(kept) = keep_language(&state, &wish, &path) {
                return kept;
            }
            let visit = visit(&state, language(&headers, &order), &path);
            page(
                StatusCode::OK,
                customer::order_page(
                    &visit,
                    &order,
                    state.shop.clock.now(),
                    super::push::key(&state).as_deref(),
                ),
            )
        }
        // The same for a number that exists and one that does not: number and email, please.
        Err(Fault::NotFound) => Redirect::to("/track").into_response(),
        Err(fault) => failed(&state, super::language(&state, &headers), &fault),
    }
}

/// Which part of which page is asked for.
#[derive(Debug, serde::Deserialize)]
pub(super) struct Part {
    view: Option<String>,
}

pub(super) async fn fragment(
    State(state): State<AppState>,
    Path(number): Path<String>,
    Query(part): Query<Part>,
    headers: HeaderMap,
) -> Response {
    if let Some(unchanged) = unchanged(&state, &headers).await {
        return unchanged;
    }
    match read(&state, &headers, &number).await {
        Ok(order) => {
            let language = language(&headers, &order);
            let visit = visit(&state, language, &format!("/o/{}", order.number));
            let html = match part.view.as_deref() {
                Some("receipt") => customer::receipt_fragment(&visit, &order),
                _ => customer::order_fragment(&visit, &order, state.shop.clock.now()),
            };
            let mut response = Html(html).into_response();
            response.headers_mut().insert(header::ETAG, etag(order.version, language));
            response.headers_mut().insert("x-clew-version", HeaderValue::from(order.version));
            response
        }
        Err(Fault::NotFound) => StatusCode::NOT_FOUND.into_response(),
        Err(fault) => {
            tracing::error!(%fault, "a fragment failed");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

fn etag(version: i64, language: Language) -> HeaderValue {
    HeaderValue::from_str(&format!("\"{version}-{}\"", language.tag()))
        .unwrap_or(HeaderValue::from_static("\"\""))
}

/// 304 for a poll that knows the current version: one primary-key read instead of the whole page.
async fn unchanged(state: &AppState, headers: &HeaderMap) -> Option<Response> {
    let known = headers.get(header::IF_NONE_MATCH)?.to_str().ok()?;
    let id = admitted(state, headers)?;
    let version = store::version(&state.shop.pool, id).await.ok()??;
    let shown = known.trim_matches('"').split_once('-').filter(|(shown, _)| shown.parse() == Ok(version));
    shown.map(|_| (StatusCode::NOT_MODIFIED, [(header::ETAG, known.to_owned())]).into_response())
}

pub(super) async fn live(
    State(state): State<AppState>,
    Path(number): Path<String>,
    headers: HeaderMap,
) -> Response {
    let admitted = admitted(&state, &headers);
    match (admitted, read(&state, &headers, &number).await) {
        (Some(id), Ok(_)) => live::follow_order(&state, id),
        // 204 tells an EventSource not to come back (HTML §9.2.3).
        (_, Err(Fault::NotFound) | Ok(_)) => StatusCode::NO_CONTENT.into_response(),
        (_, Err(_)) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}
