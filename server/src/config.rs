//! Every setting: one field, one variable, one sentence. `clew check` prints them with their source, and a test holds the README's
//! table equal to this file.

use std::{net::SocketAddr, path::PathBuf};

use clap::{Args, Parser, Subcommand};
use domain::{Language, api_key::Scope, provider::receiver::Allowed};
use secrecy::{ExposeSecret, SecretString};
use url::Url;

use crate::{
    carriers::CarrierKeys, channels::Channels, connections::Elsewhere, nightly_export::Exporting,
    reach::Telling, ship_from::Sender, tracking::Marks,
};

/// From paid to delivered: the self-hosted system between "the customer has paid" and "the customer has it".
#[derive(Debug, Parser)]
#[command(name = "clew", version, about)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// How.
    #[command(flatten)]
    pub settings: Settings,
}

/// The roles of the program.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve pages and API, and do the background work.
    Serve {
        /// Leave the background work to `clew work`.
        #[arg(long)]
        no_workers: bool,
    },
    /// Do the background work only.
    Work,
    /// Serve a populated demo shop: sandbox, 300 orders, a login.
    Demo,
    /// Bring the database up to date and stop.
    Migrate,
    /// Print every setting with its source and try every connection.
    Check,
    /// Give somebody an administrator's account; asks for the password on the terminal or reads it from standard input.
    CreateAdmin {
        /// What they sign in with.
        email: String,
        /// Their name.
        #[arg(long)]
        name: Option<String>,
    },
    /// Make a key with which a storefront creates orders.
    CreateApiKey {
        /// What the key is for.
        name: String,
        /// A program with it may do all that an operator may.
        #[arg(long, conflicts_with = "scope")]
        operator: bool,
        /// What it may do: `orders:read`, and so on, once for each; what a storefront needs when absent.
        #[arg(long)]
        scope: Vec<Scope>,
    },
    /// Print the API's document (OpenAPI 3.1). A release keeps it as `docs/api/openapi-released.json`.
    Openapi,
    /// Fetch what webhooks did not bring, now; the running server does it by itself every hour.
    Reconcile {
        /// How far back: `12h`, `7d`.
        #[arg(long, default_value = "4d", value_parser = back)]
        since: i64,
    },
    /// What Shippo has to be told.
    Shippo {
        /// What.
        #[command(subcommand)]
        what: ShippoCommand,
    },
    /// Add believable demo orders, through the same verbs a real shop uses.
    Seed {
        /// How many.
        #[arg(long, default_value_t = 300)]
        orders: usize,
    },
}

/// What Shippo can be told.
#[derive(Debug, Clone, Copy, Subcommand)]
pub enum ShippoCommand {
    /// Have Shippo send its webhooks to this shop's public address; what is registered already is left as it is.
    RegisterWebhook,
}

