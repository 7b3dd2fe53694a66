//! `GET /api/notifications/history`: what somebody was told, newest first.

use axum::{Json, extract::State};
use domain::{
    Shop,
    clock::At,
    customer::{self, Told},
    notice::{Channel, NoticeState},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    super::{problem::Problem, read::Query},
    caller::Caller,
};

/// From where.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub(super) struct Wanted {
    /// What `next` was on the page before.
    before: Option<Uuid>,
}

/// A page.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = NotificationHistory)]
pub(super) struct Page {
    notifications: Vec<Message>,
    /// What `before` is for the next page; none on the last.
    next: Option<Uuid>,
}

#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = NotificationEntry)]
#[serde(rename_all = "camelCase")]
struct Message {
    id: Uuid,
    order_number: Option<String>,
    notification_type: &'static str,
    channel: Channel,
    status: NoticeState,
    subject: Option<String>,
    created_at: At,
    sent_at: Option<At>,
    delivered_at: Option<At>,
}

impl From<Told> for Message {
    fn from(told: Told) -> Self {
        Self {
            id: told.id,
            order_number: told.number.map(|number| number.to_string()),
            notification_type: told.kind.as_str(),
            channel: told.channel,
            status: told.state,
            subject: told.subject,
            created_at: told.created_at,
            sent_at: told.sent_at,
            delivered_at: told.delivered_at,
        }
    }
}

/// Fifty at a time.
#[utoipa::path(
    get, path = "/api/notifications/history", operation_id = "getNotificationHistory", tag = "preferences",
    params(Wanted),
    responses((status = 200, description = "Fifty at a time", body = Page)),
    security(("preferencesLink" = []), ("orderLink" = []))
)]
pub(super) async fn history(
    State(shop): State<Shop>,
    caller: Caller,
    Query(wanted): Query<Wanted>,
) -> Result<Json<Page>, Problem> {
    let page = customer::history(&shop, &caller.who, wanted.before, caller.language).await?;
    Ok(Json(Page { notifications: page.rows.into_iter().map(Message::from).collect(), next: page.next }))
}
