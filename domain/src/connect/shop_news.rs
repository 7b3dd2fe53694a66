//! What another shop says of one of its orders, in our words.

use super::{Born, Origin};
use crate::{clock::At, money::Money, payment::RefundStatus};

/// One piece of news. Shops tell how an order stands now, not what happened: the same is told many times and in any order.
#[derive(Debug, Clone)]
pub struct ShopNews {
    /// Which shop's.
    pub origin: Origin,
    /// That shop's name for the order.
    pub id: String,
    /// How it stands there.
    pub stands: Stands,
    /// Whether it was called off there.
    pub cancelled: bool,
    /// What has gone back.
    pub refunds: Vec<RefundTold>,
}

/// How an order stands in the other shop.
#[derive(Debug, Clone)]
pub enum Stands {
    /// Not said: the news is of a refund alone.
    Unsaid,
    /// Nobody has paid for it (yet).
    Unpaid,
    /// Paid, and to be made: the order it is here, or why it cannot be read as one.
    Paid(Result<Box<Born>, String>),
    /// Done with: called off, paid back, sent.
    Over,
    /// Only made to try the webhook out.
    Test,
}

/// Money that went back there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefundTold {
    /// That shop's name for it, under its origin: `shopify:509562969:179259969`.
    pub id: String,
    /// The name of the refund whose transaction it is, where that shop's refunds have several: `shopify:509562969`.
    pub whole: Option<String>,
    /// How much, in each currency that shop says it in: a buyer's may be another than the order's. Empty where that cannot be read.
    pub amounts: Vec<Money>,
    /// Where it stands.
    pub status: RefundStatus,
    /// When, as that shop says.
    pub at: At,
}

impl RefundTold {
    /// How much it is in that currency, in minor units; `None` where the shop does not say.
    pub fn amount(&self, currency: &str) -> Option<i64> {
        let told = self.amounts.iter().find(|told| told.currency.code() == currency && told.minor > 0);
        told.map(|told| told.minor)
    }
}
