//! The doors of providers: size, who signed, keep, 200. Understanding is a job's work.
//!
//! | door | who proves what |
//! |---|---|
//! | [`stripe`] | `Stripe-Signature` over the raw body |
//! | [`shippo`] | `Shippo-Auth-Signature` where a secret was agreed, otherwise the token in the address |
//! | [`stitch`], [`resend`] | Svix's three headers over the raw body |
//! | [`carriers`] | FedEx: `fdx-signature` over the raw body; UPS and DHL: a word in a header; Correos: a token in the address |
//! | [`twilio`] | `X-Twilio-Signature` over our public address and the form |
//! | [`woocommerce`], [`shopify`] | base64 of HMAC-SHA256 over the raw body |

mod carriers;
mod keep;
mod resend;
mod shippo;
mod shopify;
mod stitch;
mod stripe;
mod twilio;
mod woocommerce;

use axum::{Router, routing::post};
use secrecy::SecretString;

pub use carriers::{Allowed, CarrierSecrets};

use crate::state::AppState;

/// What proves that a webhook is a provider's. Several secrets are active while one is being replaced.
#[derive(Debug, Clone, Default)]
pub struct Secrets {
    /// With which Stripe signs.
    pub stripe: Vec<SecretString>,
    /// With which Shippo signs, where that was agreed with its support.
    pub shippo: Vec<SecretString>,
    /// What Shippo's address of us holds where it was not.
    pub shippo_token: Option<SecretString>,
    /// With which Svix signs for Stitch.
    pub stitch: Vec<SecretString>,
    /// Twilio's auth tokens.
    pub twilio: Vec<SecretString>,
    /// With which Svix signs for Resend.
    pub resend: Vec<SecretString>,
    /// With which WooCommerce signs.
    pub woocommerce: Vec<SecretString>,
    /// With which Shopify signs.
    pub shopify: Vec<SecretString>,
    /// The carriers'.
    pub carriers: CarrierSecrets,
}

/// The doors of providers.
pub fn doors() -> Router<AppState> {
    Router::new()
        .route("/api/webhooks/stripe", post(stripe::door))
        // Where the studio's papers have it.
        .route("/api/stripe/webhook", post(stripe::door))
        .route("/api/webhooks/shippo", post(shippo::door))
        .route("/api/webhooks/stitch", post(stitch::door))
        .route("/api/webhooks/twilio", post(twilio::door))
        .route("/api/webhooks/resend", post(resend::door))
        .route("/api/webhooks/woocommerce", post(woocommerce::door))
        .route("/api/webhooks/shopify", post(shopify::door))
        .route("/api/webhooks/carriers/fedex", post(carriers::fedex))
        .route("/api/webhooks/carriers/ups", post(carriers::ups))
        .route("/api/webhooks/carriers/dhl", post(carriers::dhl))
        .route("/api/webhooks/carriers/correos", post(carriers::correos))
}
