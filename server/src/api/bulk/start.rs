//! `POST /api/bulk`: many orders are changed at once, or a dry run says what would come of it.

use axum::{
    Json,
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::{
    Shop,
    bulk::{self, Asked, Request, Wish},
};
use serde::Deserialize;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use super::{
    super::{
        caller::{Clerk, RequestId},
        problem::Problem,
        read::Body,
    },
    action::{Action, refused},
    selection::selection,
    view::Standing,
};

/// Which orders, and what is done to them.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BulkChange {
    /// As the list of orders is filtered; `{}` means all.
    #[schema(value_type = Option<Object>)]
    filter: Option<Map<String, Value>>,
    /// Numbers, instead of a filter.
    orders: Option<Vec<String>>,
    action: Action,
    /// Only look: nothing changes.
    #[serde(default)]
    dry_run: bool,
}

/// Changes many orders at once, or says what would come of it.
#[utoipa::path(
    post, path = "/api/bulk", operation_id = "startBulk", tag = "bulk",
    params(("Idempotency-Key" = String, Header, description = "Under it the change is made once, however often it is sent in a day.",
        min_length = 1, max_length = 255)),
    request_body = BulkChange,
    responses(
        (status = 200, description = "What would come of it: a dry run", body = Standing),
        (status = 202, description = "Begun; `Location` is its address", body = Standing, headers(("Location" = String))),
    ),
    security(("apiKey" = ["bulk:write"]), ("session" = ["operator"]))
)]
pub async fn start_bulk(
    State(shop): State<Shop>,
    Clerk(person): Clerk,
    RequestId(request): RequestId,
    Body(change): Body<BulkChange>,
) -> Result<Response, Problem> {
    let selection = selection(change.filter.as_ref(), change.orders.as_deref(), &person);
    let selection = selection.map_err(Problem::invalid)?;
    let wish = Wish::from(change.action);
    if change.dry_run {
        let id = bulk::preview(&shop, &person, &selection, &wish).await.map_err(refused)?;
        return Ok(Json(Standing::read(&shop, &person, id).await?).into_response());
    }
    // The request's id stands for its key and its body: the retry of one that was killed finds the change it began.
    let key = request.to_string();
    let request = Request { body_hash: Sha256::digest(&key).to_vec(), key };
    match bulk::once(&shop, &person, &request, &selection, &wish).await.map_err(refused)? {
        Asked::Bulk { id, .. } => {
            let location = [(header::LOCATION, format!("/api/bulk/{id}"))];
            let standing = Json(Standing::read(&shop, &person, id).await?);
            Ok((StatusCode::ACCEPTED, location, standing).into_response())
        }
        Asked::KeyReused => Err(Problem::key_reused("another change")),
    }
}
