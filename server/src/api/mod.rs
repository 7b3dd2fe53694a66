//! The JSON API: keys with scopes, RFC 9457 refusals, `Idempotency-Key`, and a document (OpenAPI 3.1) out of which its own guard reads who may
//! call what.

mod admin_notifications;
mod alerts;
mod authenticate;
mod bulk;
mod caller;
mod cancel_order;
mod conditional;
mod cors;
mod create_order;
mod delivery_preferences;
mod document;
mod figures;
mod guard;
mod inbox;
mod keys;
mod notices;
mod notifications;
mod once;
mod order_events;
mod orders;
mod paging;
mod places;
mod plain_refusal;
mod problem;
mod production;
mod products;
mod put_product;
mod rate;
mod read;
mod refusals;
mod return_order;
mod rules;
mod shipping_rates;
mod standing;
pub mod track;
mod webhook_endpoints;
mod workflows;

use std::sync::Arc;

use axum::{
    Router, middleware,
    routing::{any, get},
};
use serde_json::Value;
use utoipa::OpenApi;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::state::AppState;
use guard::{Guarded, guard};
use rules::Rules;

/// Every operation.
fn operations() -> OpenApiRouter<AppState> {
    OpenApiRouter::with_openapi(document::Head::openapi())
        .merge(notifications::routes())
        .merge(admin_notifications::routes())
        .merge(orders::routes())
        .routes(routes!(create_order::create_order))
        .routes(routes!(cancel_order::cancel_order))
        .routes(routes!(return_order::return_order))
        .routes(routes!(delivery_preferences::show, delivery_preferences::choose))
        .routes(routes!(order_events::order_events))
        .routes(routes!(shipping_rates::shipping_rates))
        .routes(routes!(production::create))
        .routes(routes!(production::show, production::change))
        .routes(routes!(put_product::put_product))
        .merge(products::routes())
        .merge(places::routes())
        .merge(notices::routes())
        .merge(figures::routes())
        .merge(workflows::routes())
        .merge(inbox::routes())
        .merge(webhook_endpoints::routes())
        .merge(bulk::routes())
        .merge(alerts::routes())
        .merge(keys::routes())
}

/// The API's document, complete.
///
/// # Errors
/// Never: `the_document_says_what_the_guard_can_hold` opens it.
pub fn document() -> anyhow::Result<Value> {
    document::complete(operations().get_openapi())
}

/// The API's routes, behind its guard. A document that no guard can hold lets nobody in.
pub fn routes(state: &AppState) -> Router<AppState> {
    let (router, _) = operations().split_for_parts();
    let (document, rules) = document()
        .and_then(|document| Rules::read(&document).map(|rules| (document, rules)))
        .unwrap_or_else(|error| {
            tracing::error!(error = format!("{error:#}"), "the API is closed: its document cannot be read");
            (Value::Null, Rules::default())
        });
    let guarded = Guarded { state: state.clone(), rules: Arc::new(rules) };
    let document =
        Router::new().route("/api/openapi.json", get(document::show)).with_state(Arc::new(document));
    router
        .layer(middleware::from_fn_with_state(guarded, guard))
        .merge(document)
        .route("/api/{*rest}", any(guard::not_found))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_document_says_what_the_guard_can_hold() {
        let document = document().unwrap();
        assert_eq!(document["openapi"].as_str().map(|version| &version[..3]), Some("3.1"));
        Rules::read(&document).unwrap();
        for (path, operations) in document["paths"].as_object().unwrap() {
            for (method, operation) in operations.as_object().unwrap() {
                let told = |name: &str| operation[name].as_str().is_some_and(|text| !text.is_empty());
                assert!(operation["security"].is_array(), "{method} {path} says nothing of who may call it");
                assert!(told("operationId") && told("summary"), "{method} {path} says nothing of itself");
            }
        }
    }
}
