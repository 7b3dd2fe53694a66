//! Who calls: a program with a key, staff or a customer in a browser of ours, or the holder of an order's link.

use axum::http::{HeaderMap, Method, StatusCode, header};
use domain::{api_key, customer, secret::Purpose, staff};

use super::{
    caller::{Caller, unknown},
    problem::Problem,
    rules::Rule,
};
use crate::{cookies, same_origin::is_ours, state::AppState};

/// The caller, by what the request shows and the rule asks about. Who shows nothing is [`Caller::Anybody`].
///
/// # Errors
/// 401 for what opens nothing, 403 for a browser sent here by another site.
pub(super) async fn authenticate(
    state: &AppState,
    method: &Method,
    headers: &HeaderMap,
    rule: &Rule,
) -> Result<Caller, Problem> {
    if rule.is_public() {
        return Ok(Caller::Anybody);
    }
    if let Some(said) = headers.get(header::AUTHORIZATION) {
        let token =
            said.to_str().ok().and_then(|said| said.strip_prefix("Bearer ")).unwrap_or_default().trim();
        return by_token(state, token).await?.ok_or_else(unknown);
    }
    let staff = cookies::session_of(headers, state.door.secure).filter(|_| rule.is_for_staff());
    let customer = cookies::customer_of(headers, state.door.secure);
    if staff.is_none() && customer.is_none() {
        return Ok(Caller::Anybody);
    }
    // A cookie travels by itself: other sites may not ride on it.
    if !method.is_safe() && !is_ours(headers, &state.shop.about.public_url) {
        let detail = "A request with a session's cookie must come from a page of this shop.";
        return Err(Problem::new(StatusCode::FORBIDDEN, "forbidden", "From another site", detail));
    }
    if let Some(token) = staff {
        return staff::resume(&state.shop, token).await?.map(Caller::Staff).ok_or_else(|| {
            Problem::new(StatusCode::UNAUTHORIZED, "unauthorized", "Signed out", "Sign in again at /admin.")
        });
    }
    let who = customer::resume(&state.shop, customer.unwrap_or_default()).await?;
    who.map(Caller::Owner).ok_or_else(unknown)
}

async fn by_token(state: &AppState, token: &str) -> Result<Option<Caller>, Problem> {
    let shop = &state.shop;
    if let Ok(order) = shop.secret.open_order(Purpose::Link, token, shop.clock.now()) {
        return Ok(Some(Caller::Link(order)));
    }
    if let Ok((order, who)) = customer::links::open(shop, Purpose::Preferences, token).await? {
        return Ok(Some(Caller::Preferences(order, who)));
    }
    Ok(api_key::verify(shop, token).await?.map(|key| {
        let person = key.person(shop);
        Caller::Program(key, person)
    }))
}
