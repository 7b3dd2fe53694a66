//! Whose API key a request carries, or whose session.

use axum::{
    extract::{FromRef, FromRequestParts},
    http::{StatusCode, header, request::Parts},
};
use domain::{
    Shop, api_key,
    ids::ApiKeyId,
    staff::{self, Person, Role},
};

use super::problem::Problem;
use crate::{cookies, same_origin::is_ours, state::AppState};

/// A storefront that has proved itself.
#[derive(Debug, Clone, Copy)]
pub struct Storefront(pub ApiKeyId);

impl<S: Send + Sync> FromRequestParts<S> for Storefront
where
    Shop: FromRef<S>,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let shop = Shop::from_ref(state);
        let said = parts.headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
        let key = said.and_then(|said| said.strip_prefix("Bearer ")).unwrap_or_default().trim();
        api_key::verify(&shop, key).await?.map(Self).ok_or_else(|| {
            let detail =
                "Send an API key as `Authorization: Bearer clew_…`. `clew create-api-key NAME` makes one.";
            Problem::new(StatusCode::UNAUTHORIZED, "unauthorized", "No valid API key", detail)
        })
    }
}

/// A program that may do what an operator does, under its key's name.
#[derive(Debug, Clone)]
pub struct Operator(pub Person);

impl<S: Send + Sync> FromRequestParts<S> for Operator
where
    Shop: FromRef<S>,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let Storefront(id) = Storefront::from_request_parts(parts, state).await?;
        api_key::operator(&Shop::from_ref(state), id).await?.map(Self).ok_or_else(|| {
            let detail =
                "This key creates orders. `clew create-api-key --operator NAME` makes one that moves them.";
            Problem::new(StatusCode::FORBIDDEN, "forbidden", "Not with this key", detail)
        })
    }
}

/// Somebody who may do what an operator does: a program with an operator's key, or staff in a browser of ours.
#[derive(Debug, Clone)]
pub struct Clerk(pub Person);

impl<S: Send + Sync> FromRequestParts<S> for Clerk
where
    AppState: FromRef<S>,
    Shop: FromRef<S>,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let door = AppState::from_ref(state);
        let session = cookies::session_of(&parts.headers, door.door.secure);
        let Some(token) = session.filter(|_| !parts.headers.contains_key(header::AUTHORIZATION)) else {
            return Operator::from_request_parts(parts, state).await.map(|Operator(person)| Self(person));
        };
        let forbidden = |title, detail: &str| Problem::new(StatusCode::FORBIDDEN, "forbidden", title, detail);
        // A cookie travels by itself: other sites may not ride on it.
        if !parts.method.is_safe() && !is_ours(&parts.headers, &door.shop.about.public_url) {
            let detail = "A request with a session's cookie must come from a page of this shop.";
            return Err(forbidden("From another site", detail));
        }
        let person = staff::resume(&door.shop, token).await?.ok_or_else(|| {
            Problem::new(StatusCode::UNAUTHORIZED, "unauthorized", "Signed out", "Sign in again at /admin.")
        })?;
        match person.must_be(Role::Operator) {
            Ok(()) => Ok(Self(person)),
            Err(_) => Err(forbidden("Not with this role", "Operators and administrators do this.")),
        }
    }
}
