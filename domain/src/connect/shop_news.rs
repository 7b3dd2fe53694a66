//! What another shop says of one of its orders, in our words.

use super::{Born, Origin};
use crate::{clock::At, payment::RefundStatus};

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
    /// That shop's name for it, under its origin: `shopify:509562969`.
    pub id: String,
    /// Minor units.
    pub amount: i64,
    /// Where it stands.
    pub status: RefundStatus,
    /// When, as that shop says.
    pub at: At,
}
