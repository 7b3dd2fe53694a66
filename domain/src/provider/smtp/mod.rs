//! Sends one mail over SMTP and lets the caller write down that it was taken before the conversation goes on.
//!
//! A pooled transport would say the next command, and with it confirm the server's answer, before we have recorded it. Here
//! the order is: server takes the mail, we commit, we say the next word. A crash in between repeats the mail only where the server
//! never learnt that its answer arrived. Between two mails a line stays open for a moment (`docs/adr/0033`).

mod idle;
mod line;

use std::{sync::Arc, time::Duration};

use lettre::{
    Message,
    message::Mailbox,
    transport::smtp::{
        authentication::{Credentials, DEFAULT_MECHANISMS},
        client::{AsyncSmtpConnection, TlsParameters},
        extension::ClientId,
    },
};
use tokio::time::{Instant, timeout_at};
use url::Url;

use self::{
    idle::Idle,
    line::{Line, Step, Stop},
};
use super::Unanswered;
use crate::notice::Unsent;

const PATIENCE: Duration = Duration::from_secs(12);
/// How long a word may take that no mail depends on.
const COURTESY: Duration = Duration::from_secs(3);

/// Whom a mail comes from: a name and an address.
pub type From = Mailbox;

/// Where mail is handed over. Cheap to clone.
#[derive(Clone)]
pub struct Mailer {
    host: String,
    port: u16,
    encryption: Encryption,
    credentials: Option<Credentials>,
    idle: Arc<Idle>,
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

/// A mail the server has taken; the server waits for the next word.
pub struct Taken {
    line: Line,
    idle: Arc<Idle>,
}

impl Taken {
    /// Goes on with the conversation. Call it after the commit that records the mail as sent.
    pub async fn confirm(self) {
        let Self { mut line, idle } = self;
        match tokio::time::timeout(COURTESY, line.go_on()).await {
            Ok(true) => idle.keep(line),
            Ok(false) => drop(tokio::time::timeout(COURTESY, line.end()).await),
            Err(_) => {}
        }
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
        Ok(Self { host, port, encryption, credentials, idle: Arc::default(), from })
    }

    /// Whether mails stay on this machine, as a sandbox's do.
    pub fn is_local(&self) -> bool {
        self.host == "localhost" || self.host.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback())
    }

    /// Hands a mail over: taken, or not, and whether trying again can help.
    ///
    /// # Errors
    /// [`Unanswered`] when there is no server to speak with, or it does not let us in: nothing was taken.
    pub async fn send(&self, mail: &Message) -> Result<Result<Taken, Unsent>, Unanswered> {
        let body = mail.formatted();
        let by = Instant::now() + PATIENCE;
        // lettre's own time-out covers connecting only (lettre#1027).
        let mut line = match timeout_at(by, self.offer(mail, &body)).await {
            Ok(Ok(line)) => line,
            Ok(Err(stop)) => return stop.judged().map(Err),
            Err(_) => return Err(Unanswered::Down("the mail server did not answer in time".to_owned())),
        };
        match timeout_at(by, line.hand_over(&body)).await {
            Ok(Ok(())) => Ok(Ok(Taken { line, idle: Arc::clone(&self.idle) })),
            Ok(Err(stop)) => {
                self.part(line, &stop).await;
                stop.judged().map(Err)
            }
            Err(_) => {
                Ok(Err(Unsent::Unknown("the mail server did not say in time whether it took it".to_owned())))
            }
        }
    }

    /// A line on which the server waits for this mail's text.
    async fn offer(&self, mail: &Message, body: &[u8]) -> Result<Line, Stop> {
        if let Some(line) = self.idle.take() {
            match self.offer_on(line, mail, body).await {
                // A line that was let go says nothing about this mail.
                Err(stop) if stop.is_hung_up() => {}
                offered => return offered,
            }
        }
        let line = self.open().await?;
        self.offer_on(line, mail, body).await
    }

    async fn offer_on(&self, mut line: Line, mail: &Message, body: &[u8]) -> Result<Line, Stop> {
        match line.offer(mail, body).await {
            Ok(()) => Ok(line),
            Err(stop) => {
                self.part(line, &stop).await;
                Err(stop)
            }
        }
    }

    /// After a refusal a line is good for the next mail.
    async fn part(&self, mut line: Line, stop: &Stop) {
        let goes_on = stop.leaves_the_line()
            && tokio::time::timeout(COURTESY, line.go_on()).await.is_ok_and(|goes_on| goes_on);
        if goes_on {
            self.idle.keep(line);
        }
    }

    async fn open(&self) -> Result<Line, Stop> {
        let hello = ClientId::default();
        let mut conn = self.connect(&hello).await.map_err(|error| Stop::At(Step::Greet, error))?;
        if let Some(credentials) = &self.credentials {
            let signed_in = conn.auth(DEFAULT_MECHANISMS, credentials).await;
            signed_in.map_err(|error| Stop::At(Step::SignIn, error))?;
        }
        Ok(Line::new(conn))
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

fn percent_decode(text: &str) -> String {
    url::form_urlencoded::parse(format!("x={}", text.replace('+', "%2B")).as_bytes())
        .next()
        .map(|(_, value)| value.into_owned())
        .unwrap_or_default()
}
