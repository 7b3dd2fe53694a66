//! Puts the shop together from the settings: database, secret, providers.

use anyhow::Context;
use domain::{
    Shop,
    bell::{Abroad, Bell},
    clock::Clock,
    db,
    provider::{
        carriers::Carriers,
        postcodes::Postcodes,
        receiver::{Names, PATIENCE, Receivers},
        shippo::Shippo,
        smtp::Mailer,
        stripe::Stripe,
    },
    secret::Secret,
    shop::About,
    workflow,
};
use jiff::tz::TimeZone;
use secrecy::{ExposeSecret, SecretString};
use sqlx::postgres::PgConnectOptions;
use url::Url;

use crate::{
    carriers,
    channels::{self, Carried},
    cluster::Cluster,
    config::{Labels, Settings},
    nightly_export,
    sandbox::{At, Proofs, Sandbox},
    secret_key,
    ship_from::ship_from,
    webhooks::Secrets,
};

/// An open shop, with what has to be closed again.
#[derive(Debug)]
pub struct Opened {
    /// The shop.
    pub shop: Shop,
    /// What proves that a webhook is a provider's (or the sandbox's).
    pub doors: Secrets,
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
        Ok((shop, doors, abroad)) => Ok(Opened { shop, doors, held, abroad }),
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
) -> anyhow::Result<(Shop, Secrets, Abroad)> {
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

    let Called { stripe, shippo, carriers, postcodes, smtp, carried, doors, sandboxed } =
        call(settings, providers, &secret, held).await?;
    let from = match &settings.mail_from {
        Some(from) => from.parse().context("CLEW_MAIL_FROM is not `Name <address>`")?,
        None => lettre_mailbox(&settings.shop_name, &settings.contact)?,
    };
    let mailer = Mailer::new(&smtp, from).map_err(anyhow::Error::msg)?;
    let receivers = Receivers::new(settings.webhook_allow.iter().cloned().collect(), Names::System, PATIENCE);
    let receivers = receivers.map_err(anyhow::Error::msg)?;
    let (bell, abroad) = Bell::new();
    let about = About {
        name: settings.shop_name.clone(),
        public_url: settings.public_url()?,
        contact: settings.contact.clone(),
        zone,
        language: settings.language,
        sandbox: sandboxed || settings.stripe_api_base.is_some() || settings.shippo_api_base.is_some(),
        ship_from: ship_from(
            settings,
            settings.shippo() != Labels::Shippo || settings.shippo_api_base.is_some(),
        )?,
        design_origins: settings.design_origins.clone(),
        tracking: settings.marks.into(),
    };
    let export = nightly_export::open(&settings.exporting)?;
    #[cfg(debug_assertions)]
    let failpoints = crate::hold::failpoints();
    #[cfg(not(debug_assertions))]
    let failpoints = domain::failpoint::Failpoints::default();
    let Carried { sms, resend, push, fcm } = carried;
    let shop = Shop {
        pool,
        clock,
        bell,
        secret,
        stripe,
        shippo,
        carriers,
        postcodes,
        mailer,
        resend,
        sms,
        push,
        fcm,
        receivers,
        export,
        about,
        connections: settings.elsewhere.connections(),
        failpoints,
    };
    Ok((shop, doors, abroad))
}

/// Whom the shop calls, and who calls back.
struct Called {
    stripe: Stripe,
    shippo: Shippo,
    carriers: Carriers,
    postcodes: Postcodes,
    smtp: Url,
    carried: Carried,
    doors: Secrets,
    /// Whether any of them is made up.
    sandboxed: bool,
}

/// Nobody listens there: a call ends at once, and what needed it waits.
const NOBODY: &str = "http://127.0.0.1:9";

