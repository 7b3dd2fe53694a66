//! Starts the sandbox where a provider has no keys: a separate program that speaks the providers' own wire.

use std::{path::PathBuf, process::Stdio};

use anyhow::Context;
use domain::{
    clock::At as Moment,
    ids::OrderId,
    secret::{Purpose, Secret, token_hash},
};
use jiff::Timestamp;
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::{Child, Command},
};
use uuid::Uuid;

use crate::config::Settings;

/// A running sandbox. It ends with us: it watches its standard input.
#[derive(Debug)]
pub struct Sandbox {
    child: Child,
    /// Where it listens.
    pub at: At,
}

/// What the sandbox says about itself when it is ready.
#[derive(Debug, Clone, Deserialize)]
pub struct At {
    /// Its address for Stripe's API, the mailbox and its switches.
    pub http: String,
    /// `host:port` of its mail server.
    pub smtp: String,
}

/// With what the sandbox proves itself at our doors.
#[derive(Debug, Clone)]
pub struct Proofs {
    /// Signs as Stripe.
    pub stripe: SecretString,
    /// Stands in the address Shippo's webhooks go to.
    pub shippo: SecretString,
    /// Signs as Svix does for Stitch.
    pub stitch: SecretString,
    /// Twilio's auth token: opens its account, and signs.
    pub twilio: SecretString,
    /// FedEx's security token.
    pub fedex: SecretString,
    /// The word UPS brings.
    pub ups: SecretString,
    /// The word DHL brings.
    pub dhl: SecretString,
}

impl Proofs {
    /// Derived from the shop's secret, so that they are the same after a restart, when the sandbox repeats what it could not deliver.
    pub fn derive(secret: &Secret) -> Self {
        let derived = secret.sign_order(Purpose::Cookie, OrderId(Uuid::nil()), Moment(Timestamp::UNIX_EPOCH));
        let word = |of: &str| hex::encode(token_hash(&format!("{derived}{of}")));
        let signing = |of: &str| SecretString::from(format!("whsec_{}", word(of)));
        // Sixty-four hexadecimal digits are base64, too, as Svix's secrets must be.
        Self {
            stripe: signing(""),
            shippo: word(" shippo").into(),
            stitch: signing(" stitch"),
            twilio: word(" twilio").into(),
            fedex: word(" fedex").into(),
            ups: word(" ups").into(),
            dhl: word(" dhl").into(),
        }
    }

    fn told(&self, settings: &Settings) -> [(&'static str, String); 11] {
        let door = |provider: &str| format!("http://{}/api/webhooks/{provider}", settings.listen);
        let token = self.shippo.expose_secret();
        [
            ("CLEW_SANDBOX_WEBHOOK_URL", door("stripe")),
            ("CLEW_SANDBOX_WEBHOOK_SECRET", self.stripe.expose_secret().to_owned()),
            ("CLEW_SANDBOX_SHIPPO_WEBHOOK_URL", format!("{}?token={token}", door("shippo"))),
            ("CLEW_SANDBOX_STITCH_WEBHOOK_URL", door("stitch")),
            ("CLEW_SANDBOX_STITCH_WEBHOOK_SECRET", self.stitch.expose_secret().to_owned()),
            ("CLEW_SANDBOX_TWILIO_WEBHOOK_URL", door("twilio")),
            ("CLEW_SANDBOX_TWILIO_AUTH_TOKEN", self.twilio.expose_secret().to_owned()),
            ("CLEW_SANDBOX_FEDEX_WEBHOOK_URL", door("carriers/fedex")),
            ("CLEW_SANDBOX_FEDEX_SECURITY_TOKEN", self.fedex.expose_secret().to_owned()),
            ("CLEW_SANDBOX_UPS_WEBHOOK_URL", door("carriers/ups")),
            ("CLEW_SANDBOX_UPS_CLIENT_ID", self.ups.expose_secret().to_owned()),
        ]
    }
}

impl Sandbox {
    /// Starts it, telling it where our webhook doors are and with which secrets to prove itself.
    ///
    /// # Errors
    /// When its program is not there or does not start.
    pub async fn start(settings: &Settings, proofs: &Proofs) -> anyhow::Result<Self> {
        let program = match &settings.sandbox_bin {
            Some(program) => program.clone(),
            None => beside_us()?,
        };
        std::fs::create_dir_all(&settings.data)?;
        let mut child = Command::new(&program)
            .args(["--http", "127.0.0.1:0", "--smtp", "127.0.0.1:0", "--exit-with-stdin"])
            // In the environment, not among the arguments: those every user of the machine can list.
            .envs(proofs.told(settings))
            .arg("--state")
            .arg(settings.data.join("sandbox.json"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .process_group(0)
            .kill_on_drop(true)
            .spawn()
            .with_context(|| {
                format!(
                    "no keys are set and the sandbox ({}) cannot be run; build it or set the keys",
                    program.display()
                )
            })?;
        let said = child.stdout.take().context("the sandbox has no output")?;
        let line = BufReader::new(said)
            .lines()
            .next_line()
            .await?
            .context("the sandbox stopped before it was ready")?;
        Ok(Self { child, at: serde_json::from_str(&line)? })
    }

    /// Ends it and waits until it has kept what it knows.
    pub async fn stop(mut self) {
        drop(self.child.stdin.take());
        if tokio::time::timeout(std::time::Duration::from_secs(5), self.child.wait()).await.is_err() {
            tracing::warn!("the sandbox did not stop by itself");
        }
    }
}

fn beside_us() -> anyhow::Result<PathBuf> {
    let us = std::env::current_exe()?;
    Ok(us.with_file_name("clew-sandbox"))
}
