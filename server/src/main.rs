//! `clew`: one program, several roles.

use clap::{CommandFactory, FromArgMatches};
use domain::{
    api_key::{self, NewKey, Scope},
    ids::ApiKeyId,
};
use server::{
    api, check,
    config::{Cli, Command, ShippoCommand},
    open::{self, Opened, Providers},
    seed, serve, shippo_hooks, telemetry,
};

fn main() -> std::process::ExitCode {
    let matches = Cli::command().get_matches();
    let cli = match Cli::from_arg_matches(&matches) {
        Ok(cli) => cli,
        Err(error) => error.exit(),
    };
    telemetry::start(cli.settings.log_json);
    // One TLS implementation for everything that speaks TLS (docs/adr/0002).
    if rustls::crypto::ring::default_provider().install_default().is_err() {
        tracing::debug!("a TLS provider was installed already");
    }
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("clew could not start its threads: {error}");
            return std::process::ExitCode::FAILURE;
        }
    };
    match runtime.block_on(run(cli, &matches)) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("clew stopped: {error:#}");
            std::process::ExitCode::FAILURE
        }
    }
}

async fn run(cli: Cli, matches: &clap::ArgMatches) -> anyhow::Result<()> {
    let settings = cli.settings;
    match cli.command {
        Command::Serve { no_workers } => serve::serve(settings, !no_workers).await,
        Command::Work => serve::work(settings).await,
        Command::Demo => serve::demo(settings).await,
        Command::Check => check::check(settings, matches).await,
        Command::Migrate => {
            open::open(&settings, Providers::Unused).await?.close().await;
            println!("The database is up to date.");
            Ok(())
        }
        Command::CreateAdmin { email, name } => {
            let Opened { shop, held, .. } = open::open(&settings, Providers::Unused).await?;
            let answer = serve::create_admin(&shop, email, name).await;
            held.close().await;
            answer
        }
        Command::CreateApiKey { name, operator, scope } => {
            let Opened { shop, held, .. } = open::open(&settings, Providers::Unused).await?;
            let scopes = match (operator, scope.is_empty()) {
                (true, _) => Scope::ALL.to_vec(),
                (false, true) => Scope::STOREFRONT.to_vec(),
                (false, false) => scope,
            };
            let new = NewKey { name, scopes, ..NewKey::default() };
            let key = api_key::create(&shop, ApiKeyId::new(), &new).await;
            held.close().await;
            println!("{}\nKeep it now: it is stored as a hash and cannot be shown again.", key?);
            Ok(())
        }
        Command::Openapi => {
            println!("{:#}", api::document()?);
            Ok(())
        }
        Command::Reconcile { since } => {
            // Only enqueues: the running server, or `clew work`, asks the providers.
            let Opened { shop, held, .. } = open::open(&settings, Providers::Unused).await?;
            let planned = domain::reconcile::plan(&shop, since).await;
            held.close().await;
            let domain::reconcile::Planned { payments, labels, parcels } = planned?;
            println!(
                "{payments} payments, {labels} labels and {parcels} parcels will be checked by the running server."
            );
            Ok(())
        }
        Command::Shippo { what: ShippoCommand::RegisterWebhook } => {
            let opened = open::open(&settings, Providers::Unused).await?;
            let answer = shippo_hooks::register(&settings, &opened.shop.shippo).await;
            opened.close().await;
            answer?.iter().for_each(|line| println!("{line}"));
            Ok(())
        }
        Command::Seed { orders } => {
            let Opened { shop, held, .. } = open::open(&settings, Providers::Unused).await?;
            let answer = seed::seed(&shop, orders).await;
            held.close().await;
            println!("{} orders were added.", answer?);
            Ok(())
        }
    }
}
