//! Shopify: what its webhooks say of an order, and of money that went back.

mod born;
mod read;
mod wire;

pub use read::news;
