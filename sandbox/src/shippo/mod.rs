//! `/shippo`: the part of Shippo's API that Clew talks to, with carriers behind it that make labels and move parcels.

mod address;
mod body;
mod border;
mod carriers;
mod customs;
mod doorway;
mod error;
mod label;
mod later;
mod list;
pub mod moment;
mod object;
mod page;
mod parcel;
mod quote;
mod rate;
mod refund;
mod shipment;
mod store;
mod tell;
pub mod track;
mod transaction;
mod webhook;

use axum::Router;
use axum::http::Uri;
use axum::middleware::from_fn_with_state;
use axum::routing::{MethodRouter, get, post};

use crate::world::Shared;
use error::Refusal;

pub use later::watch;
pub use page::routes as site;
pub use store::Store;
pub use transaction::Transaction;

/// The API behind its doorway (identity, faults), and the labels, which anybody who has their address can fetch.
pub fn routes(world: Shared) -> Router<Shared> {
    let calls: [(&str, MethodRouter<Shared>); 23] = [
        ("/addresses", post(address::create).get(address::list)),
        ("/addresses/{id}", get(address::retrieve)),
        ("/addresses/{id}/validate", get(address::validate)),
        ("/parcels", post(parcel::create)),
        ("/parcels/{id}", get(parcel::retrieve)),
        ("/customs/items", post(customs::create_item)),
        ("/customs/items/{id}", get(customs::retrieve_item)),
        ("/customs/declarations", post(customs::declare)),
        ("/customs/declarations/{id}", get(customs::retrieve)),
        ("/carrier_accounts", get(carriers::list)),
        ("/carrier_accounts/{id}", get(carriers::retrieve)),
        ("/shipments", post(shipment::create).get(shipment::list)),
        ("/shipments/{id}", get(shipment::retrieve)),
        ("/shipments/{id}/rates", get(shipment::rates)),
        ("/shipments/{id}/rates/{currency}", get(shipment::rates_in)),
        ("/rates/{id}", get(rate::retrieve)),
        ("/transactions", post(transaction::create).get(transaction::list)),
        ("/transactions/{id}", get(transaction::retrieve)),
        ("/refunds", post(refund::create).get(refund::list)),
        ("/refunds/{id}", get(refund::retrieve)),
        ("/tracks", post(track::create)),
        ("/tracks/{carrier}/{number}", get(track::retrieve)),
        ("/webhooks", post(webhook::create).get(webhook::list)),
    ];
    let one_webhook = get(webhook::retrieve).put(webhook::update).delete(webhook::delete);
    calls
        .into_iter()
        .chain([("/webhooks/{id}", one_webhook)])
        // Shippo writes collections with a slash at the end and is not strict about it.
        .fold(Router::new(), |router, (path, call)| {
            router.route(path, call.clone()).route(&format!("{path}/"), call)
        })
        .fallback(unknown)
        .method_not_allowed_fallback(unknown)
        .layer(from_fn_with_state(world, doorway::doorway))
        .route("/labels/{file}", get(label::serve))
}

async fn unknown(uri: Uri) -> Refusal {
    Refusal::lost(uri.path().trim_start_matches('/'))
}
