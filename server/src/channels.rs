//! Who carries messages beside the mail server: the settings, and what they open.

use std::path::PathBuf;

use anyhow::Context;
use clap::Args;
use domain::{
    Shop,
    provider::{
        fcm::{self, Fcm},
        resend::Resend,
        twilio::{Account, Twilio},
        web_push::WebPush,
    },
};
use secrecy::SecretString;
use url::Url;

use crate::{config::Settings, open::stated, secret_key, webhooks::Secrets};

/// Text messages, mail over HTTP, push messages.
#[derive(Debug, Clone, Default, Args)]
pub struct Channels {
    /// Twilio's account (`AC…`), for text messages; where Stripe's key is set and this is not, none is sent.
    #[arg(long, env = "TWILIO_ACCOUNT_SID", global = true)]
    pub twilio_account_sid: Option<String>,
    /// Twilio's auth token, which also signs its webhooks; comma-separated while one is being replaced, the one to use first.
    #[arg(long, env = "TWILIO_AUTH_TOKEN", hide_env_values = true, value_delimiter = ',', global = true)]
    pub twilio_auth_token: Vec<SecretString>,
    /// Whom text messages come from: a number in E.164, a sender's name, or a messaging service (`MG…`).
    #[arg(long, env = "TWILIO_FROM", global = true)]
    pub twilio_from: Option<String>,
    /// Twilio's Verify service (`VA…`), which proves that a number is somebody's; without it nobody can add one.
    #[arg(long, env = "TWILIO_VERIFY_SERVICE", global = true)]
    pub twilio_verify_service: Option<String>,
    /// Another address for Twilio's API: a sandbox's.
    #[arg(long, env = "TWILIO_API_BASE", global = true)]
    pub twilio_api_base: Option<Url>,
    /// Resend's key (`re_…`): mail then goes through Resend and not through a mail server.
    #[arg(long, env = "RESEND_API_KEY", hide_env_values = true, global = true)]
    pub resend_api_key: Option<SecretString>,
    /// Signing secrets of Resend's webhook endpoint, comma-separated while one is being replaced.
    #[arg(long, env = "RESEND_WEBHOOK_SECRET", hide_env_values = true, value_delimiter = ',', global = true)]
    pub resend_webhook_secret: Vec<SecretString>,
    /// Another address for Resend's API: a sandbox's.
    #[arg(long, env = "RESEND_API_BASE", global = true)]
    pub resend_api_base: Option<Url>,
    /// The shop's private key for push messages: 32 bytes in base64url. Made and kept in the data directory when absent.
    #[arg(long, env = "VAPID_PRIVATE_KEY", hide_env_values = true, global = true)]
    pub vapid_private_key: Option<SecretString>,
    /// The origin of a push service that browsers do not bring: a sandbox's.
    #[arg(long, env = "PUSH_API_BASE", global = true)]
    pub push_api_base: Option<Url>,
    /// The file of Firebase's service account, for messages to the shop's own app.
    #[arg(long, env = "FCM_SERVICE_ACCOUNT", global = true)]
    pub fcm_service_account: Option<PathBuf>,
    /// Another address for Firebase's API: a sandbox's.
    #[arg(long, env = "FCM_API_BASE", global = true)]
    pub fcm_api_base: Option<Url>,
}

/// Who sends text messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Texts {
    /// Twilio, or whoever listens at the other address.
    Twilio,
    /// The sandbox.
    Sandbox,
    /// Nobody: orders are paid with a key of Stripe's, and what the sandbox took nobody would read.
    Nobody,
}

/// Who sends text messages.
pub fn texts(settings: &Settings) -> Texts {
    match (&settings.channels.twilio_account_sid, &settings.stripe_secret_key) {
        (Some(_), _) => Texts::Twilio,
        (None, None) => Texts::Sandbox,
        (None, Some(_)) => Texts::Nobody,
    }
}

/// The clients of those who carry messages.
pub struct Carried {
    /// Text messages.
    pub sms: Option<Twilio>,
    /// Mail over HTTP.
    pub resend: Option<Resend>,
    /// To browsers.
    pub push: WebPush,
    /// To the shop's app.
    pub fcm: Option<Fcm>,
}

