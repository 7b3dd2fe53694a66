//! Sends one mail over SMTP and lets the caller write down that it was taken before the conversation ends.
//!
//! A pooled transport would say the next command, and with it confirm the server's answer, before we have recorded it. Here
//! the order is: server takes the mail, we commit, we say QUIT. A crash in between repeats the mail only where the server
//! never learnt that its answer arrived.

use std::time::Duration;

use lettre::{
    Message,
    message::Mailbox,
    transport::smtp::{
        authentication::{Credentials, DEFAULT_MECHANISMS},
        client::{AsyncSmtpConnection, TlsParameters},
        extension::ClientId,
    },
};
use url::Url;

use crate::notice::{Undeliverable, Unsent};

const PATIENCE: Duration = Duration::from_secs(12);

/// Whom a mail comes from: a name and an address.
pub type From = Mailbox;

/// Where mail is handed over. Cheap to clone.
#[derive(Clone)]
pub struct Mailer {
    host: String,
    port: u16,
    encryption: Encryption,
    credentials: Option<Credentials>,
    /// Whom mails come from.
    pub from: Mailbox,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Encryption {
    None,
    StartTls,
    Implicit,
}

impl std::fmt::Debug for Mailer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Mailer({}:{})", self.host, self.port)
    }
}

/// A mail the server has taken; the conversation is still open.
pub struct Taken(AsyncSmtpConnection);

impl Taken {
    /// Ends the conversation. Call it after the commit that records the mail as sent.
    pub async fn confirm(mut self) {
        // The mail is taken and recorded: how the goodbye goes does not matter.
        let _ = tokio::time::timeout(PATIENCE, self.0.quit()).await;
    }
}

impl Mailer {
    /// From `smtp://`, `smtp://…?tls=required` (STARTTLS) or `smtps://`, with user and password inside when there are any.
    ///
    /// # Errors
    /// A sentence for the operator when the address cannot be one.
    pub fn new(url: &Url, from: Mailbox) -> Result<Self, String> {
        let host = url.host_str().ok_or("SMTP_URL names no host")?.to_owned();
        let required = url.query_pairs().any(|(key, value)| key == "tls" && value == "required");
        let encryption = match url.scheme() {
            "smtps" => Encryption::Implicit,
            "smtp" if required => Encryption::StartTls,
            "smtp" => Encryption::None,
            other => return Err(format!("SMTP_URL begins with {other}, not smtp or smtps")),
        };
        let port = url.port().unwrap_or(match encryption {
            Encryption::Implicit => 465,
            Encryption::StartTls => 587,
            Encryption::None => 25,
        });
        let decode = |part: &str| percent_decode(part);
        let credentials = (!url.username().is_empty())
            .then(|| Credentials::new(decode(url.username()), decode(url.password().unwrap_or_default())));
        Ok(Self { host, port, encryption, credentials, from })
    }

    /// Whether mails stay on this machine, as a sandbox's do.
    pub fn is_local(&self) -> bool {
        self.host == "localhost" || self.host.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback())
    }

    /// Hands a mail over.
    ///
    /// # Errors
    /// [`Unsent`], which says whether trying again can help.
    pub async fn send(&self, mail: &Message) -> Result<Taken, Unsent> {
        // lettre's own time-out covers connecting only (lettre#1027).
        match tokio::time::timeout(PATIENCE, self.converse(mail)).await {
            Ok(Ok(taken)) => Ok(taken),
            Ok(Err(error)) if error.is_permanent() => {
                Err(Unsent::Permanent { why: Undeliverable::Invalid, detail: error.to_string() })
            }
            Ok(Err(error)) => Err(later(error.to_string())),
            Err(_) => Err(later("the mail server did not answer in time".to_owned())),
        }
    }

    async fn converse(&self, mail: &Message) -> Result<Taken, lettre::transport::smtp::Error> {
        let hello = ClientId::default();
        let mut conn = self.connect(&hello).await?;
        if let Some(credentials) = &self.credentials {
            conn.auth(DEFAULT_MECHANISMS, credentials).await?;
        }
        conn.send(mail.envelope(), &mail.formatted()).await?;
        Ok(Taken(conn))
    }

    async fn connect(&self, hello: &ClientId) -> Result<AsyncSmtpConnection, lettre::transport::smtp::Error> {
        let server = (self.host.as_str(), self.port);
        let tls = TlsParameters::new(self.host.clone())?;
        let implicit = (self.encryption == Encryption::Implicit).then(|| tls.clone());
        let mut conn =
            AsyncSmtpConnection::connect_tokio1(server, Some(PATIENCE), hello, implicit, None).await?;
        if self.encryption == Encryption::StartTls {
            conn.starttls(tls, hello).await?;
        }
        Ok(conn)
    }

    /// Whether the server can be reached and lets us in: for `clew check`.
    ///
    /// # Errors
    /// The server's words.
    pub async fn check(&self) -> Result<(), String> {
        let hello = ClientId::default();
        let attempt = async {
            let mut conn = self.connect(&hello).await?;
            if let Some(credentials) = &self.credentials {
                conn.auth(DEFAULT_MECHANISMS, credentials).await?;
            }
            conn.quit().await.map(drop)
        };
        match tokio::time::timeout(PATIENCE, attempt).await {
            Ok(answer) => answer.map_err(|error: lettre::transport::smtp::Error| error.to_string()),
            Err(_) => Err("no answer in time".to_owned()),
        }
    }
}

const fn later(detail: String) -> Unsent {
    Unsent::Temporary { detail, after: None }
}

fn percent_decode(text: &str) -> String {
    url::form_urlencoded::parse(format!("x={}", text.replace('+', "%2B")).as_bytes())
        .next()
        .map(|(_, value)| value.into_owned())
        .unwrap_or_default()
}
