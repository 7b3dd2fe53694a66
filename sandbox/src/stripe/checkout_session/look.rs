//! Looking at sessions, and closing one early.

use axum::extract::{Path, State};
use axum::{Extension, Json};
use serde_json::{Value, json};

use super::known;
use crate::event::Cause;
use crate::line_item::LineItem;
use crate::session::{self, NotOpen, Session};
use crate::stripe::error::ApiError;
use crate::stripe::params::Params;
use crate::stripe::{expand, list as pages};
use crate::world::Shared;

fn no_such(id: &str) -> ApiError {
    ApiError::no_such("checkout.session", id, "session")
}

/// `GET /v1/checkout/sessions/{id}`
pub async fn retrieve(
    State(world): State<Shared>,
    Path(id): Path<String>,
    params: Params,
) -> Result<Json<Value>, ApiError> {
    world.read(|state| {
        let found = state.sessions.get(&id).ok_or_else(|| no_such(&id))?;
        Ok(Json(expand::session(state, found, &world.http, &params)))
    })
}

/// `GET /v1/checkout/sessions`, by `payment_intent`, `status` or `created[gte]`.
pub async fn list(State(world): State<Shared>, params: Params) -> Result<Json<Value>, ApiError> {
    params.only("", known::LIST)?;
    let (intent, status) = (params.text("/payment_intent"), params.text("/status"));
    let created = params.span("/created")?;
    let wanted = |session: &&Session| {
        created(session.created)
            && intent.is_none_or(|intent| session.payment_intent.as_deref() == Some(intent))
            && status.is_none_or(|status| json!(session.status) == status)
    };
    world.read(|state| {
        let rows = state.sessions.iter().rev().filter(wanted);
        pages::page(rows, &params, "/v1/checkout/sessions", |session| session.wire(&world.http)).map(Json)
    })
}

/// `GET /v1/checkout/sessions/{id}/line_items`: a page of them, in the order of the page; `expand[]=data.price.product` brings the products.
pub async fn line_items(
    State(world): State<Shared>,
    Path(id): Path<String>,
    params: Params,
) -> Result<Json<Value>, ApiError> {
    params.only("", &["ending_before", "expand", "limit", "starting_after"])?;
    let url = format!("/v1/checkout/sessions/{id}/line_items");
    let expand = params.texts("/expand").contains(&"data.price.product");
    world.read(|state| {
        let session = state.sessions.get(&id).ok_or_else(|| no_such(&id))?;
        let wire = |line: &LineItem| {
            let mut object = session.line_wire(line);
            if expand {
                object["price"]["product"] = line.product_wire(session.created);
            }
            object
        };
        pages::page(session.line_items.iter(), &params, &url, wire).map(Json)
    })
}

/// `POST /v1/checkout/sessions/{id}/expire`
pub async fn expire(
    State(world): State<Shared>,
    Path(id): Path<String>,
    Extension(cause): Extension<Cause>,
) -> Result<Json<Value>, ApiError> {
    world.change(|state| session::expire(state, &id, &world.http, &cause)).map(Json).map_err(|why| match why {
        NotOpen::Unknown => no_such(&id),
        NotOpen::Is(status) => ApiError::refused(format!(
            "Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout Session has a status of {}.",
            json!(status)
        )),
    })
}
