//! `POST /api/admin/notifications/bulk-send`: one message to the customer of each order of a selection. The bulk page's verbs, begun once
//! per `Idempotency-Key`; a dry run only looks.

use axum::{
    Json,
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::{
    Fault, Language, Reason, Shop,
    bulk::{self, Asked, BulkCounts, BulkPage, BulkState, Request, Wish},
    clock::At,
    ids::BulkId,
    staff::Person,
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use super::super::{
    bulk::selection::selection,
    caller::Clerk,
    once::key_of,
    problem::Problem,
    read::{Path, read},
};

/// What is asked for.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[schema(as = BulkSend)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Body {
    /// As the list of orders is filtered; `{}` means all.
    #[schema(value_type = Option<Object>)]
    filter: Option<Map<String, Value>>,
    /// Numbers, instead of a filter.
    orders: Option<Vec<String>>,
    #[serde(default)]
    subject: String,
    message: String,
    /// When it leaves; at once where nothing is said, which is after the ten minutes in which it can be taken back.
    scheduled_at: Option<At>,
    #[serde(default)]
    dry_run: bool,
}

/// How it stands.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = BulkSendStanding)]
#[serde(rename_all = "camelCase")]
pub struct Standing {
    id: BulkId,
    state: BulkState,
    total: i64,
    predicted: BulkCounts,
    /// Orders whose message is written down, or refused.
    outcome: BulkCounts,
    /// How far the messages are: how many stand in each state.
    #[schema(value_type = std::collections::BTreeMap<String, i64>)]
    messages: Map<String, Value>,
    scheduled_at: Option<String>,
    /// Until when `DELETE` takes it back.
    undo_until: Option<String>,
    refusals: Vec<Refusal>,
}

#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = BulkRefusal)]
struct Refusal {
    detail: String,
    count: i64,
    /// The first of them.
    orders: Vec<String>,
}

/// Writes to them once, or says what would come of it.
#[utoipa::path(
    post, path = "/api/admin/notifications/bulk-send", operation_id = "bulkSend", tag = "notices",
    params(("Idempotency-Key" = Option<String>, Header, description = "Needed, but for a dry run.", min_length = 1, max_length = 255)),
    request_body = Body,
    responses((status = 200, description = "What would come of it, or what was begun before under this key", body = Standing),
        (status = 202, description = "Begun; `Location` is its address", body = Standing, headers(("Location" = String)))),
    security(("apiKey" = ["bulk:write"]), ("session" = ["operator"]))
)]
pub async fn send(
    State(shop): State<Shop>,
    Clerk(person): Clerk,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Problem> {
    let asked: Body = read(&body)?;
    let selection = selection(asked.filter.as_ref(), asked.orders.as_deref(), &person);
    let selection = selection.map_err(Problem::invalid)?;
    let wish = Wish {
        action: "message".to_owned(),
        subject: asked.subject,
        text: asked.message,
        at: asked.scheduled_at.map(At::rfc3339).unwrap_or_default(),
        ..Wish::default()
    };
    if asked.dry_run {
        let id = bulk::preview(&shop, &person, &selection, &wish).await.map_err(refused)?;
        return Ok(Json(standing(&shop, &person, id).await?).into_response());
    }
    let request = Request {
        key: key_of(&headers, true)?.unwrap_or_default(),
        body_hash: Sha256::digest(&body).to_vec(),
    };
    match bulk::once(&shop, &person, &request, &selection, &wish).await.map_err(refused)? {
        Asked::Bulk { id, again } => {
            let status = if again { StatusCode::OK } else { StatusCode::ACCEPTED };
            let location = [(header::LOCATION, format!("/api/admin/notifications/bulk-send/{id}"))];
            Ok((status, location, Json(standing(&shop, &person, id).await?)).into_response())
        }
        Asked::KeyReused => Err(Problem::key_reused("a new message")),
    }
}

/// How far it is.
#[utoipa::path(
    get, path = "/api/admin/notifications/bulk-send/{id}", operation_id = "getBulkSend", tag = "notices",
    params(("id" = BulkId, Path, description = "Which")),
    responses((status = 200, description = "How far it is", body = Standing)),
    security(("apiKey" = ["bulk:write"]), ("session" = ["operator"]))
)]
pub async fn show(
    State(shop): State<Shop>,
    Clerk(person): Clerk,
    Path(id): Path<BulkId>,
) -> Result<Json<Standing>, Problem> {
    Ok(Json(standing(&shop, &person, id).await?))
}

/// Takes back what has not left. Twice is once.
#[utoipa::path(
    delete, path = "/api/admin/notifications/bulk-send/{id}", operation_id = "undoBulkSend", tag = "notices",
    params(("id" = BulkId, Path, description = "Which")),
    responses((status = 202, description = "Being taken back", body = Standing)),
    security(("apiKey" = ["bulk:write"]), ("session" = ["operator"]))
)]
pub async fn take_back(
    State(shop): State<Shop>,
    Clerk(person): Clerk,
    Path(id): Path<BulkId>,
) -> Result<(StatusCode, Json<Standing>), Problem> {
    let before = standing(&shop, &person, id).await?;
    if !matches!(before.state, BulkState::Undoing | BulkState::Undone) {
        bulk::undo(&shop, &person, id).await?;
    }
    Ok((StatusCode::ACCEPTED, Json(standing(&shop, &person, id).await?)))
}

async fn standing(shop: &Shop, person: &Person, id: BulkId) -> Result<Standing, Problem> {
    let messages = bulk::messages(shop, id).await?;
    // A program reads English, whatever its shop speaks.
    let reader = Person { language: Language::En, ..person.clone() };
    let page: BulkPage = bulk::page(shop, &reader, id).await?;
    Ok(Standing {
        id,
        state: page.state,
        total: page.total,
        predicted: page.predicted,
        outcome: page.outcome,
        messages: messages.into_iter().map(|(state, n)| (state.as_str().to_owned(), n.into())).collect(),
        scheduled_at: page.leaves.map(|at| at.iso),
        undo_until: page.undo_until.map(|(at, _)| at.iso),
        refusals: page
            .refusals
            .into_iter()
            .map(|reason| Refusal { detail: reason.sentence, count: reason.count, orders: reason.examples })
            .collect(),
    })
}

/// Names the field that a refusal is about.
fn refused(fault: Fault) -> Problem {
    let field = match &fault {
        Fault::Refused(Reason::BadHour { .. }) => "/scheduledAt",
        Fault::Refused(Reason::EmptyMessage | Reason::TooLong { .. }) => "/message",
        Fault::Refused(Reason::NothingSelected | Reason::TooManyOrders { .. }) => "",
        _ => return fault.into(),
    };
    Problem::invalid(vec![(field.to_owned(), fault.say(Language::En))])
}
