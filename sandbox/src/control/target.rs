//! `POST /_control/webhook-url`

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;

use crate::provider::Provider;
use crate::webhook::Target;
use crate::world::Shared;

/// Whose webhooks go where.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pointed {
    #[serde(default)]
    provider: Provider,
    url: String,
    secret: Option<String>,
}

/// Sends a provider's webhooks elsewhere from now on; those waiting to be retried go there at once.
pub async fn point(State(world): State<Shared>, Json(pointed): Json<Pointed>) -> StatusCode {
    let Pointed { provider, url, secret } = pointed;
    if secret.is_none() && provider != Provider::Shippo {
        return StatusCode::BAD_REQUEST;
    }
    world.routes.of(provider).target.send_replace(Some(Target { url, secret }));
    StatusCode::NO_CONTENT
}
