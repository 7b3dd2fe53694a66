//! `POST /api/products/{sku}/stock`: a delivery came, somebody counted, a mistake is put right, something is spoilt.

use axum::{Json, extract::State, http::StatusCode};
use domain::{
    Fault, Language, Reason, Shop,
    product::{self, Correction, Product},
};
use serde::Deserialize;

use super::super::{
    caller::{Clerk, RequestId},
    problem::Problem,
    read::{Body, Path},
};

/// A change of a product's stock, as a person would write it into the ledger.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StockChange {
    kind: StockKind,
    /// `receive` and `waste`: how many came or went, from 1. `count`: how many there are. `correction`: how many more, or fewer below zero.
    #[schema(minimum = -1_000_000, maximum = 1_000_000)]
    quantity: i32,
    /// `count` only: how many one believed there were. Where stock has moved since, the count is of a shelf that is no more.
    seen: Option<i32>,
    /// Why: `correction` and `waste` need it.
    #[schema(max_length = 500)]
    note: Option<String>,
}

/// What happened to the stock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum StockKind {
    /// A delivery came.
    Receive,
    /// Somebody counted.
    Count,
    /// A mistake is put right.
    Correction,
    /// It was spoilt or lost.
    Waste,
}

/// Books a change of stock, once per `Idempotency-Key` in a day, whatever is sold in between.
#[utoipa::path(
    post, path = "/api/products/{sku}/stock", operation_id = "changeStock", tag = "products",
    params(("sku" = String, Path, description = "The product's key")),
    request_body = StockChange,
    responses((status = 200, description = "The product with its stock as it is now", body = Product)),
    security(("apiKey" = ["products:write"]), ("session" = ["operator"]))
)]
pub async fn change_stock(
    State(shop): State<Shop>,
    Clerk(person): Clerk,
    RequestId(request): RequestId,
    Path(sku): Path<String>,
    Body(change): Body<StockChange>,
) -> Result<Json<Product>, Problem> {
    let note = change.note.as_deref().unwrap_or_default();
    let (shop, by, sku, key) = (&shop, &person, &*sku, &*request.to_string());
    let booked = match (change.kind, change.seen) {
        (StockKind::Count, Some(seen)) => {
            product::count(shop, by, sku, change.quantity, seen, Some(key)).await
        }
        (StockKind::Count, None) => {
            return Err(flaw("/seen", "a count says how many one believed there were"));
        }
        (_, Some(_)) => return Err(flaw("/seen", "only a count says how many one believed there were")),
        (StockKind::Receive, None) => product::receive(shop, by, sku, change.quantity, note, key).await,
        (StockKind::Correction, None) => {
            product::correct(shop, by, sku, Correction::By(change.quantity), note, key).await
        }
        (StockKind::Waste, None) => {
            product::correct(shop, by, sku, Correction::Waste(change.quantity), note, key).await
        }
    };
    booked.map_err(refused)?;
    let mut conn = shop.pool.acquire().await.map_err(Fault::from)?;
    Ok(Json(product::store::one(&mut conn, sku).await?))
}

fn flaw(field: &str, what: &str) -> Problem {
    Problem::invalid(vec![(field.to_owned(), what.to_owned())])
}

/// Names the field that a refusal is about.
fn refused(fault: Fault) -> Problem {
    let field = match &fault {
        Fault::Refused(Reason::NoPieces | Reason::FewerInStock { .. }) => "/quantity",
        Fault::Refused(Reason::EmptyNote | Reason::TooLong { .. }) => "/note",
        Fault::Refused(Reason::StockMoved { .. }) => {
            let detail = fault.say(Language::En);
            return Problem::new(StatusCode::CONFLICT, "conflict", "Changed meanwhile", detail);
        }
        _ => return fault.into(),
    };
    flaw(field, &fault.say(Language::En))
}
