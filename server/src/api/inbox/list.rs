//! `GET /api/inbox`: webhooks received, the newest first.

use axum::{Json, extract::State};
use domain::{
    Language, Shop,
    inbox::{self, InboxFilter, InboxState},
};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    super::{
        paging::{Limit, Page},
        problem::Problem,
        read::Query,
    },
    view::Line,
};

/// Which webhooks.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct InboxQuery {
    /// Part of the provider's id of the event, or of its name for its kind.
    search: Option<String>,
    /// What became of them.
    state: Option<InboxState>,
    /// `stripe`, `shippo`, …
    provider: Option<String>,
    /// Number of the order they are about.
    order: Option<String>,
    /// `nextCursor` of the page before.
    cursor: Option<Uuid>,
    /// How many at most.
    #[param(value_type = u8, minimum = 1, maximum = 100, default = 50)]
    limit: Limit,
}

/// Webhooks received, the newest first.
#[utoipa::path(
    get, path = "/api/inbox", operation_id = "listInbox", tag = "webhooks",
    params(InboxQuery),
    responses((status = 200, description = "A page of webhooks", body = Page<Line>)),
    security(("apiKey" = ["webhooks:read"]), ("session" = ["operator"]))
)]
pub async fn list_inbox(
    State(shop): State<Shop>,
    Query(query): Query<InboxQuery>,
) -> Result<Json<Page<Line>>, Problem> {
    let filter = InboxFilter {
        provider: query.provider,
        event: query.search,
        order: query.order,
        state: query.state,
        after: query.cursor.map(|id| id.to_string()),
    };
    let (rows, next_cursor) = inbox::some(&shop, Language::En, &filter, query.limit.0).await?;
    Ok(Json(Page { items: rows.into_iter().map(Line::from).collect(), next_cursor }))
}
