//! Carriers the shop asks itself, and who tell it: the settings, and what they open. Without an account parcels are followed through
//! Shippo.

use std::net::IpAddr;

use clap::Args;
use domain::{
    Shop,
    poll::Budgets,
    provider::{
        Credentials,
        carriers::Carriers,
        correos::Correos,
        dhl::{Dhl, Hook},
        fedex::FedEx,
        ups::{Alerts, Ups},
    },
};
use secrecy::SecretString;
use url::Url;

use crate::{
    config::Settings,
    open::stated,
    sandbox::Proofs,
    webhooks::{Allowed, CarrierSecrets},
};

/// FedEx, UPS, DHL, Correos.
#[derive(Debug, Clone, Default, Args)]
pub struct CarrierKeys {
    /// The API key of FedEx's project: where parcels are is then asked of FedEx itself.
    #[arg(long, env = "FEDEX_CLIENT_ID", requires = "fedex_client_secret", global = true)]
    pub fedex_client_id: Option<String>,
    /// The project's secret key.
    #[arg(long, env = "FEDEX_CLIENT_SECRET", hide_env_values = true, global = true)]
    pub fedex_client_secret: Option<SecretString>,
    /// Security tokens with which FedEx signs its pushes, comma-separated while one is being replaced.
    #[arg(long, env = "FEDEX_WEBHOOK_SECRET", hide_env_values = true, value_delimiter = ',', global = true)]
    pub fedex_webhook_secret: Vec<SecretString>,
    /// Another address for FedEx's API: its own sandbox's, or ours.
    #[arg(long, env = "FEDEX_API_BASE", global = true)]
    pub fedex_api_base: Option<Url>,
    /// The client id of UPS' app: where parcels are is then asked of UPS itself.
    #[arg(long, env = "UPS_CLIENT_ID", requires = "ups_client_secret", global = true)]
    pub ups_client_id: Option<String>,
    /// The app's client secret.
    #[arg(long, env = "UPS_CLIENT_SECRET", hide_env_values = true, global = true)]
    pub ups_client_secret: Option<SecretString>,
    /// Words UPS brings to our door, comma-separated while one is being replaced, the one to give it first; without one it tells nothing.
    #[arg(long, env = "UPS_WEBHOOK_SECRET", hide_env_values = true, value_delimiter = ',', global = true)]
    pub ups_webhook_secret: Vec<SecretString>,
    /// The version of Track Alert: 1 tells UPS address and word with each number; 2 has them kept in UPS' portal.
    #[arg(long, env = "UPS_TRACK_ALERT", default_value_t = 1, value_parser = clap::value_parser!(u8).range(1..=2), global = true)]
    pub ups_track_alert: u8,
    /// Another address for UPS' API: its own test host's, or ours.
    #[arg(long, env = "UPS_API_BASE", global = true)]
    pub ups_api_base: Option<Url>,
    /// DHL's API key: where parcels are is then asked of DHL itself.
    #[arg(long, env = "DHL_API_KEY", hide_env_values = true, global = true)]
    pub dhl_api_key: Option<SecretString>,
    /// Words DHL brings to our door, comma-separated while one is being replaced, the one to give it first; without one it tells nothing.
    #[arg(long, env = "DHL_WEBHOOK_SECRET", hide_env_values = true, value_delimiter = ',', global = true)]
    pub dhl_webhook_secret: Vec<SecretString>,
    /// Another address for DHL's API: its own test host's, or ours.
    #[arg(long, env = "DHL_API_BASE", global = true)]
    pub dhl_api_base: Option<Url>,
    /// The user of a contract with Correos; without one its public page is asked.
    #[arg(long, env = "CORREOS_USER", requires = "correos_password", global = true)]
    pub correos_user: Option<String>,
    /// The contract's password.
    #[arg(long, env = "CORREOS_PASSWORD", hide_env_values = true, global = true)]
    pub correos_password: Option<SecretString>,
    /// Words in the address to which somebody copies Correos' answers, comma-separated; without one the door stays shut.
    #[arg(long, env = "CORREOS_WEBHOOK_TOKEN", hide_env_values = true, value_delimiter = ',', global = true)]
    pub correos_webhook_token: Vec<SecretString>,
    /// Another address for Correos' localizador: ours.
    #[arg(long, env = "CORREOS_API_BASE", global = true)]
    pub correos_api_base: Option<Url>,
    /// Ask Correos nothing.
    #[arg(long, env = "CORREOS_OFF", global = true)]
    pub correos_off: bool,
    /// How many calls a day FedEx takes; a tenth less than it says leaves some for staff.
    #[arg(long, env = "FEDEX_CALLS_PER_DAY", default_value_t = 90_000, value_parser = clap::value_parser!(u32).range(1..), global = true)]
    pub fedex_calls_per_day: u32,
    /// How many calls a day UPS takes.
    #[arg(long, env = "UPS_CALLS_PER_DAY", default_value_t = 50_000, value_parser = clap::value_parser!(u32).range(1..), global = true)]
    pub ups_calls_per_day: u32,
    /// How many calls a day DHL takes: 250 of a new key.
    #[arg(long, env = "DHL_CALLS_PER_DAY", default_value_t = 225, value_parser = clap::value_parser!(u32).range(1..), global = true)]
    pub dhl_calls_per_day: u32,
    /// How many calls a day Correos takes.
    #[arg(long, env = "CORREOS_CALLS_PER_DAY", default_value_t = 20_000, value_parser = clap::value_parser!(u32).range(1..), global = true)]
    pub correos_calls_per_day: u32,
    /// Addresses carriers' pushes come from, comma-separated: `fedex=20.65.16.22`. A carrier that is not named may come from anywhere.
    #[arg(long, env = "CARRIER_WEBHOOK_IPS", value_delimiter = ',', value_parser = allowed, global = true)]
    pub carrier_webhook_ips: Vec<Allowed>,
}