async fn call(
    settings: &Settings,
    providers: Providers,
    secret: &Secret,
    held: &mut Held,
) -> anyhow::Result<Called> {
    let labels = settings.shippo();
    let sandboxed = settings.stripe_secret_key.is_none() || !settings.has_mail() || labels == Labels::Sandbox;
    let proofs = Proofs::derive(secret);
    let at = match providers {
        Providers::OrSandbox if sandboxed => {
            let sandbox = Sandbox::start(settings, &proofs).await?;
            let at = sandbox.at.clone();
            held.sandbox = Some(sandbox);
            at
        }
        _ => At { http: NOBODY.to_owned(), smtp: "127.0.0.1:9".to_owned() },
    };
    let mut doors = Secrets {
        stripe: stated(&settings.stripe_webhook_secret),
        shippo: stated(&settings.shippo_webhook_secret),
        shippo_token: settings.shippo_webhook_token.clone(),
        stitch: stated(&settings.stitch_webhook_secret),
        twilio: stated(&settings.channels.twilio_auth_token),
        resend: stated(&settings.channels.resend_webhook_secret),
        woocommerce: stated(&settings.elsewhere.woocommerce_webhook_secret),
        shopify: stated(&settings.elsewhere.shopify_webhook_secret),
        carriers: carriers::doors(&settings.carriers),
    };
    let base = |url: &Option<Url>| url.as_ref().map(Url::to_string);
    let (key, stripe_base) = match &settings.stripe_secret_key {
        Some(key) => (key.clone(), base(&settings.stripe_api_base)),
        None => {
            doors.stripe = vec![proofs.stripe.clone()];
            // Payments are made up anyway: so may be those Stitch tells of.
            if doors.stitch.is_empty() {
                doors.stitch = vec![proofs.stitch.clone()];
            }
            (SecretString::from("sk_test_sandbox"), Some(at.http.clone()))
        }
    };
    let stripe = Stripe::new(&key, stripe_base.as_deref())
        .map_err(|error| anyhow::anyhow!("STRIPE_SECRET_KEY: {error}"))?;
    let (token, shippo_base) = match (&settings.shippo_token, labels) {
        (Some(token), _) => (token.clone(), base(&settings.shippo_api_base)),
        (None, Labels::Nobody) => (SecretString::from("none"), Some(NOBODY.to_owned())),
        (None, _) => {
            (doors.shippo, doors.shippo_token) = (Vec::new(), Some(proofs.shippo.clone()));
            (SecretString::from("shippo_test_sandbox"), Some(format!("{}/shippo", at.http)))
        }
    };
    let shippo = Shippo::new(&token, shippo_base.as_deref())
        .map_err(|error| anyhow::anyhow!("SHIPPO_TOKEN: {error}"))?;
    let shippo = if labels == Labels::Nobody { shippo.absent() } else { shippo };
    let postcodes_base = match (&settings.postcodes_api_base, &settings.stripe_secret_key) {
        (Some(url), _) => Some(url.to_string()),
        // Where money is made up, nobody outside hears of made-up addresses.
        (None, None) => Some(format!("{}/postcodes_io", at.http)),
        (None, Some(_)) => None,
    };
    let postcodes = Postcodes::new(postcodes_base.as_deref())
        .map_err(|error| anyhow::anyhow!("POSTCODES_API_BASE: {error}"))?;
    let smtp = match &settings.smtp_url {
        Some(url) => url.expose_secret().to_owned(),
        None => format!("smtp://{}", at.smtp),
    };
    let smtp = smtp.parse().context("SMTP_URL is no address")?;
    let sandbox = held.sandbox.as_ref().map(|sandbox| sandbox.at.http.as_str());
    let carried = channels::open(settings, sandbox, &proofs.twilio, &mut doors).await?;
    let carriers = carriers::open(settings, sandbox, &proofs, &mut doors.carriers)?;
    Ok(Called { stripe, shippo, carriers, postcodes, smtp, carried, doors, sandboxed })
}

/// Those that hold something: a variable that is set to nothing is not set.
pub fn stated(secrets: &[SecretString]) -> Vec<SecretString> {
    secrets.iter().filter(|secret| !secret.expose_secret().is_empty()).cloned().collect()
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
