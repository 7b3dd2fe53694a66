//! WooCommerce: what its webhooks say of an order.

mod read;
mod wire;

pub use read::news;