/// What proves that a push is a carrier's.
pub fn doors(keys: &CarrierKeys) -> CarrierSecrets {
    CarrierSecrets {
        fedex: stated(&keys.fedex_webhook_secret),
        ups: stated(&keys.ups_webhook_secret),
        dhl: stated(&keys.dhl_webhook_secret),
        correos: stated(&keys.correos_webhook_token),
        allowed: keys.carrier_webhook_ips.clone(),
    }
}

/// Opens them. `sandbox` is its address where one runs: where money is made up, it stands in for carriers without keys.
///
/// # Errors
/// With the variable that is wrong.
pub fn open(
    settings: &Settings,
    sandbox: Option<&str>,
    proofs: &Proofs,
    doors: &mut CarrierSecrets,
) -> anyhow::Result<Carriers> {
    let keys = &settings.carriers;
    let sandbox = sandbox.filter(|_| settings.stripe_secret_key.is_none());
    let named = |name: &'static str| move |error: String| anyhow::anyhow!("{name}: {error}");
    let text = |url: &Option<Url>| url.as_ref().map(Url::to_string);
    let pair = |id: &Option<String>, secret: &Option<SecretString>| {
        id.clone().zip(secret.clone()).map(|(id, secret)| Credentials { id, secret })
    };
    let made_up = || Credentials { id: "sandbox".to_owned(), secret: "sandbox".to_owned().into() };
    let door = |carrier: &str| -> anyhow::Result<String> {
        let mut url = settings.public_url()?;
        url.set_path(&format!("/api/webhooks/carriers/{carrier}"));
        Ok(url.into())
    };
    let near = |carrier: &str| format!("http://{}/api/webhooks/carriers/{carrier}", settings.listen);

    let fedex = match (pair(&keys.fedex_client_id, &keys.fedex_client_secret), sandbox) {
        (Some(own), _) => Some(FedEx::new(own, text(&keys.fedex_api_base).as_deref())),
        (None, Some(at)) => {
            doors.fedex = vec![proofs.fedex.clone()];
            Some(FedEx::new(made_up(), Some(&format!("{at}/fedex"))))
        }
        (None, None) => None,
    };
    let ups = match (pair(&keys.ups_client_id, &keys.ups_client_secret), sandbox) {
        (Some(own), _) => {
            let alerts = match doors.ups.first() {
                Some(word) if keys.ups_track_alert == 1 => {
                    Some(Alerts::V1 { url: door("ups")?, credential: word.clone() })
                }
                word => word.map(|_| Alerts::V2),
            };
            Some(Ups::new(own, text(&keys.ups_api_base).as_deref(), alerts))
        }
        (None, Some(at)) => {
            doors.ups = vec![proofs.ups.clone()];
            let alerts = Alerts::V1 { url: near("ups"), credential: proofs.ups.clone() };
            Some(Ups::new(made_up(), Some(&format!("{at}/ups")), Some(alerts)))
        }
        (None, None) => None,
    };
    let dhl = match (&keys.dhl_api_key, sandbox) {
        (Some(key), _) => {
            let hook = match doors.dhl.first() {
                Some(word) => Some(Hook { url: door("dhl")?, word: word.clone() }),
                None => None,
            };
            Some(Dhl::new(key, text(&keys.dhl_api_base).as_deref(), hook))
        }
        (None, Some(at)) => {
            doors.dhl = vec![proofs.dhl.clone()];
            let hook = Hook { url: near("dhl"), word: proofs.dhl.clone() };
            Some(Dhl::new(&"sandbox".to_owned().into(), Some(&format!("{at}/dhl")), Some(hook)))
        }
        (None, None) => None,
    };
    let contract = keys.correos_user.clone().zip(keys.correos_password.clone());
    let base = text(&keys.correos_api_base).or_else(|| sandbox.map(|at| format!("{at}/correos/canonico")));
    // Nobody outside hears of made-up parcels.
    let asked = !keys.correos_off && (base.is_some() || settings.stripe_secret_key.is_some());
    let correos = asked.then(|| Correos::new(contract, base.as_deref()));
    Ok(Carriers {
        fedex: fedex.transpose().map_err(named("FEDEX_CLIENT_ID"))?,
        ups: ups.transpose().map_err(named("UPS_CLIENT_ID"))?,
        dhl: dhl.transpose().map_err(named("DHL_API_KEY"))?,
        correos: correos.transpose().map_err(named("CORREOS_USER"))?,
        budgets: budgets(keys),
    })
}

