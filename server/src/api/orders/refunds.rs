//! `GET` and `POST /api/orders/{number}/refunds`: money that goes back.

use axum::{Json, extract::State, http::StatusCode};
use domain::{
    Fault, Shop,
    payment::{self, RefundEntry, RefundReason, RefundRequest},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::super::{
    caller::{Clerk, RequestKey},
    conditional::IfMatch,
    problem::Problem,
    read::{Body, Path},
    standing::find,
};

/// More than any order costs, in minor units.
const MOST: i64 = 99_999_999_999;

/// An order's refunds.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Refunds {
    /// Newest first.
    items: Vec<RefundEntry>,
}

/// Money to be paid back.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewRefund {
    /// Minor units; everything that is left when absent.
    #[serde(default)]
    #[schema(minimum = 1, maximum = 99_999_999_999.0)]
    amount: Option<i64>,
    /// Why, in Stripe's words.
    #[serde(default)]
    reason: RefundReason,
    /// Why, in the shop's words.
    #[serde(default)]
    #[schema(max_length = 500)]
    note: Option<String>,
}

/// Every refund, newest first.
#[utoipa::path(
    get, path = "/api/orders/{number}/refunds", operation_id = "listRefunds", tag = "money",
    params(("number" = String, Path, description = "The order's number, or its id")),
    responses((status = 200, description = "The refunds", body = Refunds)),
    security(("apiKey" = ["orders:read"]), ("apiKey" = ["refunds:write"]), ("session" = ["viewer"]))
)]
pub(super) async fn list_refunds(
    State(shop): State<Shop>,
    _: Clerk,
    Path(number): Path<String>,
) -> Result<Json<Refunds>, Problem> {
    let (id, _) = find(&shop, &number).await?;
    Ok(Json(Refunds { items: payment::refunds(&shop, id).await? }))
}

/// Pays back all or a part of what was taken. Once per `Idempotency-Key`, for ever: after a day, when the answer itself is kept no more, the same
/// request is answered with that refund as it stands, and another amount or reason is refused.
///
/// The amount is set aside at once; Stripe is asked after that, and the refund's `status` says what came of it.
#[utoipa::path(
    post, path = "/api/orders/{number}/refunds", operation_id = "refundOrder", tag = "money",
    params(
        ("number" = String, Path, description = "The order's number, or its id"),
        ("Idempotency-Key" = String, Header, description = "Under it one refund of this order is made, however often and however late it is sent.", min_length = 1, max_length = 255),
        ("If-Match" = Option<String>, Header, description = "The `ETag` of the order as it was seen: where money has gone back since, none goes back"),
    ),
    request_body = NewRefund,
    responses((status = 201, description = "It is on its way", body = RefundEntry)),
    security(("apiKey" = ["refunds:write"]), ("session" = ["admin"]))
)]
pub(super) async fn refund_order(
    State(shop): State<Shop>,
    Clerk(by): Clerk,
    RequestKey(key): RequestKey,
    seen: IfMatch,
    Path(number): Path<String>,
    Body(new): Body<NewRefund>,
) -> Result<(StatusCode, Json<RefundEntry>), Problem> {
    if new.amount.is_some_and(|amount| !(1..=MOST).contains(&amount)) {
        let flaw = format!("is not from 1 to {MOST}");
        return Err(Problem::invalid(vec![("/amount".to_owned(), flaw)]));
    }
    let (id, _) = find(&shop, &number).await?;
    let wanted = RefundRequest { amount: new.amount, reason: new.reason, note: new.note, key, seen: seen.0 };
    let refund = payment::refund(&shop, &by, id, &wanted).await.map_err(|fault| seen.refuse(fault))?;
    let made = payment::refunds(&shop, id).await?.into_iter().find(|made| made.id == refund);
    let made = made.ok_or(Fault::NotFound)?;
    // Only a refund that this key made before can be another one than is asked for. All that is left is another wish than any amount: who
    // asks for it under the key of a part would believe that nothing is left.
    let differs = wanted.amount.is_some_and(|amount| amount != made.amount)
        || made.all_left.is_some_and(|all_left| all_left != wanted.amount.is_none());
    if differs || made.reason != wanted.reason.as_str() {
        return Err(Problem::key_reused("another refund"));
    }
    Ok((StatusCode::CREATED, Json(made)))
}