/// All settings.
#[derive(Debug, Clone, Args)]
pub struct Settings {
    /// PostgreSQL; without it Clew starts its own, in the data directory.
    #[arg(long, env = "DATABASE_URL", hide_env_values = true, global = true)]
    pub database_url: Option<SecretString>,
    /// Where Clew keeps its own PostgreSQL, its secret and the sandbox's memory.
    #[arg(long, env = "CLEW_DATA", default_value = ".clew", global = true)]
    pub data: PathBuf,
    /// Address to listen on.
    #[arg(long, env = "CLEW_LISTEN", default_value = "127.0.0.1:3000", global = true)]
    pub listen: SocketAddr,
    /// Where customers and staff reach Clew from outside; `http://` and the listen address when absent.
    #[arg(long, env = "CLEW_PUBLIC_URL", global = true)]
    pub public_url: Option<Url>,
    /// Proxies whose `X-Forwarded-For` is believed, comma-separated addresses.
    #[arg(long, env = "CLEW_TRUSTED_PROXIES", value_delimiter = ',', global = true)]
    pub trusted_proxies: Vec<std::net::IpAddr>,
    /// The shop's name.
    #[arg(long, env = "CLEW_SHOP_NAME", default_value = "Clew", global = true)]
    pub shop_name: String,
    /// The email address customers are told to write to.
    #[arg(long, env = "CLEW_CONTACT", default_value = "hello@example.com", global = true)]
    pub contact: String,
    /// The shop's time zone, an IANA name.
    #[arg(long, env = "CLEW_TIME_ZONE", default_value = "Europe/Madrid", global = true)]
    pub time_zone: String,
    /// The language where nothing better is known: es, en, ro or ru.
    #[arg(long, env = "CLEW_LANGUAGE", default_value = "es", value_parser = language, global = true)]
    pub language: Language,
    /// Signs links and hashes addresses: at least 32 characters. Made and kept in the data directory when absent.
    #[arg(long, env = "CLEW_SECRET", hide_env_values = true, global = true)]
    pub secret: Option<SecretString>,
    /// Stripe's secret key; without it the sandbox stands in for Stripe.
    #[arg(long, env = "STRIPE_SECRET_KEY", hide_env_values = true, global = true)]
    pub stripe_secret_key: Option<SecretString>,
    /// Signing secrets of Stripe's webhook endpoint, comma-separated while one is being replaced.
    #[arg(long, env = "STRIPE_WEBHOOK_SECRET", hide_env_values = true, value_delimiter = ',', global = true)]
    pub stripe_webhook_secret: Vec<SecretString>,
    /// Another address for Stripe's API: a sandbox's.
    #[arg(long, env = "STRIPE_API_BASE", global = true)]
    pub stripe_api_base: Option<Url>,
    /// Shippo's API token; without it the sandbox stands in for Shippo, and with a live Stripe key nobody sells labels.
    #[arg(long, env = "SHIPPO_TOKEN", hide_env_values = true, global = true)]
    pub shippo_token: Option<SecretString>,
    /// A long random word in the address Shippo sends its webhooks to; `clew shippo register-webhook` tells Shippo.
    #[arg(long, env = "SHIPPO_WEBHOOK_TOKEN", hide_env_values = true, global = true)]
    pub shippo_webhook_token: Option<SecretString>,
    /// Secrets with which Shippo signs, where its support has agreed one, comma-separated; the token alone then opens nothing.
    #[arg(long, env = "SHIPPO_WEBHOOK_SECRET", hide_env_values = true, value_delimiter = ',', global = true)]
    pub shippo_webhook_secret: Vec<SecretString>,
    /// Another address for Shippo's API: a sandbox's.
    #[arg(long, env = "SHIPPO_API_BASE", global = true)]
    pub shippo_api_base: Option<Url>,
    /// Another address for postcodes.io, which tells how far a delivery is: a copy of your own, or a sandbox's.
    #[arg(long, env = "POSTCODES_API_BASE", global = true)]
    pub postcodes_api_base: Option<Url>,
    /// Signing secrets of Stitch's webhook endpoint, comma-separated while one is being replaced.
    #[arg(long, env = "STITCH_WEBHOOK_SECRET", hide_env_values = true, value_delimiter = ',', global = true)]
    pub stitch_webhook_secret: Vec<SecretString>,
    /// Where parcels leave.
    #[command(flatten)]
    pub sender: Sender,
    /// The mail server: `smtp://`, `smtp://…?tls=required` or `smtps://`; without it mail goes to the sandbox's mailbox.
    #[arg(long, env = "SMTP_URL", hide_env_values = true, global = true)]
    pub smtp_url: Option<SecretString>,
    /// Who carries messages beside the mail server.
    #[command(flatten)]
    pub channels: Channels,
    /// Carriers the shop asks itself where its parcels are.
    #[command(flatten)]
    pub carriers: CarrierKeys,
    /// Where else the shop sells.
    #[command(flatten)]
    pub elsewhere: Elsewhere,
    /// Whom mails come from: `Name <address>`; shop name and contact when absent.
    #[arg(long, env = "CLEW_MAIL_FROM", global = true)]
    pub mail_from: Option<String>,
    /// When customers are told, and where staff are.
    #[command(flatten)]
    pub telling: Telling,
    /// The sandbox's program; beside this one when absent.
    #[arg(long, env = "CLEW_SANDBOX_BIN", global = true)]
    pub sandbox_bin: Option<PathBuf>,
    /// Folder of the customer's built pages.
    #[arg(long, env = "CLEW_SITE", default_value = "target/site", global = true)]
    pub site: PathBuf,
    /// Folder of the built admin.
    #[arg(long, env = "CLEW_SITE_ADMIN", default_value = "target/site-admin", global = true)]
    pub site_admin: PathBuf,
    /// Database connections at most.
    #[arg(long, env = "CLEW_POOL", default_value_t = 20, global = true)]
    pub pool: u32,
    /// Background jobs at a time.
    #[arg(long, env = "CLEW_WORKERS", default_value_t = 8, global = true)]
    pub workers: usize,
    /// Look-ups one address may try in ten minutes.
    #[arg(long, env = "CLEW_LOOK_UPS_BY_IP", default_value_t = 30, global = true)]
    pub look_ups_by_ip: i32,
    /// Requests one key, or one address without a key, may send to the API in a minute.
    #[arg(long, env = "CLEW_API_PER_MINUTE", default_value_t = 1200, global = true)]
    pub api_per_minute: i32,
    /// Other sites whose pages may look orders up and show them, comma-separated origins: `https://www.shop.example`; `*` for all.
    #[arg(long, env = "CLEW_TRACK_ORIGINS", value_delimiter = ',', value_parser = site, global = true)]
    pub track_origins: Vec<String>,
    /// Origins of which staff's pages may load pictures of designs, comma-separated: `https://cdn.example`. Others stay links.
    #[arg(long, env = "CLEW_DESIGN_ORIGINS", value_delimiter = ',', value_parser = origin, global = true)]
    pub design_origins: Vec<String>,
    /// Whom webhooks may be sent to inside a network or without TLS, comma-separated hosts, addresses or networks: `erp.lan,10.0.0.0/8`.
    #[arg(long, env = "CLEW_WEBHOOK_ALLOW", value_delimiter = ',', global = true)]
    pub webhook_allow: Vec<Allowed>,
    /// What the shop wants to know of its mails.
    #[command(flatten)]
    pub marks: Marks,
    /// Where all orders go every night.
    #[command(flatten)]
    pub exporting: Exporting,
    /// Write logs as JSON.
    #[arg(long, env = "CLEW_LOG_JSON", global = true)]
    pub log_json: bool,
}

