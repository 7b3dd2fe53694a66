//! `/api/webhook-endpoints…`: where webhooks are sent, what was sent there, and what is sent again. Who may add an endpoint may read every
//! order: of staff, administrators only.

mod change;
mod create;
mod list;
mod log;
mod message;
mod one;
mod remove;
mod resend;
mod rotate;
mod switch;
mod try_out;
mod which;

use axum::Json;
use domain::{Fault, Language, Reason, Shop, ids::WebhookEndpointId, outbox};
use secrecy::{ExposeSecret, SecretString};
use serde::Serialize;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::problem::Problem;
use crate::state::AppState;

/// The routes.
pub(super) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list::list_webhook_endpoints, create::create_webhook_endpoint))
        .routes(routes!(
            one::get_webhook_endpoint,
            change::change_webhook_endpoint,
            remove::remove_webhook_endpoint
        ))
        .routes(routes!(rotate::rotate_webhook_secret))
        .routes(routes!(switch::enable_webhook_endpoint))
        .routes(routes!(switch::disable_webhook_endpoint))
        .routes(routes!(try_out::test_webhook_endpoint))
        .routes(routes!(log::list_webhook_messages))
        .routes(routes!(message::get_webhook_message))
        .routes(routes!(resend::resend_webhook_messages))
        .routes(routes!(resend::skip_webhook_messages))
}

/// An endpoint with a secret of its own, which is never told again.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct FreshWebhookEndpoint {
    /// `whsec_…`: what its receiver verifies with (<https://www.standardwebhooks.com>).
    secret: String,
    endpoint: outbox::Endpoint,
}

impl FreshWebhookEndpoint {
    /// The endpoint as it is now. Where its secret was made by an earlier try of the same request, it is that one.
    async fn read(
        shop: &Shop,
        id: WebhookEndpointId,
        made: Option<SecretString>,
        key: uuid::Uuid,
    ) -> Result<Self, Fault> {
        let secret = match made {
            Some(secret) => secret,
            None => outbox::secret(shop, id, key).await?,
        };
        let secret = secret.expose_secret().to_owned();
        Ok(Self { secret, endpoint: outbox::endpoint(shop, id).await? })
    }
}

type Told = Result<Json<outbox::Endpoint>, Problem>;

async fn told(shop: &Shop, id: WebhookEndpointId) -> Told {
    Ok(Json(outbox::endpoint(shop, id).await?))
}

/// Names the field that a refusal is about.
fn refused(fault: Fault) -> Problem {
    let field = match &fault {
        Fault::Refused(Reason::BadReceiver { .. }) => "/url",
        Fault::Refused(Reason::TooLong { .. }) => "/description",
        _ => return fault.into(),
    };
    Problem::invalid(vec![(field.to_owned(), fault.say(Language::En))])
}
