//! `GET /api/notices`: the log, the newest first.

use axum::{Json, extract::State};
use domain::{
    Shop,
    notice::{
        Channel, NoticeKind, NoticeState,
        log::{self, LogFilter},
    },
    order::OrderNumber,
};
use serde::Deserialize;

use super::{
    super::{
        caller::Clerk,
        paging::{Limit, Page},
        problem::Problem,
        read::Query,
    },
    view::Line,
};

/// Which messages.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct NoticeQuery {
    /// About this order.
    order: Option<String>,
    /// How far they got.
    state: Option<NoticeState>,
    /// What they tell.
    kind: Option<NoticeKind>,
    /// Over which channel.
    channel: Option<Channel>,
    /// `nextCursor` of the page before.
    cursor: Option<String>,
    /// How many at most.
    #[param(value_type = u8, minimum = 1, maximum = 100, default = 50)]
    limit: Limit,
}

/// Messages, the newest first.
#[utoipa::path(
    get, path = "/api/notices", operation_id = "listNotices", tag = "notices",
    params(NoticeQuery),
    responses((status = 200, description = "A page of messages", body = Page<Line>)),
    security(("apiKey" = ["notices:read"]), ("session" = ["operator"]))
)]
pub async fn list_notices(
    State(shop): State<Shop>,
    Clerk(person): Clerk,
    Query(query): Query<NoticeQuery>,
) -> Result<Json<Page<Line>>, Problem> {
    if query.cursor.as_deref().is_some_and(|cursor| log::read_cursor(cursor).is_none()) {
        return Err(Problem::not_understood("`cursor` is no `nextCursor` of this list."));
    }
    let number = query.order.as_deref().map(OrderNumber::parse);
    if number == Some(None) {
        return Err(Problem::not_understood("`order` is no order's number."));
    }
    let filter = LogFilter {
        q: number.flatten().map(|number| number.to_string()),
        channel: query.channel,
        kind: query.kind,
        state: query.state,
        after: query.cursor,
        ..LogFilter::default()
    };
    let (rows, next_cursor) = log::some(&shop, &person, &filter, query.limit.0).await?;
    Ok(Json(Page { items: rows.into_iter().map(Line::from).collect(), next_cursor }))
}
