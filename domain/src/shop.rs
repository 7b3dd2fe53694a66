//! The one thing every verb is given.

use jiff::tz::TimeZone;
use sqlx::PgPool;
use url::Url;

use crate::{
    Language,
    bell::Bell,
    clock::Clock,
    provider::{smtp::Mailer, stripe::Stripe},
    secret::Secret,
};

/// The shop: its database, its clock, its providers and what it is called. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Shop {
    /// PostgreSQL.
    pub pool: PgPool,
    /// What time it is.
    pub clock: Clock,
    /// Says that something changed.
    pub bell: Bell,
    /// Signs links and hashes addresses.
    pub secret: Secret,
    /// Takes money.
    pub stripe: Stripe,
    /// Sends mail.
    pub mailer: Mailer,
    /// What the shop is called and where it is.
    pub about: About,
}

/// What the shop says about itself.
#[derive(Debug, Clone)]
pub struct About {
    /// Its name, in mails and page titles.
    pub name: String,
    /// Where customers reach it from outside: scheme and host.
    pub public_url: Url,
    /// Where a customer who needs a person writes to.
    pub contact: String,
    /// The zone its dates are in.
    pub zone: TimeZone,
    /// The language where nothing better is known.
    pub language: Language,
    /// Whether providers are the sandbox's: pages then say so.
    pub sandbox: bool,
}

impl About {
    /// An absolute address of a page of ours.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.public_url.as_str().trim_end_matches('/'))
    }
}
