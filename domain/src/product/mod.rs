//! What is in stock: counted when an order takes it, and given back once when the order does not need it.

#[cfg(feature = "ssr")]
mod new_product;
#[cfg(feature = "ssr")]
mod put;
#[cfg(feature = "ssr")]
pub mod store;

#[cfg(feature = "ssr")]
pub use new_product::NewProduct;
#[cfg(feature = "ssr")]
pub use put::put;
