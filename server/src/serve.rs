//! `clew serve`, `clew work`, `clew demo`, `clew create-admin`: starting, and stopping in order.

use std::{io::IsTerminal, path::Path, sync::Arc, time::Duration};

use anyhow::Context;
use domain::{
    Shop,
    notice::{self, Quiet},
    order::Limits,
    provider::receiver,
    queue::Worker,
    staff::{self, NewPerson, Role},
};
use leptos::config::LeptosOptions;
use tokio::{
    net::TcpListener,
    signal::unix::{SignalKind, signal},
    task::JoinHandle,
};
use tokio_util::sync::CancellationToken;

use crate::{
    config::{Labels, Settings},
    live::Places,
    open::{self, Opened, Providers},
    reach::reach,
    router, seed,
    state::{AppState, Door},
    webhooks::Secrets,
};

const STREAMS: usize = 10_000;
const HOUSEKEEPING: Duration = Duration::from_secs(300);
/// How long requests may take to end after a stop was asked for.
const GRACE: Duration = Duration::from_secs(8);
/// How long jobs and webhooks may take: a receiver has its time, and what it answered is written down. Else it is sent the same once more.
const WORK_GRACE: Duration = Duration::from_secs(receiver::PATIENCE.as_secs() + 1);

/// Serves pages and API, with or without the background work, until a signal comes.
///
/// # Errors
/// When it cannot start, with what to do.
pub async fn serve(settings: Settings, workers: bool) -> anyhow::Result<()> {
    let listener = TcpListener::bind(settings.listen)
        .await
        .with_context(|| format!("{} is taken; set CLEW_LISTEN to another address", settings.listen))?;
    serve_on(listener, settings, workers, None).await
}

/// The demo: a populated shop with a login, on another free port when its own is taken.
///
/// # Errors
/// When it cannot start, with what to do.
pub async fn demo(mut settings: Settings) -> anyhow::Result<()> {
    let listener = match TcpListener::bind(settings.listen).await {
        Ok(listener) => listener,
        Err(_) => TcpListener::bind((settings.listen.ip(), 0)).await.context("no port is free")?,
    };
    settings.listen = listener.local_addr()?;
    if settings.shop_name == "Clew" {
        "Taller Ariadna".clone_into(&mut settings.shop_name);
        "hola@ariadna.example".clone_into(&mut settings.contact);
    }
    // Whoever looks at the demo at night wants to see what it sends.
    settings.telling.quiet_hours.get_or_insert(Quiet::NONE);
    serve_on(listener, settings, true, Some(seed::DEMO)).await
}

async fn serve_on(
    listener: TcpListener,
    mut settings: Settings,
    workers: bool,
    demo: Option<&seed::Demo>,
) -> anyhow::Result<()> {
    // The port may have been 0.
    settings.listen = listener.local_addr()?;
    let Opened { shop, doors, held, abroad } = open::open(&settings, Providers::OrSandbox).await?;
    notice::keep_reach(&mut *shop.pool.acquire().await?, &reach(&settings, shop.sms.is_some())).await?;
    let stopping = CancellationToken::new();
    let bell = tokio::spawn(abroad.run(shop.pool.clone()));
    let state = state(&shop, &settings, doors, stopping.clone());
    let app = router::service(router::router(state, &settings.site, &settings.site_admin));
    let stop = stopping.clone();
    let server = tokio::spawn(async move {
        axum::serve(listener, app).with_graceful_shutdown(async move { stop.cancelled().await }).await
    });
    // Before anybody works: of what the demo tells of payments and parcels the sandbox knows nothing, and would answer otherwise.
    let filled = match demo {
        Some(demo) => seed::prepare(&shop, demo).await,
        None => Ok(()),
    };
    let worker = (workers && filled.is_ok()).then(|| start_worker(&shop, settings.workers, &stopping));
    let sandbox = held.sandbox.as_ref().map(|sandbox| sandbox.at.http.as_str());
    let welcomed = match filled {
        Ok(()) => welcome(&shop, &settings, demo, sandbox).await,
        failed => failed,
    };
    if welcomed.is_ok() {
        stop_signal().await?;
        tracing::info!("stopping");
    }
    stopping.cancel();
    if tokio::time::timeout(GRACE, server).await.is_err() {
        tracing::warn!("some requests did not end in time");
    }
    if let Some(worker) = worker
        && tokio::time::timeout(WORK_GRACE, worker).await.is_err()
    {
        tracing::warn!("some jobs or webhooks did not end in time; they are done again at the next start");
    }
    bell.abort();
    shop.pool.close().await;
    held.close().await;
    welcomed
}

