//! `/api/notifications/…`: a customer's own program sets what they hear. Paths and names are the seed's.

mod caller;
mod devices;
mod history;
mod preferences;
mod try_out;
mod verify_phone;

use utoipa_axum::{router::OpenApiRouter, routes};

use crate::state::AppState;

pub(super) use try_out::limited;

/// The routes.
pub(super) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(preferences::show, preferences::change))
        .routes(routes!(verify_phone::verify_phone))
        .routes(routes!(devices::add, devices::remove))
        .routes(routes!(history::history))
        .routes(routes!(try_out::try_out))
}
