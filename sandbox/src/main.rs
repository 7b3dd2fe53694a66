//! `clew-sandbox`: the program. Its stdout carries one line, the addresses it bound, so that whoever started it
//! on port 0 can read where to knock; everything said to people goes to stderr.

use clap::Parser;
use sandbox::Config;
use tokio::io::AsyncReadExt;
use tracing_subscriber::EnvFilter;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_env_filter(EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info")))
        .init();
    let config = Config::parse();
    let exit_with_stdin = config.exit_with_stdin;
    let running = sandbox::start(config).await?;
    println!("{}", serde_json::json!({ "http": running.http, "smtp": running.smtp }));

    tokio::select! {
        () = stdin_closed(), if exit_with_stdin => {}
        stopped = tokio::signal::ctrl_c() => stopped?,
    }
    running.save()?;
    Ok(())
}

/// A parent that is killed cannot say goodbye, but the kernel closes its end of the pipe for it.
async fn stdin_closed() {
    let mut stdin = tokio::io::stdin();
    let mut ignored = [0; 256];
    while matches!(stdin.read(&mut ignored).await, Ok(read) if read > 0) {}
}
