//! `clew check`: every setting with its source, secrets redacted, and every connection tried.

use clap::{ArgMatches, CommandFactory, parser::ValueSource};

use crate::{
    carriers, channels,
    config::{Cli, Labels, Settings},
    open::{self, Opened, Providers},
};

/// Settings whose value is never printed.
const SECRETS: [&str; 25] = [
    "database_url",
    "secret",
    "stripe_secret_key",
    "stripe_webhook_secret",
    "shippo_token",
    "shippo_webhook_token",
    "shippo_webhook_secret",
    "stitch_webhook_secret",
    "smtp_url",
    "twilio_auth_token",
    "resend_api_key",
    "resend_webhook_secret",
    "vapid_private_key",
    "fedex_client_secret",
    "fedex_webhook_secret",
    "ups_client_secret",
    "ups_webhook_secret",
    "dhl_api_key",
    "dhl_webhook_secret",
    "correos_password",
    "correos_webhook_token",
    "export_s3_key",
    "export_s3_secret",
    "woocommerce_webhook_secret",
    "shopify_webhook_secret",
];

/// Prints and tries; fails when something does not work.
///
/// # Errors
/// When a connection does not work.
pub async fn check(settings: Settings, matches: &ArgMatches) -> anyhow::Result<()> {
    println!("Settings");
    for line in describe(matches) {
        println!("  {line}");
    }
    println!("\nConnections");
    let opened = open::open(&settings, Providers::OrSandbox).await;
    let Opened { shop, held, .. } = match opened {
        Ok(opened) => opened,
        Err(error) => {
            println!("  ✗ {error:#}");
            anyhow::bail!("the shop cannot be opened");
        }
    };
    let mut failures = 0;
    let mut report = |what: &str, answer: Result<String, String>| match answer {
        Ok(said) => println!("  ✓ {what}: {said}"),
        Err(said) => {
            failures += 1;
            println!("  ✗ {what}: {said}");
        }
    };
    let version = sqlx::query_scalar::<_, String>("select version()").fetch_one(&shop.pool).await;
    report("PostgreSQL", version.map_err(|error| error.to_string()));
    report("Stripe", shop.stripe.check().await.map(|()| "the key is accepted".to_owned()));
    if settings.shippo() == Labels::Nobody {
        println!("  · Shippo: there is no SHIPPO_TOKEN, so no label can be bought");
    } else {
        report("Shippo", shop.shippo.check().await.map(|()| "the token is accepted".to_owned()));
    }
    report("postcodes.io", shop.postcodes.check().await.map(|()| "answers".to_owned()));
    if shop.resend.is_none() {
        report("mail server", shop.mailer.check().await.map(|()| "answers".to_owned()));
    }
    for (what, answer) in channels::check(&shop).await {
        report(what, answer);
    }
    if shop.sms.is_none() {
        println!("  · text messages: there is no TWILIO_ACCOUNT_SID, so none is sent");
    }
    for (what, answer) in carriers::check(&shop).await {
        report(what, answer);
    }
    if let Some(kept) = &shop.export {
        report("nightly export", kept.at.check().await);
    }
    for without in carriers::without(&shop) {
        println!("  · {without}: no account, so its parcels are followed through Shippo only");
    }
    if held.sandbox.is_some() {
        println!("  · the sandbox stands in for providers without keys");
    }
    shop.pool.close().await;
    held.close().await;
    if failures > 0 { anyhow::bail!("{failures} of these do not work") } else { Ok(()) }
}

/// One line per setting: variable, value, where it comes from.
fn describe(matches: &ArgMatches) -> Vec<String> {
    let command = Cli::command();
    let inner = matches.subcommand().map_or(matches, |(_, inner)| inner);
    let settings = command.get_arguments().filter(|arg| arg.get_env().is_some());
    settings
        .map(|arg| {
            let id = arg.get_id().as_str();
            let from = |matches: &ArgMatches| {
                matches.try_contains_id(id).ok().and_then(|_| matches.value_source(id))
            };
            let source = match from(inner).or_else(|| from(matches)) {
                Some(ValueSource::EnvVariable) => "environment",
                Some(ValueSource::CommandLine) => "command line",
                Some(_) => "default",
                None => "not set",
            };
            let values =
                inner.try_get_raw(id).ok().flatten().or_else(|| matches.try_get_raw(id).ok().flatten());
            let value = values
                .map(|values| values.map(|value| value.to_string_lossy()).collect::<Vec<_>>().join(","));
            let shown = match value {
                Some(_) if SECRETS.contains(&id) => "(hidden)".to_owned(),
                Some(value) => value,
                None => "–".to_owned(),
            };
            format!(
                "{:<27} {shown}  [{source}]",
                arg.get_env().map(|env| env.to_string_lossy()).unwrap_or_default()
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_never_printed() {
        let matches = Cli::command().get_matches_from([
            "clew",
            "check",
            "--stripe-secret-key",
            "sk_live_1",
            "--database-url",
            "postgres://u:p@h/d",
        ]);
        let lines = describe(&matches).join("\n");
        assert!(!lines.contains("sk_live_1") && !lines.contains("u:p@h"), "{lines}");
        assert!(lines.contains("STRIPE_SECRET_KEY           (hidden)  [command line]"), "{lines}");
        assert!(lines.contains("CLEW_LISTEN                 127.0.0.1:3000  [default]"), "{lines}");
    }

    #[test]
    fn every_secret_setting_is_known_as_one() {
        for arg in Cli::command().get_arguments().filter(|arg| arg.is_hide_env_values_set()) {
            assert!(SECRETS.contains(&arg.get_id().as_str()), "{}", arg.get_id());
        }
    }
}