/// How often each may be asked.
fn budgets(keys: &CarrierKeys) -> Budgets {
    let Budgets { fedex, ups, dhl, correos } = Budgets::default();
    Budgets {
        fedex: fedex.with_day(keys.fedex_calls_per_day),
        ups: ups.with_day(keys.ups_calls_per_day),
        dhl: dhl.with_day(keys.dhl_calls_per_day),
        correos: correos.with_day(keys.correos_calls_per_day),
    }
}

/// Each carrier that is there, tried: for `clew check`.
pub async fn check(shop: &Shop) -> Vec<(&'static str, Result<String, String>)> {
    let said = shop.carriers.check(shop.clock.now()).await;
    said.into_iter()
        .map(|(who, said)| (who, said.map(|()| "answers and knows the shop".to_owned())))
        .collect()
}

/// Carriers that are not asked: for `clew check`.
pub fn without(shop: &Shop) -> Vec<&'static str> {
    let Carriers { fedex, ups, dhl, correos, .. } = &shop.carriers;
    let all = [
        ("FedEx", fedex.is_none()),
        ("UPS", ups.is_none()),
        ("DHL", dhl.is_none()),
        ("Correos", correos.is_none()),
    ];
    all.into_iter().filter_map(|(who, none)| none.then_some(who)).collect()
}

