//! What the sandbox is told from outside, by flag or environment.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;

/// Command line of `clew-sandbox`.
#[derive(Debug, Clone, clap::Parser)]
#[command(
    name = "clew-sandbox",
    version,
    about = "Stands in for Stripe, Shippo, Stitch, Twilio, Resend, FedEx, UPS, DHL, Correos, push services and a mail server. No real money, no real mail."
)]
pub struct Config {
    /// Where the Stripe API, the pay pages and the mailbox listen; port 0 picks a free one.
    #[arg(long, env = "CLEW_SANDBOX_HTTP", default_value = "127.0.0.1:12111")]
    pub http: SocketAddr,
    /// Where the mail server listens; port 0 picks a free one.
    #[arg(long, env = "CLEW_SANDBOX_SMTP", default_value = "127.0.0.1:12125")]
    pub smtp: SocketAddr,
    /// Where Stripe's webhooks go: Clew's `/api/webhooks/stripe`.
    #[arg(long, env = "CLEW_SANDBOX_WEBHOOK_URL", requires = "webhook_secret")]
    pub webhook_url: Option<String>,
    /// The signing secret of that endpoint (`whsec_...`).
    #[arg(long, env = "CLEW_SANDBOX_WEBHOOK_SECRET", hide_env_values = true)]
    pub webhook_secret: Option<String>,
    /// Where Shippo's webhooks go: Clew's `/api/webhooks/shippo`, with its `?token=`.
    #[arg(long, env = "CLEW_SANDBOX_SHIPPO_WEBHOOK_URL", hide_env_values = true)]
    pub shippo_webhook_url: Option<String>,
    /// The secret Shippo signs with, where one was agreed.
    #[arg(long, env = "CLEW_SANDBOX_SHIPPO_WEBHOOK_SECRET", hide_env_values = true)]
    pub shippo_webhook_secret: Option<String>,
    /// Where Stitch's webhooks go: Clew's `/api/webhooks/stitch`.
    #[arg(long, env = "CLEW_SANDBOX_STITCH_WEBHOOK_URL", requires = "stitch_webhook_secret")]
    pub stitch_webhook_url: Option<String>,
    /// The signing secret of that endpoint (`whsec_...`, base64).
    #[arg(long, env = "CLEW_SANDBOX_STITCH_WEBHOOK_SECRET", hide_env_values = true)]
    pub stitch_webhook_secret: Option<String>,
    /// Where Twilio's webhooks go: Clew's `/api/webhooks/twilio`.
    #[arg(long, env = "CLEW_SANDBOX_TWILIO_WEBHOOK_URL", requires = "twilio_auth_token")]
    pub twilio_webhook_url: Option<String>,
    /// Twilio's auth token: opens its account, and signs its webhooks.
    #[arg(long, env = "CLEW_SANDBOX_TWILIO_AUTH_TOKEN", hide_env_values = true)]
    pub twilio_auth_token: Option<String>,
    /// Where Resend's webhooks go: Clew's `/api/webhooks/resend`.
    #[arg(long, env = "CLEW_SANDBOX_RESEND_WEBHOOK_URL", requires = "resend_webhook_secret")]
    pub resend_webhook_url: Option<String>,
    /// The signing secret of that endpoint (`whsec_...`, base64).
    #[arg(long, env = "CLEW_SANDBOX_RESEND_WEBHOOK_SECRET", hide_env_values = true)]
    pub resend_webhook_secret: Option<String>,
    /// Where FedEx's webhooks go: Clew's `/api/webhooks/carriers/fedex`.
    #[arg(long, env = "CLEW_SANDBOX_FEDEX_WEBHOOK_URL", requires = "fedex_security_token")]
    pub fedex_webhook_url: Option<String>,
    /// The security token FedEx signs them with.
    #[arg(long, env = "CLEW_SANDBOX_FEDEX_SECURITY_TOKEN", hide_env_values = true)]
    pub fedex_security_token: Option<String>,
    /// Where UPS's webhooks of version 2 go: Clew's `/api/webhooks/carriers/ups`. Those of version 1 go where the subscription says.
    #[arg(long, env = "CLEW_SANDBOX_UPS_WEBHOOK_URL", requires = "ups_client_id")]
    pub ups_webhook_url: Option<String>,
    /// What those show as `x-api-key`.
    #[arg(long, env = "CLEW_SANDBOX_UPS_CLIENT_ID", hide_env_values = true)]
    pub ups_client_id: Option<String>,
    /// Keep sessions, intents, events and mail in this file across restarts.
    #[arg(long, env = "CLEW_SANDBOX_STATE")]
    pub state: Option<PathBuf>,
    /// Exit when stdin reaches its end, so as never to outlive the process that started this one.
    #[arg(long)]
    pub exit_with_stdin: bool,
}

impl Default for Config {
    /// Free ports on loopback, no webhooks, nothing kept.
    fn default() -> Self {
        let free = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        Self {
            http: free,
            smtp: free,
            webhook_url: None,
            webhook_secret: None,
            shippo_webhook_url: None,
            shippo_webhook_secret: None,
            stitch_webhook_url: None,
            stitch_webhook_secret: None,
            twilio_webhook_url: None,
            twilio_auth_token: None,
            resend_webhook_url: None,
            resend_webhook_secret: None,
            fedex_webhook_url: None,
            fedex_security_token: None,
            ups_webhook_url: None,
            ups_client_id: None,
            state: None,
            exit_with_stdin: false,
        }
    }
}
