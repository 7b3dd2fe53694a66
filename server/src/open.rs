//! Puts the shop together from the settings: database, secret, providers.

use anyhow::Context;
use domain::{
    Shop,
    bell::{Abroad, Bell},
    clock::Clock,
    db,
    failpoint::Failpoints,
    provider::{shippo::Shippo, smtp::Mailer, stripe::Stripe},
    secret::{Purpose, token_hash},
    shop::{About, ShipFrom},
    workflow,
};
use jiff::tz::TimeZone;
use secrecy::{ExposeSecret, SecretString};
use sqlx::postgres::PgConnectOptions;
use url::Url;

use crate::{cluster::Cluster, config::Settings, sandbox::Sandbox, secret_key};

/// An open shop, with what has to be closed again.
#[derive(Debug)]
pub struct Opened {
    /// The shop.
    pub shop: Shop,
    /// Secrets with which Stripe (or the sandbox) signs.
    pub webhook_secrets: Vec<SecretString>,
    /// Programs we started.
    pub held: Held,
    /// The half of the bell that other processes hear; run it.
    pub abroad: Abroad,
}

/// Programs we started and stop again.
#[derive(Debug, Default)]
pub struct Held {
    cluster: Option<Cluster>,
    /// The sandbox, when one stands in for a provider.
    pub sandbox: Option<Sandbox>,
}

impl Held {
    /// Stops them, PostgreSQL last.
    pub async fn close(self) {
        if let Some(sandbox) = self.sandbox {
            sandbox.stop().await;
        }
        if let Some(cluster) = self.cluster {
            cluster.stop().await;
        }
    }
}

impl Opened {
    /// Closes the shop.
    pub async fn close(self) {
        self.shop.pool.close().await;
        self.held.close().await;
    }
}

/// Whether a sandbox stands in where keys are missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Providers {
    /// It is started: for who serves.
    OrSandbox,
    /// Nobody is called: for a command that only writes to the database, perhaps beside a running server with a sandbox of its own.
    Unused,
}

/// Opens the shop: connects (starting a private PostgreSQL where no database is named), migrates, starts the sandbox where keys
/// are missing and wanted.
///
/// # Errors
/// With what to do about it.
pub async fn open(settings: &Settings, providers: Providers) -> anyhow::Result<Opened> {
    let mut held = Held::default();
    match open_with(settings, providers, &mut held).await {
        Ok((shop, webhook_secrets, abroad)) => Ok(Opened { shop, webhook_secrets, held, abroad }),
        Err(error) => {
            held.close().await;
            Err(error)
        }
    }
}

async fn open_with(
    settings: &Settings,
    providers: Providers,
    held: &mut Held,
) -> anyhow::Result<(Shop, Vec<SecretString>, Abroad)> {
    let options = database(settings, held).await?;
    let pool = db::connect(options, settings.pool).await.context("PostgreSQL cannot be reached")?;
    db::MIGRATIONS.run(&pool).await.context(
        "the database could not be brought up to date; nothing was changed by the step that failed",
    )?;
    let clock = Clock::System;
    workflow::store::install_presets(&mut *pool.acquire().await?, clock.now()).await?;
    let secret = secret_key::find(settings.secret.as_ref(), &settings.data)?;
    let zone = TimeZone::get(&settings.time_zone)
        .with_context(|| format!("CLEW_TIME_ZONE is no IANA time zone: {}", settings.time_zone))?;

    let mut webhook_secrets = settings.stripe_webhook_secret.clone();
    let mut stripe_key = settings.stripe_secret_key.clone();
    let mut stripe_base = settings.stripe_api_base.as_ref().map(Url::to_string);
    let mut smtp_url = settings.smtp_url.as_ref().map(|url| url.expose_secret().to_owned());
    let sandboxed = stripe_key.is_none() || smtp_url.is_none();
    if sandboxed && providers == Providers::Unused {
        stripe_key.get_or_insert_with(|| SecretString::from("sk_test_unused"));
        smtp_url.get_or_insert_with(|| "smtp://127.0.0.1:9".to_owned());
    } else if sandboxed {
        // Derived, so that it is the same after a restart, when the sandbox repeats what it could not deliver.
        let derived = secret.sign_order(
            Purpose::Cookie,
            domain::ids::OrderId(uuid::Uuid::nil()),
            domain::clock::At(jiff::Timestamp::UNIX_EPOCH),
        );
        let signing = format!("whsec_{}", hex::encode(token_hash(&derived)));
        let door = format!("http://{}/api/webhooks/stripe", settings.listen);
        let sandbox = Sandbox::start(settings, &door, &signing).await?;
        if stripe_key.is_none() {
            stripe_key = Some(SecretString::from("sk_test_sandbox"));
            stripe_base = Some(sandbox.at.http.clone());
            webhook_secrets = vec![SecretString::from(signing)];
        }
        if smtp_url.is_none() {
            smtp_url = Some(format!("smtp://{}", sandbox.at.smtp));
        }
        held.sandbox = Some(sandbox);
    }
    let key = stripe_key.context("a Stripe key")?;
    let stripe = Stripe::new(&key, stripe_base.as_deref())
        .map_err(|error| anyhow::anyhow!("STRIPE_SECRET_KEY: {error}"))?;
    // TODO(doors): the settings' token, base and sender.
    let shippo_base = held.sandbox.as_ref().map(|sandbox| format!("{}/shippo", sandbox.at.http));
    let shippo = Shippo::new(&SecretString::from("shippo_test_sandbox"), shippo_base.as_deref())
        .map_err(|error| anyhow::anyhow!("SHIPPO_API_TOKEN: {error}"))?;
    let from = match &settings.mail_from {
        Some(from) => from.parse().context("CLEW_MAIL_FROM is not `Name <address>`")?,
        None => lettre_mailbox(&settings.shop_name, &settings.contact)?,
    };
    let smtp: Url = smtp_url.unwrap_or_default().parse().context("SMTP_URL is no address")?;
    let mailer = Mailer::new(&smtp, from).map_err(anyhow::Error::msg)?;
    let (bell, abroad) = Bell::new();
    let about = About {
        name: settings.shop_name.clone(),
        public_url: settings.public_url()?,
        contact: settings.contact.clone(),
        zone,
        language: settings.language,
        sandbox: sandboxed || settings.stripe_api_base.is_some(),
        ship_from: ShipFrom::default(),
    };
    let failpoints = Failpoints::default();
    let shop = Shop { pool, clock, bell, secret, stripe, shippo, mailer, about, failpoints };
    Ok((shop, webhook_secrets, abroad))
}

async fn database(settings: &Settings, held: &mut Held) -> anyhow::Result<PgConnectOptions> {
    match &settings.database_url {
        Some(url) => {
            url.expose_secret().parse().map_err(|_| anyhow::anyhow!("DATABASE_URL is no PostgreSQL address"))
        }
        None => {
            let cluster = Cluster::start(&settings.data).await?;
            let options = cluster.options();
            held.cluster = Some(cluster);
            Ok(options)
        }
    }
}

fn lettre_mailbox(name: &str, address: &str) -> anyhow::Result<domain::provider::smtp::From> {
    let address = address.parse().with_context(|| format!("CLEW_CONTACT is no email address: {address}"))?;
    Ok(domain::provider::smtp::From::new(Some(name.to_owned()), address))
}
