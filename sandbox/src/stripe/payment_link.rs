//! `/v1/payment_links`, and the page such a link opens: every visit is a Checkout Session that no shop's program made.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::checkout_session::checked;
use super::error::ApiError;
use super::params::Params;
use crate::table::Row;
use crate::world::Shared;
use crate::{clock, ids};

const KNOWN: &[&str] = &[
    "billing_address_collection",
    "custom_fields",
    "expand",
    "line_items",
    "metadata",
    "payment_intent_data",
    "phone_number_collection",
    "shipping_address_collection",
    "shipping_options",
    "submit_type",
];

/// A link.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PaymentLink {
    /// `plink_...`
    pub id: String,
    /// Unix seconds.
    pub created: i64,
    /// What its sessions are made of.
    pub params: Value,
}

impl Row for PaymentLink {
    fn id(&self) -> &str {
        &self.id
    }
}

/// `POST /v1/payment_links`. A link that could not make a session is none.
pub async fn create(State(world): State<Shared>, params: Params) -> Result<Json<Value>, ApiError> {
    params.only("", KNOWN)?;
    let link = PaymentLink { id: ids::other("plink"), created: clock::now(), params: params.0.clone() };
    checked(&session_of(&link, &world.http))?;
    let wire = json!({
        "id": link.id, "object": "payment_link", "active": true, "created": link.created, "livemode": false,
        "metadata": params.metadata("/metadata")?, "url": format!("{}/b/{}", world.http, link.id),
    });
    world.change(|state| state.payment_links.insert(link));
    Ok(Json(wire))
}

/// The parameters of the session that a visit makes: the link's own, its metadata among them.
fn session_of(link: &PaymentLink, http: &str) -> Params {
    let mut params = link.params.clone();
    params["mode"] = json!("payment");
    params["success_url"] = json!(format!("{http}/thanks"));
    Params(params)
}

/// `GET /b/{id}`
pub async fn visit(State(world): State<Shared>, Path(id): Path<String>) -> Response {
    let Some(link) = world.read(|state| state.payment_links.get(&id).cloned()) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    match checked(&session_of(&link, &world.http)) {
        Ok(mut session) => {
            session.payment_link = Some(link.id);
            let page = format!("/pay/{}", session.id);
            world.change(|state| state.sessions.insert(session));
            Redirect::to(&page).into_response()
        }
        Err(refused) => refused.into_response(),
    }
}
