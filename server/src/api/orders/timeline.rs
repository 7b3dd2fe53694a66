//! `GET /api/orders/{number}/timeline`: an order's whole story, in the seed's words (`OrderTimeline`).

use axum::{Json, extract::State};
use domain::{
    Shop,
    clock::{At, Day},
    notice::{self, Channel, NoticeState, ToldOf},
    order::{self, Status},
};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    super::{caller::OrderCaller, problem::Problem, read::Path, standing::find},
    status::{StatusHistoryEntry, history},
    tracking_info::TrackingInfo,
};

/// An order's story.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct OrderTimeline {
    /// Names the order in this API's paths.
    order_id: String,
    /// As people read it.
    order_number: String,
    /// Headline.
    current_status: Status,
    /// The day by which all that is under way should be there.
    estimated_delivery: Option<Day>,
    /// Every box on its way to the customer.
    tracking_info: Vec<TrackingInfo>,
    /// Oldest first.
    status_history: Vec<StatusHistoryEntry>,
    /// What its customer was told, newest first.
    notifications: Vec<NotificationSummary>,
}

/// One message.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct NotificationSummary {
    /// What it told.
    notification_type: &'static str,
    /// How it came.
    channel: Channel,
    /// How far it got.
    status: NoticeState,
    /// When it was planned.
    created_at: At,
    /// When it was handed over.
    sent_at: Option<At>,
}

impl From<ToldOf> for NotificationSummary {
    fn from(told: ToldOf) -> Self {
        Self {
            notification_type: told.kind.as_str(),
            channel: told.channel,
            status: told.state,
            created_at: told.created_at,
            sent_at: told.sent_at,
        }
    }
}

/// Its headlines, its boxes, and what its customer was told.
#[utoipa::path(
    get, path = "/api/orders/{number}/timeline", operation_id = "getOrderTimeline", tag = "tracking",
    params(("number" = String, Path, description = "The order's number, or its id")),
    responses((status = 200, description = "Its story", body = OrderTimeline)),
    security(("apiKey" = ["orders:read"]), ("session" = ["viewer"]), ("orderLink" = []))
)]
pub(super) async fn order_timeline(
    State(shop): State<Shop>,
    caller: OrderCaller,
    Path(number): Path<String>,
) -> Result<Json<OrderTimeline>, Problem> {
    let (id, _) = find(&shop, &number).await?;
    caller.by(&shop, id).await?;
    let order = order::track(&shop.pool, id).await?;
    Ok(Json(OrderTimeline {
        order_id: order.number.to_string(),
        order_number: order.number.to_string(),
        current_status: order.status,
        estimated_delivery: order.expected_on().map(Day),
        status_history: history(&shop, id, &order).await?,
        notifications: notice::told_of(&shop, id).await?.into_iter().map(NotificationSummary::from).collect(),
        tracking_info: order.parcels.into_iter().map(TrackingInfo::from).collect(),
    }))
}
