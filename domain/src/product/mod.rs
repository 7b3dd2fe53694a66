//! What is in stock: counted when an order takes it, and given back once when the order does not need it.

#[cfg(feature = "ssr")]
pub mod store;