/// Who sells labels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Labels {
    /// Shippo, or whoever listens at the other address.
    Shippo,
    /// The sandbox.
    Sandbox,
    /// Nobody: real money comes in, and a label of the sandbox's must not end on a real parcel.
    Nobody,
}

impl Settings {
    /// Who sells labels.
    pub fn shippo(&self) -> Labels {
        let live = |key: &SecretString| key.expose_secret().contains("_live_");
        match (&self.shippo_token, &self.stripe_secret_key) {
            (Some(_), _) => Labels::Shippo,
            (None, Some(key)) if live(key) => Labels::Nobody,
            (None, _) => Labels::Sandbox,
        }
    }

    /// Whether mail leaves by the shop's own way, not the sandbox's.
    pub const fn has_mail(&self) -> bool {
        self.smtp_url.is_some() || self.channels.resend_api_key.is_some()
    }

    /// Where customers reach Clew from outside.
    ///
    /// # Errors
    /// Never in practice: a socket address makes a URL.
    pub fn public_url(&self) -> Result<Url, url::ParseError> {
        self.public_url.clone().map_or_else(|| Url::parse(&format!("http://{}", self.listen)), Ok)
    }
}

/// Seconds of `12h` or `7d`.
fn back(text: &str) -> Result<i64, String> {
    let hours = match text.split_at_checked(text.len().saturating_sub(1)) {
        Some((count, "h")) => count.parse::<i64>().ok(),
        Some((count, "d")) => count.parse::<i64>().ok().and_then(|days| days.checked_mul(24)),
        _ => None,
    };
    hours
        .filter(|hours| (1..=24 * 30).contains(hours))
        .map(|hours| hours * 3600)
        .ok_or_else(|| "hours or days, at most 30d: 12h, 7d".to_owned())
}

