//! `/api/keys…`: with which programs may call. Only administrators, signed in: no key makes another.

mod change;
mod create;
mod list;
mod one;
mod revoke;
mod rotate;

use domain::api_key::KeyView;
use serde::Serialize;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::state::AppState;

/// The routes.
pub(super) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list::list_keys, create::create_key))
        .routes(routes!(one::get_key, change::change_key, revoke::revoke_key))
        .routes(routes!(rotate::rotate_key))
}

/// A key with its secret, which is never told again.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct FreshApiKey {
    /// What a program sends as `Authorization: Bearer …`.
    secret: String,
    key: KeyView,
}
