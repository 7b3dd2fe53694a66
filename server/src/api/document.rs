//! The API's document (OpenAPI 3.1), made from the handlers: what it says of callers is what the guard holds.

use axum::{Json, extract::State, response::IntoResponse};
use serde_json::{Value, json};
use std::sync::Arc;
use utoipa::OpenApi;

use super::{
    problem::Problem,
    refusals,
    rules::{API_KEY, ORDER_LINK, PREFERENCES_LINK, SESSION},
};

/// What stands above the operations.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Clew",
        description = "Orders from paid to delivered. Times are RFC 3339, money is in minor units with its currency, lists are read by cursor, \
                       refusals are RFC 9457 problems, and a change under an `Idempotency-Key` is done once.",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0")
    ),
    components(schemas(Problem)),
    tags(
        (name = "orders", description = "Orders, their stages, notes, parcels and returns."),
        (name = "money", description = "Refunds."),
        (name = "shipping", description = "Rates and labels."),
        (name = "tracking", description = "What a customer follows."),
        (name = "products", description = "Products and their stock."),
        (name = "places", description = "Locations and slots."),
        (name = "notices", description = "Messages to customers, their words and figures."),
        (name = "preferences", description = "What a customer wants to hear."),
        (name = "production", description = "A studio's orders in its own words."),
        (name = "shop", description = "Workflows, figures, and what needs a person."),
        (name = "bulk", description = "Many orders at once."),
        (name = "webhooks", description = "Webhooks received and sent."),
        (name = "keys", description = "Keys with which programs call.")
    )
)]
pub(super) struct Head;

/// Completes what the handlers say: schemes, and refusals all operations share.
pub(super) fn complete(paths: &utoipa::openapi::OpenApi) -> anyhow::Result<Value> {
    let mut document = serde_json::to_value(paths)?;
    document["components"]["securitySchemes"] = json!({
        API_KEY: {
            "type": "http", "scheme": "bearer",
            "description": "A key (`clew_…`) from /admin/keys or `clew create-api-key`; the words beside it are its scopes.",
        },
        SESSION: {
            "type": "apiKey", "in": "cookie", "name": "__Host-clew_session",
            "description": "Staff signed in at /admin; the word beside it is the lowest role. Changes must come from a page of this shop.",
        },
        ORDER_LINK: {
            "type": "http", "scheme": "bearer",
            "description": "The token in the link to an order, from a mail to its customer; or the cookie of a customer signed in at /my.",
        },
        PREFERENCES_LINK: {
            "type": "http", "scheme": "bearer",
            "description": "The token in the link to the preferences at a mail's foot; or the cookie of a customer signed in at /my.",
        },
    });
    refusals::add(&mut document);
    Ok(document)
}

/// `GET /api/openapi.json`.
pub(super) async fn show(State(document): State<Arc<Value>>) -> impl IntoResponse {
    Json((*document).clone())
}
