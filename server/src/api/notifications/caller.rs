//! Who calls: by the signed token of a link we mailed them, or by the session of a browser that has signed in.

use axum::{
    extract::{FromRef, FromRequestParts},
    http::{StatusCode, header, request::Parts},
};
use domain::{
    Language, Shop,
    customer::{self, Who},
    ids::OrderId,
    secret::Purpose,
};

use super::super::problem::Problem;
use crate::{cookies, same_origin::is_ours, state::AppState};

/// A customer.
#[derive(Debug, Clone)]
pub(super) struct Caller {
    /// For which address.
    pub who: Who,
    /// By which order's link, where by one.
    pub order: Option<OrderId>,
    /// In which language they read.
    pub language: Language,
}

impl<S: Send + Sync> FromRequestParts<S> for Caller
where
    AppState: FromRef<S>,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let state = AppState::from_ref(state);
        let language = cookies::language_of(&parts.headers).unwrap_or(state.shop.about.language);
        if let Some(said) = parts.headers.get(header::AUTHORIZATION) {
            let token = said.to_str().ok().and_then(|said| said.strip_prefix("Bearer ")).unwrap_or_default();
            let looks = parts.method.is_safe();
            let (order, who) = by_link(&state.shop, token.trim(), looks).await?.ok_or_else(unknown)?;
            return Ok(Self { who, order: Some(order), language });
        }
        // A cookie travels by itself: other sites may not ride on it.
        let safe = parts.method.is_safe();
        if !safe && !is_ours(&parts.headers, &state.shop.about.public_url) {
            let detail = "A request with a session's cookie must come from a page of this shop.";
            return Err(Problem::new(StatusCode::FORBIDDEN, "forbidden", "From another site", detail));
        }
        let token = cookies::customer_of(&parts.headers, state.door.secure).ok_or_else(unknown)?;
        let who = customer::resume(&state.shop, token).await?.ok_or_else(unknown)?;
        Ok(Self { who, order: None, language })
    }
}

/// Whose token it is. The link to an order is shown around: it lets nobody change what its customer hears, or where.
async fn by_link(shop: &Shop, token: &str, looks: bool) -> Result<Option<(OrderId, Who)>, Problem> {
    let purposes: &[Purpose] =
        if looks { &[Purpose::Preferences, Purpose::Link] } else { &[Purpose::Preferences] };
    for purpose in purposes.iter().copied() {
        if let Ok(found) = customer::links::open(shop, purpose, token).await? {
            return Ok(Some(found));
        }
    }
    Ok(None)
}

fn unknown() -> Problem {
    let detail =
        "Send the token of a link from one of our mails as `Authorization: Bearer …`, or sign in at /my.";
    Problem::new(StatusCode::UNAUTHORIZED, "unauthorized", "Nobody we know", detail)
}
