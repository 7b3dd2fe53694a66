//! What an order costs and what has been paid, with a ledger beneath.
//!
//! What providers say is merged into [`Facts`], whatever order it comes in, and the one word people see is computed from them.
//! Money comes in through [`begin_checkout`] and [`confirm`], is taken and let go by jobs, and goes back through [`refund`].

mod entry;
mod facts;
mod provider;
mod refund_status;
mod status;

pub use entry::EntryKind;
pub use facts::Facts;
pub use provider::PaymentProvider;
pub use refund_status::RefundStatus;
pub use status::{Heard, PaymentStatus};

#[cfg(feature = "ssr")]
mod capture;
#[cfg(feature = "ssr")]
mod checkout;
#[cfg(feature = "ssr")]
mod confirm;
#[cfg(feature = "ssr")]
mod dispute;
#[cfg(feature = "ssr")]
mod exact;
#[cfg(feature = "ssr")]
mod hear_refund;
#[cfg(feature = "ssr")]
mod refund;
#[cfg(feature = "ssr")]
mod refund_list;
#[cfg(feature = "ssr")]
pub mod refund_store;
#[cfg(feature = "ssr")]
mod release;
#[cfg(feature = "ssr")]
mod send_refund;
#[cfg(feature = "ssr")]
pub mod store;
#[cfg(feature = "ssr")]
mod sync_refunds;
#[cfg(feature = "ssr")]
mod watch;

#[cfg(feature = "ssr")]
pub use capture::CapturePayment;
#[cfg(feature = "ssr")]
pub use checkout::begin_checkout;
#[cfg(feature = "ssr")]
pub use confirm::{Confirmed, News, confirm};
#[cfg(feature = "ssr")]
pub use dispute::{DisputeNews, hear_dispute};
#[cfg(feature = "ssr")]
pub use exact::exact_at_stripe;
#[cfg(feature = "ssr")]
pub(crate) use hear_refund::book as book_refund;
#[cfg(feature = "ssr")]
pub use hear_refund::{RefundHeard, RefundNews, hear_refund};
#[cfg(feature = "ssr")]
pub(crate) use refund::request as request_refund;
#[cfg(feature = "ssr")]
pub use refund::{RefundReason, RefundRequest, refund};
#[cfg(feature = "ssr")]
pub use refund_list::{RefundEntry, refunds};
#[cfg(feature = "ssr")]
pub use release::ReleasePayment;
#[cfg(feature = "ssr")]
pub use send_refund::SendRefund;
#[cfg(feature = "ssr")]
pub use sync_refunds::{SyncRefunds, sync as sync_refunds};
#[cfg(feature = "ssr")]
pub use watch::WatchAuthorization;
