//! Who calls about one order: its customer (by the signed token of the link we mailed, or by the session of a browser that has signed in), a
//! storefront's key, or staff (an operator's key, or their session).

use axum::{
    extract::{FromRef, FromRequestParts},
    http::{StatusCode, header, request::Parts},
};
use domain::{
    Shop, api_key,
    customer::{self, Who},
    ids::OrderId,
    order::By,
    secret::Purpose,
};

use super::{
    key::{Clerk, Storefront},
    problem::Problem,
};
use crate::{cookies, same_origin::is_ours, state::AppState};

/// Somebody who has proved who they are.
#[derive(Debug, Clone)]
pub(super) enum OrderCaller {
    /// For any order.
    Any(By),
    /// For the order of their link.
    Link(OrderId),
    /// For the orders of their address.
    Owner(Who),
}

impl<S: Send + Sync> FromRequestParts<S> for OrderCaller
where
    AppState: FromRef<S>,
    Shop: FromRef<S>,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let door = AppState::from_ref(state);
        if let Some(said) = parts.headers.get(header::AUTHORIZATION) {
            let token = said.to_str().ok().and_then(|said| said.strip_prefix("Bearer ")).unwrap_or_default();
            let link = door.shop.secret.open_order(Purpose::Link, token.trim(), door.shop.clock.now());
            if let Ok(order) = link {
                return Ok(Self::Link(order));
            }
            let Storefront(key) = Storefront::from_request_parts(parts, state).await?;
            let operator = api_key::operator(&door.shop, key).await?;
            return Ok(Self::Any(operator.map_or(By::Storefront, By::Staff)));
        }
        if cookies::session_of(&parts.headers, door.door.secure).is_some() {
            let Clerk(person) = Clerk::from_request_parts(parts, state).await?;
            return Ok(Self::Any(By::Staff(person)));
        }
        // A cookie travels by itself: other sites may not ride on it.
        if !parts.method.is_safe() && !is_ours(&parts.headers, &door.shop.about.public_url) {
            let detail = "A request with a session's cookie must come from a page of this shop.";
            return Err(Problem::new(StatusCode::FORBIDDEN, "forbidden", "From another site", detail));
        }
        let token = cookies::customer_of(&parts.headers, door.door.secure).ok_or_else(unknown)?;
        customer::resume(&door.shop, token).await?.map(Self::Owner).ok_or_else(unknown)
    }
}

impl OrderCaller {
    /// On whose behalf they call about this order.
    ///
    /// # Errors
    /// 404 when it is none of theirs: the same as for an order nobody has.
    pub(super) async fn by(self, shop: &Shop, order: OrderId) -> Result<By, Problem> {
        let theirs = match &self {
            Self::Any(_) => true,
            Self::Link(opened) => *opened == order,
            Self::Owner(who) => Who::bought(shop, order).await?.hash == who.hash,
        };
        match (theirs, self) {
            (true, Self::Any(by)) => Ok(by),
            (true, _) => Ok(By::Customer),
            (false, _) => Err(domain::Fault::NotFound.into()),
        }
    }
}

fn unknown() -> Problem {
    let detail = "Send an API key or the token of a link from one of our mails as `Authorization: Bearer …`, or sign in.";
    Problem::new(StatusCode::UNAUTHORIZED, "unauthorized", "Nobody we know", detail)
}
