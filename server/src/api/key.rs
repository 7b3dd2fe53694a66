//! Whose API key a request carries.

use axum::{
    extract::{FromRef, FromRequestParts},
    http::{StatusCode, header, request::Parts},
};
use domain::{Shop, api_key, ids::ApiKeyId, staff::Person};

use super::problem::Problem;

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
