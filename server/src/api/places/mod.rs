//! `/api/places…`: where the shop works, when that is open, and which slots can be had. A storefront asks before it places an order; an
//! administrator's program writes locations down.

mod list;
mod one;
mod put;
mod slots;
mod view;

use utoipa_axum::{router::OpenApiRouter, routes};

use crate::state::AppState;

/// The routes.
pub(super) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list::list_places))
        .routes(routes!(one::get_place, put::put_place))
        .routes(routes!(slots::list_slots))
}
