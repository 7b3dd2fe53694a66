//! Where else the shop sells: the settings of what becomes an order without our checkout.

use clap::Args;
use domain::connect::{Adopt, Connections};
use secrecy::SecretString;

/// Stripe's own pages, WooCommerce, Shopify.
#[derive(Debug, Clone, Args)]
pub struct Elsewhere {
    /// Which payments at Stripe pages that Clew did not make become orders: off, marked (metadata `clew=order`) or all.
    #[arg(long, env = "CLEW_ADOPT_STRIPE", default_value = "marked", value_parser = adopt, global = true)]
    pub adopt_stripe: Adopt,
    /// Key of the workflow of orders that come from elsewhere.
    #[arg(long, env = "CLEW_CONNECT_WORKFLOW", default_value = "standard", global = true)]
    pub connect_workflow: String,
    /// Secrets of WooCommerce's webhooks, comma-separated while one is being replaced, or of several shops.
    #[arg(
        long,
        env = "WOOCOMMERCE_WEBHOOK_SECRET",
        hide_env_values = true,
        value_delimiter = ',',
        global = true
    )]
    pub woocommerce_webhook_secret: Vec<SecretString>,
    /// With which Shopify signs its webhooks, comma-separated while one is being replaced, or of several shops.
    #[arg(
        long,
        env = "SHOPIFY_WEBHOOK_SECRET",
        hide_env_values = true,
        value_delimiter = ',',
        global = true
    )]
    pub shopify_webhook_secret: Vec<SecretString>,
}

impl Elsewhere {
    /// As verbs want it.
    pub fn connections(&self) -> Connections {
        Connections { adopt: self.adopt_stripe, workflow: self.connect_workflow.clone() }
    }
}

fn adopt(word: &str) -> Result<Adopt, String> {
    Adopt::parse(word).ok_or_else(|| "one of off, marked, all".to_owned())
}
