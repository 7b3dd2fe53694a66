//! Which customer calls, and by which order's link.

use axum::{
    extract::{FromRef, FromRequestParts},
    http::request::Parts,
};
use domain::{Language, customer::Who, ids::OrderId};

use super::super::{
    caller::{Caller as Let, caller, not_let_in},
    problem::Problem,
};
use crate::{cookies, state::AppState};

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
        let (order, who) = match caller(parts)? {
            // The link to an order is shown around: the document lets it only look.
            Let::Link(order) => (Some(order), Who::bought(&state.shop, order).await?),
            Let::Preferences(order, who) => (Some(order), who),
            Let::Owner(who) => (None, who),
            _ => return Err(not_let_in()),
        };
        Ok(Self { who, order, language })
    }
}
