//! The one thing every verb is given.

use jiff::tz::TimeZone;
use sqlx::PgPool;
use url::Url;

use crate::{
    Language,
    bell::Bell,
    clock::Clock,
    connect::Connections,
    export::Kept,
    failpoint::Failpoints,
    order::Address,
    parcel::{Size, shippo_knows},
    provider::{
        carriers::Carriers, fcm::Fcm, postcodes::Postcodes, receiver::Receivers, resend::Resend,
        shippo::Shippo, smtp::Mailer, stripe::Stripe, twilio::Twilio, web_push::WebPush,
    },
    secret::Secret,
    tracking::TrackSource,
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
    /// Sells labels and knows where parcels are.
    pub shippo: Shippo,
    /// Know where their parcels are.
    pub carriers: Carriers,
    /// Knows where postcodes are.
    pub postcodes: Postcodes,
    /// Sends mail.
    pub mailer: Mailer,
    /// Sends mail over HTTP, where the shop chose that.
    pub resend: Option<Resend>,
    /// Sends text messages, where the shop has an account.
    pub sms: Option<Twilio>,
    /// Sends to browsers that asked for it.
    pub push: WebPush,
    /// Sends to the shop's app, where it has one.
    pub fcm: Option<Fcm>,
    /// Calls whoever receives the shop's webhooks.
    pub receivers: Receivers,
    /// Where all orders go every night, where the shop said so.
    pub export: Option<Kept>,
    /// What the shop is called and where it is.
    pub about: About,
    /// How it takes in orders from elsewhere.
    pub connections: Connections,
    /// Where a test may hold a job; nobody is held in production.
    pub failpoints: Failpoints,
}

impl Shop {
    /// Whether anybody can tell this shop where parcels of a carrier (our key) are.
    pub fn follows(&self, carrier: &str) -> bool {
        TrackSource::of_carrier(carrier).is_some_and(|source| self.carriers.batch(source) > 0)
            || self.shippo.is_there() && shippo_knows(carrier)
    }
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
    /// Where its parcels leave.
    pub ship_from: ShipFrom,
    /// Origins (`https://cdn.example`) whose pictures of designs staff's pages may load; none unless the shop says so.
    pub design_origins: Vec<String>,
    /// What the shop wants to know of its mails.
    pub tracking: Tracking,
}

/// What a shop wants to know of its mails; nothing, unless it says so.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tracking {
    /// Whether they were looked at.
    pub opens: bool,
    /// Whether their links were followed.
    pub clicks: bool,
}

/// The sender on labels and customs papers.
#[derive(Debug, Clone)]
pub struct ShipFrom {
    /// A person: who signs for customs.
    pub name: String,
    /// The firm, when it is another name.
    pub company: Option<String>,
    /// Where carriers fetch parcels.
    pub address: Address,
    /// Carriers ask for one across borders.
    pub phone: Option<String>,
    /// For the carrier.
    pub email: String,
    /// The box to reckon with where nobody said how large and heavy the goods are.
    pub parcel: Size,
}

impl Default for ShipFrom {
    /// A made-up workshop, for the sandbox and tests.
    fn default() -> Self {
        let address = Address {
            line1: "Calle de la Princesa 1".to_owned(),
            line2: None,
            city: "Madrid".to_owned(),
            state: Some("Madrid".to_owned()),
            postal_code: "28008".to_owned(),
            country: "ES".to_owned(),
        };
        Self {
            name: "Clew".to_owned(),
            company: None,
            address,
            phone: Some("+34 910 000 000".to_owned()),
            email: "shop@example.com".to_owned(),
            parcel: Size::default(),
        }
    }
}

impl About {
    /// An absolute address of a page of ours.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.public_url.as_str().trim_end_matches('/'))
    }
}
