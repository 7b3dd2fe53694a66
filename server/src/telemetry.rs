//! Logs: to standard error, ids only, no names, addresses or secrets (`docs/ARCHITECTURE.md`, "Logs").

use tracing_subscriber::{EnvFilter, fmt};

/// Starts logging at `RUST_LOG`'s level, `info` when it is absent.
pub fn start(json: bool) {
    let filter =
        EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info,sqlx::query=warn"));
    // A log nobody takes any more (a closed pipe) must not take us down.
    let log = fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_target(false)
        .log_internal_errors(false);
    let started = if json { log.json().try_init() } else { log.compact().try_init() };
    // A test may have started it already.
    drop(started);
}