/// Does the background work only.
///
/// # Errors
/// When it cannot start, with what to do.
pub async fn work(settings: Settings) -> anyhow::Result<()> {
    anyhow::ensure!(
        settings.stripe_secret_key.is_some() && settings.has_mail() && settings.shippo() != Labels::Sandbox,
        "clew work needs STRIPE_SECRET_KEY, SHIPPO_TOKEN and SMTP_URL (or RESEND_API_KEY): the sandbox belongs to clew serve"
    );
    let Opened { shop, held, abroad, .. } = open::open(&settings, Providers::Unused).await?;
    let stopping = CancellationToken::new();
    let bell = tokio::spawn(abroad.run(shop.pool.clone()));
    let worker = start_worker(&shop, settings.workers, &stopping);
    stop_signal().await?;
    stopping.cancel();
    let _ = tokio::time::timeout(WORK_GRACE, worker).await;
    bell.abort();
    shop.pool.close().await;
    held.close().await;
    Ok(())
}

/// Begins the background work, with so many jobs of a lane at a time. It is over when jobs and webhooks have ended what they had begun.
pub fn start_worker(shop: &Shop, workers: usize, stopping: &CancellationToken) -> JoinHandle<()> {
    let worker = Worker::new(shop.clone(), workers);
    tokio::spawn(keep_house(shop.clone(), stopping.clone()));
    tokio::spawn(domain::poll::keep(shop.clone(), stopping.clone()));
    let webhooks = tokio::spawn(domain::outbox::keep(shop.clone(), stopping.clone()));
    let jobs = tokio::spawn(worker.run(stopping.clone().cancelled_owned()));
    tokio::spawn(async move {
        let _ = tokio::join!(webhooks, jobs);
    })
}

/// Forgets what is over, every few minutes.
async fn keep_house(shop: Shop, stopping: CancellationToken) {
    let mut ticks = tokio::time::interval(HOUSEKEEPING);
    while stopping.run_until_cancelled(ticks.tick()).await.is_some() {
        let swept = match shop.pool.acquire().await {
            Ok(mut conn) => match domain::limit::sweep(&mut conn, shop.clock.now()).await {
                Ok(()) => domain::api_request::sweep(&mut conn, shop.clock.now()).await,
                error => error,
            },
            Err(error) => Err(error),
        };
        match domain::reconcile::hourly(&shop).await {
            Ok(Some(planned)) => {
                tracing::info!(?planned, "reconciling with the providers")
            }
            Ok(None) => {}
            Err(fault) => tracing::warn!(%fault, "reconciliation could not be planned; later"),
        }
        if let Err(error) = swept {
            tracing::warn!(%error, "limits and answers that are over could not be forgotten; later");
        }
        if let Err(fault) = domain::outbox::sweep(&shop).await {
            tracing::warn!(%fault, "webhooks that are over could not be forgotten; later");
        }
        if let Err(fault) = domain::export::nightly(&shop).await {
            tracing::warn!(%fault, "the nightly export could not be begun; later");
        }
        if let Err(fault) = domain::import::sweep(&shop).await {
            tracing::warn!(%fault, "imports nobody started could not be forgotten; later");
        }
        if let Err(fault) = domain::customer::sweep(&shop).await {
            tracing::warn!(%fault, "links and sessions that are over could not be forgotten; later");
        }
    }
}