/// `https://host` or `https://host:port` and nothing else: it becomes a word of the content security policy.
fn origin(text: &str) -> Result<String, String> {
    bare(text)
        .filter(|url| url.scheme() == "https")
        .map(|url| url.origin().ascii_serialization())
        .ok_or_else(|| "an origin with https and no path: https://cdn.example".to_owned())
}

/// An origin as browsers write it, or `*`. Without TLS only this machine itself: anybody between could put a script into such a page.
fn site(text: &str) -> Result<String, String> {
    if text.trim() == "*" {
        return Ok("*".to_owned());
    }
    let here = |url: &Url| matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
    bare(text)
        .filter(|url| url.scheme() == "https" || (url.scheme() == "http" && here(url)))
        .map(|url| url.origin().ascii_serialization())
        .ok_or_else(|| "an origin with https and no path, https://www.shop.example, or *".to_owned())
}

/// Scheme, host and port alone.
fn bare(text: &str) -> Option<Url> {
    let url =
        Url::parse(text.trim()).ok().filter(|url| url.host_str().is_some_and(|host| !host.contains('*')));
    url.filter(|url| url.path() == "/" && url.query().is_none() && url.fragment().is_none())
        .filter(|url| url.username().is_empty() && url.password().is_none())
}

fn language(tag: &str) -> Result<Language, String> {
    Language::from_tag(tag).ok_or_else(|| "one of es, en, ro, ru".to_owned())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_holds_together() {
        Cli::command().debug_assert();
    }

    #[test]
    fn real_parcels_get_no_labels_of_a_sandbox() {
        let labels = |arguments: &[&str]| {
            let all = ["clew", "check"].iter().chain(arguments);
            Cli::parse_from(all).settings.shippo()
        };
        assert_eq!(labels(&[]), Labels::Sandbox);
        assert_eq!(labels(&["--stripe-secret-key", "sk_test_1"]), Labels::Sandbox);
        assert_eq!(labels(&["--stripe-secret-key", "rk_live_1"]), Labels::Nobody);
        assert_eq!(labels(&["--stripe-secret-key", "sk_live_1", "--shippo-token", "x"]), Labels::Shippo);
    }

    #[test]
    fn how_far_back_is_said_in_hours_or_days() {
        assert_eq!((back("12h"), back("7d")), (Ok(12 * 3600), Ok(7 * 24 * 3600)));
        for nonsense in ["", "h", "0h", "31d", "-1d", "7", "7w", "é", "99999999999999999999d"] {
            assert!(back(nonsense).is_err(), "{nonsense}");
        }
    }

    #[test]
    fn an_origin_is_one_word_of_the_policy() {
        assert_eq!(origin("HTTPS://CDN.example:443/").as_deref(), Ok("https://cdn.example"));
        assert_eq!(origin("https://cdn.example:8443").as_deref(), Ok("https://cdn.example:8443"));
        for bad in [
            "http://cdn.example",
            "https://cdn.example/a",
            "cdn.example",
            "*",
            "https://u@cdn.example",
            "https:// *; x",
        ] {
            assert!(origin(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn sites_that_show_orders_are_origins_as_browsers_write_them() {
        assert_eq!(site("HTTPS://Www.Shop.example:443/").as_deref(), Ok("https://www.shop.example"));
        assert_eq!(site("http://localhost:8080").as_deref(), Ok("http://localhost:8080"));
        assert_eq!(site(" * ").as_deref(), Ok("*"));
        for bad in [
            "http://www.shop.example",
            "https://shop.example/a",
            "shop.example",
            "null",
            "https://*.shop.example",
        ] {
            assert!(site(bad).is_err(), "{bad}");
        }
        let none = Cli::parse_from(["clew", "check"]).settings.track_origins;
        assert!(none.is_empty(), "nobody, unless the shop says so");
    }

    #[test]
    fn the_readme_names_every_variable() {
        let readme = include_str!("../../README.md");
        for arg in Cli::command().get_arguments() {
            if let Some(variable) = arg.get_env() {
                let variable = variable.to_string_lossy();
                assert!(readme.contains(&format!("| `{variable}` |")), "README.md does not list {variable}");
            }
        }
    }
}
