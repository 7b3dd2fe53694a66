//! `…/api/orders/{number}/returns`: something is sent back: asked for, declined, received.

use axum::{Json, extract::State, response::Response};
use domain::{
    Fault, Language, Reason, Shop,
    order::{FullOrder, store},
    returns::{self, Restock, ReturnEntry},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    super::{
        caller::{Clerk, OrderCaller},
        conditional::IfMatch,
        problem::Problem,
        read::{Body, Path},
        standing::{Standing, find, refused, standing},
    },
    answer::full,
};

/// An order's returns.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Returns {
    /// Newest first.
    items: Vec<ReturnEntry>,
}

/// A wish to send it back.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewReturn {
    /// In the customer's own words.
    #[schema(min_length = 1, max_length = 500)]
    reason: String,
}

/// What of it can be sold again.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = ReturnReceived)]
#[serde(deny_unknown_fields)]
pub(super) struct Received {
    /// Pieces that go back into stock; of lines that are not named, none do.
    #[serde(default)]
    restock: Vec<Line>,
}

/// Pieces of one line.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = RestockedLine)]
#[serde(deny_unknown_fields)]
pub(super) struct Line {
    /// The line, from 1.
    #[schema(minimum = 1)]
    position: i16,
    /// Pieces.
    #[schema(minimum = 0)]
    pieces: i32,
}

/// Every request to send it back, newest first.
#[utoipa::path(
    get, path = "/api/orders/{number}/returns", operation_id = "listReturns", tag = "orders",
    params(("number" = String, Path, description = "The order's number, or its id")),
    responses((status = 200, description = "The returns", body = Returns)),
    security(("apiKey" = ["orders:read"]), ("session" = ["viewer"]))
)]
pub(super) async fn list_returns(
    State(shop): State<Shop>,
    _: Clerk,
    Path(number): Path<String>,
) -> Result<Json<Returns>, Problem> {
    let (id, _) = find(&shop, &number).await?;
    Ok(Json(Returns { items: returns::returns(&shop, id).await? }))
}

/// Asks to send it back: a customer by the customer's rules, the shop by its own. A second request while one is open is the first one.
#[utoipa::path(
    post, path = "/api/orders/{number}/returns", operation_id = "requestReturn", tag = "orders",
    params(("number" = String, Path, description = "The order's number, or its id")),
    request_body = NewReturn,
    responses((status = 200, description = "Asked for", body = Standing)),
    security(("apiKey" = ["orders:write"]), ("session" = ["operator"]), ("orderLink" = []))
)]
pub(super) async fn request_return(
    State(shop): State<Shop>,
    caller: OrderCaller,
    Path(number): Path<String>,
    Body(new): Body<NewReturn>,
) -> Result<Json<Standing>, Problem> {
    let invalid = |flaw: String| Problem::invalid(vec![("/reason".to_owned(), flaw)]);
    let (id, language) = find(&shop, &number).await?;
    let by = caller.by(&shop, id).await?;
    if new.reason.trim().is_empty() {
        return Err(invalid("a reason is needed, in the customer's own words".to_owned()));
    }
    match returns::request(&shop, &by, id, &new.reason).await {
        Ok(()) => standing(&shop, id).await.map(Json),
        Err(Fault::Refused(reason @ Reason::TooLong { .. })) => Err(invalid(reason.say(Language::En))),
        Err(fault) => Err(refused(&shop, fault, language)),
    }
}

/// Has it back: the open return is received, and what of it can be sold again goes into stock. Twice is once.
#[utoipa::path(
    post, path = "/api/orders/{number}/returns/receive", operation_id = "receiveReturn", tag = "orders",
    params(
        ("number" = String, Path, description = "The order's number, or its id"),
        ("If-Match" = Option<String>, Header, description = "The `ETag` of the order as it was seen"),
    ),
    request_body = Received,
    responses((status = 200, description = "The order as it is now", body = FullOrder, headers(("ETag" = String, description = "Its version")))),
    security(("apiKey" = ["orders:write"]), ("session" = ["operator"]))
)]
pub(super) async fn receive_return(
    State(shop): State<Shop>,
    Clerk(by): Clerk,
    seen: IfMatch,
    Path(number): Path<String>,
    Body(received): Body<Received>,
) -> Result<Response, Problem> {
    let flaws = received.restock.iter().enumerate().filter(|(_, line)| line.pieces < 0 || line.position < 1);
    let flaws: Vec<_> = flaws
        .map(|(at, _)| (format!("/restock/{at}"), "is no number of pieces of a line".to_owned()))
        .collect();
    if !flaws.is_empty() {
        return Err(Problem::invalid(flaws));
    }
    let (id, _) = find(&shop, &number).await?;
    let version = match seen.0 {
        Some(version) => version,
        None => store::version(&shop.pool, id).await.map_err(Fault::from)?.ok_or(Fault::NotFound)?,
    };
    let lines: Vec<_> = received
        .restock
        .iter()
        .map(|line| Restock { position: line.position, pieces: line.pieces })
        .collect();
    returns::receive(&shop, &by, id, &lines, version).await.map_err(|fault| seen.refuse(fault))?;
    full(&shop, id).await
}

/// Does not take it back. The body is not looked at. Twice is once.
#[utoipa::path(
    post, path = "/api/orders/{number}/returns/decline", operation_id = "declineReturn", tag = "orders",
    params(("number" = String, Path, description = "The order's number, or its id")),
    responses((status = 200, description = "The order as it is now", body = FullOrder, headers(("ETag" = String, description = "Its version")))),
    security(("apiKey" = ["orders:write"]), ("session" = ["operator"]))
)]
pub(super) async fn decline_return(
    State(shop): State<Shop>,
    Clerk(by): Clerk,
    Path(number): Path<String>,
) -> Result<Response, Problem> {
    let (id, _) = find(&shop, &number).await?;
    returns::decline(&shop, &by, id).await?;
    full(&shop, id).await
}
