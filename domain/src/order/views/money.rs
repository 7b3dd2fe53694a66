//! What staff see of an order's money.

use serde::{Deserialize, Serialize};

use crate::{moment::Moment, payment::RefundStatus};

/// What was taken, what went back, and every line that says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoneyView {
    /// ISO 4217.
    pub currency: String,
    /// Taken, formatted.
    pub captured: String,
    /// Gone back for good, formatted.
    pub refunded: String,
    /// What can still go back, formatted.
    pub refundable: String,
    /// The same in minor units.
    pub refundable_minor: i64,
    /// The same as it is typed into a field: `12.50`, `12,50`.
    pub refundable_typed: String,
    /// What is held on the card and not yet taken, formatted.
    pub held: Option<String>,
    /// Until when held money can be taken.
    pub held_until: Option<Moment>,
    /// Whether Stripe does not answer now, so that what was asked for waits.
    pub stripe_waits: bool,
    /// Whether Stripe refused our key, so that everything waits for a person.
    pub stripe_paused: bool,
    /// Newest first.
    pub ledger: Vec<LedgerLine>,
    /// Newest first.
    pub refunds: Vec<RefundView>,
    /// Newest first.
    pub disputes: Vec<DisputeView>,
}

/// One line of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerLine {
    /// `asked held captured released failed mismatch refund refunded refund-failed dispute`.
    pub what: String,
    /// Formatted, with its sign.
    pub amount: String,
    /// Who said so: a person's name; `None` for a provider or Clew.
    pub who: Option<String>,
    /// Whether Stripe said so.
    pub stripe: bool,
    /// When.
    pub at: Moment,
}

/// One refund.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefundView {
    /// Where it stands.
    pub status: RefundStatus,
    /// Formatted.
    pub amount: String,
    /// `duplicate fraudulent requested_by_customer`.
    pub reason: String,
    /// In the shop's words.
    pub note: Option<String>,
    /// Who asked for it; `None` when it was made in Stripe's dashboard or by the customer.
    pub who: Option<String>,
    /// Stripe's word for why it failed; not translated.
    pub failure: Option<String>,
    /// `re_…`.
    pub provider_id: Option<String>,
    /// When it was asked for.
    pub at: Moment,
}

/// One dispute.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DisputeView {
    /// `dp_…`.
    pub id: String,
    /// Stripe's word.
    pub status: String,
    /// Stripe's word for why.
    pub reason: Option<String>,
    /// Formatted.
    pub amount: String,
    /// Until when the shop may answer.
    pub due: Option<Moment>,
    /// Whether it is decided.
    pub closed: bool,
}

/// What a refund would do, looked at before it is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefundPlan {
    /// Formatted.
    pub amount: String,
    /// Minor units.
    pub minor: i64,
    /// What could still go back afterwards, formatted; `None` when nothing could.
    pub left: Option<String>,
    /// Whether the customer has an address to be told at.
    pub email: String,
    /// The order's version this is about.
    pub version: i64,
    /// Names the request: sent twice, it is one refund.
    pub key: String,
}
