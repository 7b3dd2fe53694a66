//! The way back from Stripe's page. Nothing is confirmed here: only the webhook's word counts.

use axum::{
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use customer::MessageKind;
use domain::{
    Fault,
    order::{self, OrderNumber},
    payment,
    secret::Purpose,
};
use serde::Deserialize;

use super::{
    failed, language,
    order::{admitted, read},
    page, visit,
};
use crate::{cookies, state::AppState};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Back {
    session_id: String,
    number: String,
    key: Option<String>,
    lang: Option<String>,
}

/// Who comes back with Stripe's session id has paid (or tried to): it is 60 random characters that only Stripe and the payer know.
pub(super) async fn success(
    State(state): State<AppState>,
    Query(back): Query<Back>,
    headers: HeaderMap,
) -> Response {
    match find(&state, &back, &headers).await {
        Ok(response) => response,
        Err(fault) => failed(&state, language(&state, &headers), &fault),
    }
}

async fn find(state: &AppState, back: &Back, headers: &HeaderMap) -> Result<Response, Fault> {
    let mut conn = state.shop.pool.acquire().await?;
    let found = payment::store::order_of_session(&mut conn, &back.session_id).await?;
    drop(conn);
    let Some(id) = found else {
        let visit = visit(state, language(state, headers), "/track");
        return Ok(page(StatusCode::NOT_FOUND, customer::message_page(&visit, MessageKind::NotFound)));
    };
    let order = order::track(&state.shop.pool, id).await?;
    let now = state.shop.clock.now();
    let path = format!("/checkout/success?session_id={}", back.session_id);
    let wished = back.lang.as_deref().and_then(domain::Language::from_tag);
    let language = wished.or_else(|| cookies::chosen_language(headers)).unwrap_or(order.language);
    let number = order.number.to_string();
    let html = customer::checkout_success_page(&visit(state, language, &path), &order);
    let token = state.shop.secret.sign_order(Purpose::Cookie, id, now.plus(cookies::ORDER_LASTS));
    let mut response = page(StatusCode::OK, html);
    response.headers_mut().append(header::SET_COOKIE, cookies::order(&token, &number, state.door.secure));
    Ok(response)
}

/// Who turned back at the till. The key is in the address Stripe leads back to: it is exchanged for the order's cookie and a clean
/// address, so that "pay after all" needs no look-up.
pub(super) async fn cancel(
    State(state): State<AppState>,
    Query(back): Query<Back>,
    headers: HeaderMap,
) -> Response {
    let wished = back.lang.as_deref().and_then(domain::Language::from_tag);
    let language = wished.unwrap_or_else(|| language(&state, &headers));
    let number = OrderNumber::parse(&back.number).map(|number| number.to_string());
    let path = number
        .as_ref()
        .map_or_else(|| "/checkout/cancel".to_owned(), |number| format!("/checkout/cancel?number={number}"));
    let now = state.shop.clock.now();
    let key = back.key.as_deref().and_then(|key| state.shop.secret.open_order(Purpose::Link, key, now).ok());
    if let (Some(id), Some(number)) = (key, &number) {
        let token = state.shop.secret.sign_order(Purpose::Cookie, id, now.plus(cookies::ORDER_LASTS));
        let cookie = cookies::order(&token, number, state.door.secure);
        return ([(header::SET_COOKIE, cookie)], Redirect::to(&path)).into_response();
    }
    page(StatusCode::OK, customer::checkout_cancel_page(&visit(&state, language, &path), number.as_deref()))
}

/// `/o/{number}/pay`: Stripe's page while it is open, else the order's, which says why not.
pub(super) async fn pay(
    State(state): State<AppState>,
    Path(number): Path<String>,
    headers: HeaderMap,
) -> Response {
    match till(&state, &headers, &number).await {
        Ok(address) => Redirect::to(&address).into_response(),
        Err(Fault::NotFound) => Redirect::to("/track").into_response(),
        Err(fault) => failed(&state, language(&state, &headers), &fault),
    }
}

async fn till(state: &AppState, headers: &HeaderMap, number: &str) -> Result<String, Fault> {
    let order = read(state, headers, number).await?;
    let id = admitted(state, headers).ok_or(Fault::NotFound)?;
    let page = format!("/o/{}", order.number);
    if !order.payable {
        return Ok(page);
    }
    let payment = payment::store::of_order(&mut *state.shop.pool.acquire().await?, id).await?;
    Ok(payment.checkout_url.unwrap_or(page))
}
