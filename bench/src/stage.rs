//! Sets both legs up in this process: one database, one order in the middle of its life, two listeners.

use std::net::SocketAddr;

use anyhow::Context;
use clap::Parser;
use domain::{notice, order::store, secret::Purpose};
use server::{
    config::Cli,
    cookies,
    open::{self, Opened, Providers},
    reach, router, seed, serve,
    webhooks::Secrets,
};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

/// Both legs, ready.
pub struct Stage {
    /// Clew's whole router, all layers on.
    pub clew: SocketAddr,
    /// The raw handler.
    pub raw: SocketAddr,
    /// The order's number.
    pub number: String,
    /// The order page.
    pub page: String,
    /// Its cookie.
    pub cookie: String,
    /// What a page's poll asks for.
    pub fragment: String,
    /// The cookie and the version the poll knows.
    pub cookie_and_etag: String,
    /// The same order at the raw handler.
    pub raw_path: String,
    opened: Opened,
}

impl Stage {
    /// Opens the shop of the environment's settings (a sandbox: it is filled with 50 orders).
    ///
    /// # Errors
    /// When it cannot be opened.
    pub async fn open() -> anyhow::Result<Self> {
        let settings = Cli::try_parse_from(["clew", "serve"])?.settings;
        let opened = open::open(&settings, Providers::OrSandbox).await?;
        let shop = &opened.shop;
        seed::seed(shop, 50).await?;
        // As `serve` does: without it no message waits for an undo, and every one would be sent in the middle of what is measured.
        let telling = reach::reach(&settings, shop.sms.is_some());
        notice::keep_reach(&mut *shop.pool.acquire().await?, &telling)
            .await
            .map_err(|fault| anyhow::anyhow!("{fault}"))?;
        let id: uuid::Uuid = sqlx::query_scalar(
            "select id from orders where status = 'shipped' order by version desc, id limit 1",
        )
        .fetch_one(&shop.pool)
        .await
        .context("no seeded order has shipped")?;
        let id = domain::ids::OrderId(id);
        let order = store::load(&mut *shop.pool.acquire().await?, id).await?;
        let token = shop.secret.sign_order(Purpose::Cookie, id, shop.clock.now().plus(cookies::ORDER_LASTS));
        let cookie = format!("clew_order={token}");
        let state = serve::state(shop, &settings, Secrets::default(), CancellationToken::new());
        let app = router::router(state, &settings.site, &settings.site_admin);
        let clew = TcpListener::bind("127.0.0.1:0").await?;
        let raw = TcpListener::bind("127.0.0.1:0").await?;
        let (clew_at, raw_at) = (clew.local_addr()?, raw.local_addr()?);
        let raw_app = crate::raw::app(shop.pool.clone());
        tokio::spawn(async move { axum::serve(clew, router::service(app)).await });
        tokio::spawn(async move { axum::serve(raw, raw_app).await });
        Ok(Self {
            clew: clew_at,
            raw: raw_at,
            number: order.number.to_string(),
            page: format!("/o/{}", order.number),
            fragment: format!("/o/{}/fragment", order.number),
            cookie_and_etag: format!("{cookie}\n\"{}-{}\"", order.version, order.language.tag()),
            cookie,
            raw_path: format!("/{id}"),
            opened,
        })
    }

    /// The shop.
    pub fn shop(&self) -> &domain::Shop {
        &self.opened.shop
    }

    /// The shop's database.
    pub fn pool(&self) -> &sqlx::PgPool {
        &self.opened.shop.pool
    }
}
