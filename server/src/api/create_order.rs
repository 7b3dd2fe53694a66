//! `POST /api/orders`: an order and the page on which it is paid.

use axum::{
    Json,
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode},
};
use domain::{
    Language, Reason, Shop,
    ids::OrderId,
    order::{self, NewOrder, Placed, Request},
    payment,
    place::Unplaceable,
};
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::{caller::Storefront, once::key_of, problem::Problem, read::read};

/// What the storefront gets back.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = CreatedOrder)]
#[serde(rename_all = "camelCase")]
pub struct Created {
    number: String,
    pub(super) checkout_url: String,
}

/// Creates the order once per `Idempotency-Key`, however often it is asked: the same key and body get the same order and page.
#[utoipa::path(
    post, path = "/api/orders", operation_id = "createOrder", tag = "orders",
    params(("Idempotency-Key" = String, Header, description = "Under it the request is done once, however often it is sent.", min_length = 1, max_length = 255)),
    request_body = NewOrder,
    responses((status = 201, description = "Placed", body = Created),
        (status = 200, description = "It was placed before, under this key", body = Created)),
    security(("apiKey" = ["orders:create"]))
)]
pub async fn create_order(
    State(shop): State<Shop>,
    Storefront(api_key): Storefront,
    headers: HeaderMap,
    body: Bytes,
) -> Result<(StatusCode, Json<Created>), Problem> {
    let key = key_of(&headers, true)?.unwrap_or_default();
    let new = parse(&body)?;
    let request = Request { api_key, key, body_hash: Sha256::digest(&body).to_vec() };
    let Done { created, again, .. } = place(&shop, &request, &new).await?;
    let status = if again { StatusCode::OK } else { StatusCode::CREATED };
    Ok((status, Json(created)))
}

/// A placed order, and whether it was there before.
pub(super) struct Done {
    pub id: OrderId,
    pub again: bool,
    pub created: Created,
}

/// Places the order and asks for its page at the till.
pub(super) async fn place(shop: &Shop, request: &Request, new: &NewOrder) -> Result<Done, Problem> {
    let (id, again) = match order::place(shop, request, new).await? {
        Placed::Order { id, again } => (id, again),
        Placed::KeyReused => return Err(Problem::key_reused("a new order")),
        Placed::UnknownWorkflow => {
            let errors = vec![("/workflow".to_owned(), "there is no workflow of that key".to_owned())];
            return Err(Problem::invalid(errors));
        }
        Placed::UnknownRate { field, flaw } => {
            return Err(Problem::invalid(vec![(format!("/shipping/rate/{field}"), flaw.to_owned())]));
        }
        Placed::Unplaceable(why) => return Err(unplaceable(new, &why)),
        Placed::OutOfStock { sku } => return Err(out_of_stock(new, sku)),
    };
    let checkout_url = payment::begin_checkout(shop, id).await?;
    let mut conn = shop.pool.acquire().await.map_err(domain::Fault::from)?;
    let order = order::store::load(&mut conn, id).await?;
    Ok(Done { id, again, created: Created { number: order.number.to_string(), checkout_url } })
}

/// Names the field, says it in the customer's language, and gives a program the next free slot.
fn unplaceable(new: &NewOrder, why: &Unplaceable) -> Problem {
    let language = new.language.unwrap_or(Language::En);
    let (status, name, title) = match why.reason {
        Reason::SlotFull { .. } => (StatusCode::CONFLICT, "slot-full", "Slot is full"),
        Reason::SlotClosed { .. } => (StatusCode::CONFLICT, "slot-closed", "Slot is closed"),
        Reason::TooFar { .. } | Reason::Elsewhere { .. } => {
            (StatusCode::UNPROCESSABLE_ENTITY, "too-far", "Outside the delivery area")
        }
        _ => (StatusCode::UNPROCESSABLE_ENTITY, "invalid", "Some fields are not valid"),
    };
    Problem::new(status, name, title, why.reason.say(language))
        .in_language(language)
        .with_errors(vec![(why.field.to_owned(), why.reason.say(Language::En))])
        .with_next_slot(why.next_slot)
}

/// Names the product and every line that asks for it, so that a storefront can say which one to take out.
fn out_of_stock(new: &NewOrder, sku: String) -> Problem {
    let lines = new.items.iter().enumerate().filter(|(_, item)| item.sku.as_deref() == Some(&sku));
    let errors = lines
        .map(|(at, _)| (format!("/items/{at}"), format!("fewer pieces of {sku} are in stock")))
        .collect();
    let language = new.language.unwrap_or(Language::En);
    let reason = Reason::OutOfStock { sku }.say(language);
    Problem::new(StatusCode::CONFLICT, "out-of-stock", "Out of stock", reason)
        .in_language(language)
        .with_errors(errors)
}

fn parse(body: &[u8]) -> Result<NewOrder, Problem> {
    let new: NewOrder = read(body)?;
    let flaws = new.flaws();
    if flaws.is_empty() { Ok(new) } else { Err(Problem::invalid(flaws)) }
}