/// Opens them. `sandbox` is its address where one runs, `token` what it takes for Twilio's auth token.
///
/// # Errors
/// With the variable that is wrong.
pub async fn open(
    settings: &Settings,
    sandbox: Option<&str>,
    token: &SecretString,
    doors: &mut Secrets,
) -> anyhow::Result<Carried> {
    let said = &settings.channels;
    let base = |url: &Option<Url>| url.as_ref().map(Url::to_string);
    let named = |name: &'static str| move |error: String| anyhow::anyhow!("{name}: {error}");
    let mut door = settings.public_url()?;
    door.set_path("/api/webhooks/twilio");
    let sms = match (texts(settings), sandbox) {
        (Texts::Twilio, _) => {
            let tokens = stated(&said.twilio_auth_token);
            let account = Account {
                sid: said.twilio_account_sid.clone().unwrap_or_default(),
                token: tokens
                    .first()
                    .cloned()
                    .context("TWILIO_ACCOUNT_SID is set: set TWILIO_AUTH_TOKEN, too")?,
                from: said.twilio_from.clone().context("TWILIO_ACCOUNT_SID is set: set TWILIO_FROM, too")?,
                verify: said.twilio_verify_service.clone(),
            };
            let twilio = Twilio::new(account, base(&said.twilio_api_base).as_deref(), door.into());
            Some(twilio.map_err(named("TWILIO_ACCOUNT_SID"))?)
        }
        (Texts::Sandbox, Some(at)) => {
            doors.twilio = vec![token.clone()];
            let account = Account {
                sid: "ACsandbox".to_owned(),
                token: token.clone(),
                from: "+15005550006".to_owned(),
                verify: Some("VAsandbox".to_owned()),
            };
            let twilio = Twilio::new(account, Some(&format!("{at}/twilio")), door.into());
            Some(twilio.map_err(named("the sandbox's Twilio"))?)
        }
        (Texts::Sandbox, None) | (Texts::Nobody, _) => None,
    };
    let resend =
        said.resend_api_key.as_ref().map(|key| Resend::new(key, base(&said.resend_api_base).as_deref()));
    let resend = resend.transpose().map_err(named("RESEND_API_KEY"))?;
    let key = secret_key::vapid(said.vapid_private_key.as_ref(), &settings.data)?;
    let also = base(&said.push_api_base).or_else(|| sandbox.map(str::to_owned));
    let push = WebPush::new(&key, &settings.contact, also.as_deref()).map_err(named("VAPID_PRIVATE_KEY"))?;
    let fcm = match (&said.fcm_service_account, sandbox) {
        (Some(path), _) => {
            let file = std::fs::read_to_string(path);
            let file =
                file.with_context(|| format!("FCM_SERVICE_ACCOUNT: {} cannot be read", path.display()))?;
            let account = fcm::Account::read(&file).map_err(named("FCM_SERVICE_ACCOUNT"))?;
            let fcm = Fcm::new(account, base(&said.fcm_api_base).as_deref());
            Some(fcm.map_err(named("FCM_API_BASE"))?)
        }
        // Where money is made up, so is the app.
        (None, Some(at)) if settings.stripe_secret_key.is_none() => Some(sandbox_app(at).await?),
        (None, _) => None,
    };
    Ok(Carried { sms, resend, push, fcm })
}

/// The sandbox gives its service account away, as it does everything.
async fn sandbox_app(at: &str) -> anyhow::Result<Fcm> {
    let file = reqwest::get(format!("{at}/_control/fcm/service-account")).await?.text().await?;
    let account = fcm::Account::read(&file).map_err(anyhow::Error::msg)?;
    Fcm::new(account, Some(&format!("{at}/fcm"))).map_err(anyhow::Error::msg)
}

/// Each channel that is there, tried: for `clew check`.
pub async fn check(shop: &Shop) -> Vec<(&'static str, Result<String, String>)> {
    let now = shop.clock.now();
    let mut said = Vec::new();
    if let Some(twilio) = &shop.sms {
        let proofs =
            if twilio.verifies() { "" } else { "; without TWILIO_VERIFY_SERVICE nobody can add a number" };
        said.push(("Twilio", twilio.check(now).await.map(|()| format!("the token is accepted{proofs}"))));
    }
    if let Some(resend) = &shop.resend {
        said.push(("Resend", resend.check().await.map(|()| "the key is accepted".to_owned())));
    }
    said.push(("push messages", Ok(format!("browsers know the shop by {}", shop.push.public_key()))));
    if let Some(fcm) = &shop.fcm {
        said.push(("Firebase", fcm.check(now).await.map(|()| "the service account is accepted".to_owned())));
    }
    said
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::config::Cli;

    #[test]
    fn customers_of_a_real_shop_get_no_messages_of_a_sandbox() {
        let texts = |arguments: &[&str]| {
            let all = ["clew", "check"].iter().chain(arguments);
            texts(&Cli::parse_from(all).settings)
        };
        assert_eq!(texts(&[]), Texts::Sandbox);
        assert_eq!(texts(&["--stripe-secret-key", "sk_test_1"]), Texts::Nobody);
        assert_eq!(texts(&["--stripe-secret-key", "sk_live_1"]), Texts::Nobody);
        assert_eq!(
            texts(&["--stripe-secret-key", "sk_live_1", "--twilio-account-sid", "AC1"]),
            Texts::Twilio
        );
    }
}
