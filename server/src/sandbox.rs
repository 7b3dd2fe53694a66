//! Starts the sandbox where a provider has no keys: a separate program that speaks the providers' own wire.

use std::{path::PathBuf, process::Stdio};

use anyhow::Context;
use serde::Deserialize;
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::{Child, Command},
};

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

impl Sandbox {
    /// Starts it, telling it where our webhook door is and with which secret to sign.
    ///
    /// # Errors
    /// When its program is not there or does not start.
    pub async fn start(settings: &Settings, webhook_url: &str, webhook_secret: &str) -> anyhow::Result<Self> {
        let program = match &settings.sandbox_bin {
            Some(program) => program.clone(),
            None => beside_us()?,
        };
        std::fs::create_dir_all(&settings.data)?;
        let mut child = Command::new(&program)
            .args(["--http", "127.0.0.1:0", "--smtp", "127.0.0.1:0", "--exit-with-stdin"])
            .args(["--webhook-url", webhook_url, "--webhook-secret", webhook_secret])
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