/// `fedex=20.65.16.22`.
fn allowed(text: &str) -> Result<Allowed, String> {
    let wrong = || "a carrier and its address: fedex=20.65.16.22".to_owned();
    let (carrier, ip) = text.trim().split_once('=').ok_or_else(wrong)?;
    let ip: IpAddr = ip.trim().parse().map_err(|_| wrong())?;
    let known = ["fedex", "ups", "dhl", "correos"].into_iter().find(|known| *known == carrier.trim());
    Ok(Allowed { carrier: known.ok_or_else(wrong)?, ip: ip.to_canonical() })
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::config::Cli;

    fn opened(arguments: &[&str], sandbox: Option<&str>) -> anyhow::Result<(Carriers, CarrierSecrets)> {
        let settings = Cli::parse_from(["clew", "check"].iter().chain(arguments)).settings;
        let secret = domain::secret::Secret::new(vec![7; 32]).unwrap();
        let mut secrets = doors(&settings.carriers);
        let carriers = open(&settings, sandbox, &Proofs::derive(&secret), &mut secrets)?;
        Ok((carriers, secrets))
    }

    #[test]
    fn parcels_of_a_real_shop_are_not_looked_for_in_a_sandbox() {
        let at = Some("http://127.0.0.1:1");
        let (carriers, secrets) = opened(&[], at).unwrap();
        assert!(carriers.fedex.is_some() && carriers.correos.is_some());
        assert!(carriers.ups.unwrap().tells() && carriers.dhl.unwrap().tells());
        assert_eq!((secrets.fedex.len(), secrets.ups.len(), secrets.correos.len()), (1, 1, 0));
        let (carriers, secrets) = opened(&["--stripe-secret-key", "sk_test_1"], at).unwrap();
        assert!(carriers.fedex.is_none() && carriers.ups.is_none() && carriers.dhl.is_none());
        assert!(carriers.correos.is_some(), "anybody may ask Correos");
        assert!(secrets.fedex.is_empty() && secrets.dhl.is_empty());
        let (carriers, _) = opened(&["--stripe-secret-key", "sk_test_1", "--correos-off"], at).unwrap();
        assert!(carriers.correos.is_none());
        assert!(opened(&[], None).unwrap().0.correos.is_none(), "made-up parcels and no sandbox");
    }

    #[test]
    fn a_carrier_tells_us_where_a_word_was_agreed() {
        let own = ["--ups-client-id", "a", "--ups-client-secret", "b", "--dhl-api-key", "c"];
        let (carriers, _) = opened(&own, None).unwrap();
        assert!(!carriers.ups.unwrap().tells() && !carriers.dhl.unwrap().tells());
        let words = ["--ups-webhook-secret", "new,old", "--dhl-webhook-secret", "new"];
        let (carriers, secrets) = opened(&[&own[..], &words[..]].concat(), None).unwrap();
        assert!(carriers.ups.unwrap().tells() && carriers.dhl.unwrap().tells());
        assert_eq!(secrets.ups.len(), 2);
        let (_, emptied) =
            opened(&["--ups-webhook-secret", "", "--correos-webhook-token", ","], None).unwrap();
        assert!(emptied.ups.is_empty() && emptied.correos.is_empty(), "set to nothing is not set");
        let wrong = ["--dhl-api-key", "a key", "--dhl-webhook-secret", "x"];
        assert!(opened(&wrong, None).unwrap_err().to_string().starts_with("DHL_API_KEY"));
    }

    #[test]
    fn an_allowed_address_names_its_carrier() {
        assert_eq!(allowed("fedex=20.65.16.22").unwrap().carrier, "fedex");
        for wrong in ["20.65.16.22", "fedex=", "fedex=20.65.16.0/24", "seur=20.65.16.22", ""] {
            assert!(allowed(wrong).is_err(), "{wrong}");
        }
    }
}
