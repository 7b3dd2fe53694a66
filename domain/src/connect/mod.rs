//! Orders that are born elsewhere: at a Stripe page that Clew did not make, or in another shop.
//!
//! ```text
//! Stripe: a paid session without our name on it ──▶ AdoptSession fetches it and its lines ──┐
//! WooCommerce, Shopify: an order, as a webhook tells it ──▶ hear_shop ──────────────────────┴▶ give_birth, once ──▶ payment::confirm
//! ```
//!
//! What other shops say of an order is a snapshot of facts, merged in whatever order it comes (ADR 0056).

mod adopt_session;
mod adopting;
mod amounts;
mod born;
mod fetch_sessions;
mod give_birth;
mod hear_shop;
mod items;
mod origin;
mod read_session;
mod share_out;
mod shop_news;
pub mod store;
mod words;

pub use adopt_session::AdoptSession;
pub use adopting::{Adopt, Connections};
pub use amounts::minor;
pub use born::{Born, Paid, Place, place};
pub use fetch_sessions::FetchSessions;
pub use give_birth::{Birth, give_birth};
pub use hear_shop::hear_shop;
pub use items::{Bought, Sum, items, spread};
pub use origin::Origin;
pub use shop_news::{RefundTold, ShopNews, Stands};
pub use words::{cut, one_line};
