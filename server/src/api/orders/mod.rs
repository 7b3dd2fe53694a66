//! Orders over the API: what a storefront, a back office and a customer's program read of them and do with them.

mod active;
mod answer;
mod call_off;
mod change;
mod hold;
mod labels;
mod list;
mod notes;
mod overview;
mod parcels;
mod public;
mod rates;
mod read;
mod refunds;
mod returns;
mod set_status;
mod stage;
mod status;
mod timeline;
mod track;
mod tracking_info;

use utoipa_axum::{router::OpenApiRouter, routes};

use crate::state::AppState;

/// The routes.
pub(super) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list::list_orders))
        .routes(routes!(read::get_order, change::change_order))
        .routes(routes!(stage::move_order))
        .routes(routes!(hold::hold_order))
        .routes(routes!(hold::release_order))
        .routes(routes!(call_off::call_off_order))
        .routes(routes!(notes::list_notes, notes::add_note))
        .routes(routes!(parcels::list_parcels, parcels::add_parcel))
        .routes(routes!(rates::label_rates))
        .routes(routes!(labels::list_labels, labels::buy_label))
        .routes(routes!(labels::void_label))
        .routes(routes!(refunds::list_refunds, refunds::refund_order))
        .routes(routes!(returns::list_returns, returns::request_return))
        .routes(routes!(returns::receive_return))
        .routes(routes!(returns::decline_return))
        .routes(routes!(status::order_status))
        .routes(routes!(timeline::order_timeline))
        .routes(routes!(track::track_number))
        .routes(routes!(active::active_orders))
        .routes(routes!(overview::status_overview))
        .routes(routes!(set_status::set_order_status))
}
