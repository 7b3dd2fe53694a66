//! Binding both listeners and setting the world in motion.

use std::path::PathBuf;

use anyhow::Context;
use axum::Router;
use axum::serve::ListenerExt;
use tokio::net::TcpListener;
use tokio::task::JoinSet;

use crate::config::Config;
use crate::webhook::{Route, Routes, Target};
use crate::world::{Shared, World};
use crate::{
    carrier, control, correos, dhl, expiry, fcm, fedex, journey, mail, pay, postcodes, push, refund, resend,
    shippo, site, snapshot, stripe, twilio, ups, webhook,
};

/// A sandbox that runs until this is dropped.
pub struct Running {
    /// `http://127.0.0.1:PORT`
    pub http: String,
    /// `127.0.0.1:PORT`
    pub smtp: String,
    world: Shared,
    state: Option<PathBuf>,
    _tasks: JoinSet<()>,
}

impl Running {
    /// Writes the snapshot now, when one is kept.
    pub fn save(&self) -> anyhow::Result<()> {
        self.state.as_ref().map_or(Ok(()), |path| snapshot::save(&self.world, path))
    }
}

/// Starts everything; when this returns both ports answer.
pub async fn start(config: Config) -> anyhow::Result<Running> {
    let http = TcpListener::bind(config.http).await.with_context(|| format!("binding {}", config.http))?;
    let smtp = TcpListener::bind(config.smtp).await.with_context(|| format!("binding {}", config.smtp))?;
    let base = format!("http://{}", http.local_addr()?);
    let smtp_address = smtp.local_addr()?.to_string();
    let routes = routes(&config);
    let state = config.state.as_deref().map(snapshot::load).transpose()?.unwrap_or_default();
    let (world, happened) = World::new(base.clone(), state, routes)?;

    let mut tasks = JoinSet::new();
    // Small answers on kept connections would otherwise wait for the client's acknowledgement.
    let http = http.tap_io(|stream| {
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "no TCP_NODELAY");
        }
    });
    let app = app(world.clone());
    tasks.spawn(async move {
        if let Err(error) = axum::serve(http, app).await {
            tracing::error!(%error, "the HTTP server stopped");
        }
    });
    tasks.spawn(mail::serve(smtp, world.clone()));
    tasks.spawn(webhook::dispatch(world.clone(), happened));
    tasks.spawn(expiry::watch(world.clone()));
    tasks.spawn(refund::watch(world.clone()));
    tasks.spawn(shippo::watch(world.clone()));
    tasks.spawn(journey::watch(world.clone()));
    if let Some(path) = config.state.clone() {
        tasks.spawn(snapshot::watch(world.clone(), path));
    }
    tracing::info!(http = base, smtp = smtp_address, "sandbox ready");
    Ok(Running { http: base, smtp: smtp_address, world, state: config.state, _tasks: tasks })
}

fn routes(config: &Config) -> Routes {
    let to = |url: &Option<String>, secret: &Option<String>| {
        Route::to(url.clone().map(|url| Target { url, secret: secret.clone() }))
    };
    Routes {
        stripe: to(&config.webhook_url, &config.webhook_secret),
        shippo: to(&config.shippo_webhook_url, &config.shippo_webhook_secret),
        stitch: to(&config.stitch_webhook_url, &config.stitch_webhook_secret),
        twilio: to(&config.twilio_webhook_url, &config.twilio_auth_token),
        resend: to(&config.resend_webhook_url, &config.resend_webhook_secret),
        fedex: to(&config.fedex_webhook_url, &config.fedex_security_token),
        ups: to(&config.ups_webhook_url, &config.ups_client_id),
        dhl: Route::default(),
    }
}

fn app(world: Shared) -> Router {
    Router::new()
        .merge(site::routes())
        .merge(pay::routes())
        .merge(mail::routes())
        .merge(control::routes())
        .merge(shippo::site())
        .merge(twilio::site())
        .merge(resend::site())
        .merge(push::site())
        .merge(fcm::site())
        .merge(carrier::site())
        .merge(journey::site())
        .nest("/fedex", fedex::routes(world.clone()))
        .nest("/ups", ups::routes(world.clone()))
        .nest("/dhl", dhl::routes(world.clone()))
        .nest("/correos", correos::routes(world.clone()))
        .nest("/twilio", twilio::routes(world.clone()))
        .nest("/resend", resend::routes(world.clone()))
        .nest("/push", push::routes(world.clone()))
        .nest("/fcm", fcm::routes(world.clone()))
        .nest("/shippo", shippo::routes(world.clone()))
        .nest("/postcodes_io", postcodes::routes(world.clone()))
        .nest("/v1", stripe::routes(world.clone()))
        .with_state(world)
}
