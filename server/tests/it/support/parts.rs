//! What a test's world is put together from: a shop on the sandbox's providers, and its doorway.

use std::sync::Arc;

use domain::{
    Language, Shop,
    api_key::{self, NewKey, Scope},
    bell::Bell,
    clock::Clock,
    connect::Connections,
    failpoint::Failpoints,
    ids::ApiKeyId,
    order::Limits,
    provider::{
        carriers::Carriers,
        postcodes::Postcodes,
        receiver::{Allowed, Names, PATIENCE, Receivers},
        shippo::Shippo,
        smtp::Mailer,
        stripe::Stripe,
    },
    secret::Secret,
    shop::{About, ShipFrom, Tracking},
    workflow,
};
use jiff::tz::TimeZone;
use secrecy::SecretString;
use server::{
    live::Places,
    state::{AppState, Door},
    webhooks::{CarrierSecrets, Secrets},
};
use sqlx::PgPool;
use tokio_util::sync::CancellationToken;

use super::{
    API_KEY, CORREOS_TOKEN, DHL_WORD, ELSEWHERE, FEDEX_TOKEN, RESEND_SECRET, SHIPPO_TOKEN, SHOPIFY_SECRET,
    STITCH_SECRET, TWILIO_TOKEN, UPS_WORD, WEBHOOK_SECRET, WOO_SECRET,
};
use crate::channel_world::{fcm, push, twilio};

pub(super) async fn shop(pool: PgPool, url: &str, sandbox: &sandbox::Running) -> Shop {
    let clock = Clock::System;
    workflow::store::install_presets(&mut pool.acquire().await.unwrap(), clock.now()).await.unwrap();
    api_key::keep(&pool, "test", API_KEY, Scope::STOREFRONT, clock.now()).await.unwrap();
    let smtp = format!("smtp://{}", sandbox.smtp).parse().unwrap();
    let (bell, abroad) = Bell::new();
    tokio::spawn(abroad.run(pool.clone()));
    Shop {
        pool,
        clock,
        bell,
        secret: Secret::new(vec![9; 32]).unwrap(),
        stripe: Stripe::new(&SecretString::from("sk_test_1"), Some(&sandbox.http)).unwrap(),
        shippo: Shippo::new(
            &SecretString::from("shippo_test_sandbox"),
            Some(&format!("{}/shippo", sandbox.http)),
        )
        .unwrap(),
        carriers: Carriers::default(),
        postcodes: Postcodes::new(Some(&format!("{}/postcodes_io", sandbox.http))).unwrap(),
        mailer: Mailer::new(&smtp, "Ariadna <shop@shop.test>".parse().unwrap()).unwrap(),
        // Mail goes over SMTP; `World::with_resend` sends it the other way.
        resend: None,
        sms: Some(twilio(sandbox, url)),
        push: push(sandbox),
        fcm: Some(fcm(sandbox).await),
        receivers: receivers("127.0.0.1"),
        export: None,
        about: About {
            name: "Ariadna".into(),
            public_url: url.parse().unwrap(),
            contact: "help@shop.test".into(),
            zone: TimeZone::get("Europe/Madrid").unwrap(),
            language: Language::Es,
            sandbox: true,
            ship_from: ShipFrom::default(),
            design_origins: vec!["https://designs.studio.test".into()],
            tracking: Tracking::default(),
        },
        connections: Connections::default(),
        failpoints: Failpoints::default(),
    }
}

/// Receivers of webhooks on this machine.
fn receivers(at: &str) -> Receivers {
    let allow = std::iter::once(at.parse::<Allowed>().unwrap()).collect();
    Receivers::new(allow, Names::System, PATIENCE).unwrap()
}

/// What proves at the doors that the sandbox is every provider.
pub fn secrets() -> Secrets {
    Secrets {
        stripe: vec![SecretString::from(WEBHOOK_SECRET)],
        shippo: Vec::new(),
        shippo_token: Some(SecretString::from(SHIPPO_TOKEN)),
        stitch: vec![SecretString::from(STITCH_SECRET)],
        twilio: vec![SecretString::from(TWILIO_TOKEN)],
        resend: vec![SecretString::from(RESEND_SECRET)],
        woocommerce: vec![SecretString::from(WOO_SECRET)],
        shopify: vec![SecretString::from(SHOPIFY_SECRET)],
        carriers: CarrierSecrets {
            fedex: vec![SecretString::from(FEDEX_TOKEN)],
            ups: vec![SecretString::from(UPS_WORD)],
            dhl: vec![SecretString::from(DHL_WORD)],
            correos: vec![SecretString::from(CORREOS_TOKEN)],
            allowed: Vec::new(),
        },
    }
}

pub(super) fn state(
    shop: &Shop,
    limits: Limits,
    webhooks: Secrets,
    stopping: &CancellationToken,
) -> AppState {
    let options = |package: &'static str| {
        leptos::config::LeptosOptions::builder()
            .output_name("app")
            .site_root("nowhere")
            .site_pkg_dir(package)
            .build()
    };
    let door = Door {
        customer: options("pkg"),
        webhooks,
        trusted_proxies: Vec::new(),
        limits,
        api_per_minute: 100_000,
        track_origins: vec![ELSEWHERE.to_owned()],
        streams: Places::new(100),
        stopping: stopping.clone(),
        secure: false,
    };
    AppState { shop: shop.clone(), door: Arc::new(door), admin: options("pkg-admin") }
}

/// A key with which a program does what an operator does.
pub async fn operators_key(shop: &Shop, name: &str) -> String {
    let new = NewKey { name: name.to_owned(), scopes: Scope::ALL.to_vec(), ..NewKey::default() };
    api_key::create(shop, ApiKeyId::new(), &new).await.unwrap()
}
