//! `GET /api/orders/{number}/status`: where an order stands, and how it came there. The path is the seed's.

use axum::{Json, extract::State, http::HeaderMap, response::Response};
use domain::{
    Shop,
    clock::{At, Day},
    event::Source,
    ids::OrderId,
    order::{self, Status, TrackedOrder},
    payment::PaymentStatus,
};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    super::{caller::OrderCaller, conditional::with_etag, problem::Problem, read::Path, standing::find},
    public::wording,
};

/// Where an order stands, and how it came there.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct OrderStanding {
    /// Names the order in this API's paths.
    order_id: String,
    /// As people read it.
    order_number: String,
    /// Headline.
    current_status: Status,
    /// Payment axis.
    payment: PaymentStatus,
    /// The day by which all that is under way should be there.
    estimated_delivery: Option<Day>,
    /// When anything about it last changed.
    updated_at: At,
    /// Oldest first.
    status_history: Vec<StatusHistoryEntry>,
}

/// One headline that an order had.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct StatusHistoryEntry {
    /// Names the entry.
    id: String,
    /// The headline.
    status: Status,
    /// The one before; `null` at first.
    previous_status: Option<Status>,
    /// What the shop says of the step it was in, in the order's language.
    status_details: Option<String>,
    /// On whose side that was done.
    created_by: Side,
    /// When.
    created_at: At,
}

/// On whose side something was done, as a customer may know it.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum Side {
    /// The customer, or their storefront.
    Customer,
    /// The shop.
    Shop,
    /// A carrier.
    Carrier,
}

impl From<Source> for Side {
    fn from(source: Source) -> Self {
        match source {
            Source::Customer | Source::Api => Self::Customer,
            Source::Carrier | Source::Shippo => Self::Carrier,
            Source::Staff | Source::Stripe | Source::Stitch | Source::System => Self::Shop,
        }
    }
}

/// How an order came to where it stands, oldest first.
pub(super) async fn history(
    shop: &Shop,
    id: OrderId,
    order: &TrackedOrder,
) -> Result<Vec<StatusHistoryEntry>, Problem> {
    let mut before = None;
    let steps = order::status_steps(shop, id).await?.into_iter().map(|step| StatusHistoryEntry {
        id: format!("{}-{}", order.number, step.version),
        status: step.status,
        previous_status: before.replace(step.status),
        status_details: wording(&order.workflow, step.stage.as_deref(), order.language),
        created_by: step.source.into(),
        created_at: step.at,
    });
    Ok(steps.collect())
}

/// Where it stands, and how it came there.
#[utoipa::path(
    get, path = "/api/orders/{number}/status", operation_id = "getOrderStatus", tag = "tracking",
    params(
        ("number" = String, Path, description = "The order's number, or its id"),
        ("If-None-Match" = Option<String>, Header, description = "The `ETag` of what is known already"),
    ),
    responses(
        (status = 200, description = "Where it stands", body = OrderStanding, headers(("ETag" = String, description = "Its version"))),
        (status = 304, description = "It has not changed"),
    ),
    security(("apiKey" = ["orders:read"]), ("session" = ["viewer"]), ("orderLink" = []))
)]
pub(super) async fn order_status(
    State(shop): State<Shop>,
    caller: OrderCaller,
    headers: HeaderMap,
    Path(number): Path<String>,
) -> Result<Response, Problem> {
    let (id, _) = find(&shop, &number).await?;
    caller.by(&shop, id).await?;
    let order = order::track(&shop.pool, id).await?;
    let answer = OrderStanding {
        order_id: order.number.to_string(),
        order_number: order.number.to_string(),
        current_status: order.status,
        payment: order.payment,
        estimated_delivery: order.expected_on().map(Day),
        updated_at: order.updated_at,
        status_history: history(&shop, id, &order).await?,
    };
    Ok(with_etag(&headers, order.version, Json(answer)))
}