/// The doorway's state for a shop.
pub fn state(shop: &Shop, settings: &Settings, webhooks: Secrets, stopping: CancellationToken) -> AppState {
    let mut limits = Limits::default();
    limits.by_ip.tries = settings.look_ups_by_ip;
    let door = Door {
        customer: bundle(&settings.site, "pkg", "hash-customer.txt"),
        webhooks,
        trusted_proxies: settings.trusted_proxies.clone(),
        limits,
        api_per_minute: settings.api_per_minute,
        track_origins: settings.track_origins.clone(),
        streams: Places::new(STREAMS),
        stopping,
        secure: shop.about.public_url.scheme() == "https",
    };
    AppState {
        shop: shop.clone(),
        door: Arc::new(door),
        admin: bundle(&settings.site_admin, "pkg-admin", "hash-admin.txt"),
    }
}

/// What Leptos must know of a bundle. Files are named by their hash where the build left a list of hashes beside us.
fn bundle(site: &Path, package: &'static str, hashes: &'static str) -> LeptosOptions {
    let listed = std::env::current_exe().is_ok_and(|us| us.with_file_name(hashes).exists());
    let unwanted = std::env::var("LEPTOS_HASH_FILES").is_ok_and(|wish| wish == "false");
    LeptosOptions::builder()
        .output_name("app")
        .site_root(site.to_string_lossy())
        .site_pkg_dir(package)
        .hash_file(Arc::<str>::from(hashes))
        .hash_files(listed && !unwanted)
        .build()
}

/// Says where everything is: on standard output, because it holds a one-time link that no log should keep.
async fn welcome(
    shop: &Shop,
    settings: &Settings,
    demo: Option<&seed::Demo>,
    sandbox: Option<&str>,
) -> anyhow::Result<()> {
    let at = shop.about.url("");
    let mut said = format!(
        "\n  {} is open.\n\n    customers   {at}/track\n    staff       {at}/admin\n",
        shop.about.name
    );
    if let Some(sandbox) = sandbox {
        said += &format!(
            "    sandbox     {sandbox}/            (no real money, no real mail)\n    mailbox     {sandbox}/mail\n"
        );
    }
    if let Some(demo) = demo {
        said += &format!(
            "\n    sign in     {} / {}\n    API key     {}\n",
            demo.email, demo.password, demo.api_key
        );
    } else if staff::nobody_yet(shop).await? {
        let token = staff::set_up_link(shop).await?;
        said += "\n    Nobody has an account yet. Make the first one here, within a day:\n";
        said += &format!("    {at}/admin/set-up/{token}\n");
    }
    said += &format!("\n  Listening on {}. Stop with Ctrl-C.\n\n", settings.listen);
    // Where nobody reads (a closed pipe) the shop opens all the same.
    if let Err(error) = std::io::Write::write_all(&mut std::io::stdout(), said.as_bytes()) {
        tracing::warn!(%error, "the welcome could not be printed");
    }
    Ok(())
}

async fn stop_signal() -> anyhow::Result<()> {
    let mut terminate = signal(SignalKind::terminate())?;
    tokio::select! {
        interrupted = tokio::signal::ctrl_c() => interrupted?,
        _ = terminate.recv() => {}
    }
    Ok(())
}

/// Gives somebody an administrator's account, with a password from standard input.
///
/// # Errors
/// With the sentence that says what is wrong.
pub async fn create_admin(shop: &Shop, email: String, name: Option<String>) -> anyhow::Result<()> {
    if std::io::stdin().is_terminal() {
        eprintln!("Password (at least 12 characters; it is shown as you type):");
    }
    let mut password = String::new();
    std::io::stdin().read_line(&mut password)?;
    let name = name.unwrap_or_else(|| email.split('@').next().unwrap_or_default().to_owned());
    let password = password.trim_end_matches(['\r', '\n']).to_owned();
    let person = NewPerson { name, email, password, role: Role::Admin, language: shop.about.language };
    match staff::create(shop, person).await {
        Ok(_) => {
            println!("The account was made.");
            Ok(())
        }
        Err(fault) => anyhow::bail!("{}", fault.say(domain::Language::En)),
    }
}
