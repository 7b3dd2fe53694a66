//! What an order costs and what has been paid, with a ledger beneath.
//!
//! ```text
//! unpaid ──▶ paid        failed ──▶ paid   (a late success beats an early expiry)
//!    └─────▶ failed
//! ```
//! Money comes in through two verbs: [`begin_checkout`](checkout::begin_checkout) asks Stripe for a page, and
//! [`confirm`](confirm::confirm) hears what became of it.

mod entry;
mod status;

pub use entry::EntryKind;
pub use status::{Heard, PaymentStatus};

#[cfg(feature = "ssr")]
mod checkout;
#[cfg(feature = "ssr")]
mod confirm;
#[cfg(feature = "ssr")]
pub mod store;

#[cfg(feature = "ssr")]
pub use checkout::begin_checkout;
#[cfg(feature = "ssr")]
pub use confirm::{Confirmed, News, confirm};
